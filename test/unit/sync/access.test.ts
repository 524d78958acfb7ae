import { describe, expect, it, onTestFinished } from 'vitest'
import type { RequestListener } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { AccessChange } from '#shared/access.ts'
import { createOfxBank } from '#main/demo-bank/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { connectProxy, issue, pkcs12, serveSecurely, socksProxy } from '../platform/wire.ts'
import { fileText, fints, must, ofx, openDesk, PIN, settled, theConnection, updating, type Desk } from './kit.ts'

const PROXY_PASSWORD = 'proxy-5f02c1'
const PASSPHRASE = 'cert-8d11aa'
const authority = issue('Test authority', true)
const server = issue('Test bank', false, authority)
const customer = issue('Customer', false, authority)

async function desk(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const opened = await openDesk({ overWire: true, ...options })
  onTestFinished(() => opened.end())
  return opened
}

/** The OFX demo bank behind TLS of its own authority; it notes whose certificate came. */
async function bank(options: Parameters<typeof serveSecurely>[2] = {}): Promise<{ url: string; callers: (string | undefined)[] }> {
  const demo = createOfxBank({ clock: systemClock, random: systemRandom, password: PIN })
  const callers: (string | undefined)[] = []
  const listener: RequestListener = (request, response) => {
    callers.push(request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate()?.subject : undefined)
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => {
      const reply = demo.reply({ method: 'POST', path: '/ofx', contentType: request.headers['content-type'] ?? '', cookie: '', body: new Uint8Array(Buffer.concat(chunks)) })
      response.writeHead(reply.status, reply.headers).end(reply.body)
    })
  }
  return { url: await serveSecurely(server, listener, options), callers }
}
const at = (url: string, access?: AccessChange, userId = 'us') => ({ ...ofx(userId, { maxDays: 14 }), bank: { ...ofx(userId).bank, url }, ...(access === undefined ? {} : { access }) })
const trusted: AccessChange = { pinned: server.certificate }
const ended = async (world: Desk, request: ReturnType<typeof at>) => (await settled(world, await world.connections.import(request))).refresh.error

