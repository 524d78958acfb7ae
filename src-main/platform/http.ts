import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'

export type HttpFailureReason =
  /** Neither TLS nor this computer itself: refused before a byte was sent. */
  | 'insecure'
  | 'tls'
  | 'offline'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'status'
  | 'too_large'
  | 'cancelled'

/** Why a request got no answer. `mayHaveArrived` is what decides whether it may be sent again. */
export class HttpFailure extends Error {
  readonly reason: HttpFailureReason
  readonly mayHaveArrived: boolean
  readonly status: number | null
  readonly retryAfterSeconds: number | null

  constructor(reason: HttpFailureReason, mayHaveArrived: boolean, status: number | null = null, retryAfterSeconds: number | null = null) {
    super(status === null ? reason : `${reason} ${status}`)
    this.reason = reason
    this.mayHaveArrived = mayHaveArrived
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export interface PostLimits {
  /** Silence after which a connection counts as lost. */
  readonly idleMs: number
  /** Longest time for the whole answer, however steadily it drips. */
  readonly totalMs: number
  readonly bytesMax: number
}

/** Sends a body and answers with the body of a 200. Throws HttpFailure. */
export type Post = (url: string, body: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

const LIMITS: PostLimits = { idleMs: 60_000, totalMs: 300_000, bytesMax: 128 * 1024 * 1024 }

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const TLS_ERROR = /CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|HOSTNAME|EPROTO/
const NO_NETWORK = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'])
const NO_SERVER = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EADDRNOTAVAIL'])

/** Plain http stays on this computer; everything else needs TLS. */
export function isSecureUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

/** Posts over verified TLS. Redirects are never followed: a secret goes to the host it was meant for. */
export function postWith(headers: Readonly<Record<string, string>>, limits: PostLimits = LIMITS): Post {
  return async (url, body, signal) => {
    if (!isSecureUrl(url)) throw new HttpFailure('insecure', false)
    if (signal?.aborted === true) throw new HttpFailure('cancelled', false)
    return await new Promise((resolve, reject) => {
      send(new URL(url), { method: 'POST', headers: { ...headers, 'content-length': body.length } }, body, limits, signal, resolve, reject)
    })
  }
}

function send(
  url: URL, options: RequestOptions, body: Uint8Array, limits: PostLimits, signal: AbortSignal | undefined,
  resolve: (answer: Uint8Array) => void, reject: (failure: HttpFailure) => void,
): void {
  let wasSent = false
  // SECURITY: certificates are verified by default; nothing here or elsewhere switches that off.
  const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options)
  const deadline = setTimeout(() => fail(new HttpFailure('timeout', wasSent)), limits.totalMs)
  const cancel = () => fail(new HttpFailure('cancelled', wasSent))
  const settle = () => {
    clearTimeout(deadline)
    signal?.removeEventListener('abort', cancel)
  }
  const fail = (failure: HttpFailure) => {
    settle()
    request.destroy()
    reject(failure)
  }
  signal?.addEventListener('abort', cancel, { once: true })
  request.setTimeout(limits.idleMs, () => fail(new HttpFailure('timeout', wasSent)))
  request.on('error', (error) => fail(toFailure(error, wasSent)))
  request.on('response', (response) => receive(response, limits.bytesMax, (answer) => {
    settle()
    resolve(answer)
  }, fail))
  request.on('socket', (socket) => {
    // A kept connection connects no more; what goes into it may have arrived.
    if (request.reusedSocket) wasSent = true
    else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      wasSent = true
    })
  })
  request.end(body)
}

function receive(response: IncomingMessage, bytesMax: number, resolve: (answer: Uint8Array) => void, fail: (failure: HttpFailure) => void): void {
  const chunks: Uint8Array[] = []
  let size = 0
  const status = response.statusCode ?? 0
  if (status !== 200) {
    response.resume()
    fail(new HttpFailure('status', true, status, retryAfter(response.headers['retry-after'])))
    return
  }
  response.on('data', (chunk: Uint8Array) => {
    size += chunk.length
    if (size > bytesMax) fail(new HttpFailure('too_large', true))
    else chunks.push(chunk)
  })
  response.on('end', () => {
    const answer = Buffer.concat(chunks)
    resolve(new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength))
  })
  response.on('error', () => fail(new HttpFailure('reset', true)))
  response.on('aborted', () => fail(new HttpFailure('reset', true)))
}

function retryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null
}

function toFailure(error: Error, wasSent: boolean): HttpFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (NO_NETWORK.has(code)) return new HttpFailure('offline', false)
  if (NO_SERVER.has(code)) return new HttpFailure('refused', false)
  if (TLS_ERROR.test(code)) return new HttpFailure('tls', false)
  if (code === 'ETIMEDOUT') return new HttpFailure('timeout', wasSent)
  return new HttpFailure('reset', wasSent)
}
