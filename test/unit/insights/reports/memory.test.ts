import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { ReportRequestSchema, type ReportQuestion } from '#shared/reports/request.ts'
import { retoldAsOf } from '#main/insights/contracts/known.ts'
import { Memory } from '#main/insights/reports/memory.ts'
import { runReport } from '#main/insights/reports/run.ts'
import { inOneGo } from '#main/insights/steps.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { readInsightState } from '#main/ledger/insights/state.ts'
import { insightSteps } from '#main/worker/insight-steps.ts'
import { ledgerOf, neverSeen, refill, TODAY, type TestRow } from './ledger.ts'

const ACCOUNT = { id: 1, currency: 'EUR', covered: [['2026-01-01', '2026-11-20']] } as const

describe('what reports remember', () => {
  const ledger = ledgerOf([ACCOUNT], [{ account: 1, on: '2026-01-10', minor: -1000, category: 'food.groceries' }])
  afterAll(() => { ledger.close() })

  const [january, february] = ['2026-01', '2026-02'].map((month) => ({ from: localDate(`${month}-01`), to: localDate(`${month}-28`) }))

  /** Reads lists of two items, and tells which were read. */
  function reader(itemsMax: number, days = january) {
    const memory = new Memory<string>(itemsMax)
    const read: string[] = []
    const recall = (key: string): readonly string[] => memory.of(ledger.db).recall(key, () => {
      read.push(key)
      return [key, key]
    }, days)
    return { recall, read }
  }

  it('is read once, and again after a change of the days it was read from', () => {
    const [its, others] = [reader(10), reader(10, february)]
    const recall = (): void => { for (const { recall: ask } of [its, others]) ask('a') }
    recall()
    recall()
    ledger.db.exec(`UPDATE txn SET category_id = 'food.restaurants'`)
    recall()
    expect([its.read, others.read]).toEqual([['a', 'a'], ['a']])
  })

  it('is read again after any change, where nobody says what it was read from', () => {
    const memory = new Memory<number>(10)
    let turns = 0
    const recall = (): readonly number[] => memory.of(ledger.db).recall('a', () => [turns += 1])
    expect([recall(), recall()]).toEqual([[1], [1]])
    ledger.db.exec(`INSERT OR REPLACE INTO setting (key, value) VALUES ('a', 'b')`)
    expect(recall()).toEqual([2])
  })

  it('forgets what was used longest ago, and never keeps a list that is longer than all of it', () => {
    const { recall, read } = reader(6)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) recall(key)
    expect(read).toEqual(['a', 'b', 'c', 'b'])
    const small = reader(2)
    for (const key of ['a', 'a']) small.recall(key)
    expect(small.read).toEqual(['a', 'a'])
  })
})

/** Row 1 is the first month's rent, row 2 its pay, row 3 its shop, and so on. */
const LIVED: readonly TestRow[] = Array.from({ length: 11 }, (_, month) => localDate(`2026-${String(month + 1).padStart(2, '0')}-05`)).flatMap((on) => [
  { on, minor: -90_000, category: 'housing.rent', payee: 'Hausverwaltung Lindner' },
  { on: addDays(on, 1), minor: 250_000, category: 'income.salary', payee: 'ACME GmbH' },
  { on: addDays(on, 9), minor: -4_321, category: 'food.groceries', payee: 'REWE' },
])

type Question = Omit<ReportQuestion, 'from' | 'to'>

