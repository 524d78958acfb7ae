import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import { afterEach, describe, expect, it } from 'vitest'
import { throwAwayCertificate } from '#main/demo-bank/certificate.ts'
import { serveDemoBank, type DemoServer, type ServerOptions } from '#main/demo-bank/server.ts'
import { FINTS_HEADERS } from '#main/connectors/fints/index.ts'
import { postWith } from '#main/platform/http.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { person, resultOf, world } from './fints/kit.ts'

const servers: DemoServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(options: Partial<ServerOptions> = {}) {
  const surroundings = world()
  const served = await serveDemoBank(surroundings.bank, { port: 0, ...options })
  if (!served.ok) throw new Error(served.error)
  servers.push(served.value)
  return { surroundings, server: served.value }
}

describe('the demo bank as a server', () => {
  it('answers our connector over http, also slowly', async () => {
    const { surroundings, server } = await serve()
    const post = postWith(FINTS_HEADERS)
    for (const user of ['small', 'small-drip']) {
      const login = await resultOf(person({ ...surroundings, environment: { ...surroundings.environment, post: (_url, body, signal) => post(server.url, body, signal) } }, user), { kind: 'login' })
      expect(login.accounts).toHaveLength(2)
    }
  })

  it('listens on this computer only, at one path, to POST', async () => {
    const { server } = await serve()
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    expect([(await fetch(server.url)).status, (await fetch(server.url.replace('/fints', '/'), { method: 'POST', body: 'x' })).status]).toEqual([405, 404])
    expect((await fetch(server.url, { method: 'POST', body: 'A'.repeat(2 * 1024 * 1024) })).status).toBe(413)
  })

  it('says so when its port is taken', async () => {
    const { server, surroundings } = await serve()
    expect(await serveDemoBank(surroundings.bank, { port: server.port })).toEqual({ ok: false, error: 'port_in_use' })
  })

  it('speaks https with a certificate that holds for this computer and this week', async () => {
    const tls = throwAwayCertificate(systemClock, systemRandom)
    const certificate = new X509Certificate(tls.certificate)
    expect([certificate.checkIP('127.0.0.1'), certificate.checkHost('localhost'), certificate.verify(certificate.publicKey)]).toEqual(['127.0.0.1', 'localhost', true])
    const { server } = await serve({ tls })
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(server.url, { method: 'POST', ca: tls.certificate }, (response) => { response.resume(); resolve(response.statusCode) }).on('error', reject).end('x')
    })
    expect(status).toBe(200)
  })
})
