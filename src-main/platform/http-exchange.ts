import { request as plainRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls, TLSSocket, type ConnectionOptions } from 'node:tls'
import type { Duplex, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { certificateOf, type ServerCertificate } from './certificates.ts'
import { HttpFailure, toFailure } from './http-failure.ts'
import type { Proxy } from './proxy.ts'
import { tunnel } from './tunnel.ts'

export interface PostLimits {
  /** Silence after which a connection counts as lost. */
  readonly idleMs: number
  /** Longest time for the whole answer, however steadily it drips. */
  readonly totalMs: number
  readonly bytesMax: number
}

/** What came back: a body, or where it lies instead. */
export interface Answer { readonly status: number; readonly body: Uint8Array; readonly redirect: string | null; readonly cookies: readonly string[] }

/** What goes out, which way, and whom it trusts. */
export interface Shipment {
  readonly headers: OutgoingHttpHeaders
  readonly body: Uint8Array
  readonly trust: ConnectionOptions
  readonly proxy: Proxy | null
  readonly signal: AbortSignal | undefined
}

export interface ExchangeEvents {
  resolved?(address: string): void
  connected?(): void
  secured?(protocol: string, certificate: ServerCertificate | null): void
  sent?(bytes: number): void
  receiving?(bytes: number): void
}

const REDIRECTS = new Set([307, 308])
const OK = 200
/** What a server says beside a refusal is a page or a short answer. */
const REFUSAL_BYTES_MAX = 1024 * 1024

/** One request and its answer. Settles once, whatever happens after. */
export class Exchange {
  readonly #url: URL
  readonly #limits: PostLimits
  readonly #events: ExchangeEvents
  readonly #settled = new AbortController()
  readonly #resolve: (answer: Answer) => void
  readonly #reject: (failure: HttpFailure) => void
  #wasSent = false
  #request: ClientRequest | null = null

  constructor(url: URL, limits: PostLimits, events: ExchangeEvents, resolve: (answer: Answer) => void, reject: (failure: HttpFailure) => void) {
    this.#url = url
    this.#limits = limits
    this.#events = events
    this.#resolve = resolve
    this.#reject = reject
  }

  send({ headers, body, trust, proxy, signal }: Shipment): void {
    const deadline = setTimeout(() => { this.#fail(new HttpFailure('timeout', this.#wasSent)) }, this.#limits.totalMs)
    const cancel = () => { this.#fail(new HttpFailure('cancelled', this.#wasSent)) }
    signal?.addEventListener('abort', cancel, { once: true })
    this.#settled.signal.addEventListener('abort', () => {
      clearTimeout(deadline)
      signal?.removeEventListener('abort', cancel)
    }, { once: true })
    if (signal?.aborted === true) {
      cancel()
      return
    }
    const isTls = this.#url.protocol === 'https:'
    const way = proxy === null ? {} : { createConnection: (_options: object, done: (error: Error | null, socket: Duplex) => void) => this.#through(proxy, trust, done) }
    try {
      // SECURITY: certificates are verified by default; nothing here or elsewhere switches that off.
      this.#request = (isTls ? tlsRequest : plainRequest)(this.#url, { method: 'POST', headers, ...trust, ...way })
    }
    catch (cause) {
      // A client certificate that cannot be read, of which the caller could have known.
      if (!(cause instanceof Error)) throw cause
      this.#fail(toFailure(cause, false))
      return
    }
    this.#follow(this.#request, isTls, body.length)
    this.#request.end(body)
  }

  #follow(request: ClientRequest, isTls: boolean, size: number): void {
    request.setTimeout(this.#limits.idleMs, () => { this.#fail(new HttpFailure('timeout', this.#wasSent)) })
    request.on('error', (error) => { this.#fail(toFailure(error, this.#wasSent)) })
    request.on('response', (response) => { this.#receive(response) })
    request.on('finish', () => this.#events.sent?.(size))
    request.on('socket', (socket) => {
      // A kept connection connects no more; what goes into it may have arrived.
      if (request.reusedSocket || (!socket.connecting && !isTls)) this.#wasSent = true
      else this.#watch(socket, isTls)
    })
  }

  #watch(socket: Socket, isTls: boolean): void {
    socket.once('lookup', (error: Error | null, address: string) => { if (error === null) this.#events.resolved?.(address) })
    socket.once('connect', () => this.#events.connected?.())
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      this.#wasSent = true
      if (socket instanceof TLSSocket) this.#events.secured?.(socket.getProtocol() ?? '', certificateOf(socket))
    })
  }

  #through(proxy: Proxy, trust: ConnectionOptions, done: (error: Error | null, socket: Duplex) => void): undefined {
    const { protocol, hostname, port } = this.#url
    const isTls = protocol === 'https:'
    const target = { host: hostname, port: port === '' ? (isTls ? 443 : 80) : Number(port) }
    const bare = hostname.replace(/^\[|\]$/g, '')
    void tunnel(proxy, target, this.#settled.signal).then((socket) => {
      // SECURITY: inside the tunnel the bank is verified like any other; the proxy sees nothing.
      done(null, isTls ? connectTls({ ...trust, socket, host: bare, ...(isIP(bare) === 0 ? { servername: bare } : {}) }) : socket)
    }, (cause: unknown) => { this.#fail(toFailure(cause instanceof Error ? cause : new Error('proxy'), false)) })
    return undefined
  }

  #receive(response: IncomingMessage): void {
    const status = response.statusCode ?? 0
    const cookies = response.headers['set-cookie'] ?? []
    if (REDIRECTS.has(status)) {
      response.resume()
      this.#finish({ status, body: new Uint8Array(0), redirect: response.headers.location ?? '', cookies })
      return
    }
    const refusal = (body: Uint8Array | null): HttpFailure => new HttpFailure('status', true, status, retryAfter(response.headers['retry-after']), body)
    const isRefused = status !== OK
    const tooLarge = isRefused ? refusal(null) : new HttpFailure('too_large', true)
    const lost = isRefused ? refusal(null) : new HttpFailure('reset', true)
    this.#collect(response, { bytesMax: isRefused ? REFUSAL_BYTES_MAX : this.#limits.bytesMax, tooLarge, lost }, (body) => {
      if (isRefused) this.#fail(refusal(body))
      else this.#finish({ status, body, redirect: null, cookies })
    })
  }

  #collect(response: IncomingMessage, { bytesMax, tooLarge, lost }: { readonly bytesMax: number; readonly tooLarge: HttpFailure; readonly lost: HttpFailure }, done: (body: Uint8Array) => void): void {
    const intake = new Intake(Number(response.headers['content-length'] ?? 0), bytesMax)
    const source = unpacked(response)
    const fail = (): void => { this.#fail(lost) }
    source.on('data', (chunk: Buffer) => {
      const isTaken = intake.take(chunk)
      this.#events.receiving?.(intake.size)
      if (!isTaken) this.#fail(tooLarge)
    })
    source.on('end', () => { done(intake.bytes) })
    source.on('error', fail)
    response.on('error', fail)
    response.on('aborted', fail)
  }

  #finish(answer: Answer): void {
    if (this.#settled.signal.aborted) return
    this.#settled.abort()
    this.#resolve(answer)
  }

  #fail(failure: HttpFailure): void {
    if (this.#settled.signal.aborted) return
    this.#settled.abort()
    this.#request?.destroy()
    this.#reject(failure)
  }
}

const FIRST_BYTES = 64 * 1024

/** Gathers a body in one place: pieces kept until the end would need all of it twice. */
class Intake {
  size = 0
  #buffer: ArrayBuffer
  readonly #bytesMax: number

  /** What a server announces is a hint; nothing is reserved for it beyond what may come. */
  constructor(announced: number, bytesMax: number) {
    this.#bytesMax = bytesMax
    this.#buffer = new ArrayBuffer(Math.min(Math.max(Number.isSafeInteger(announced) ? announced : 0, FIRST_BYTES), bytesMax))
  }

  /** False where it is too much. */
  take(chunk: Uint8Array): boolean {
    const wanted = this.size + chunk.length
    if (wanted > this.#bytesMax) return false
    // Whoever grows lets go of the old place at once, without waiting for the garbage collector.
    if (wanted > this.#buffer.byteLength) this.#buffer = this.#buffer.transfer(Math.min(Math.max(wanted, this.#buffer.byteLength * 2), this.#bytesMax))
    new Uint8Array(this.#buffer, this.size).set(chunk)
    this.size = wanted
    return true
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.#buffer, 0, this.size)
  }
}

/** Some servers pack their answer although nobody asked them to. */
function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.trim().toLowerCase()) {
    case 'gzip': case 'x-gzip': return response.pipe(createGunzip())
    case 'deflate': return response.pipe(createInflate())
    case 'br': return response.pipe(createBrotliDecompress())
    default: return response
  }
}

function retryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null
}
