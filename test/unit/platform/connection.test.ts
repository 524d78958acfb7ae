import type { RequestListener } from 'node:http'
import { TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { checkClientCertificate, lookAtCertificate, readCertificate } from '#main/platform/certificates.ts'
import { cookieJar } from '#main/platform/cookies.ts'
import { connectionWith, HttpFailure, type HttpEvent, type HttpSettings } from '#main/platform/http.ts'
import type { Proxy } from '#main/platform/proxy.ts'
import { connectProxy, issue, pkcs12, servePlainly, serveSecurely, socksProxy } from './wire.ts'

const LIMITS = { idleMs: 2_000, totalMs: 4_000, bytesMax: 1_000_000 }
const BODY = new TextEncoder().encode('question')
const hello: RequestListener = (request, response) => {
  request.resume().on('end', () => response.end('answer'))
}

async function ask(url: string, settings: Partial<HttpSettings> = {}): Promise<string> {
  return new TextDecoder().decode(await connectionWith({ headers: { 'content-type': 'text/plain' }, limits: LIMITS, ...settings })(url, BODY))
}
async function failure(answer: Promise<unknown>): Promise<HttpFailure> {
  const cause = await answer.then(() => null, (error: unknown) => error)
  expect(cause).toBeInstanceOf(HttpFailure)
  return cause as HttpFailure
}
const lookup = (proxy: Proxy) => () => Promise.resolve(proxy)
const pinOf = (pem: string) => ({ pem, fingerprint: readCertificate(pem).fingerprint })

const authority = issue('Test authority', true)
const bank = issue('Test bank', false, authority)
const selfMade = issue('Self-made', true)

describe('a server’s certificate', () => {
  it('is refused unless somebody known vouches for it', async () => {
    const url = await serveSecurely(bank, hello)
    expect(await failure(ask(url))).toMatchObject({ reason: 'tls', mayHaveArrived: false })
  })

  it('is accepted alone once the user has chosen it, whoever made it', async () => {
    for (const certificate of [bank, selfMade]) {
      const url = await serveSecurely(certificate, hello)
      expect(await ask(url, { pinned: pinOf(certificate.certificate) })).toBe('answer')
    }
  })

  it('is refused where it is another than the chosen one, even from the same issuer', async () => {
    const url = await serveSecurely(issue('Test bank', false, authority), hello)
    expect(await failure(ask(url, { pinned: pinOf(bank.certificate) }))).toMatchObject({ reason: 'tls' })
    const other = await serveSecurely(issue('Test bank', false, selfMade), hello)
    expect(await failure(ask(other, { pinned: pinOf(selfMade.certificate) }))).toMatchObject({ reason: 'tls' })
  })

  it('can be looked at before deciding, and nothing is sent meanwhile', async () => {
    let requests = 0
    const url = await serveSecurely(bank, () => { requests += 1 })
    const seen = await lookAtCertificate('localhost', Number(new URL(url).port))
    expect(seen).toMatchObject({ subject: 'CN=Test bank', issuer: 'CN=Test authority', fingerprint: readCertificate(bank.certificate).fingerprint })
    expect(seen?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(requests).toBe(0)
  })

  it('is nothing where nobody answers, or not in TLS', async () => {
    const url = await servePlainly(hello)
    expect(await lookAtCertificate('127.0.0.1', Number(new URL(url).port))).toBeNull()
  })
})

describe('a client certificate', () => {
  const customer = issue('Customer', false, authority)
  const asking = { requestCert: true, ca: authority.certificate }
  const whoCalls: RequestListener = (request, response) => {
    const name = request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate()?.subject : undefined
    response.end(`answer to ${name ?? 'nobody'}`)
  }

  it('opens a server that asks for one, as PEM and as PKCS#12', async () => {
    const url = await serveSecurely(bank, whoCalls, asking)
    const pinned = pinOf(bank.certificate)
    const pem = { kind: 'pem', certificate: customer.certificate, key: customer.key } as const
    const packed = { kind: 'pkcs12', bytes: pkcs12(customer, 'open sesame'), passphrase: new Secret('open sesame') } as const
    expect(await ask(url, { pinned, clientCertificate: pem })).toBe('answer to CN=Customer')
    expect(await ask(url, { pinned, clientCertificate: packed })).toBe('answer to CN=Customer')
    expect((await failure(ask(url, { pinned }))).reason).toMatch(/^(tls|reset)$/)
    const stranger = issue('Stranger', false, selfMade)
    expect((await failure(ask(url, { pinned, clientCertificate: { kind: 'pem', ...stranger } }))).reason).toMatch(/^(tls|reset)$/)
  })

  it('is checked before a bank is called', () => {
    const packed = { kind: 'pkcs12', bytes: pkcs12(customer, 'right') } as const
    expect(checkClientCertificate({ ...packed, passphrase: new Secret('right') })).toEqual({ ok: true, value: undefined })
    expect(checkClientCertificate({ ...packed, passphrase: new Secret('wrong') })).toEqual({ ok: false, error: 'wrong_passphrase' })
    expect(checkClientCertificate({ kind: 'pkcs12', bytes: new Uint8Array(20) })).toEqual({ ok: false, error: 'unreadable' })
    expect(checkClientCertificate({ kind: 'pem', certificate: 'no', key: 'no' })).toEqual({ ok: false, error: 'unreadable' })
  })
})

describe('a proxy', () => {
  it('leads to a bank by CONNECT with its login, and there is no direct way beside it', async () => {
    const url = await serveSecurely(bank, hello)
    const { port, diary } = await connectProxy('ada:engine:1')
    const proxy: Proxy = { kind: 'http', host: '127.0.0.1', port, user: 'ada', password: new Secret('engine:1') }
    expect(await ask(url, { pinned: pinOf(bank.certificate), proxy: lookup(proxy) })).toBe('answer')
    expect(diary).toEqual({ asked: [`localhost:${new URL(url).port}`], logins: ['ada:engine:1'] })
  })

  it('leads to a bank by SOCKS5, which gets the name and not the address', async () => {
    const url = await serveSecurely(bank, hello)
    const { port, diary } = await socksProxy('ada:engine')
    const proxy: Proxy = { kind: 'socks5', host: '127.0.0.1', port, user: 'ada', password: new Secret('engine') }
    expect(await ask(url, { pinned: pinOf(bank.certificate), proxy: lookup(proxy) })).toBe('answer')
    expect(diary).toEqual({ asked: [`localhost:${new URL(url).port}`], logins: ['ada:engine'] })
  })

  it('needs no login where it asks for none', async () => {
    const url = await servePlainly(hello)
    const [http, socks] = [await connectProxy(null), await socksProxy(null)]
    expect(await ask(url, { proxy: lookup({ kind: 'http', host: '127.0.0.1', port: http.port }) })).toBe('answer')
    expect(await ask(url, { proxy: lookup({ kind: 'socks5', host: '127.0.0.1', port: socks.port }) })).toBe('answer')
    expect([http.diary.asked, socks.diary.asked]).toEqual([[new URL(url).host], [new URL(url).host]])
  })

  it('that wants another login, or is not there, is told from the bank', async () => {
    const url = await servePlainly(hello)
    const [http, socks] = [await connectProxy('right:login'), await socksProxy('right:login')]
    const wrong = { host: '127.0.0.1', user: 'right', password: new Secret('wrong') }
    expect(await failure(ask(url, { proxy: lookup({ kind: 'http', port: http.port, ...wrong }) }))).toMatchObject({ reason: 'proxy_login', mayHaveArrived: false })
    expect(await failure(ask(url, { proxy: lookup({ kind: 'socks5', port: socks.port, ...wrong }) }))).toMatchObject({ reason: 'proxy_login', mayHaveArrived: false })
    expect(await failure(ask(url, { proxy: lookup({ kind: 'socks5', host: '127.0.0.1', port: socks.port }) }))).toMatchObject({ reason: 'proxy_login' })
    expect(await failure(ask(url, { proxy: lookup({ kind: 'http', host: '127.0.0.1', port: 1 }) }))).toMatchObject({ reason: 'proxy', mayHaveArrived: false })
    expect(await failure(ask(url, { proxy: lookup({ kind: 'socks5', host: '127.0.0.1', port: http.port }) }))).toMatchObject({ reason: 'proxy' })
  })
})

describe('redirects, cookies and packing', () => {
  it('follows a redirect within the same origin and no other', async () => {
    const url = await servePlainly((request, response) => {
      if (request.url === '/ofx') response.writeHead(307, { location: '/there' }).end()
      else hello(request, response)
    })
    expect(await ask(url, { redirectsMax: 2 })).toBe('answer')
    expect(await failure(ask(url))).toMatchObject({ reason: 'status', status: 307 })
    const elsewhere = await servePlainly((_request, response) => { response.writeHead(307, { location: url }).end() })
    expect(await failure(ask(elsewhere, { redirectsMax: 2 }))).toMatchObject({ reason: 'status', status: 307 })
    const round = await servePlainly((_request, response) => { response.writeHead(308, { location: '/again' }).end() })
    expect(await failure(ask(round, { redirectsMax: 2 }))).toMatchObject({ status: 308 })
  })

  it('brings a cookie back to the host that set it, and to no other', async () => {
    const seen: (string | undefined)[] = []
    const setting: RequestListener = (request, response) => {
      seen.push(request.headers.cookie)
      response.setHeader('set-cookie', ['session=1; Path=/; HttpOnly', 'hidden=1; Secure', 'gone=1; Max-Age=0'])
      hello(request, response)
    }
    const [one, two] = [await servePlainly(setting), await servePlainly(setting)]
    const cookies = cookieJar(() => 0)
    for (const url of [one, one, two]) await ask(url, { cookies })
    expect(seen).toEqual([undefined, 'session=1', undefined])
  })

  it('brings what a refusal says beside its status', async () => {
    const url = await servePlainly((request, response) => {
      request.resume()
      response.writeHead(400, { 'content-type': 'application/x-ofx' }).end('what is wrong')
    })
    const { status, body } = await failure(ask(url))
    expect([status, new TextDecoder().decode(body ?? new Uint8Array(0))]).toEqual([400, 'what is wrong'])
  })

  it('unpacks an answer nobody asked to have packed, and no bomb', async () => {
    const packed = (bytes: number) => servePlainly((request, response) => {
      request.resume()
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(bytes, 'a')))
    })
    expect(await ask(await packed(10))).toBe('aaaaaaaaaa')
    expect(await failure(ask(await packed(5_000_000)))).toMatchObject({ reason: 'too_large' })
  })
})

it('tells what happens in its order', async () => {
  const events: HttpEvent[] = []
  const url = await serveSecurely(bank, hello)
  await ask(url, { pinned: pinOf(bank.certificate), onEvent: (event) => events.push(event) })
  expect(events.map(({ kind }) => kind)).toEqual(['connecting', 'resolved', 'connected', 'secured', 'sent', 'receiving', 'done'])
  expect(events[3]).toMatchObject({ protocol: 'TLSv1.3', certificate: { subject: 'CN=Test bank', issuer: 'CN=Test authority' } })
  events.length = 0
  await failure(ask(url, { onEvent: (event) => events.push(event) }))
  expect(events[0]).toEqual({ kind: 'connecting', host: new URL(url).host, proxy: null })
  expect(events.slice(1).map(({ kind }) => kind)).toEqual(['resolved', 'connected', 'failed'])
  expect(events.at(-1)).toEqual({ kind: 'failed', reason: 'tls' })
})
