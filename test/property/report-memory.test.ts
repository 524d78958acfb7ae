import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CATEGORIES } from '#shared/categories.ts'
import { addDays, localDate, type Instant } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { REPORT_NAMES } from '#shared/reports/names.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import { retoldAsOf } from '#main/insights/contracts/known.ts'
import { runReport } from '#main/insights/reports/run.ts'
import { inOneGo } from '#main/insights/steps.ts'
import { transact, type ReadableLedger, type WritableLedger } from '#main/ledger/database.ts'
import { markChanged, readInsightState } from '#main/ledger/insights/state.ts'
import { settleAccount } from '#main/ledger/settle.ts'
import { indexRow, unindexRow } from '#main/ledger/transactions/search.ts'
import { writeTags } from '#main/ledger/transactions/tags.ts'
import { writeParts } from '#main/ledger/transactions/parts.ts'
import { insightSteps } from '#main/worker/insight-steps.ts'
import { ledgerOf, neverSeen, rate, refill, TODAY, type TestAccount, type TestRow } from '../unit/insights/reports/ledger.ts'

const NOW = '2026-11-21T00:00:00.000Z' as Instant
const START = localDate('2025-06-01')
const ACCOUNTS: readonly TestAccount[] = [
  { id: 1, currency: 'EUR', covered: [['2025-06-01', '2026-11-20']], bank: [['2026-11-10', 123_456]] },
  { id: 2, currency: 'USD', covered: [['2025-06-01', '2026-11-20']] },
]

/** Rent, pay and a shop every month: contracts, and enough of a year to tell what is usual. */
const LIVED: readonly TestRow[] = Array.from({ length: 17 }, (_, month) => addDays(START, month * 30)).flatMap((on) => [
  { on, minor: -90_000, category: 'housing.rent', payee: 'Hausverwaltung Lindner' },
  { on: addDays(on, 3), minor: 250_000, category: 'income.salary', payee: 'ACME GmbH' },
  { on: addDays(on, 9), minor: -4_321, category: 'food.groceries', payee: 'REWE' },
])

const day = fc.integer({ min: 0, max: 530 }).map((days) => addDays(START, days))
const amount = fc.integer({ min: -200_000, max: 200_000 })
const category = fc.constantFrom(null, ...CATEGORIES.map(({ id }) => id))
const payee = fc.constantFrom('REWE', 'Rewe Markt', 'ACME GmbH', 'PayPal Europe', 'Möbel Krause', '')
const account = fc.constantFrom(1, 2)
const row = fc.integer({ min: 1, max: 60 })

type Change = (db: WritableLedger) => void
const set = (column: string, value: string | number | null, id: number): Change => (db) => {
  if (db.column('SELECT 1 FROM txn WHERE id = ?').get([id]) === undefined) return
  unindexRow(db, id as TransactionId)
  db.command(`UPDATE txn SET ${column} = ? WHERE id = ?`).run([value, id])
  indexRow(db, id as TransactionId)
}
const isThere = (db: ReadableLedger, id: number): boolean => db.column('SELECT 1 FROM txn WHERE id = ?').get([id]) !== undefined

const ADD = /* sql */ `INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose, category_id) VALUES (?, ?, ?, '', ?, 'Ihr Einkauf bei SPOTIFY', ?)`
const GO = ['DELETE FROM transfer_leg WHERE txn_id = ?', 'DELETE FROM transfer WHERE out_id = ?', 'DELETE FROM transfer WHERE in_id = ?', 'DELETE FROM split WHERE txn_id = ?', 'DELETE FROM txn_tag WHERE txn_id = ?', 'DELETE FROM txn WHERE id = ?']

