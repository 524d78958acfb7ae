import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { connect } from '#main/ledger/database.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { apply, beginUpdate, connection, fetched, imported, offered, sound, updated } from '../../fixtures/connections.ts'
import { depot, trade } from '../../fixtures/investments.ts'
import { booked, decimal, entry, importReadings, statement, steadyClock, value } from '../../fixtures/readings.ts'

const [GIRO, SAVINGS] = [offered(0), offered(1)]
const entries = (...days: number[]) => days.map((day) => entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '-10.00', payee: `Payee${day}`, externalId: `id-${day}` }))

describe('removing connections and accounts', () => {
  let folder: string
  let file: string
  let ledger: LedgerClient
  const clock = steadyClock()

  const open = async (create: boolean): Promise<void> => {
    ledger = createDirectClient({ clock })
    await value(ledger.open({ file, key: null, create, baseCurrency: currency('EUR') }))
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-test-'))
    file = join(folder, 'ledger.kontor')
    await open(true)
  })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  /** Deleting is for good once the ledger has been closed. */
  const reopen = async (): Promise<void> => {
    await ledger.close()
    await open(false)
    await sound(ledger)
  }
  const rowsOf = (table: string): number => {
    const db = connect(file, { key: null, readonly: true })
    try {
      return db.column<number>(`SELECT count(*) FROM ${table}`).get() ?? 0
    } finally {
      db.close()
    }
  }
  const count = async (): Promise<number> => (await value(ledger.call('transactions.outline', { filter: {} }))).count
  const accounts = () => value(ledger.call('accounts.list', undefined))
  const undo = () => value(ledger.call('history.undo', undefined))
  const two = (sealedPin: Uint8Array | null = null) => imported(ledger, {
    sealedPin, offered: [GIRO, SAVINGS],
    fetched: [fetched(GIRO, { statements: [statement({ entries: entries(2, 3), balances: [booked('80.00', '2026-01-03')] })] }), fetched(SAVINGS, { statements: [statement({ entries: entries(4) })] })],
  })

  it('A6 takes everything it brought, says how much, and is not found again', async () => {
    const { id } = await two(new Uint8Array([1]))
    const all = { accounts: 2, transactions: 3, keptTransactions: 0, pinStored: true }
    expect(await value(ledger.call('connections.deletePreview', { id, rows: 'delete' }))).toEqual(all)
    expect(await count()).toBe(3)
    expect(await value(ledger.job('connections.delete', { id, rows: 'delete' }))).toEqual(all)
    expect([await count(), await accounts(), await value(ledger.call('imports.history', undefined))]).toEqual([0, [], []])
    expect(await ledger.job('connections.delete', { id, rows: 'delete' })).toEqual({ ok: false, error: { kind: 'not_found', what: 'connection' } })
    await reopen()
    for (const table of ['connection', 'connection_account', 'account', 'account_state', 'txn', 'import_batch', 'import_statement', 'import_row', 'balance_snapshot', 'undo_log']) expect([table, rowsOf(table)]).toEqual([table, 0])
    expect((await value(ledger.call('history.state', undefined))).undo).toBeNull()
    expect(await value(ledger.call('refreshes.list', { limit: 10 }))).toMatchObject([{ connectionId: id, connectionName: 'Musterbank', batchId: null, status: 'FINISHED' }])
    expect((await two()).id).not.toBe(id)
  })

  it('A6 never gives what comes later the number of an account that is gone, of which a rule may speak', async () => {
    const { id } = await two()
    const gone = (await accounts()).map((account) => account.id)
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    await reopen()
    await two()
    const later = (await accounts()).map((account) => account.id)
    expect(later).toHaveLength(2)
    expect(later.filter((one) => gone.includes(one))).toEqual([])
  })

  it('A6 leaves nothing of the rows in the file', async () => {
    const { id } = await two()
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    await reopen()
    await ledger.close()
    expect(readFileSync(file).includes('Payee2')).toBe(false)
    await open(false)
  })

  it('A6 forgets for good what was held, traded and owed', async () => {
    const shares = depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }])
    const owed = { principal: null, rate: decimal('4.5'), nextPaymentOn: null, nextPayment: null, maturesOn: null, payments: [{ line: 1, externalId: 'L', principal: decimal('1'), interest: null }] }
    const { id } = await imported(ledger, { offered: [GIRO], fetched: [fetched(GIRO, { statements: [{ ...shares, loan: owed, trades: [trade({ id: 'T', on: '2026-01-05' })] }] })] })
    expect((await value(ledger.call('holdings.list', {})))[0]?.holdings).toHaveLength(1)
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    await undo()
    expect((await value(ledger.call('holdings.list', {})))[0]?.holdings).toHaveLength(1)
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    await reopen()
    for (const table of ['security', 'holding_snapshot', 'holding', 'trade', 'trade_seen', 'loan_terms', 'loan_payment']) expect([table, rowsOf(table)]).toEqual([table, 0])
  })

  it('A6 changes nothing while it is busy', async () => {
    const { id } = await two()
    const run = await beginUpdate(ledger, id)
    expect(await ledger.job('connections.delete', { id, rows: 'delete' })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Musterbank' } })
    expect(await ledger.job('accounts.delete', { id: 1 as never })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Musterbank' } })
    expect(await count()).toBe(3)
    await apply(ledger, run, { offered: [GIRO, SAVINGS] })
  })

  it('A6a keeps rows that a file has brought too, and their account offline', async () => {
    await importReadings(ledger, statement({ entries: entries(3) }))
    const { id } = await two()
    expect(await value(ledger.job('connections.delete', { id, rows: 'delete' }))).toMatchObject({ accounts: 1, transactions: 2, keptTransactions: 1 })
    await reopen()
    expect(await accounts()).toMatchObject([{ iban: GIRO.iban, connectionId: null, status: null, transactionCount: 1 }])
  })

  it('A6a keeps a row that the connection brought first and a file repeated', async () => {
    const { id } = await two()
    await importReadings(ledger, statement({ entries: entries(3) }))
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    await reopen()
    expect([await count(), (await accounts()).length]).toEqual([1, 1])
    await importReadings(ledger, statement({ entries: entries(2, 3) }))
    expect(await count()).toBe(2)
  })

  it('A6a keeps all rows and accounts offline where the user wants it', async () => {
    const { id } = await two()
    expect(await value(ledger.job('connections.delete', { id, rows: 'keep' }))).toEqual({ accounts: 0, transactions: 0, keptTransactions: 3, pinStored: false })
    await reopen()
    expect(await accounts()).toMatchObject([{ connectionId: null, balance: { minor: 8000 } }, { connectionId: null }])
    expect([await count(), rowsOf('connection')]).toEqual([3, 0])
    expect(await value(ledger.call('imports.history', undefined))).toMatchObject([{ source: 'fints', added: 3 }])
    await imported(ledger, { offered: [GIRO], fetched: [fetched(GIRO, { statements: [statement({ entries: entries(3, 5) })] })] })
    expect([await count(), (await accounts()).length]).toEqual([4, 2])
  })

  it('A6a comes back with an undo, but for its PIN', async () => {
    const { id } = await two(new Uint8Array([1]))
    await updated(ledger, id, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO, { statements: [statement({ entries: entries(3, 9) })] })] })
    const before = [await count(), await accounts(), await value(ledger.call('imports.history', undefined))]
    await value(ledger.job('connections.delete', { id, rows: 'delete' }))
    expect((await undo()).redo).toMatchObject({ label: 'delete-connection' })
    expect([await count(), await accounts(), await value(ledger.call('imports.history', undefined))]).toEqual(before)
    expect(await connection(ledger, id)).toMatchObject({ id, pinStored: false, accountIds: [1, 2] })
    await value(ledger.call('history.redo', undefined))
    expect(await count()).toBe(0)
    await undo()
    await reopen()
    expect([await count(), rowsOf('connection')]).toEqual([4, 1])
  })

  it('A7 deletes all or, where one is busy, none', async () => {
    const { id } = await two()
    const other = await imported(ledger, { offered: [] }, { userId: 'other', name: 'Andere' })
    const run = await beginUpdate(ledger, other.id)
    expect(await ledger.job('connections.deleteAll', { rows: 'delete' })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Andere' } })
    expect(await count()).toBe(3)
    await apply(ledger, run, { offered: [] })
    await value(ledger.job('connections.reset', null))
    for (let step = 0; step < 2; step += 1) await value(ledger.job('connections.categorise', { id: other.id }))
    expect(await value(ledger.job('connections.deleteAll', { rows: 'delete' }))).toEqual({ ids: [id, other.id] })
    expect(await value(ledger.call('connections.list', undefined))).toEqual([])
    await undo()
    expect(await value(ledger.call('connections.list', undefined))).toHaveLength(2)
  })

  it('A8 deletes an account with all its rows, and with the last one its connection', async () => {
    const { id } = await two()
    await importReadings(ledger, statement({ entries: entries(20) }))
    expect(await value(ledger.job('accounts.delete', { id: 1 as never }))).toEqual({ connectionDeleted: false })
    expect([await count(), (await accounts()).map((account) => account.id)]).toEqual([1, [2]])
    expect((await connection(ledger, id)).accounts).toMatchObject([{ accountId: null }, { accountId: 2 }])
    await undo()
    expect(await count()).toBe(4)
    await value(ledger.call('history.redo', undefined))
    await reopen()
    expect([rowsOf('account'), rowsOf('txn')]).toEqual([1, 1])
    await updated(ledger, id, { offered: [GIRO, SAVINGS], fetched: [fetched(SAVINGS)] })
    expect((await connection(ledger, id)).accounts).toMatchObject([{ accountId: null }, { accountId: 2 }])
    expect(await value(ledger.job('accounts.delete', { id: 2 as never }))).toEqual({ connectionDeleted: true })
    expect(await value(ledger.call('connections.list', undefined))).toEqual([])
    await reopen()
    expect([rowsOf('connection'), rowsOf('account'), rowsOf('txn'), rowsOf('import_batch')]).toEqual([0, 0, 0, 0])
  })

  it('A8 forgets what was said of payments on other accounts by rows that are gone', async () => {
    const monthly = Array.from({ length: 6 }, (_, month) => entry({ on: `2025-${String(month + 7).padStart(2, '0')}-03`, amount: '-12.99', payee: 'Netflix', externalId: `n-${month}` }))
    await imported(ledger, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO, { statements: [statement({ entries: monthly })] }), fetched(SAVINGS, { statements: [statement({ entries: entries(4) })] })] })
    do while (!(await value(ledger.job('categories.next', null))).isDone);
    while (!(await value(ledger.job('insights.next', null))).isDone)
    const [found] = (await value(ledger.call('contracts.list', {}))).contracts
    if (found === undefined) throw new Error('there is a contract')
    const rows = (await value(ledger.call('transactions.page', { filter: { search: 'Payee4' }, after: null, limit: 1 }))).map(({ id }) => id)
    await value(ledger.call('contracts.place', { rows, into: found.id }))
    expect(rowsOf('contract_part')).toBe(1)
    await value(ledger.job('accounts.delete', { id: 1 as never }))
    await reopen()
    expect([rowsOf('txn'), rowsOf('contract_part')]).toEqual([1, 0])
  })

  it('A8 imports an account anew that was deleted before', async () => {
    const { id } = await two()
    await value(ledger.job('accounts.delete', { id: 1 as never }))
    const begun = await beginUpdate(ledger, id)
    expect(begun.accounts).toMatchObject([{ accountId: null, fetchedTo: null }, { accountId: 2 }])
    await apply(ledger, begun, { offered: [GIRO, SAVINGS], fetched: [fetched(GIRO, { statements: [statement({ entries: entries(2, 3) })] })] })
    expect(await count()).toBe(3)
    await reopen()
    expect(await count()).toBe(3)
  })
})
