import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { HttpFailure, postWith } from '#main/platform/http.ts'
import { FINTS_HEADERS, FintsClient, settle, type Job } from '#main/connectors/fints/index.ts'
import { ACCOUNT, computer, OWNER } from './kit.ts'
import { raw, ScriptedBank, TAN } from './scripted-bank.ts'

let close = () => Promise.resolve()
afterEach(() => close())

async function serve(bank: ScriptedBank): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => {
      bank.post('', new Uint8Array(Buffer.concat(chunks))).then((answer) => response.end(answer), (failure: unknown) => {
        if (failure instanceof HttpFailure && failure.reason === 'status') response.writeHead(503).end()
        else request.socket.destroy()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/fints`
}

describe('a client and a bank over http on this computer', () => {
  it('speak with each other, also when the network stumbles', async () => {
    const bank = new ScriptedBank({
      permitted: ['942', '922'], tanAtLogin: true, faults: { 7: 'status', 8: 'status' },
      onOrder: (order) => (order === 'HKSAL' ? { say: [[3, '0020', 'ok']], segments: raw('HISAL:5:7:3+DE11:TESTDEFF+Sparbuch Köln+EUR+C:1,:EUR:20260102\'') } : undefined),
    })
    const url = await serve(bank)
    const asked: string[] = []
    await using client = new FintsClient({ bank: { ...OWNER.bank, url }, login: OWNER.login, environment: { ...computer(bank), post: postWith(FINTS_HEADERS) }, pin: new Secret('12345') })
    const job: Job = { kind: 'balance', account: ACCOUNT }
    const done = await settle(client, client.start(job), {
      method: (methods) => {
        asked.push(`method of ${methods.length}`)
        return Promise.resolve('942')
      },
      medium: () => Promise.resolve(null),
      approval: () => Promise.resolve(true),
      tan: ({ order }) => {
        asked.push(`TAN for ${order}`)
        return Promise.resolve(new Secret(TAN))
      },
    })
    expect(done).toMatchObject({ ok: true, value: { result: { balance: { booked: '1', product: 'Sparbuch Köln' } } } })
    expect(asked).toEqual(['method of 2', 'TAN for HKIDN'])
  })

  it('say nothing to a stranger without TLS', async () => {
    const bank = new ScriptedBank()
    const client = new FintsClient({ bank: { ...OWNER.bank, url: 'http://bank.example/fints' }, login: OWNER.login, environment: { ...computer(bank), post: postWith(FINTS_HEADERS) }, pin: new Secret('12345') })
    expect(await client.start({ kind: 'login' })).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'url.plain' } })
  })
})
