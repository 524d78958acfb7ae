import { createHash, createHmac, createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { createServer as createPlain, type RequestListener } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import { der, issueCertificate, type ThrowAwayCertificate } from '#main/demo-bank/certificate.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'

const open: { server: Server; sockets: Set<Socket> }[] = []
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Listens on this computer until the test is over. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  open.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export const issue = (name: string, isAuthority: boolean, issuer: ThrowAwayCertificate | null = null): ThrowAwayCertificate => issueCertificate({ name, isAuthority }, issuer, systemClock, systemRandom)

export interface SecureOptions { readonly requestCert?: boolean; readonly ca?: string }

export async function serveSecurely(certificate: ThrowAwayCertificate, listener: RequestListener, options: SecureOptions = {}): Promise<string> {
  return `https://localhost:${await listen(createSecure({ key: certificate.key, cert: certificate.certificate, rejectUnauthorized: options.requestCert === true, ...options }, listener))}/ofx`
}

export async function servePlainly(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createPlain(listener))}/ofx`
}

/** Whatever a proxy was asked for. */
export interface ProxyDiary { readonly asked: string[]; readonly logins: string[] }

/** A real HTTP CONNECT proxy with Basic authentication. */
export async function connectProxy(login: string | null): Promise<{ port: number; diary: ProxyDiary }> {
  const diary: ProxyDiary = { asked: [], logins: [] }
  const server = createPlain((_request, response) => { response.writeHead(405).end() })
  server.on('connect', (request, client, head) => {
    const given = Buffer.from(request.headers['proxy-authorization']?.replace(/^Basic /, '') ?? '', 'base64').toString()
    diary.asked.push(request.url ?? '')
    diary.logins.push(given)
    client.on('error', () => undefined)
    if (login !== null && given !== login) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n')
      return
    }
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const upstream = connect({ host: host === 'localhost' ? '127.0.0.1' : host, port: Number(port) }, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client)
      client.pipe(upstream)
    })
    upstream.on('error', () => client.destroy())
  })
  return { port: await listen(server), diary }
}

/** A real SOCKS5 proxy with user name and password. */
export async function socksProxy(login: string | null): Promise<{ port: number; diary: ProxyDiary }> {
  const diary: ProxyDiary = { asked: [], logins: [] }
  const server = createServer((client) => {
    let held = Buffer.alloc(0)
    let state: 'greeting' | 'login' | 'request' | 'open' = 'greeting'
    const take = (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      if (state === 'greeting' && held.length >= 2 && held.length >= 2 + (held[1] ?? 0)) {
        const offers = [...held.subarray(2, 2 + (held[1] ?? 0))]
        held = held.subarray(2 + (held[1] ?? 0))
        state = login === null ? 'request' : 'login'
        client.write(Uint8Array.of(5, login === null ? 0 : offers.includes(2) ? 2 : 255))
      }
      if (state === 'login' && held.length >= 2) {
        const user = held.subarray(2, 2 + (held[1] ?? 0)).toString()
        const size = held[2 + (held[1] ?? 0)] ?? 0
        const given = `${user}:${held.subarray(3 + (held[1] ?? 0), 3 + (held[1] ?? 0) + size).toString()}`
        diary.logins.push(given)
        held = held.subarray(3 + (held[1] ?? 0) + size)
        state = 'request'
        client.write(Uint8Array.of(1, given === login ? 0 : 1))
      }
      if (state === 'request' && held.length >= 7) {
        const isName = held[3] === 3
        const size = isName ? held[4] ?? 0 : 4
        const start = isName ? 5 : 4
        const host = isName ? held.subarray(start, start + size).toString() : [...held.subarray(start, start + size)].join('.')
        const port = held.readUInt16BE(start + size)
        diary.asked.push(`${host}:${port}`)
        state = 'open'
        client.off('data', take)
        const upstream = connect({ host: host === 'localhost' ? '127.0.0.1' : host, port }, () => {
          client.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0))
          upstream.pipe(client)
          client.pipe(upstream)
        })
        upstream.on('error', () => client.destroy())
      }
    }
    client.on('data', take)
  })
  return { port: await listen(server), diary }
}

const SEQUENCE = 0x30
const OCTETS = 0x04
const oid = (...bytes: number[]): Uint8Array => der(0x06, Uint8Array.from(bytes))
const DATA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1)
const PKCS12 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1]
const small = (value: number): Uint8Array => der(0x02, value > 127 ? Uint8Array.of(value >> 8, value & 0xff) : Uint8Array.of(value))
const data = (content: Uint8Array): Uint8Array => der(SEQUENCE, DATA, der(0xa0, der(OCTETS, content)))

/** Key and certificate in one file under a passphrase, as browsers export them (RFC 7292). */
export function pkcs12({ key, certificate }: ThrowAwayCertificate, passphrase: string): Uint8Array {
  const shrouded = createPrivateKey(key).export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase })
  const certBag = der(SEQUENCE, oid(...PKCS12, 3), der(0xa0, der(SEQUENCE, oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 22, 1), der(0xa0, der(OCTETS, new Uint8Array(new X509Certificate(certificate).raw))))))
  const keyBag = der(SEQUENCE, oid(...PKCS12, 2), der(0xa0, new Uint8Array(shrouded)))
  const safe = der(SEQUENCE, data(der(SEQUENCE, certBag)), data(der(SEQUENCE, keyBag)))
  const salt = randomBytes(8)
  const mac = createHmac('sha256', macKey(passphrase, salt, 2048)).update(safe).digest()
  const digest = der(SEQUENCE, der(SEQUENCE, oid(0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1), der(0x05)), der(OCTETS, new Uint8Array(mac)))
  return der(SEQUENCE, small(3), data(safe), der(SEQUENCE, digest, der(OCTETS, new Uint8Array(salt)), small(2048)))
}

/** RFC 7292 appendix B, for a key of one block. */
function macKey(passphrase: string, salt: Uint8Array, iterations: number): Buffer {
  const block = 64
  const fill = (bytes: Uint8Array): Buffer => Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  let hash = createHash('sha256').update(Buffer.alloc(block, 3)).update(fill(salt)).update(fill(password)).digest()
  for (let round = 1; round < iterations; round++) hash = createHash('sha256').update(hash).digest()
  return hash
}
