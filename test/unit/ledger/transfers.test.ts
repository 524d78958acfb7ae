import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { localDate, type Instant } from '#shared/dates.ts'
import { currency, minor } from '#shared/money.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import { openLedger } from '#main/ledger/open.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { sound } from '../../fixtures/connections.ts'
import { decimal, entry, GIRO, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

const SAVINGS = { ...GIRO, iban: 'DE02500105170137075030', number: '137075030', type: 'savings' as const }
const id = (number: number) => number as TransactionId
const giro = (...entries: Parameters<typeof entry>[0][]) => statement({ entries: entries.map(entry) })
const savings = (...entries: Parameters<typeof entry>[0][]) => statement({ account: SAVINGS, entries: entries.map(entry) })
const OUT = { on: '2026-01-05', amount: '-200.00', payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: SAVINGS.iban, externalId: 'out' }
const INTO = { on: '2026-01-06', amount: '200.00', payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: GIRO.iban ?? '', externalId: 'into' }

describe('transfers between own accounts', () => {
  let ledger: LedgerClient
  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const finish = async (): Promise<void> => {
    do while (!(await value(ledger.job('categories.next', null))).isDone);
    while (!(await value(ledger.job('insights.next', null))).isDone)
  }
  const rows = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 100 }))).toSorted((left, right) => left.id - right.id)
  const told = async () => (await rows()).map(({ id: row, transferId, categoryId }) => [row, transferId, categoryId])
  const list = async (state: 'proposed' | 'confirmed' | 'rejected') => {
    const answer = await value(ledger.call('transfers.list', { state, offset: 0, limit: 100 }))
    expect(() => contract['transfers.list'].output.parse(answer)).not.toThrow()
    return answer
  }
  const pairs = async (state: 'proposed' | 'confirmed' | 'rejected') => (await list(state)).transfers.map(({ out, into, by }) => [out.id, into.id, by])
  const undo = () => value(ledger.call('history.undo', undefined))
  const both = { outId: id(1), inId: id(2) }

  it('are paired once both rows are there, name each other, and are no spending', async () => {
    await importReadings(ledger, giro(OUT))
    await finish()
    expect((await rows())[0]?.transferId).toBeNull()
    await importReadings(ledger, savings(INTO))
    await finish()
    expect(await told()).toEqual([[1, 2, 'transfers.internal'], [2, 1, 'transfers.internal']])
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
    const detail = await value(ledger.call('transactions.get', { id: id(1) }))
    expect(() => contract['transactions.get'].output.parse(detail)).not.toThrow()
    expect(detail).toMatchObject({ categoryWhy: { kind: 'transfer', evidence: 'iban' }, transfer: { partner: { id: 2 }, state: 'confirmed', by: 'engine' } })
  })

  it('are paired where a file calls an account by bank code and number, and the other side by its IBAN', async () => {
    const numbered = { ...GIRO, iban: null, bankCode: '37040044', number: '0532013000' }
    await importReadings(ledger, statement({ account: numbered, entries: [entry(OUT)] }), savings({ ...INTO, counterpartyIban: 'DE89370400440532013000' }))
    await finish()
    expect(await told()).toEqual([[1, 2, 'transfers.internal'], [2, 1, 'transfers.internal']])
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
  })

  it('that a person rejects never come back, and their rows are what they were before', async () => {
    await importReadings(ledger, giro({ ...OUT, counterpartyIban: '', payee: 'Sparkonto', purpose: 'Umbuchung' }), savings({ ...INTO, counterpartyIban: '', payee: 'Girokonto', purpose: 'Umbuchung' }))
    while (!(await value(ledger.job('categories.next', null))).isDone);
    const before = (await rows()).map(({ categoryId, categoryBy }) => [categoryId, categoryBy])
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
    expect(await value(ledger.call('transfers.reject', { pairs: [both] }))).toEqual({ changed: 1 })
    expect((await rows()).map(({ categoryId, categoryBy }) => [categoryId, categoryBy])).toEqual(before)
    await finish()
    await importReadings(ledger, giro({ on: '2026-01-20', amount: '-5.00', payee: 'REWE', externalId: 'more' }))
    await finish()
    expect(await pairs('confirmed')).toEqual([])
    expect(await pairs('rejected')).toEqual([[1, 2, 'user']])
    await value(ledger.call('transfers.restore', { pairs: [both] }))
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
    await undo()
    await finish()
    expect(await list('rejected')).toMatchObject({ counts: { proposed: 0, confirmed: 0, rejected: 1 } })
  })

  it('go with a row that goes, and come back with it', async () => {
    const [, second] = await importReadings(ledger, giro(OUT), savings(INTO))
    await finish()
    await value(ledger.call('imports.revert', { batchId: second?.batch.id ?? 0 as BatchId }))
    expect((await rows())[0]?.transferId).toBeNull()
    await finish()
    expect(await pairs('confirmed')).toEqual([])
    expect((await value(ledger.call('transactions.get', { id: id(1) }))).categoryWhy?.kind).not.toBe('transfer')
    await undo()
    await finish()
    expect(await told()).toEqual([[1, 2, 'transfers.internal'], [2, 1, 'transfers.internal']])
  })

  it('leave alone what a person has put elsewhere, and give way when somebody does', async () => {
    await importReadings(ledger, giro(OUT), savings(INTO))
    await value(ledger.call('transactions.edit', { ids: [id(1)], change: { categoryId: 'family.donations_memberships' } }))
    await finish()
    expect(await pairs('confirmed')).toEqual([])
    await undo()
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
    await value(ledger.call('transactions.edit', { ids: [id(2)], change: { categoryId: 'income.other' } }))
    await finish()
    expect((await rows()).map(({ transferId }) => transferId)).toEqual([null, null])
    expect((await rows())[1]).toMatchObject({ categoryId: 'income.other', categoryBy: 'user' })
    await undo()
    await finish()
    expect(await told()).toEqual([[1, 2, 'transfers.internal'], [2, 1, 'transfers.internal']])
    expect((await rows())[1]?.categoryBy).toBe('guess')
  })

  it('are made by hand at once, whatever was said of the rows, in one step that can be taken back', async () => {
    await importReadings(ledger, giro({ on: '2026-01-05', amount: '-80.00', payee: 'Bargeld', externalId: 'a' }), savings({ on: '2026-01-19', amount: '79.00', payee: 'Einzahlung', externalId: 'b' }))
    await value(ledger.call('transactions.edit', { ids: [id(1)], change: { categoryId: 'shopping.general' } }))
    await finish()
    await value(ledger.call('transfers.pair', { ids: [id(2), id(1)] }))
    expect(await told()).toEqual([[1, 2, 'transfers.internal'], [2, 1, 'transfers.internal']])
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'user']])
    expect((await undo()).redo).toEqual({ label: 'pair-transfer', count: 1 })
    await finish()
    expect((await rows())[0]).toMatchObject({ categoryId: 'shopping.general', categoryBy: 'user', transferId: null })
    await value(ledger.call('history.redo', undefined))
    await value(ledger.call('transfers.unpair', { id: id(2) }))
    await finish()
    expect(await pairs('confirmed')).toEqual([])
  })

  it('that a person made fall apart once a side of them is another amount, and come back with the amount', async () => {
    const account = async (name: string) => (await value(ledger.call('accounts.create', { name, type: 'cash', currency: currency('EUR'), openingMinor: minor(0), openedOn: localDate('2026-01-01') }))).id
    const [purse, box] = [await account('Purse'), await account('Box')]
    const byHand = async (accountId: AccountId, amountMinor: number) => (await value(ledger.call('transactions.create', { accountId, bookedOn: localDate('2026-01-05'), amountMinor: minor(amountMinor), payee: 'By hand', purpose: '', categoryId: null, notes: '', tags: [] }))).id
    const [out, into] = [await byHand(purse, -8000), await byHand(box, 8000)]
    await value(ledger.call('transfers.pair', { ids: [out, into] }))
    await finish()
    expect(await pairs('confirmed')).toEqual([[out, into, 'user']])
    await value(ledger.call('transactions.amend', { id: into, amountMinor: minor(50_000) }))
    await finish()
    expect(await pairs('confirmed')).toEqual([])
    expect((await rows()).map(({ transferId }) => transferId)).toEqual([null, null])
    await undo()
    await finish()
    expect(await pairs('confirmed')).toEqual([[out, into, 'user']])
  })

  it('are never one row twice, nor two that cannot be one movement', async () => {
    await importReadings(ledger, giro({ on: '2026-01-05', amount: '-80.00', externalId: 'a' }, { on: '2026-01-05', amount: '80.00', externalId: 'b' }), savings({ on: '2026-01-06', amount: '120.00', externalId: 'c' }, { on: '2026-01-07', amount: '80.00', externalId: 'd' }, { on: '2026-01-07', amount: '80.00', externalId: 'e' }))
    await finish()
    const pair = (left: number, right: number) => ledger.call('transfers.pair', { ids: [id(left), id(right)] })
    for (const [left, right] of [[1, 2], [1, 3], [4, 5], [1, 1]] as const) expect(await pair(left, right)).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    expect(await pair(1, 99)).toMatchObject({ ok: false, error: { kind: 'not_found' } })
    await value(pair(1, 4))
    await value(pair(1, 5))
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 5, 'user']])
    await undo()
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 4, 'user']])
  })

  it('wait for a person, or are not looked for, where the owner wants it so', async () => {
    await importReadings(ledger, giro(OUT), savings(INTO))
    await finish()
    await value(ledger.call('transfers.setPairing', { mode: 'propose' }))
    await finish()
    expect([await pairs('proposed'), await pairs('confirmed')]).toEqual([[[1, 2, 'engine']], []])
    await value(ledger.call('transfers.confirm', { pairs: [both] }))
    await value(ledger.call('transfers.setPairing', { mode: 'off' }))
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'user']])
    await undo()
    await undo()
    await finish()
    expect([await pairs('proposed'), (await list('confirmed')).pairing]).toEqual([[[1, 2, 'engine']], 'propose'])
  })

  it('between two currencies are found as soon as a rate tells what was changed', async () => {
    const dollars = statement({ account: { ...SAVINGS, iban: null, number: '40125577' }, currency: currency('USD'), entries: [entry({ on: '2026-01-06', amount: '217.40', purpose: 'Umbuchung vom Girokonto', externalId: 'usd' })] })
    await importReadings(ledger, giro({ on: '2026-01-05', amount: '-200.00', purpose: 'Umbuchung auf Dollarkonto', externalId: 'eur' }), dollars)
    await finish()
    expect(await pairs('confirmed')).toEqual([])
    const rate = { base: currency('EUR'), quote: currency('USD'), date: localDate('2026-01-02') }
    await value(ledger.call('rates.set', { ...rate, rate: decimal('1.0850') }))
    await finish()
    expect(await pairs('confirmed')).toEqual([[1, 2, 'engine']])
    await value(ledger.call('rates.delete', rate))
    await finish()
    expect(await pairs('confirmed')).toEqual([])
  })

  it('that are no longer one movement are faults that a check of the ledger names', () => {
    const { db, close } = openLedger({ file: ':memory:', key: null, create: true, now: '2026-01-01T00:00:00.000Z' as Instant })
    db.exec(`
      INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'file', 'f', 'json', '2026-01-01T00:00:00.000Z');
      INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', ''), (2, 'Sparen', 'savings', 'EUR', '');
      INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES
        (1, 1, 1, '2026-01-05', -100, '', '', ''), (2, 2, 1, '2026-01-05', 100, '', '', ''), (3, 1, 1, '2026-01-05', 100, '', '', '');
      INSERT INTO transfer (out_id, in_id, state, method, score) VALUES (1, 2, 'confirmed', 'iban', 100);`)
    const faults = (): string[] => verifyLedger(db).filter((line) => /transfers|contracts/.test(line))
    db.exec('UPDATE insight_state SET done = changes')
    expect(faults()).toEqual([])
    db.exec('UPDATE transfer SET in_id = 3; UPDATE insight_state SET done = changes')
    expect(faults()).toEqual(['1 transfers are not two rows of two accounts, one out and one in.'])
    db.exec(`DELETE FROM transfer; INSERT INTO contract_row VALUES (3, '1-3')`)
    expect(faults()).toEqual(['1 transactions belong to contracts that do not have them.'])
    close()
  })

  it('tell whose ledger it is, so that other payments to oneself are known', async () => {
    await importReadings(ledger, giro(OUT, { on: '2026-01-07', amount: '-45.10', payee: 'Karla Brandt', purpose: 'Frühling', counterpartyIban: 'DE89370400440532013999', externalId: 'self' }), savings(INTO))
    await finish()
    expect((await rows())[1]).toMatchObject({ categoryId: 'transfers.internal', transferId: null })
    expect((await value(ledger.call('transactions.get', { id: id(2) }))).categoryWhy?.kind).toBe('own-name')
  })
})
