import { afterEach, describe, expect, it } from 'vitest'
import { sentence } from '#shared/error-text.ts'
import { DEMO_BANK } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { BANK, demo, DEMO, fints, must, openDesk, rowCount, settled, theConnection, updating, type Desk } from './kit.ts'

let desk: Desk
afterEach(() => desk.end())

const failing = (status: number, messages = Infinity) => (message: number): void => { if (message <= messages) throw new HttpFailure('status', true, status) }

describe('a bank’s address', () => {
  it.each([301, 307, 404, 405, 410])('that answers HTTP %i is to be checked', async (status) => {
    desk = await openDesk()
    desk.before = failing(status)
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'invalid_input', path: 'url' } })
    expect(sentence(refresh.error ?? { kind: 'cancelled' }, 'en')).toEqual({ what: 'No bank answers at this address.', next: 'Check the address of the bank.' })
    expect(must(await desk.connections.list())).toEqual([])
  })

  it('that gives whoever is unknown an HTTP 500 serves those who say who they are', async () => {
    desk = await openDesk()
    desk.before = failing(500, 3)
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')))
    expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
    expect(await rowCount(desk)).toBeGreaterThan(20)
  })

  it('that is down stays a matter of waiting', async () => {
    desk = await openDesk()
    desk.before = failing(503)
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'bank_unreachable' } })
  })

  it('gives way to the bank’s own name once it has said it', async () => {
    desk = await openDesk()
    await settled(desk, await desk.connections.import(fints('small', { bank: { ...BANK, name: 'bank.test' } })))
    const own = (await theConnection(desk)).bank.name
    expect(own).toBe(DEMO_BANK.name)
    expect((await theConnection(desk)).name).toBe(own)
  })

  it('leaves a name that a person has given', async () => {
    desk = await openDesk()
    await settled(desk, await desk.connections.import(fints('small', { name: 'Haushalt', bank: { ...BANK, name: 'bank.test' } })))
    expect(await theConnection(desk)).toMatchObject({ name: 'Haushalt', bank: { name: DEMO_BANK.name } })
  })
})

it('A12: a demo connection needs no address', async () => {
  desk = await openDesk()
  expect((await settled(desk, await desk.connections.import(demo('small', { bank: { ...DEMO, url: null } })))).refresh).toMatchObject({ status: 'FINISHED' })
  await desk.connections.idle()
  expect((await settled(desk, await desk.connections.update(updating((await theConnection(desk)).id, { pin: undefined })))).refresh).toMatchObject({ status: 'FINISHED' })
})
