import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { Reading, Statement } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { booked, entry, importReadings, openedInMemory, reading, statement, value, type EntryText } from '../../fixtures/readings.ts'

const rows = (...entries: readonly EntryText[]): Statement => statement({ entries: entries.map(entry) })
const COFFEE = { on: '2026-01-05', amount: '-3.50', payee: 'Café', purpose: 'Espresso' }

describe('what an import recognises', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => { await ledger.close() })

  const counts = async (...sources: readonly (Reading | Statement)[]) => {
    const receipts = await importReadings(ledger, ...sources)
    return receipts.map(({ batch: { rows: all, added, duplicates, matched, skipped, problems } }) => {
      expect(added + duplicates + matched + skipped + problems).toBe(all)
      return [added, duplicates]
    })
  }
  const listed = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))).map(({ bookedOn, amount, payee }) => `${bookedOn} ${amount.minor} ${payee}`)
  const reasons = async (batchId = 2) => (await value(ledger.call('imports.receipt', { batchId: batchId as never }))).decisions.map(({ decision, reason }) => `${decision} ${reason}`)

  it('adds nothing when the same file comes again', async () => {
    const file = rows({ ...COFFEE, externalId: 'A' }, { on: '2026-01-06', amount: '-7.00', payee: 'Bakery' })
    expect(await counts(file)).toEqual([[2, 0]])
    expect(await counts(file)).toEqual([[0, 2]])
    expect(await reasons()).toEqual(['duplicate same-id', 'duplicate same-content'])
  })

  it('keeps equal rows of one file: N in the file need N in the ledger', async () => {
    expect(await counts(rows(COFFEE, COFFEE))).toEqual([[2, 0]])
    expect(await counts(rows(COFFEE, COFFEE, COFFEE))).toEqual([[1, 2]])
    expect(await counts(rows(COFFEE))).toEqual([[0, 1]])
    expect(await listed()).toHaveLength(3)
  })

  describe('in several statements of one file', () => {
    const day = (opening: string, closing: string, asOf: string, ...entries: readonly EntryText[]): Statement =>
      statement({ from: localDate(asOf), to: localDate(asOf), entries: entries.map(entry), balances: [booked(opening, asOf, 'opening'), booked(closing, asOf)] })
    const morning = day('100.00', '96.50', COFFEE.on, COFFEE)
    const afternoon = day('96.50', '93.00', COFFEE.on, COFFEE)

    it('counts equal rows of all of them', async () => {
      expect(await counts(reading([morning, afternoon]))).toEqual([[2, 0]])
      expect(await counts(reading([morning, afternoon]))).toEqual([[0, 2]])
      expect(await counts(reading([morning]), reading([afternoon]))).toEqual([[0, 1], [0, 1]])
      expect(await listed()).toHaveLength(2)
    })

    it('adds what a ledger that knows one of them still lacks', async () => {
      expect(await counts(reading([morning]))).toEqual([[1, 0]])
      expect(await counts(reading([morning, afternoon]))).toEqual([[1, 1]])
    })

    it('takes a statement that comes twice for what it is, also between others', async () => {
      expect(await counts(reading([morning, afternoon, morning, afternoon]))).toEqual([[2, 2]])
    })

    it('takes a report that begins anew at the same balance, and longer ones around shorter ones, for repetitions', async () => {
      expect(await counts(reading([morning, day('100.00', '89.50', COFFEE.on, COFFEE, { on: COFFEE.on, amount: '-7.00' })]))).toEqual([[2, 1]])
      const month = { ...statement({ entries: [entry({ ...COFFEE, on: '2026-02-10' })] }), from: localDate('2026-02-01'), to: localDate('2026-02-28') }
      expect(await counts(reading([month, day('50.00', '46.50', '2026-02-10', { ...COFFEE, on: '2026-02-10' })]))).toEqual([[1, 1]])
    })

    it('knows a row by the bank’s own id in each of them', async () => {
      expect(await counts(reading([morning, afternoon].map((one) => ({ ...one, entries: one.entries.map((row) => ({ ...row, externalId: 'A' })) }))))).toEqual([[1, 1]])
    })
  })

  it('keeps identical rows under different ids', async () => {
    expect(await counts(rows({ ...COFFEE, externalId: 'A' }, { ...COFFEE, externalId: 'B' }))).toEqual([[2, 0]])
  })

  it('takes a repeated id with another amount or day as a new row and says so', async () => {
    const [receipt] = await importReadings(ledger, rows({ ...COFFEE, externalId: 'A' }, { ...COFFEE, amount: '-0.15', externalId: 'A' }))
    expect(receipt?.batch.added).toBe(2)
    expect(receipt?.warnings).toEqual([{ line: 1, code: 'conflicting-id', detail: '' }])
    const [later] = await importReadings(ledger, rows({ ...COFFEE, on: '2026-01-09', externalId: 'A' }))
    expect(later?.batch.added).toBe(1)
    expect(later?.warnings.map(({ code }) => code)).toEqual(['conflicting-id'])
  })

  it('knows ids per account only', async () => {
    const other = { ...rows({ ...COFFEE, externalId: 'A' }), account: { number: '99', bankCode: '37040044', branch: null, iban: null, bic: null, name: null, type: 'savings' as const } }
    expect(await counts(rows({ ...COFFEE, externalId: 'A' }), other)).toEqual([[1, 0], [1, 0]])
  })

  it('sees through spacing, case and punctuation where a row has no id', async () => {
    await counts(rows({ ...COFFEE, payee: 'CAFÉ  ROMA', purpose: 'Espresso/12' }))
    expect(await counts(rows({ ...COFFEE, payee: 'Café Roma', purpose: 'espresso 12' }))).toEqual([[0, 1]])
  })

  it('holds several files and statements of one import against each other', async () => {
    const file = rows({ ...COFFEE, externalId: 'A' })
    expect(await counts(file, file)).toEqual([[1, 0], [0, 1]])
    const [both] = await importReadings(ledger, reading([rows({ ...COFFEE, externalId: 'B' }), rows({ ...COFFEE, externalId: 'B' }, { ...COFFEE, externalId: 'C' })]))
    expect(both?.batch).toMatchObject({ rows: 3, added: 2, duplicates: 1 })
  })

  it('only suggests that a row with another id may be the same payment', async () => {
    await importReadings(ledger, rows({ ...COFFEE, externalId: 'OLD' }, { on: '2026-01-20', amount: '1.00', externalId: 'LAST' }))
    const [again] = await importReadings(ledger, rows({ ...COFFEE, on: '2026-01-06', externalId: 'NEW' }, { on: '2026-01-20', amount: '1.00', externalId: 'LAST' }, { on: '2026-01-04', amount: '2.00', externalId: 'FIRST' }))
    expect(again?.batch).toMatchObject({ added: 2, duplicates: 1 })
  })

  it('refuses an amount that the currency cannot hold, and takes one that only has zeros too many', async () => {
    const [receipt] = await importReadings(ledger, rows({ ...COFFEE, amount: '-8.95000' }, { ...COFFEE, amount: '-8.951' }, { ...COFFEE, amount: '99999999999999999999' }))
    expect(receipt?.accounts[0]?.counts).toMatchObject({ rows: 3, new: 1, problem: 2 })
    expect(receipt?.accounts[0]?.problems.map(({ reason }) => reason)).toEqual(['too-precise', 'bad-amount'])
    expect(await listed()).toEqual(['2026-01-05 -895 Café'])
  })

  it('converts with the bank’s rate and keeps the bank’s figure; without a rate it refuses', async () => {
    const [receipt] = await importReadings(ledger, rows({ ...COFFEE, amount: '-10.00', currency: 'USD', exchangeRate: '0.91235' as never }, { ...COFFEE, amount: '-10.00', currency: 'USD' }))
    expect(receipt?.accounts[0]).toMatchObject({ counts: { new: 1, problem: 1 }, problems: [{ reason: 'bad-currency' }] })
    expect(receipt?.warnings).toEqual([{ line: 1, code: 'amount-converted', detail: 'USD' }])
    const [row] = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 1 }))
    expect(row?.amount).toEqual({ minor: -912, currency: 'EUR' })
    expect((await value(ledger.call('transactions.get', { id: row?.id ?? 0 as never }))).original).toEqual({ minor: -1000, currency: 'USD' })
  })

  it('counts what is only announced and what cannot be read, and imports neither', async () => {
    const [receipt] = await importReadings(ledger, statement({
      entries: [entry({ ...COFFEE, isAdvice: true })],
      unreadable: [{ line: 7, reason: 'bad-date', isPending: false, bookedOn: null, amount: null, payee: 'X', purpose: '' }],
    }))
    expect(receipt?.accounts[0]).toMatchObject({ counts: { rows: 2, skip: 1, problem: 1 }, problems: [{ line: 7, reason: 'bad-date' }] })
    expect(await listed()).toEqual([])
  })
})
