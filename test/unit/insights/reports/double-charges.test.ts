import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, localDate, toDayNumber } from '#shared/dates.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import { chargedTwice } from '#main/insights/alerts/duplicates.ts'
import { runReport } from '#main/insights/reports/run.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { ledgerOf, refill, TODAY, type TestRow } from './ledger.ts'

const ACCOUNT = { id: 1, currency: 'EUR', covered: [['2025-06-01', '2026-11-20']] } as const
const FIRST = localDate('2026-01-01')
const SHOPS = ['Modehaus Sieben', 'Gartencenter Krause']

const drawnRow = fc.record({ day: fc.integer({ min: 0, max: 320 }), minor: fc.constantFrom(-4999, -4999, -1250, 4999), shop: fc.constantFrom(...SHOPS) })
const drawnChange = fc.record({ row: fc.nat({ max: 39 }), what: fc.constantFrom('payee', 'amount', 'day', 'gone', 'new'), to: drawnRow })

describe('R14 what was charged twice', () => {
  const ledger = ledgerOf([], [])
  const { db } = ledger
  afterAll(() => { ledger.close() })

  /** As the report has it: the rows of each pair. */
  const pairsIn = (from: ReadableLedger, days: { readonly from: string; readonly to: string } = { from: FIRST, to: TODAY }): number[][] => {
    const report = runReport(from, ReportRequestSchema.parse({ name: 'changes', ...days }), TODAY)
    return report.report === 'changes' ? report.changes.filter(({ kind }) => kind === 'duplicate').map(({ transactions }) => [...transactions]).sort(([left = 0], [right = 0]) => left - right) : []
  }

  interface Row { readonly id: number; readonly day: string; readonly minor: number; readonly payee: string }
  const ROWS = 'SELECT id, booked_on AS day, amount_minor AS minor, raw_payee AS payee FROM txn WHERE deleted_at IS NULL ORDER BY booked_on, id'

  /** One search over all rows that there are. */
  function pairsAnew(): number[][] {
    const rows = db.query<Row>(ROWS).all()
    const payees = new Map(rows.map(({ id, payee }) => [id, payee]))
    return chargedTwice(rows.map(({ id, day, minor }) => ({ id, accountId: 1, day: toDayNumber(localDate(day)), minor })), () => (id) => payees.get(id) ?? '')
      .map(({ first, second }) => [first.id, second.id]).sort(([left = 0], [right = 0]) => left - right)
  }

  it('is what one search over all days finds, whatever has changed since it was last asked for', () => {
    const APPLY = {
      payee: 'UPDATE txn SET raw_payee = :payee WHERE id = :id', amount: 'UPDATE txn SET amount_minor = :minor WHERE id = :id', day: 'UPDATE txn SET booked_on = :on WHERE id = :id', gone: `UPDATE txn SET deleted_at = iif(deleted_at IS NULL, 'now', NULL) WHERE id = :id`,
      new: `INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) SELECT 1, :on, :minor, '', :payee, '' WHERE :id > 0`,
    } as const
    fc.assert(fc.property(fc.array(drawnRow, { minLength: 40, maxLength: 40 }), fc.array(drawnChange, { maxLength: 6 }), (rows, changes) => {
      refill(ledger, [ACCOUNT], rows.map(({ day, minor, shop }): TestRow => ({ on: addDays(FIRST, day), minor, payee: shop })))
      expect(pairsIn(db)).toEqual(pairsAnew())
      for (const { row, what, to } of changes) {
        db.command(APPLY[what]).run(boundOf(APPLY[what], { id: row + 1, on: addDays(FIRST, to.day), minor: to.minor, payee: to.shop }))
        expect(pairsIn(db)).toEqual(pairsAnew())
      }
    }), { numRuns: 60 })
  })

  it('is told for the days that are asked for, by the day of the second', () => {
    refill(ledger, [ACCOUNT], [{ on: localDate('2026-03-31'), minor: -4999, payee: 'Modehaus Sieben' }, { on: localDate('2026-04-02'), minor: -4999, payee: 'Modehaus Sieben' }])
    expect([['2026-01-01', '2026-04-01'], ['2026-04-02', '2026-04-30'], ['2026-03-15', '2026-04-02']].map(([from = '', to = '']) => pairsIn(db, { from, to }))).toEqual([[], [[1, 2]], [[1, 2]]])
  })

  it('is no row whose parts are of one amount', () => {
    refill(ledger, [ACCOUNT], [{ on: localDate('2026-03-31'), minor: -5000, payee: 'Modehaus Sieben' }])
    db.exec(`INSERT INTO split (txn_id, amount_minor, category_id) VALUES (1, -2500, 'shopping.clothing'), (1, -2500, 'food.groceries'); UPDATE txn SET is_split = 1 WHERE id = 1`)
    expect(pairsIn(db)).toEqual([])
  })

  it('is not what two contracts take', () => {
    const paid = (years: readonly string[]): TestRow[] => years.flatMap((year) => ['02', '08'].flatMap((month) => ['03', '05'].map((day) =>
      ({ on: localDate(`${year}-${month}-${day}`), minor: -12_000, category: 'insurance.other', payee: 'Alpenland Versicherung', purpose: `Beitrag Vertrag ${day}` }))))
    const account = { ...ACCOUNT, covered: [['2024-01-01', '2026-11-20']] } as const
    refill(ledger, [account], paid(['2026']))
    expect(pairsIn(db)).toEqual([[1, 2], [3, 4]])
    refill(ledger, [account], paid(['2024', '2025', '2026']))
    expect(pairsIn(db)).toEqual([])
  })
})

/** SQLite takes no name that the statement does not have. */
const boundOf = (sql: string, values: Readonly<Record<string, string | number>>): Record<string, string | number> => Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`:${name}`)))
