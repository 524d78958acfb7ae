import { expect, it, onTestFinished } from 'vitest'
import { HttpFailure } from '#main/platform/http.ts'
import { BANK, fints, must, openDesk, PIN, settled, theConnection } from './kit.ts'

const PLACE = { url: BANK.url ?? '', bankCode: BANK.bankCode ?? '', country: BANK.country ?? '' }

it('A1 login labels: a FinTS bank says what it calls the fields of its login, before anybody has typed one', async () => {
  const desk = await openDesk()
  onTestFinished(() => desk.end())
  const sent: string[] = []
  desk.before = (_, body) => { sent.push(Buffer.from(Buffer.from(body).toString('latin1'), 'base64').toString('latin1')) }
  expect(must(await desk.connections.greeting(PLACE))).toEqual({ name: expect.stringContaining('') as string, labels: { user: 'Anmeldename', customer: null } })
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.join()).toContain('HKVVB')
  expect(sent.join()).not.toContain('HNSHK')
  expect(must(await desk.connections.list())).toEqual([])
})

it('A1 login labels: what is known of them stays with the connection', async () => {
  const desk = await openDesk()
  onTestFinished(() => desk.end())
  await settled(desk, await desk.connections.import(fints('small')))
  expect(await theConnection(desk)).toMatchObject({ loginLabels: { user: 'Anmeldename', customer: null } })
  expect(JSON.stringify(desk.told)).not.toContain(PIN)
})

it('A1 login labels: a bank that cannot be reached is told as such, and nothing is kept', async () => {
  const desk = await openDesk()
  onTestFinished(() => desk.end())
  desk.before = () => { throw new HttpFailure('offline', false) }
  expect(await desk.connections.greeting(PLACE)).toMatchObject({ ok: false, error: { kind: 'offline' } })
  expect(await desk.connections.greeting({ ...PLACE, bankCode: 'ä€' })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'bankCode' } })
})
