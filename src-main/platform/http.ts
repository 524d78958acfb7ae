import type { ConnectionOptions } from 'node:tls'
import { clientOptions, pinnedOptions, type ClientCertificate, type PinnedCertificate, type ServerCertificate } from './certificates.ts'
import type { CookieJar } from './cookies.ts'
import type { Answer, PostLimits } from './http-exchange.ts'
import { HttpFailure, type HttpFailureReason } from './http-failure.ts'
import type { ProxyLookup } from './proxy.ts'

export { HttpFailure, type HttpFailureReason } from './http-failure.ts'
export type { PostLimits } from './http-exchange.ts'

/** Sends a body and answers with the body of a 200, which is the caller's alone. Throws HttpFailure. */
export type Post = (url: string, body: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

const LIMITS: PostLimits = { idleMs: 60_000, totalMs: 300_000, bytesMax: 128 * 1024 * 1024 }

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Plain http stays on this computer; everything else needs TLS. */
export function isSecureUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

/** What is asked for never leaves this computer. */
export const isThisComputer = (url: string): boolean => URL.canParse(url) && LOOPBACK.test(new URL(url).hostname)

/** How a connection to a bank is made. Everything is off that nobody asks for. */
export interface HttpSettings {
  readonly headers: Readonly<Record<string, string>>
  readonly limits?: PostLimits | undefined
  readonly proxy?: ProxyLookup | undefined
  readonly clientCertificate?: ClientCertificate | undefined
  /** Trusted in place of the world's roots, by the user's own choice. */
  readonly pinned?: PinnedCertificate | undefined
  readonly cookies?: CookieJar | undefined
  /** Redirects within the very same origin that are followed (307 and 308, which keep the POST). */
  readonly redirectsMax?: number | undefined
  readonly onEvent?: ((event: HttpEvent) => void) | undefined
}

/** What a person may be told while a request is under way. */
export type HttpEvent =
  | { readonly kind: 'connecting'; readonly host: string; readonly proxy: string | null }
  | { readonly kind: 'resolved'; readonly address: string }
  | { readonly kind: 'connected' }
  | { readonly kind: 'secured'; readonly protocol: string; readonly certificate: ServerCertificate | null }
  | { readonly kind: 'sent'; readonly bytes: number }
  | { readonly kind: 'receiving'; readonly bytes: number }
  | { readonly kind: 'done'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: HttpFailureReason }

/** Posts over verified TLS. Redirects are never followed: a secret goes to the host it was meant for. */
export const postWith = (headers: Readonly<Record<string, string>>, limits: PostLimits = LIMITS): Post => connectionWith({ headers, limits })

/** The same with proxies, client certificates, cookies and a pinned certificate. */
export function connectionWith(settings: HttpSettings): Post {
  const { redirectsMax = 0, onEvent = () => undefined } = settings
  return async (address, body, signal) => {
    try {
      let url = address
      for (let redirects = 0; ; redirects += 1) {
        if (!isSecureUrl(url)) throw new HttpFailure('insecure', false)
        if (signal?.aborted === true) throw new HttpFailure('cancelled', false)
        const answer = await post(new URL(url), body, settings, signal)
        if (answer.redirect === null) {
          onEvent({ kind: 'done', bytes: answer.body.length })
          return answer.body
        }
        // SECURITY: a redirect to another host, port or scheme would carry the password there.
        const next = redirects < redirectsMax && URL.canParse(answer.redirect, url) ? new URL(answer.redirect, url) : null
        if (next?.origin !== new URL(url).origin) throw new HttpFailure('status', true, answer.status)
        url = next.href
      }
    }
    catch (cause) {
      if (cause instanceof HttpFailure) onEvent({ kind: 'failed', reason: cause.reason })
      throw cause
    }
  }
}

async function post(url: URL, body: Uint8Array, settings: HttpSettings, signal: AbortSignal | undefined): Promise<Answer> {
  const { limits = LIMITS, onEvent = () => undefined } = settings
  const proxy = await settings.proxy?.(url.href) ?? null
  onEvent({ kind: 'connecting', host: url.host, proxy: proxy === null ? null : `${proxy.host}:${proxy.port}` })
  const cookie = settings.cookies?.headerFor(url) ?? null
  // Node's own client is large, and most starts of Kontor ask no bank.
  const { Exchange } = await import('./http-exchange.ts')
  const answer = await new Promise<Answer>((resolve, reject) => {
    const headers = { ...settings.headers, ...(cookie === null ? {} : { cookie }), 'content-length': body.length }
    const events = {
      resolved: (address: string) => onEvent({ kind: 'resolved', address }),
      connected: () => onEvent({ kind: 'connected' }),
      secured: (protocol: string, certificate: ServerCertificate | null) => onEvent({ kind: 'secured', protocol, certificate }),
      sent: (bytes: number) => onEvent({ kind: 'sent', bytes }),
      receiving: (bytes: number) => onEvent({ kind: 'receiving', bytes }),
    }
    new Exchange(url, limits, events, resolve, reject).send({ headers, body, trust: trustOf(settings), proxy, signal })
  })
  settings.cookies?.store(url, answer.cookies)
  return answer
}

const trustOf = ({ clientCertificate, pinned }: HttpSettings): ConnectionOptions =>
  ({ ...(clientCertificate === undefined ? {} : clientOptions(clientCertificate)), ...(pinned === undefined ? {} : pinnedOptions(pinned)) })
