import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Proxy } from './proxy.ts'

/** A proxy that does not connect us: it cannot be reached, wants another login, or refuses. */
export class ProxyFailure extends Error {
  /** `proxy_login`: user name or password of the proxy are missing or wrong. */
  readonly reason: 'proxy' | 'proxy_login'

  constructor(reason: ProxyFailure['reason'], detail: string) {
    super(detail)
    this.reason = reason
  }
}

export interface Target { readonly host: string; readonly port: number }

const HEAD_MAX = 16 * 1024

/** Opens a way to a target through a proxy. What flows through it afterwards is the target's, as if directly connected. */
export async function tunnel(proxy: Proxy, target: Target, signal: AbortSignal): Promise<Socket> {
  const socket = await reach(proxy, signal)
  try {
    if (proxy.kind === 'socks5') await askSocks(socket, proxy, target)
    else await askConnect(socket, proxy, target)
    return socket
  }
  catch (cause) {
    socket.destroy()
    throw cause
  }
}

function reach({ kind, host, port }: Proxy, signal: AbortSignal): Promise<Socket> {
  const bare = host.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    // SECURITY: a proxy that speaks TLS is verified like a bank.
    const socket = kind === 'https' ? connectTls({ host: bare, port, ...(isIP(bare) === 0 ? { servername: bare } : {}) }) : connect({ host: bare, port })
    const abort = () => { socket.destroy(new ProxyFailure('proxy', 'cancelled')) }
    signal.addEventListener('abort', abort, { once: true })
    socket.once('close', () => { signal.removeEventListener('abort', abort) })
    socket.once('error', (error: Error) => { reject(new ProxyFailure('proxy', error.message)) })
    socket.once(kind === 'https' ? 'secureConnect' : 'connect', () => { resolve(socket) })
  })
}

/** Reads a socket in pieces of a known size, or up to a mark; what is left over stays in the socket. */
class Intake {
  readonly #socket: Socket
  #held = Buffer.alloc(0)

  constructor(socket: Socket) {
    this.#socket = socket
  }

  async take(size: number): Promise<Buffer> {
    while (this.#held.length < size) await this.#more()
    return this.#cut(size)
  }

  async takeUntil(mark: string): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) return this.#cut(at + mark.length).toString('latin1')
      if (this.#held.length > HEAD_MAX) throw new ProxyFailure('proxy', 'the proxy answers without end')
      await this.#more()
    }
  }

  /** Gives back what came too early. */
  release(): void {
    if (this.#held.length > 0) this.#socket.unshift(this.#held)
  }

  #cut(size: number): Buffer {
    const part = this.#held.subarray(0, size)
    this.#held = this.#held.subarray(size)
    return part
  }

  #more(): Promise<void> {
    const socket = this.#socket
    return new Promise((resolve, reject) => {
      const settle = () => {
        socket.off('readable', take)
        socket.off('close', fail)
        socket.off('error', fail)
      }
      const take = () => {
        const chunk: unknown = socket.read()
        if (!(chunk instanceof Uint8Array)) return
        settle()
        this.#held = Buffer.concat([this.#held, chunk])
        resolve()
      }
      const fail = () => {
        settle()
        reject(new ProxyFailure('proxy', 'the proxy hung up'))
      }
      socket.on('readable', take)
      socket.once('close', fail)
      socket.once('error', fail)
    })
  }
}

/** HTTP CONNECT (RFC 9110 §9.3.6) with Basic authentication. */
async function askConnect(socket: Socket, { user, password }: Proxy, { host, port }: Target): Promise<void> {
  const place = `${host}:${port}`
  const login = user === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${user}:${password?.reveal() ?? ''}`).toString('base64')}\r\n`
  socket.write(`CONNECT ${place} HTTP/1.1\r\nHost: ${place}\r\n${login}\r\n`)
  const intake = new Intake(socket)
  const head = await intake.takeUntil('\r\n\r\n')
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(head)?.[1] ?? 0)
  if (status === 407) throw new ProxyFailure('proxy_login', 'the proxy wants a login')
  if (status < 200 || status > 299) throw new ProxyFailure('proxy', `the proxy answers ${status}`)
  intake.release()
}

const SOCKS = 5
const NO_LOGIN = 0
const LOGIN = 2
const BYTE_MAX = 255

/** SOCKS5 (RFC 1928) with user name and password (RFC 1929). The proxy looks the name up: nobody on the way learns it. */
async function askSocks(socket: Socket, { user, password }: Proxy, { host, port }: Target): Promise<void> {
  const intake = new Intake(socket)
  const methods = user === undefined ? [NO_LOGIN] : [NO_LOGIN, LOGIN]
  socket.write(Uint8Array.of(SOCKS, methods.length, ...methods))
  const [version, method] = await intake.take(2)
  if (version !== SOCKS) throw new ProxyFailure('proxy', 'the proxy does not speak SOCKS5')
  if (method === LOGIN && user !== undefined) await logIn(socket, intake, user, password?.reveal() ?? '')
  else if (method !== NO_LOGIN) throw new ProxyFailure('proxy_login', 'the proxy wants a login')
  socket.write(Buffer.concat([Uint8Array.of(SOCKS, 1, 0), addressOf(host), Uint8Array.of(port >> 8, port & 0xff)]))
  const [, code, , type] = await intake.take(4)
  if (code !== 0) throw new ProxyFailure('proxy', `the proxy answers ${code ?? '?'}`)
  const size = type === 1 ? 4 : type === 4 ? 16 : (await intake.take(1))[0] ?? 0
  await intake.take(size + 2)
  intake.release()
}

async function logIn(socket: Socket, intake: Intake, user: string, password: string): Promise<void> {
  const [name, word] = [Buffer.from(user), Buffer.from(password)]
  if (name.length > BYTE_MAX || word.length > BYTE_MAX) throw new ProxyFailure('proxy_login', 'the login is too long')
  socket.write(Buffer.concat([Uint8Array.of(1, name.length), name, Uint8Array.of(word.length), word]))
  const [, status] = await intake.take(2)
  if (status !== 0) throw new ProxyFailure('proxy_login', 'the proxy refuses the login')
}

function addressOf(host: string): Uint8Array {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) === 4) return Uint8Array.of(1, ...bare.split('.').map(Number))
  if (isIP(bare) === 6) return Uint8Array.of(4, ...sixteenBytes(bare))
  const name = Buffer.from(bare)
  return Buffer.concat([Uint8Array.of(3, Math.min(name.length, BYTE_MAX)), name.subarray(0, BYTE_MAX)])
}

/** An IPv6 address without its abbreviation; the URL parser has normalised it to groups of hex digits. */
function sixteenBytes(address: string): number[] {
  const [left = '', right] = address.split('::')
  const groups = (text: string): string[] => text === '' ? [] : text.split(':')
  const [before, after] = [groups(left), groups(right ?? '')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}
