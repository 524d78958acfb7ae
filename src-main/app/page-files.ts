import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy } from './csp.ts'
import { isOwnAddress } from './origin.ts'

/** What the build writes; a file of any other kind is not the page's. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const NAME = /^\/(?:[\w-]+\/)*[\w-][\w.-]*$/
const INDEX = '/index.html'

/** Where Vite's own loader and the page's components look for the nonce (Vite, "html.cspNonce"). */
const nonceTag = (nonce: string): string => `<head>\n  <meta property="csp-nonce" nonce="${nonce}">`

/** Answers the page's requests from one folder and nothing else. */
export function pageFiles(folder: string, newNonce: () => string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async ({ url, method }) => {
    const name = method === 'GET' && isOwnAddress(url) ? fileName(url) : undefined
    const type = name === undefined ? undefined : TYPES[path.extname(name)]
    if (name === undefined || type === undefined) return notFound()
    const bytes = await readFile(path.join(folder, name)).catch(() => undefined)
    if (bytes === undefined) return notFound()
    const nonce = newNonce()
    const body = name === INDEX ? bytes.toString('utf8').replace('<head>', nonceTag(nonce)) : new Uint8Array(bytes)
    return new Response(body, { headers: headers(type, nonce) })
  }
}

/**
 * The path as it was written, unless it could lead out of the folder: names of plain characters only, so no "..", no
 * encoded slash, no drive letter and no NUL is ever looked at.
 */
function fileName(address: string): string | undefined {
  const written = /^[a-z]+:\/\/[^/?#]*([^?#]*)/.exec(address)?.[1] ?? ''
  const name = written === '/' || written === '' ? INDEX : written
  return NAME.test(name) && !name.includes('..') ? name : undefined
}

const notFound = (): Response => new Response('', { status: 404, headers: headers('text/plain; charset=utf-8', '') })

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce), // SECURITY: 7 every answer carries the policy.
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