describe('a connection that is reached in its own way', () => {
  it('trusts the one certificate that was chosen, shows it, and forgets it when told to', async () => {
    const world = await desk()
    const { url } = await bank()
    expect(await ended(world, at(url))).toEqual({ kind: 'connection_untrusted', host: new URL(url).host })
    expect(must(await world.connections.list())).toEqual([])
    const seen = must(await world.connections.certificate({ url }))
    expect(seen).toMatchObject({ subject: 'CN=Test bank', issuer: 'CN=Test authority', isTrusted: false })
    expect(await ended(world, at(url, { pinned: seen?.pem ?? null }))).toBeNull()
    const { id, access } = await theConnection(world)
    expect(access?.pinned).toMatchObject({ subject: 'CN=Test bank', fingerprint: seen?.fingerprint })
    expect((await settled(world, await world.connections.update(updating(id)))).refresh.error).toBeNull()
    must(await world.connections.edit({ id, access: { pinned: null } }))
    expect((await settled(world, await world.connections.update(updating(id)))).refresh.error).toMatchObject({ kind: 'connection_untrusted' })
  })

  it('forgets a trusted certificate when its bank moves to another host', async () => {
    const world = await desk()
    const { url } = await bank()
    await ended(world, at(url, trusted))
    const { id } = await theConnection(world)
    must(await world.connections.edit({ id, url: url.replace('/ofx', '/other') }))
    expect((await theConnection(world)).access?.pinned).not.toBeNull()
    must(await world.connections.edit({ id, url: 'https://elsewhere.example/ofx' }))
    expect((await theConnection(world)).access?.pinned).toBeNull()
  })

  it.each(['http', 'socks5'] as const)('goes through its own %s proxy with a login that nobody sees, and never beside it', async (mode) => {
    const world = await desk()
    const { url } = await bank()
    const proxy = await (mode === 'http' ? connectProxy : socksProxy)(`me:${PROXY_PASSWORD}`)
    const place = { mode, host: '127.0.0.1', port: proxy.port, user: 'me' }
    expect(await ended(world, at(url, { ...trusted, proxy: { ...place, password: 'wrong' } }))).toEqual({ kind: 'proxy_failed', reason: 'login' })
    expect(await ended(world, at(url, { ...trusted, proxy: { ...place, port: 1, password: 'x' } }))).toEqual({ kind: 'proxy_failed', reason: 'unreachable' })
    expect(await ended(world, at(url, { ...trusted, proxy: { ...place, password: PROXY_PASSWORD } }))).toBeNull()
    const { id, access } = await theConnection(world)
    expect(access).toMatchObject({ proxy: place, proxyPasswordStored: true })
    expect(must(await world.connections.certificate({ url, id }))?.subject).toBe('CN=Test bank')
    expect(proxy.diary.logins).toContain(`me:${PROXY_PASSWORD}`)
    for (const text of [JSON.stringify(world.told), JSON.stringify(must(await world.connections.list())), fileText(world)]) expect(text).not.toContain(PROXY_PASSWORD)
    must(await world.connections.edit({ id, access: { proxy: { ...place, host: 'localhost' } } }))
    expect((await theConnection(world)).access).toMatchObject({ proxyPasswordStored: false, pinned: { subject: 'CN=Test bank' } })
  })

  it.each([
    ['PEM', Buffer.from(`${customer.certificate}${customer.key}`), ''],
    ['PKCS#12', Buffer.from(pkcs12(customer, PASSPHRASE)), PASSPHRASE],
  ])('shows its client certificate, as %s, and keeps its key sealed', async (_, bytes, passphrase) => {
    const world = await desk()
    const { url, callers } = await bank({ requestCert: true, ca: authority.certificate })
    const clientCertificate = { fileName: 'me.p12', content: bytes.toString('base64'), passphrase }
    expect(await ended(world, at(url, { ...trusted, clientCertificate }))).toBeNull()
    expect(new Set(callers)).toEqual(new Set(['CN=Customer']))
    const { id, access } = await theConnection(world)
    expect(access?.clientCertificate?.fileName).toBe('me.p12')
    expect(fileText(world)).not.toContain(PASSPHRASE)
    must(await world.connections.edit({ id, access: { clientCertificate: null } }))
    expect((await settled(world, await world.connections.update(updating(id)))).refresh.error).not.toBeNull()
  })

  it('refuses what is no certificate, and a wrong passphrase, before the bank is called', async () => {
    const world = await desk()
    const given = (content: Uint8Array | string, passphrase: string) => ({ clientCertificate: { fileName: 'x', content: Buffer.from(content).toString('base64'), passphrase } })
    expect(await world.connections.import(at('https://bank.example', given('nothing', '')))).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'clientCertificate' } })
    expect(await world.connections.import(at('https://bank.example', given(pkcs12(customer, 'right'), 'wrong')))).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'certificatePassphrase' } })
    expect(await world.connections.import(at('https://bank.example', { pinned: 'no' }))).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'pinned' } })
  })

  it('keeps no secret beside a plain ledger', async () => {
    const world = await desk({ encrypted: false })
    const proxy = { mode: 'http', host: 'p', port: 1, user: 'u', password: 'x' } as const
    expect(await world.connections.import(at('https://bank.example', { proxy }))).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
  })

  it('shows the bank the program and the number that were entered', async () => {
    const world = await openDesk()
    onTestFinished(() => world.end())
    await settled(world, await world.connections.import(ofx('us', { access: { program: { id: 'QBKS', version: '1900' }, clientUid: 'my-own-number' } })))
    expect(world.said.at(-1)).toContain('<APPID>QBKS')
    expect(world.said.at(-1)).toContain('<APPVER>1900')
    expect(world.said.at(-1)).toContain('<CLIENTUID>my-own-number')
  })

  it('serves FinTS banks as well', async () => {
    const world = await desk()
    const proxy = await connectProxy(null)
    const request = { ...fints('x', { access: { proxy: { mode: 'http', host: '127.0.0.1', port: proxy.port, user: '' } } }), bank: { ...fints('x').bank, url: 'https://localhost:1/fints' } }
    expect((await settled(world, await world.connections.import(request))).refresh.error).not.toBeNull()
    expect(proxy.diary.asked[0]).toBe('localhost:1')
  })
})