describe('a report tells a change at once, though it was asked for before', () => {
  const ledger = ledgerOf([], [])
  const { db } = ledger
  beforeEach(() => {
    db.exec(`DELETE FROM contract; DELETE FROM contract_row`)
    refill(ledger, [ACCOUNT, { id: 2, currency: 'EUR' }], LIVED)
    inOneGo(insightSteps(db, readInsightState(db), TODAY))
  })
  afterAll(() => { ledger.close() })

  const told = (from: ReadableLedger, question: Question): unknown => runReport(from, ReportRequestSchema.parse({ ...question, from: '2026-01-01', to: TODAY }), TODAY)

  const CHANGES: readonly (readonly [what: string, question: Question, sql: string])[] = [
    ['a category', { name: 'spending' }, `UPDATE txn SET category_id = 'shopping.clothing' WHERE id = 3`],
    ['an amount', { name: 'contracts' }, 'UPDATE txn SET amount_minor = -95000 WHERE id = 1'],
    ['a day in another month', { name: 'cash-flow' }, `UPDATE txn SET booked_on = '2026-05-20' WHERE id = 3`],
    ['a name', { name: 'merchants' }, `UPDATE txn SET payee = 'Möbel Krause' WHERE id = 6`],
    ['a purpose', { name: 'tax-year' }, `UPDATE txn SET category_id = 'finance.taxes_government', purpose = 'Kfz-Steuer' WHERE id = 6`],
    ['a row that goes', { name: 'contracts' }, `UPDATE txn SET deleted_at = 'now' WHERE id = 31`],
    ['a row that goes for good', { name: 'net-worth' }, 'DELETE FROM contract_row WHERE txn_id = 6; DELETE FROM txn WHERE id = 6'],
    ['a row that comes', { name: 'balance-history' }, `INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-03-01', -100, '', 'Bäcker', '')`],
    ['a row of somebody new', { name: 'merchants' }, `INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-03-01', -100, '', 'Bäcker Kaiser', '')`],
    ['parts', { name: 'spending' }, `INSERT INTO split (txn_id, amount_minor, category_id) VALUES (3, -4321, 'leisure.travel'); UPDATE txn SET is_split = 1 WHERE id = 3`],
    ['a tag that is asked for', { name: 'cash-flow', tags: ['35a'] }, `INSERT INTO txn_tag (txn_id, tag) VALUES (3, '35a')`],
    ['a tag of craftsmen', { name: 'tax-year' }, `INSERT INTO txn_tag (txn_id, tag) VALUES (3, '35a')`],
    ['another account', { name: 'balance-history' }, 'UPDATE txn SET account_id = 2 WHERE id = 6'],
    ['what is pending', { name: 'data-quality' }, 'UPDATE txn SET is_pending = 1 WHERE id = 3'],
    ['other money', { name: 'spending' }, `UPDATE account SET currency = 'USD' WHERE id = 1`],
    ['contracts that are found anew', { name: 'upcoming' }, 'DELETE FROM contract'],
  ]

  it.each(CHANGES)('%s (%o)', (_, question, sql) => {
    const before = told(db, question)
    db.exec(sql)
    const after = told(db, question)
    expect(after).not.toEqual(before)
    expect(after).toEqual(told(neverSeen(db), question))
  })

  it('parts and tags that become others once they are there', () => {
    db.exec(`INSERT INTO split (txn_id, amount_minor, category_id) VALUES (3, -4321, 'leisure.travel'); UPDATE txn SET is_split = 1 WHERE id = 3; INSERT INTO txn_tag (txn_id, tag) VALUES (3, '35a')`)
    for (const sql of [`UPDATE split SET category_id = 'health.pharmacy'`, 'DELETE FROM txn_tag']) {
      const question: Question = { name: 'spending', tags: ['35a'] }
      const before = told(db, question)
      db.exec(sql)
      const after = told(db, question)
      expect(after).not.toEqual(before)
      expect(after).toEqual(told(neverSeen(db), question))
    }
  })

  it('a row that gets another name while it is gone, and comes back', () => {
    db.exec(`UPDATE txn SET deleted_at = 'now' WHERE id = 6`)
    told(db, { name: 'merchants' })
    db.exec(`UPDATE txn SET payee = 'Möbel Krause' WHERE id = 6`)
    told(db, { name: 'merchants' })
    db.exec('UPDATE txn SET deleted_at = NULL WHERE id = 6')
    expect(told(db, { name: 'merchants' })).toEqual(told(neverSeen(db), { name: 'merchants' }))
    expect(told(db, { name: 'merchants' })).toMatchObject({ merchants: expect.arrayContaining([expect.objectContaining({ name: 'Möbel Krause' })]) as unknown })
  })

  it('of contracts as another day knew them', () => {
    const [day, before] = [addDays(TODAY, -40), retoldAsOf(db, addDays(TODAY, -40))]
    db.exec('UPDATE txn SET amount_minor = -95000 WHERE id = 25')
    const after = retoldAsOf(db, day)
    expect(after).not.toEqual(before)
    expect(after).toEqual(retoldAsOf(neverSeen(db), day))
  })

  it('and nothing of what was rolled back', () => {
    const before = told(db, { name: 'merchants' })
    db.exec(`BEGIN; INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-03-01', -100, '', 'Bäcker Kaiser', '')`)
    expect(told(db, { name: 'merchants' })).not.toEqual(before)
    db.exec('ROLLBACK')
    expect(told(db, { name: 'merchants' })).toEqual(before)
  })
})
