import type { AppError } from '#shared/errors.ts'
import type { HttpFailure } from '#main/platform/http.ts'

/** Nothing here takes messages, or it has moved: redirects are never followed, since they would carry PIN or password elsewhere. */
const isWrongAddress = (status: number): boolean => (status >= 300 && status < 400) || status === 404 || status === 405 || status === 410

/** A failed transport as the person should see it. */
export function transportError(failure: HttpFailure, url: string): AppError {
  switch (failure.reason) {
    case 'offline':
      return { kind: 'offline' }
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'insecure':
      return { kind: 'invalid_input', path: 'url.plain' }
    case 'tls':
      return { kind: 'connection_untrusted', host: URL.canParse(url) ? new URL(url).host : url }
    case 'proxy':
      return { kind: 'proxy_failed', reason: 'unreachable' }
    case 'proxy_login':
      return { kind: 'proxy_failed', reason: 'login' }
    case 'status':
      return isWrongAddress(failure.status ?? 0) ? { kind: 'invalid_input', path: 'url' } : { kind: 'bank_unreachable', retryAfterSeconds: failure.retryAfterSeconds }
    default:
      return { kind: 'bank_unreachable', retryAfterSeconds: failure.retryAfterSeconds }
  }
}