/** Whatever may happen to a ledger between two questions. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(row, category).map(([id, value]) => set('category_id', value, id)),
  fc.tuple(row, amount).map(([id, value]) => set('amount_minor', value, id)),
  fc.tuple(row, day).map(([id, value]) => set('booked_on', value, id)),
  fc.tuple(row, account).map(([id, value]) => set('account_id', value, id)),
  fc.tuple(fc.constantFrom('payee', 'raw_payee'), row, payee).map(([column, id, value]) => set(column, value, id)),
  fc.tuple(fc.constantFrom('is_pending', 'is_adjusting', 'is_potential_duplicate'), row, fc.constantFrom(0, 1)).map(([column, id, value]) => set(column, value, id)),
  fc.tuple(row, fc.constantFrom(null, '2026-11-20')).map(([id, value]) => set('deleted_at', value, id)),
  fc.tuple(account, day, amount, payee, category).map(([of, on, minor, who, what]): Change => (db) => {
    indexRow(db, db.command(ADD).run([of, on, minor, who, what]).lastId as TransactionId)
  }),
  row.map((id): Change => (db) => {
    if (!isThere(db, id)) return
    unindexRow(db, id as TransactionId)
    for (const sql of GO) db.command(sql).run([id])
  }),
  fc.tuple(row, fc.subarray(['35a', 'holiday'])).map(([id, tags]): Change => (db) => { if (isThere(db, id)) writeTags(db, id as TransactionId, tags) }),
  fc.tuple(row, fc.array(fc.record({ amountMinor: amount, categoryId: category, notes: fc.constant(null) }), { maxLength: 2 })).map(([id, parts]): Change => (db) => { if (isThere(db, id)) writeParts(db, id as TransactionId, parts) }),
  fc.constant<Change>((db) => {
    markChanged(db)
    inOneGo(insightSteps(db, readInsightState(db), TODAY))
  }),
)

const question = fc.record({
  name: fc.constantFrom(...REPORT_NAMES), from: fc.constantFrom(START, localDate('2026-01-15'), localDate('2026-08-01')), to: fc.constantFrom(TODAY, addDays(TODAY, -1), addDays(TODAY, -100)),
  monthStart: fc.constantFrom(1, 25), withPending: fc.boolean(), accountIds: fc.constantFrom(undefined, undefined, [1], [1, 2]), tags: fc.constantFrom(undefined, undefined, ['35a']),
}).map(({ accountIds, tags, ...rest }) => ReportRequestSchema.parse({ ...rest, ...(accountIds && { accountIds }), ...(tags && { tags }) }))

describe('what reports remember', () => {
  const ledger = ledgerOf([], [])
  afterAll(() => { ledger.close() })
  const { db } = ledger

  function begin(): void {
    for (const table of ['transfer', 'transfer_leg', 'contract', 'contract_row']) db.exec(`DELETE FROM ${table}`)
    refill(ledger, ACCOUNTS, LIVED)
    db.exec(`INSERT INTO txn_fts (txn_fts) VALUES ('delete-all')`)
    transact(db, () => { for (const id of db.column<TransactionId>('SELECT id FROM txn').all()) indexRow(db, id) })
    rate(ledger, 'EUR', 'USD', '2025-06-01', '1.1')
  }

  const settled = (): void => { for (const { id } of ACCOUNTS) settleAccount(db, id as AccountId, NOW) }

  it('is never another report than one that is asked for the first time, whatever has changed in between', () => {
    fc.assert(fc.property(fc.array(question, { minLength: 5, maxLength: 5 }), fc.array(fc.tuple(change, fc.integer({ min: 0, max: 3 }).map((one) => one === 0)), { minLength: 12, maxLength: 12 }), (questions, changes) => {
      begin()
      for (const request of questions) runReport(db, request, TODAY)
      for (const [happens, isTakenBack] of changes) {
        db.exec('BEGIN')
        happens(db)
        settled()
        // A question in the middle of a change must leave nothing behind.
        if (isTakenBack) for (const request of questions) runReport(db, request, TODAY)
        db.exec(isTakenBack ? 'ROLLBACK' : 'COMMIT')
        for (const request of questions) expect(runReport(db, request, TODAY)).toEqual(runReport(neverSeen(db), request, TODAY))
        expect(retoldAsOf(db, addDays(TODAY, -40))).toEqual(retoldAsOf(neverSeen(db), addDays(TODAY, -40)))
      }
    }), { numRuns: 10 })
  })
})
