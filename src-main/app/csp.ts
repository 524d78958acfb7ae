/**
 * What the page may load: its own files, and of styles beyond them only those that carry this load's nonce. Nothing may be
 * evaluated, embedded, submitted or fetched; strings become HTML or script only through Vue's own policy.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${styleNonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'trusted-types': 'vue',
    'require-trusted-types-for': "'script'",
  }).map(([directive, sources]) => `${directive} ${sources}`).join('; ')
}
