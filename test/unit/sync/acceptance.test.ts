import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { AccountId, OperationId } from '#shared/model.ts'
import { Secret } from '#shared/secret.ts'
import { createDemoBank, findPersona, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { systemRandom } from '#main/platform/random.ts'
import { demo, ended, fileText, fints, later, must, openDesk, PIN, question, rowCount, settled, TAN, theConnection, updating, type Desk } from './kit.ts'

/** Clauses of product/connections.md that no other file here shows; docs/connections-acceptance.md says where each one is. */
let desk: Desk
afterEach(() => desk.end())

const accounts = async () => must(await desk.ledger.call('accounts.list', undefined))
const rows = async () => must(await desk.ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))
const ready = async (userId = 'small', change: Parameters<typeof fints>[1] = {}): Promise<ConnectionId> => {
  const { refresh } = await settled(desk, await desk.connections.import(fints(userId, change)))
  expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
  await desk.connections.idle()
  return refresh.connectionId
}
const sound = async (): Promise<void> => { expect(must(await desk.ledger.job('verify', null)).problems).toEqual([]) }

/** The same customer at a bank that has changed. */
function otherBank(change: { accounts?: number; scenario?: ScenarioName[] }): void {
  const persona = findPersona('small')
  if (persona === null) throw new Error('small')
  desk.bank = createDemoBank({
    persona: { ...persona, money: persona.money.slice(0, change.accounts) }, clock: desk.clock, random: desk.random,
    scenario: change.scenario ?? ['no-tan', 'chip'], secrets: { pin: PIN, tan: TAN },
  })
}

describe('A1', () => {
  it('A1 answers before the bank has said a word', async () => {
    desk = await openDesk()
    let release = (): void => undefined
    desk.before = () => new Promise((resolve) => { release = resolve })
    const started = must(await desk.connections.import(fints('small')))
    expect(await theConnection(desk)).toMatchObject({ id: started.connectionId, updateStatus: 'IN_PROGRESS', categorizationStatus: 'READY' })
    desk.before = () => undefined
    while (desk.messages === 0) await new Promise((resolve) => { setImmediate(resolve) })
    release()
    expect((await ended(desk, started)).refresh.status).toBe('FINISHED')
  })

  it('A1 leaves no secret of a failed login in the file', async () => {
    desk = await openDesk({ encrypted: true })
    await settled(desk, await desk.connections.import(fints('small', { pin: new Secret('wrong-4711'), storePin: true })))
    await desk.ledger.close()
    expect(readFileSync(desk.file, 'latin1')).not.toContain('wrong-4711')
  })

  it('A1 takes everything, or between 14 and 3650 days; a PIN is stored only where that is said', () => {
    const input = contract['connections.import'].input
    const days = (maxDays: number): boolean => input.safeParse({ bank: demo('small').bank, userId: 'small', maxDays }).success
    expect([0, 14, 3650].map(days)).toEqual([true, true, true])
    expect([1, 13, 3651, -1, 20.5].map(days)).toEqual([false, false, false, false, false])
    expect(input.parse({ bank: demo('small').bank, userId: 'small' })).toMatchObject({ storePin: false, maxDays: 0, skipPositions: false })
    return openDesk().then((opened) => { desk = opened })
  })
})

describe('A2', () => {
  it('A2 replaces the list of TAN methods, and clears the default only where it is gone', async () => {
    desk = await openDesk({ scenario: ['no-tan'] })
    const id = await ready()
    const before = await theConnection(desk)
    expect(before.tanMethods.length).toBeGreaterThan(1)
    must(await desk.connections.edit({ id, defaultTanMethod: '962' }))
    await settled(desk, await desk.connections.update(updating(id)))
    await desk.connections.idle()
    expect((await theConnection(desk)).defaultTanMethod).toBe('962')
    otherBank({ scenario: ['no-tan', 'sms'] })
    expect((await settled(desk, await desk.connections.update(updating(id)))).refresh.status).toBe('FINISHED')
    const after = await theConnection(desk)
    expect(after.tanMethods.map((method) => method.id)).toEqual(['942'])
    expect(after.defaultTanMethod).not.toBe('962')
  })

  it('A2 an account that the bank no longer delivers is DEPRECATED and keeps its data', async () => {
    desk = await openDesk()
    const id = await ready()
    const before = await rowCount(desk)
    otherBank({ accounts: 1 })
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)))
    expect(refresh.accounts.map(({ status }) => status)).toEqual(['UPDATED', 'DEPRECATED'])
    expect([await rowCount(desk), (await accounts()).length]).toEqual([before, 2])
  })
})

