import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate, type Instant } from '#shared/dates.ts'
import { AccountIdSchema } from '#shared/model.ts'
import { cashFlow } from '#main/insights/cash-flow.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'

const GIRO = AccountIdSchema.parse(1)
const day = localDate

describe('reports over a ledger', () => {
  let ledger: OpenLedger

  beforeEach(() => {
    ledger = openLedger({ file: ':memory:', key: null, create: true, now: '2026-11-21T00:00:00.000Z' as Instant })
    ledger.db.exec(/* sql */ `
      INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', ''), (2, 'Card', 'credit', 'USD', '');
      INSERT INTO account_state (account_id, opening_minor, balance_minor, pending_minor, row_count) VALUES (1, 10000, 0, 0, 0), (2, 0, 0, 0, 0);
      INSERT INTO txn (id, account_id, booked_on, amount_minor, is_pending, is_split, external_id, raw_payee, purpose, category_id, deleted_at) VALUES
        (1, 1, '2026-01-31', 200000, 0, 0, '', '', '', 'income.salary', NULL),
        (2, 1, '2026-01-31',  -5000, 0, 0, '', '', '', 'food.groceries', NULL),
        (3, 1, '2026-02-01',  -3000, 0, 1, '', '', '', NULL, NULL),
        (4, 1, '2026-02-28',  -1000, 0, 0, '', '', '', NULL, NULL),
        (5, 2, '2026-02-10',   -700, 0, 0, '', '', '', 'food.groceries', NULL),
        (6, 1, '2026-02-11',   -999, 1, 0, '', '', '', NULL, NULL),
        (7, 1, '2026-02-12',   -888, 0, 0, '', '', '', NULL, 'gone');
      INSERT INTO split (txn_id, amount_minor, category_id) VALUES (3, -2500, 'food.groceries'), (3, -500, NULL);`)
  })
  afterEach(() => { ledger.close() })

  it('sums each month by category and currency: splits by their parts, pending and reverted rows not at all', () => {
    expect(cashFlow(ledger.db, { from: day('2026-01-01'), to: day('2026-12-31') })).toEqual([
      { month: '2026-01', currency: 'EUR', categoryId: 'food.groceries', inMinor: 0, outMinor: -5_000, count: 1 },
      { month: '2026-01', currency: 'EUR', categoryId: 'income.salary', inMinor: 200_000, outMinor: 0, count: 1 },
      { month: '2026-02', currency: 'EUR', categoryId: null, inMinor: 0, outMinor: -1_500, count: 2 },
      { month: '2026-02', currency: 'EUR', categoryId: 'food.groceries', inMinor: 0, outMinor: -2_500, count: 1 },
      { month: '2026-02', currency: 'USD', categoryId: 'food.groceries', inMinor: 0, outMinor: -700, count: 1 },
    ])
  })

  it('takes both ends of a range in, and only the accounts asked for', () => {
    const counted = cashFlow(ledger.db, { accountIds: [GIRO], from: day('2026-01-31'), to: day('2026-02-01') })
    expect(counted.map(({ month, count }) => [month, count])).toEqual([['2026-01', 1], ['2026-01', 1], ['2026-02', 1], ['2026-02', 1]])
    expect(cashFlow(ledger.db, { from: day('0001-01-01'), to: day('9999-12-31') })).toHaveLength(5)
  })
})
