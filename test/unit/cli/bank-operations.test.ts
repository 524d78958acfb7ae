import { copyFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ConnectionSchema, RefreshSchema } from '#shared/connections.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { workplace } from './harness.ts'

let place: ReturnType<typeof workplace>
const two = workplace()
beforeAll(async () => {
  for (const persona of ['small-1', 'small-2']) expect((await two.kontor(['--plain', 'bank', 'add', 'demo', '--persona', persona, '--name', persona])).code).toBe(0)
})
afterAll(() => { two.remove() })
beforeEach(() => {
  place = workplace()
  copyFileSync(two.ledger, place.ledger)
})
afterEach(() => { place.remove() })

const json = async (...args: string[]): Promise<unknown> => {
  const run = await place.kontor(['--json', ...args])
  expect([run.notes, run.code]).toEqual(['', 0])
  return run.json()
}
const ids = async () => (await json('bank', 'list') as { connections: { id: number }[] }).connections.map(({ id }) => id)

/** As a refresh in the app would hold them. */
async function makeBusy(id: number): Promise<void> {
  const ledger = createDirectClient()
  await ledger.open({ file: place.ledger, key: null, create: false })
  await ledger.job('connections.begin', { origin: 'manual', what: { kind: 'update', id: id as never } })
  await ledger.close()
}

describe('the eight operations on the command line', () => {
  it('A1 import: prints connection, refresh and receipts', async () => {
    const added = await json('bank', 'add', 'demo', '--persona', 'small-3') as { connection: unknown; refresh: unknown; receipts: unknown[] }
    expect(ConnectionSchema.parse(added.connection)).toMatchObject({ userId: 'small-3', updateStatus: 'READY', categorizationStatus: 'READY' })
    expect(RefreshSchema.parse(added.refresh)).toMatchObject({ kind: 'import', status: 'FINISHED' })
    expect(added.receipts).toHaveLength(1)
    const again = await place.kontor(['--json', 'bank', 'add', 'demo', '--persona', 'small-3'])
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.notes).toMatch(/exists already|connected already/)
  })

  it('A2 update: prints the refresh', async () => {
    expect(await json('bank', 'update', '1')).toMatchObject({ refresh: { kind: 'update', status: 'FINISHED', connectionId: 1, accounts: [{ added: 0 }, { added: 0 }] } })
  })

  it('A3 update all: one line for each connection', async () => {
    expect(await json('bank', 'update', '--all')).toMatchObject({ refreshes: [{ connection: 1, name: 'small-1', skipped: null, refresh: { status: 'FINISHED' } }, { connection: 2, refresh: { status: 'FINISHED' } }] })
  })

  it('A4 edit: left out is kept, empty clears, too long is refused', async () => {
    expect(await json('bank', 'edit', '1', '--name', 'Haushalt', '--customer', 'K1')).toMatchObject({ connection: { name: 'Haushalt', customerId: 'K1', userId: 'small-1' } })
    expect(await json('bank', 'edit', '1', '--customer', '')).toMatchObject({ connection: { name: 'Haushalt', customerId: '' } })
    for (const field of ['--name', '--user', '--customer']) {
      const refused = await place.kontor(['bank', 'edit', '1', field, 'x'.repeat(65)])
      expect(refused).toMatchObject({ code: 2, out: '' })
      expect(refused.notes).toContain(`${field}: at most 64 characters`)
    }
  })

  it('A5 get one: a list of it', async () => {
    const found = await json('bank', 'get', '2') as { connections: unknown[] }
    expect(found.connections.map((one) => ConnectionSchema.parse(one))).toMatchObject([{ id: 2, name: 'small-2', pinStored: false }])
  })

  it('A5 get by ids: unknown ones are silently left out, and all are listed', async () => {
    expect(await json('bank', 'get', '2', '77', '1')).toMatchObject({ connections: [{ id: 2 }, { id: 1 }] })
    expect(await json('bank', 'get', '77')).toEqual({ connections: [] })
    expect(await ids()).toEqual([1, 2])
    for (const args of [['get'], ['get', 'one'], ['get', '1', '2x'], ['update', '1', '2']]) expect((await place.kontor(['bank', ...args])).code).toBe(2)
  })

  it('A6 delete one: its rows go, the other stays, and not twice', async () => {
    expect(await json('bank', 'delete', '1')).toMatchObject({ deleted: { id: 1, accounts: 2, pinStored: false } })
    expect(await ids()).toEqual([2])
    const again = await place.kontor(['--json', 'bank', 'delete', '1'])
    expect([again.code, again.out]).toEqual([1, ''])
    expect(await json('accounts')).toMatchObject({ accounts: [{ id: 3 }, { id: 4 }] })
  })

  it('A7 delete all: prints the ids', async () => {
    expect(await json('bank', 'delete', '--all')).toEqual({ ids: [1, 2] })
    expect(await json('accounts')).toEqual({ accounts: [] })
  })

  it('A8 delete account: the last one takes its connection along', async () => {
    expect(await json('bank', 'delete-account', '1')).toEqual({ deleted: { account: 1, connectionDeleted: false } })
    expect(await ids()).toEqual([1, 2])
    expect(await json('bank', 'delete-account', '2')).toEqual({ deleted: { account: 2, connectionDeleted: true } })
    expect(await ids()).toEqual([2])
    expect((await place.kontor(['bank', 'delete-account', '2'])).code).toBe(1)
    expect((await place.kontor(['bank', 'delete-account', 'Giro'])).code).toBe(2)
  })

  it('what a killed process left busy is ready again for the next command', async () => {
    await makeBusy(1)
    expect(await json('bank', 'update', '1')).toMatchObject({ refresh: { status: 'FINISHED' } })
  })
})

it('transactions are filtered by tags, whatever their case, and the CSV has a column of them', async () => {
  const ledger = createDirectClient()
  await ledger.open({ file: place.ledger, key: null, create: false })
  for (const [id, tag] of [[1, 'Urlaub'], [2, 'Arzt'], [3, 'Haus']] as const) await ledger.call('transactions.edit', { ids: [id as never], change: { addTags: [tag] } })
  await ledger.close()
  const found = async (tags: string) => (await json('transactions', '--tags', tags, '--all') as { transactions: { id: number }[] }).transactions.map(({ id }) => id).sort((left, right) => left - right)
  expect([await found('urlaub'), await found('Urlaub, arzt'), await found('nichts')]).toEqual([[1], [1, 2], []])
  expect((await place.kontor(['transactions', '--tags', ' , '])).code).toBe(2)
})