describe('A4 and A5', () => {
  it('A4 keeps what is unset, clears what is empty, and changes nothing while busy', async () => {
    desk = await openDesk()
    const id = await ready('small', { storePin: true, name: 'Haushalt' })
    expect(must(await desk.connections.edit({ id, customerId: 'K7' }))).toMatchObject({ name: 'Haushalt', customerId: 'K7' })
    expect(must(await desk.connections.edit({ id, customerId: '' }))).toMatchObject({ name: 'Haushalt', customerId: '', userId: 'small', pinStored: true })
    expect(await desk.connections.edit({ id, userId: '' })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    expect(await desk.connections.edit({ id, defaultTanMethod: '999' })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    expect(must(await desk.connections.edit({ id, defaultTanMethod: '' })).defaultTanMethod).toBeNull()
    const started = must(await desk.connections.update(updating(id)))
    const busy = await theConnection(desk)
    for (const change of [{ name: 'x' }, { customerId: 'x' }, { pin: null }, { defaultTanMethod: '962' }]) expect(await desk.connections.edit({ id, ...change })).toMatchObject({ ok: false, error: { kind: 'connection_busy', name: 'Haushalt' } })
    expect(await theConnection(desk)).toEqual(busy)
    await ended(desk, started)
  })

  it('A4 refuses a name, user or customer of more than 64 characters', async () => {
    desk = await openDesk()
    const long = 'x'.repeat(65)
    for (const change of [{ name: long }, { userId: long }, { customerId: long }]) expect(contract['connections.edit'].input.safeParse({ id: 1, ...change }).success).toBe(false)
  })

  it('A5 gets by ids, at most a thousand, and silently leaves out what is not there', async () => {
    desk = await openDesk()
    const id = await ready()
    expect(must(await desk.connections.get([99 as ConnectionId, id])).map((one) => one.id)).toEqual([id])
    const ids = (count: number) => contract['connections.get'].input.safeParse({ ids: Array.from({ length: count }, (_, index) => index + 1) }).success
    expect([ids(1000), ids(1001)]).toEqual([true, false])
  })
})

describe('A6 to A8', () => {
  it('A6 takes accounts, rows, parts, tags and the PIN along, in one go and not twice', async () => {
    desk = await openDesk()
    const id = await ready('small', { storePin: true })
    const [first] = (await rows()).filter(({ amount }) => amount.minor % 2 === 0)
    const half = (first?.amount.minor ?? 0) / 2
    must(await desk.ledger.call('transactions.edit', { ids: [first?.id ?? 0 as never], change: { addTags: ['Fest'], splits: [{ amountMinor: half as never, categoryId: null, notes: '' }, { amountMinor: half as never, categoryId: null, notes: '' }] } }))
    const started = must(await desk.connections.update(updating(id)))
    expect(await desk.connections.delete({ id, rows: 'delete' })).toMatchObject({ ok: false, error: { kind: 'connection_busy' } })
    await ended(desk, started)
    await desk.connections.idle()
    const count = await rowCount(desk)
    expect(must(await desk.connections.delete({ id, rows: 'delete' }))).toEqual({ accounts: 2, transactions: count, keptTransactions: 0, pinStored: true })
    expect([await accounts(), await rows(), must(await desk.ledger.call('tags.list', undefined))]).toEqual([[], [], []])
    expect(await desk.connections.delete({ id, rows: 'delete' })).toEqual({ ok: false, error: { kind: 'not_found', what: 'connection' } })
    await sound()
    await desk.again()
    await sound()
  })

  it('A6a the rows stay in an offline account where that is wished, and an undo brings back all but the PIN', async () => {
    desk = await openDesk()
    const id = await ready('small', { storePin: true })
    const before = await rowCount(desk)
    expect(must(await desk.connections.delete({ id, rows: 'keep' }))).toMatchObject({ accounts: 0, keptTransactions: before })
    expect((await accounts()).map(({ connectionId }) => connectionId)).toEqual([null, null])
    must(await desk.ledger.call('history.undo', undefined))
    expect(await theConnection(desk)).toMatchObject({ id, pinStored: false })
    expect([await rowCount(desk), (await accounts()).map(({ connectionId }) => connectionId)]).toEqual([before, [id, id]])
    await sound()
  })

  it('A7 deletes none while one is busy, and names it; then all, with their PINs', async () => {
    desk = await openDesk()
    const id = await ready('small', { storePin: true, name: 'Haushalt' })
    await settled(desk, await desk.connections.import(demo('small-1')))
    await desk.connections.idle()
    const started = must(await desk.connections.update(updating(id)))
    expect(await desk.connections.deleteAll({ rows: 'delete' })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Haushalt' } })
    await ended(desk, started)
    await desk.connections.idle()
    expect((await accounts())).toHaveLength(4)
    expect(must(await desk.connections.deleteAll({ rows: 'delete' })).ids).toHaveLength(2)
    expect([await accounts(), must(await desk.connections.list())]).toEqual([[], []])
    must(await desk.ledger.call('history.undo', undefined))
    expect(must(await desk.connections.list()).map(({ pinStored }) => pinStored)).toEqual([false, false])
    await sound()
  })

  it('A8 the last account takes its connection along; while it is busy nothing goes', async () => {
    desk = await openDesk()
    const id = await ready()
    const [first, second] = (await accounts()).map((account) => account.id)
    const started = must(await desk.connections.update(updating(id)))
    expect(await desk.connections.deleteAccount({ id: first ?? 0 as AccountId })).toMatchObject({ ok: false, error: { kind: 'connection_busy' } })
    await ended(desk, started)
    await desk.connections.idle()
    expect(must(await desk.connections.deleteAccount({ id: first ?? 0 as AccountId }))).toEqual({ connectionDeleted: false })
    expect(must(await desk.connections.deleteAccount({ id: second ?? 0 as AccountId }))).toEqual({ connectionDeleted: true })
    expect(must(await desk.connections.list())).toEqual([])
    await sound()
  })
})

describe('A11 to A14', () => {
  it('A11 a question leaves updateStatus IN_PROGRESS, and calling it off leaves no partial rows', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const id = await ready('small', { maxDays: 20 })
    const before = await rows()
    later(desk, 20)
    const started = must(await desk.connections.update(updating(id)))
    await question(desk, started, 'tan')
    expect((await theConnection(desk)).updateStatus).toBe('IN_PROGRESS')
    must(desk.connections.cancel(started.refreshId))
    await ended(desk, started)
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY', lastManualUpdate: { errorType: 'BUSINESS', error: { kind: 'cancelled' } } })
    expect(await rows()).toEqual(before)
  })

  it('A12 is the same each time: accounts, counts and closing balances', async () => {
    const seen: unknown[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      if (turn > 0) await desk.end()
      desk = await openDesk()
      await settled(desk, await desk.connections.import(demo('small')))
      seen.push((await accounts()).map(({ name, iban, transactionCount, balance, bankBalance }) => ({ name, iban, transactionCount, balance, bankBalance })))
    }
    expect(seen[0]).toEqual(seen[1])
    expect(await theConnection(desk)).toMatchObject({ bank: { protocol: 'demo', bankCode: '00000000' } })
  })

  it('A12 ignores PIN, new accounts and positions; a PIN is stored and unused; its rows can be deleted', async () => {
    desk = await openDesk()
    const { refresh } = await settled(desk, await desk.connections.import(demo('small', { pin: new Secret('nonsense'), storePin: true, skipPositions: true })))
    expect(refresh.status).toBe('FINISHED')
    await desk.connections.idle()
    expect((await theConnection(desk)).pinStored).toBe(true)
    expect((await settled(desk, await desk.connections.update({ id: refresh.connectionId, pin: new Secret('else'), importNewAccounts: true, skipPositions: true }))).refresh).toMatchObject({ status: 'FINISHED', accounts: [{ added: 0 }, { added: 0 }] })
    await desk.connections.idle()
    const [first] = await rows()
    expect(must(await desk.ledger.call('transactions.edit', { ids: [first?.id ?? 0 as never], change: { isRemoved: true } }))).toEqual({ changed: 1 })
  })

  it('A13 stores no PIN unless told to; an edit, a deletion and the deletion of all remove it', async () => {
    desk = await openDesk()
    let id = await ready()
    expect((await theConnection(desk)).pinStored).toBe(false)
    expect(must(await desk.connections.edit({ id, pin: new Secret(PIN) })).pinStored).toBe(true)
    expect(must(await desk.connections.edit({ id, pin: null })).pinStored).toBe(false)
    must(await desk.connections.edit({ id, pin: new Secret(PIN) }))
    must(await desk.connections.delete({ id, rows: 'delete' }))
    id = await ready('small', { storePin: true })
    must(await desk.connections.deleteAll({ rows: 'delete' }))
    await desk.ledger.close()
    expect(fileText(desk)).not.toContain(PIN)
  })

  it('A14 shows rows before their categories, keeps a choice made meanwhile, and resumes after a crash', async () => {
    desk = await openDesk({ persona: 'de' })
    const { refreshId } = must(await desk.connections.import(fints('de', { maxDays: 60 })))
    await desk.connections.finished(refreshId)
    const seen = await rows()
    expect(seen.length).toBeGreaterThan(20)
    expect(seen.filter(({ categoryId }) => categoryId === null).length).toBeGreaterThan(0)
    const chosen = seen.find(({ categoryId }) => categoryId === null)
    must(await desk.ledger.call('transactions.edit', { ids: [chosen?.id ?? 0 as never], change: { categoryId: 'travel.other' } }))
    await desk.ledger.close()
    await desk.connections.idle()
    await desk.again()
    await desk.connections.idle()
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY', categorizationStatus: 'READY' })
    const after = await rows()
    expect(after.find(({ id }) => id === chosen?.id)).toMatchObject({ categoryId: 'travel.other', categoryBy: 'user' })
    expect(after.filter(({ categoryId }) => categoryId !== null).length).toBeGreaterThan(seen.length / 2)
  })
})

describe('A9', () => {
  it.each([['offline', 'offline'], ['reset', 'bank_unreachable'], ['timeout', 'bank_unreachable']] as const)('A9 a line that is %s is TECHNICAL, and nobody has to act', async (reason, kind) => {
    desk = await openDesk()
    const id = await ready('small', { storePin: true })
    desk.before = () => { throw new HttpFailure(reason, false) }
    await settled(desk, await desk.connections.update({ id, importNewAccounts: false }, 'auto'))
    expect(await theConnection(desk)).toMatchObject({ userActionRequired: false, lastAutoUpdate: { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', error: { kind } }, lastManualUpdate: { result: 'OK' } })
  })
})

it('A14 a payment to oneself is no spending: the holders that banks name are known to the categories', async () => {
  desk = await openDesk()
  await ready()
  const owner = findPersona('small')?.owner.name ?? ''
  const file = { name: 'own.json', bytes: new TextEncoder().encode(JSON.stringify({
    format: 'kontor', version: 1, accounts: [{ id: 1, name: 'Cash', type: 'checking', currency: 'EUR' }],
    transactions: [{ account: 1, bookedOn: '2026-03-02', amount: '-50.00', payee: owner, purpose: 'Qzx' }],
  })) }
  must(await desk.ledger.job('importFiles', { files: [file], source: 'file', operationId: systemRandom.uuid() as OperationId }))
  await desk.connections.idle()
  expect((await rows()).find(({ purpose }) => purpose === 'Qzx')).toMatchObject({ categoryId: 'transfers.internal', categoryBy: 'guess' })
})
