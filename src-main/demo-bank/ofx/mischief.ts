import { gzipSync } from 'node:zlib'
import type { OfxScenarios } from './scenario.ts'

/** A reply as a server sends it. `drip` and `silent` are for servers with a socket. */
export interface OfxReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly manner: 'at-once' | 'drip' | 'silent'
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const plainReply = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): OfxReply =>
  ({ status, headers: { 'content-type': 'text/plain', ...headers }, body: utf8(text), manner: 'at-once' })

const MOVED_PATH = '/ofx/moved'
const BUSY_CYCLE = 2
const CUT_BYTES = 200

/** What happens instead of an answer. */
export function disturb(scenarios: OfxScenarios, { path, requests, isXml }: { readonly path: string; readonly requests: number; readonly isXml: boolean }): OfxReply | null {
  if (scenarios.has('busy') && requests % BUSY_CYCLE === 1) return plainReply(503, 'busy\n', { 'retry-after': '1' })
  if (scenarios.has('html')) return { ...plainReply(200, '<html><head><title>Sorry</title></head><body><p>We are down for maintenance.</p></body></html>'), headers: { 'content-type': 'text/html' } }
  if (scenarios.has('redirect')) return plainReply(307, '', { location: 'https://elsewhere.example/ofx' })
  if (scenarios.has('moved') && path !== MOVED_PATH) return plainReply(307, '', { location: MOVED_PATH })
  if (scenarios.has('silent')) return { ...plainReply(200, ''), manner: 'silent' }
  return scenarios.has('old') && isXml ? plainReply(400, 'Bad request\n') : null
}

/** How an answer leaves the house. */
export function disguise(document: Uint8Array, scenarios: OfxScenarios, { isXml, isCut, cookie }: { readonly isXml: boolean; readonly isCut: boolean; readonly cookie: string | null }): OfxReply {
  let body = document
  // The header goes on saying Windows-1252.
  if (scenarios.has('wrong-charset') && !isXml) body = utf8(new TextDecoder('latin1').decode(body).replaceAll('COFFEE', 'CAFÉ'))
  if (scenarios.has('bom')) body = Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), body])
  if (isCut) body = body.subarray(0, Math.max(CUT_BYTES, body.length - CUT_BYTES))
  const headers: Record<string, string> = { 'content-type': 'application/x-ofx' }
  // Who comes anonymously may be one of those who must bring it back.
  if (cookie !== null) headers['set-cookie'] = `${cookie}; Path=/; HttpOnly`
  if (scenarios.has('gzip')) {
    body = gzipSync(body)
    headers['content-encoding'] = 'gzip'
  }
  return { status: 200, headers, body: new Uint8Array(body), manner: scenarios.has('drip') ? 'drip' : 'at-once' }
}
