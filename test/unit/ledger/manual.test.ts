import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

describe('what is written by hand', () => {
  let ledger: LedgerClient
  let purse: AccountId

  beforeEach(async () => {
    ledger = await openedInMemory()
    purse = (await value(ledger.call('accounts.create', { name: 'Purse', type: 'cash', currency: currency('EUR'), openingMinor: minor(5_000), openedOn: localDate('2026-01-01') }))).id
  })
  afterEach(async () => { await ledger.close() })

  const accounts = () => value(ledger.call('accounts.list', undefined))
  const balance = async () => (await accounts())[0]?.balance.minor
  const write = (amount: number, payee: string, on = '2026-01-05') =>
    value(ledger.call('transactions.create', { accountId: purse, bookedOn: localDate(on), amountMinor: minor(amount), payee, purpose: '', categoryId: null, notes: '', tags: [] }))
  const sound = async () => { expect(await value(ledger.job('verify', null))).toEqual({ problems: [] }) }

  it('an account begins with its opening balance and has no rows', async () => {
    expect((await accounts())[0]).toMatchObject({ name: 'Purse', type: 'cash', balance: { minor: 5_000, currency: 'EUR' }, transactionCount: 0, connectionId: null })
    await sound()
  })

  it('an account is taken back by undo and comes again by redo', async () => {
    await ledger.call('history.undo', undefined)
    expect(await accounts()).toEqual([])
    await ledger.call('history.redo', undefined)
    expect(await balance()).toBe(5_000)
  })

  it('two accounts cannot have one name', async () => {
    const again = await ledger.call('accounts.create', { name: 'Purse', type: 'asset', currency: currency('EUR'), openingMinor: minor(0), openedOn: localDate('2026-01-01') })
    expect(again).toMatchObject({ ok: false, error: { kind: 'exists', what: 'account' } })
  })

  it('a debt begins below zero', async () => {
    const debt = await value(ledger.call('accounts.create', { name: 'Loan from Anna', type: 'liability', currency: currency('EUR'), openingMinor: minor(-30_000), openedOn: localDate('2026-01-01') }))
    expect(debt.balance.minor).toBe(-30_000)
  })

  it('equal rows are rows of their own', async () => {
    await write(-250, 'Bakery')
    await write(-250, 'Bakery')
    expect(await balance()).toBe(4_500)
    await sound()
  })

  it('the same thing on many days is suspected of nothing, but what a bank has told is', async () => {
    for (const on of ['2026-01-05', '2026-01-06', '2026-01-07']) await write(-250, 'Bakery', on)
    const suspected = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))).filter(({ isPotentialDuplicate }) => isPotentialDuplicate).map(({ payee }) => payee)
    expect(await suspected()).toEqual([])
    await importReadings(ledger, statement({ entries: [entry({ on: '2026-01-20', amount: '-7.00', payee: 'Butcher Meyer', externalId: 'x' })] }))
    const giro = (await accounts()).find(({ id }) => id !== purse)?.id ?? purse
    await value(ledger.call('transactions.create', { accountId: giro, bookedOn: localDate('2026-01-21'), amountMinor: minor(-700), payee: 'Butcher Meyer', purpose: '', categoryId: null, notes: '', tags: [] }))
    expect(await suspected()).toEqual(['Butcher Meyer'])
  })

  it('a row keeps category, notes and tags, and is found by its words', async () => {
    await value(ledger.call('transactions.create', { accountId: purse, bookedOn: localDate('2026-01-05'), amountMinor: minor(-999), payee: 'Kiosk', purpose: 'Zeitung', categoryId: 'food.groceries', notes: 'für Oma', tags: ['geschenk'] }))
    const [row] = await value(ledger.call('transactions.page', { filter: { search: 'Oma' }, after: null, limit: 10 }))
    expect(row).toMatchObject({ payee: 'Kiosk', purpose: 'Zeitung', notes: 'für Oma', tags: ['geschenk'], categoryBy: 'user' })
  })

  it('amount, day and words can be changed, undone and done again', async () => {
    const { id } = await write(-250, 'Bakery')
    await value(ledger.call('transactions.amend', { id, amountMinor: minor(-350), bookedOn: localDate('2026-01-06'), payee: 'Baker Sommer' }))
    expect(await balance()).toBe(4_650)
    expect((await value(ledger.call('transactions.page', { filter: { search: 'Sommer' }, after: null, limit: 10 }))).map(({ bookedOn }) => bookedOn)).toEqual(['2026-01-06'])
    await ledger.call('history.undo', undefined)
    expect(await balance()).toBe(4_750)
    expect(await value(ledger.call('transactions.page', { filter: { search: 'Sommer' }, after: null, limit: 10 }))).toEqual([])
    await ledger.call('history.redo', undefined)
    expect(await balance()).toBe(4_650)
    await sound()
  })

  it('a row goes, and undo brings it back', async () => {
    const { id } = await write(-250, 'Bakery')
    await value(ledger.call('transactions.edit', { ids: [id], change: { isRemoved: true } }))
    expect(await balance()).toBe(5_000)
    await ledger.call('history.undo', undefined)
    expect(await balance()).toBe(4_750)
    await sound()
  })

  it('a divided row keeps its amount until it is whole again', async () => {
    const { id } = await write(-250, 'Bakery')
    await value(ledger.call('transactions.edit', { ids: [id], change: { splits: [{ amountMinor: minor(-200), categoryId: null, notes: '' }, { amountMinor: minor(-50), categoryId: null, notes: '' }] } }))
    expect(await ledger.call('transactions.amend', { id, amountMinor: minor(-300) })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'splits' } })
    await sound()
  })

  it('a row of a bank keeps what the bank said', async () => {
    const bytes = new TextEncoder().encode('Date,Description,Amount,Balance\n2026-01-31,Shop,-5.00,95.00\n')
    const { receipts } = await value(ledger.job('importFiles', { files: [{ name: 'bank.csv', bytes }], source: 'file', operationId: '00000000-0000-4000-8000-000000000001' as never }))
    const [row] = await value(ledger.call('transactions.page', { filter: { batchId: receipts[0]!.batch.id }, after: null, limit: 1 }))
    const id: TransactionId = row!.id
    expect(await ledger.call('transactions.amend', { id, amountMinor: minor(-1) })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'byHand' } })
    expect(await ledger.call('transactions.edit', { ids: [id], change: { isRemoved: true } })).toMatchObject({ ok: false })
  })
})
