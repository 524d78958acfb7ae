import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { localDate } from '#shared/dates.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { apply, beginImport, beginUpdate, categorise, connection, fetched, imported, NEW, offered, sound, updated } from '../../fixtures/connections.ts'
import { booked, entry, importReadings, openedInMemory, reading, statement, value } from '../../fixtures/readings.ts'

const GIRO = offered(0)
const SAVINGS = offered(1)
const CARD = offered(2)
const january = (...days: number[]) => statement({ entries: days.map((day) => entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '-10.00', payee: `Payee ${day}`, externalId: `id-${day}` })) })

describe('the life of a bank connection in the ledger', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const accounts = () => value(ledger.call('accounts.list', undefined))
  const rows = (filter = {}) => value(ledger.call('transactions.page', { filter, after: null, limit: 100 }))
  const refreshes = () => value(ledger.call('refreshes.list', { limit: 100 }))

  it('A1 is busy from its first moment, and goes through its statuses in order', async () => {
    const { connection: begun, refreshId, settings, accounts: known } = await beginImport(ledger, { maxDays: 90, accountTypes: ['checking'] })
    const { id } = begun
    expect(begun).toMatchObject({ updateStatus: 'IN_PROGRESS', categorizationStatus: 'READY', name: 'Musterbank', pinStored: false })
    expect([settings, known]).toEqual([{ maxDays: 90, accountTypes: ['checking'], skipPositions: false }, []])
    await apply(ledger, { refreshId, connection: begun, settings, accounts: known, state: null, sealedPin: null, access: null, sealedProxy: null, sealedCertificate: null }, { fetched: [fetched(GIRO, { statements: [january(2, 3)] })] })
    expect(await connection(ledger, id)).toMatchObject({ updateStatus: 'READY', categorizationStatus: 'PENDING' })
    expect((await rows()).map(({ categoryId }) => categoryId)).toEqual([null, null])
    expect(await value(ledger.job('connections.categorise', { id }))).toEqual({ isDone: false })
    expect(await connection(ledger, id)).toMatchObject({ categorizationStatus: 'IN_PROGRESS' })
    expect(await value(ledger.job('connections.categorise', { id }))).toEqual({ isDone: true })
    const done = await connection(ledger, id)
    expect(done).toMatchObject({ categorizationStatus: 'READY', lastManualUpdate: { result: 'OK', errorType: null }, lastAutoUpdate: null, accountIds: [1] })
    expect(() => contract['connections.get'].output.parse([done])).not.toThrow()
  })

  it('A1 names a new account by the bank’s product and the end of its number', async () => {
    await imported(ledger, { offered: [GIRO], fetched: [fetched(GIRO, { statements: [january(2)] })] })
    expect(await accounts()).toMatchObject([{ name: 'Girokonto ··3000', institution: 'Musterbank', iban: GIRO.iban, transactionCount: 1 }])
  })

  it('A1 leaves nothing behind when the login fails, but the history', async () => {
    const { refreshId, connection: { id } } = await beginImport(ledger)
    const error = { kind: 'pin_wrong' as const, message: 'PIN falsch', attemptsLeft: 2 }
    const result = { result: 'BANK_SERVER_REJECTION' as const, errorType: 'BUSINESS' as const, error }
    const { refresh } = await value(ledger.job('connections.fail', { refreshId, connectionId: id, origin: 'manual', result, status: 'USER_ACTION_REQUIRED', state: new Uint8Array([1]), notices: [{ code: '9942', text: 'PIN falsch' }] }))
    expect(refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', error, notices: [{ code: '9942' }], connectionName: 'Musterbank' })
    expect(await value(ledger.call('connections.list', undefined))).toEqual([])
    expect(await accounts()).toEqual([])
    expect(await refreshes()).toEqual([refresh])
    expect((await beginImport(ledger)).connection.id).not.toBe(id)
  })

  it('A1 imports the same bank, user and customer once', async () => {
    const { id } = await imported(ledger)
    const again = () => ledger.job('connections.begin', { origin: 'manual', what: { kind: 'import', connection: NEW } })
    expect(await again()).toEqual({ ok: false, error: { kind: 'exists', what: 'connection' } })
    expect(await refreshes()).toHaveLength(1)
    await beginUpdate(ledger, id)
    expect(await again()).toEqual({ ok: false, error: { kind: 'exists', what: 'connection' } })
    expect((await beginImport(ledger, { customerId: 'other' })).connection.customerId).toBe('other')
  })

  it('A1 numbers a second login at the same bank where nobody has named it', async () => {
    await imported(ledger)
    const second = await imported(ledger, {}, { userId: 'other' })
    const third = await imported(ledger, {}, { userId: 'third' })
    const own = await imported(ledger, {}, { userId: 'own', name: 'Haushalt' })
    const names = await Promise.all([second, third, own].map(async ({ id }) => (await connection(ledger, id)).name))
    expect(names).toEqual(['Musterbank 2', 'Musterbank 3', 'Haushalt'])
  })

  it('A2 refuses a second run while one is under way, or its categories are due', async () => {
    const { id } = await imported(ledger)
    const run = await beginUpdate(ledger, id)
    const busy = { ok: false, error: { kind: 'connection_busy', name: 'Musterbank' } }
    const begin = () => ledger.job('connections.begin', { origin: 'auto', what: { kind: 'update', id } })
    expect(await begin()).toEqual(busy)
    await apply(ledger, run)
    expect(await begin()).toEqual(busy)
    await categorise(ledger, id)
    expect(await begin()).toMatchObject({ ok: true })
    expect(await ledger.job('connections.begin', { origin: 'auto', what: { kind: 'update', id: 99 as ConnectionId } })).toEqual({ ok: false, error: { kind: 'not_found', what: 'connection' } })
  })

  it('A2 brings what is new once, and marks it', async () => {
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [january(2, 3)] })] })
    const { refresh, receipts } = await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [january(3, 4)] })] })
    expect(refresh.accounts).toMatchObject([{ accountId: 1, status: 'UPDATED', added: 1 }])
    expect(receipts[0]?.batch).toMatchObject({ source: 'fints', fileName: 'Musterbank', added: 1, duplicates: 1 })
    expect((await rows()).map(({ isNew }) => isNew)).toEqual([true, false, false])
    const again = await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [january(3, 4)], balances: [booked('70.00', '2026-01-31')] })] })
    expect(again).toMatchObject({ receipts: [], refresh: { status: 'FINISHED', batchId: null } })
    expect(await value(ledger.call('imports.history', undefined))).toHaveLength(2)
    expect(await accounts()).toMatchObject([{ bankBalance: { minor: 7000 }, balance: { minor: 7000 }, transactionCount: 3 }])
  })

  it('A2 keeps rows that are alike within one answer, however the bank has cut it', async () => {
    const coffee = entry({ on: '2026-01-02', amount: '-3.50', payee: 'Café' })
    const pieces = [statement({ entries: [coffee, coffee] }), statement({ entries: [coffee] })]
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: pieces })] })
    expect(await rows()).toHaveLength(3)
    await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [pieces[1] ?? statement(), pieces[0] ?? statement()] })] })
    expect(await rows()).toHaveLength(3)
  })

  it('A2 believes the balance that was stated last on a day, and none that a later one outdates', async () => {
    const noon = statement({ entries: [entry({ on: '2026-01-05', amount: '100.00', payee: 'A' })], balances: [booked('100.00', '2026-01-05')] })
    const evening = statement({ entries: [entry({ on: '2026-01-05', amount: '-60.00', payee: 'B' })], balances: [booked('40.00', '2026-01-05')] })
    await imported(ledger, { fetched: [fetched(GIRO, { statements: [noon, evening] })] })
    expect(await accounts()).toMatchObject([{ balance: { minor: 4000 }, bankBalance: { minor: 4000 }, proof: { difference: { minor: 0 } } }])
  })

  it('A2 knows how far it has come, and asks again for what was reverted', async () => {
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [january(2, 3)], to: localDate('2026-01-10') })] })
    const { refresh } = await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [january(9)], to: localDate('2026-01-20') })] })
    const failing = await updated(ledger, id, { fetched: [fetched(GIRO, { error: { kind: 'offline' }, to: localDate('2026-01-31') })] })
    expect(failing.refresh.accounts).toMatchObject([{ status: 'DOWNLOAD_FAILED', error: { kind: 'offline' } }])
    const known = async () => {
      const begun = await beginUpdate(ledger, id)
      await value(ledger.job('connections.fail', { refreshId: begun.refreshId, connectionId: id, origin: 'manual', result: { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', error: { kind: 'cancelled' } }, status: 'ERROR', state: undefined, notices: [] }))
      return begun.accounts
    }
    expect(await known()).toMatchObject([{ key: GIRO.key, accountId: 1, fetchedTo: '2026-01-20', pendingFrom: null }])
    await value(ledger.call('imports.revert', { batchId: refresh.batchId ?? 0 as never }))
    expect(await known()).toMatchObject([{ fetchedTo: '2026-01-09' }])
    await value(ledger.call('imports.revert', { batchId: 1 as never }))
    await value(ledger.call('history.state', undefined))
    expect((await rows())).toEqual([])
  })

  it('A2 brings what was reverted once, whatever is undone afterwards', async () => {
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [january(2)] })] })
    const { refresh } = await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [january(2, 3)] })] })
    await value(ledger.call('imports.revert', { batchId: refresh.batchId ?? 0 as never }))
    expect(await rows()).toHaveLength(1)
    await updated(ledger, id, { origin: 'auto', fetched: [fetched(GIRO, { statements: [january(2, 3)] })] })
    expect(await rows()).toHaveLength(2)
    while ((await value(ledger.call('history.state', undefined))).undo) {
      await value(ledger.call('history.undo', undefined))
      expect((await rows()).filter(({ bookedOn }) => bookedOn === '2026-01-03')).toHaveLength(1)
    }
  })

  it('A2 connects an account that a file has brought before', async () => {
    await importReadings(ledger, statement({ entries: january(2, 3).entries, balances: [booked('80.00', '2026-01-03')] }))
    await imported(ledger, { fetched: [fetched(GIRO, { statements: [january(3, 4)], balances: [booked('70.00', '2026-01-31')] })] })
    expect(await accounts()).toMatchObject([{ id: 1, connectionId: 1, status: 'UPDATED', transactionCount: 3, balance: { minor: 7000 }, proof: { difference: { minor: 0 } } }])
  })

  it('A2 only tells of accounts that nobody has taken, and marks one that is taken later', async () => {
    const { id } = await imported(ledger, { offered: [GIRO], fetched: [fetched(GIRO)] })
    await updated(ledger, id, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO)] })
    expect((await connection(ledger, id)).accounts).toMatchObject([{ accountId: 1, isNew: false }, { key: SAVINGS.key, accountId: null, status: null }])
    await updated(ledger, id, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO), fetched(SAVINGS, { statements: [january(2)] })] })
    expect((await connection(ledger, id)).accounts).toMatchObject([{ isNew: false }, { accountId: 2, isNew: true, status: 'UPDATED' }])
  })

  it('A2 keeps what the bank no longer delivers, and takes it up again when it does', async () => {
    const { id } = await imported(ledger, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO, { statements: [january(2)] }), fetched(SAVINGS, { statements: [january(3)] })] })
    const { refresh } = await updated(ledger, id, { offered: [GIRO], fetched: [fetched(GIRO)] })
    expect(refresh.accounts.map(({ status }) => status)).toEqual(['UPDATED', 'DEPRECATED'])
    expect((await connection(ledger, id)).accounts[1]).toMatchObject({ status: 'DEPRECATED', accountId: 2 })
    expect(await rows()).toHaveLength(2)
    await updated(ledger, id, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO), fetched(SAVINGS, { statements: [january(3, 4)] })] })
    expect((await connection(ledger, id)).accounts[1]).toMatchObject({ status: 'UPDATED', accountId: 2, isNew: false })
  })

  it('A2 replaces the methods, and clears the chosen one only when it is gone', async () => {
    const [push, photo] = [{ id: '902', name: 'pushTAN', isDecoupled: true }, { id: '903', name: 'photoTAN', isDecoupled: false }]
    const { id } = await imported(ledger, { tanMethods: [push, photo], defaultTanMethod: '902' })
    await updated(ledger, id, { tanMethods: [push] })
    expect(await connection(ledger, id)).toMatchObject({ tanMethods: [push], defaultTanMethod: '902' })
    await updated(ledger, id, { tanMethods: [photo] })
    expect(await connection(ledger, id)).toMatchObject({ tanMethods: [photo], defaultTanMethod: null })
  })

  it('A3 keeps the last word of each origin apart', async () => {
    const { id } = await imported(ledger)
    await updated(ledger, id, { origin: 'auto' })
    const { refreshId } = await beginUpdate(ledger, id, 'auto')
    const error = { kind: 'user_action_required' as const }
    await value(ledger.job('connections.fail', { refreshId, connectionId: id, origin: 'auto', result: { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error }, status: 'USER_ACTION_REQUIRED', state: new Uint8Array([7]), notices: [] }))
    expect(await connection(ledger, id)).toMatchObject({ userActionRequired: true, updateStatus: 'READY', lastManualUpdate: { result: 'OK' }, lastAutoUpdate: { result: 'BANK_SERVER_REJECTION', error } })
    const begun = await beginUpdate(ledger, id)
    expect(begun.state).toEqual(new Uint8Array([7]))
    await apply(ledger, begun)
    expect(await connection(ledger, id)).toMatchObject({ userActionRequired: false, lastManualUpdate: { result: 'OK' } })
  })

  it('A5 gets those that are there, and never a PIN', async () => {
    const { id } = await imported(ledger, { sealedPin: new TextEncoder().encode('sealed-geheim') })
    const found = await value(ledger.call('connections.get', { ids: [99 as ConnectionId, id] }))
    expect(found).toMatchObject([{ id, pinStored: true }])
    expect(JSON.stringify([found, await refreshes()])).not.toContain('geheim')
    expect((await beginUpdate(ledger, id)).sealedPin).toEqual(new TextEncoder().encode('sealed-geheim'))
  })

  it('A9 one of three accounts fails, the other two are there, and its own is tried again', async () => {
    const error = { kind: 'bank_rejected' as const, code: '9010', message: 'Nicht möglich' }
    const three = [GIRO, SAVINGS, CARD]
    const { id } = await imported(ledger, { offered: three, fetched: [fetched(GIRO, { statements: [january(2)] }), fetched(SAVINGS, { error }), fetched(CARD, { documents: [{ name: 'x', bytes: new TextEncoder().encode('{"not": "a statement"}') }] })] })
    const first = await connection(ledger, id)
    expect(first.lastManualUpdate).toMatchObject({ result: 'OK' })
    expect(first.accounts).toMatchObject([{ status: 'UPDATED' }, { status: 'DOWNLOAD_FAILED', statusError: error, accountId: 2 }, { status: 'DOWNLOAD_FAILED', statusError: { kind: 'unsupported' } }])
    const begun = await beginUpdate(ledger, id)
    expect(begun.accounts.map(({ accountId, fetchedTo }) => [accountId, fetchedTo])).toEqual([[1, '2026-01-31'], [2, null], [3, null]])
    await apply(ledger, begun, { offered: three, fetched: [fetched(GIRO), fetched(SAVINGS, { statements: [january(3)] }), fetched(CARD)] })
    expect((await connection(ledger, id)).accounts.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED', 'UPDATED'])
    expect(await rows()).toHaveLength(2)
  })

  it('A9 reads what the bank sends, refuses single rows, and takes an empty answer for no news', async () => {
    const bytes = new TextEncoder().encode([':20:STARTUMS', ':25:37040044/0532013000', ':28C:1/1', ':60F:C260101EUR100,00', ':61:2601020102D10,00NMSCNONREF//ref-1', ':86:Rewe', ':62F:C260102EUR90,00', '-', ''].join('\r\n'))
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { documents: [{ name: 'booked.sta', bytes }, { name: 'pending.sta', bytes: new Uint8Array() }] })] })
    expect(await accounts()).toMatchObject([{ balance: { minor: 9000 }, bankBalance: { minor: 9000 }, transactionCount: 1 }])
    expect((await connection(ledger, id)).accounts).toMatchObject([{ status: 'UPDATED' }])
    expect((await value(ledger.call('imports.history', undefined)))[0]).toMatchObject({ format: 'mt940', source: 'fints', fileName: 'Musterbank' })
  })

  it('pending rows go when the bank lists none any more', async () => {
    const pending = statement({ pending: [entry({ on: '2026-01-30', amount: '-5.00', payee: 'Kino' })] })
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [pending] })] })
    expect((await beginUpdate(ledger, id)).accounts[0]?.pendingFrom).toBe('2026-01-30')
    await value(ledger.job('connections.reset', null))
    await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [statement()] })] })
    expect(await rows()).toEqual([])
  })

  it('is not left busy by a crash', async () => {
    const kept = await imported(ledger)
    await beginUpdate(ledger, kept.id, 'auto')
    await beginImport(ledger, { userId: 'somebody' })
    expect(await value(ledger.job('connections.reset', null))).toEqual({ interrupted: 2 })
    expect(await value(ledger.call('connections.list', undefined))).toMatchObject([{ id: kept.id, updateStatus: 'READY', lastAutoUpdate: { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', error: { kind: 'interrupted' } } }])
    expect((await refreshes()).map(({ status, error }) => [status, error?.kind])).toEqual([['ERROR', 'interrupted'], ['ERROR', 'interrupted'], ['FINISHED', undefined]])
    expect(await value(ledger.job('connections.reset', null))).toEqual({ interrupted: 0 })
  })

  it('A14 goes on with categories after a crash, and never overwrites what a person has chosen', async () => {
    const begun = await beginImport(ledger)
    await apply(ledger, begun, { fetched: [fetched(GIRO, { statements: [january(2)] })] })
    const { id } = begun.connection
    await value(ledger.job('connections.categorise', { id }))
    await value(ledger.call('transactions.edit', { ids: [1 as never], change: { categoryId: 'food.groceries' } }))
    await value(ledger.job('connections.reset', null))
    expect(await connection(ledger, id)).toMatchObject({ categorizationStatus: 'PENDING' })
    await categorise(ledger, id)
    expect((await rows())[0]).toMatchObject({ categoryId: 'food.groceries' })
  })

  it('stores nothing of a run that is over', async () => {
    const begun = await beginImport(ledger)
    await apply(ledger, begun)
    expect(await ledger.job('connections.apply', { refreshId: begun.refreshId, connectionId: begun.connection.id, origin: 'manual', offered: [], fetched: [], state: null, sealedPin: undefined, tanMethods: [], defaultTanMethod: null, consentUntil: null, notices: [] }))
      .toEqual({ ok: false, error: { kind: 'not_found', what: 'refresh' } })
    expect(reading([]).statements).toEqual([])
  })
})
