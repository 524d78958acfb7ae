import { ProxyFailure } from './tunnel.ts'

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
  /** The proxy cannot be reached, or does not connect. */
  | 'proxy'
  | 'proxy_login'

/** Why a request got no answer. `mayHaveArrived` is what decides whether it may be sent again. */
export class HttpFailure extends Error {
  readonly reason: HttpFailureReason
  readonly mayHaveArrived: boolean
  readonly status: number | null
  readonly retryAfterSeconds: number | null
  /** What a refusal said beside its status, as far as it was read. */
  readonly body: Uint8Array | null

  constructor(reason: HttpFailureReason, mayHaveArrived: boolean, status: number | null = null, retryAfterSeconds: number | null = null, body: Uint8Array | null = null) {
    super(status === null ? reason : `${reason} ${status}`)
    this.reason = reason
    this.mayHaveArrived = mayHaveArrived
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.body = body
  }
}

const TLS_ERROR = /CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|HOSTNAME|EPROTO/
const NO_NETWORK = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'])
const NO_SERVER = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EADDRNOTAVAIL'])

/** What an error of a socket means. */
export function toFailure(error: Error, wasSent: boolean): HttpFailure {
  if (error instanceof ProxyFailure) return new HttpFailure(error.reason, false)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (NO_NETWORK.has(code)) return new HttpFailure('offline', false)
  if (NO_SERVER.has(code)) return new HttpFailure('refused', false)
  if (TLS_ERROR.test(code)) return new HttpFailure('tls', false)
  if (code === 'ETIMEDOUT') return new HttpFailure('timeout', wasSent)
  return new HttpFailure('reset', wasSent)
}
