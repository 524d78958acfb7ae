import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { AccountIdSchema } from '#shared/model.ts'
import { balanceHistory } from '#main/insights/balance-history.ts'
import type { OpenLedger } from '#main/ledger/open.ts'
import { ask, ledgerOf, TODAY, type TestAccount } from './reports/ledger.ts'

const day = localDate
const GIRO: TestAccount = { id: 1, covered: [['2026-01-20', '2026-02-28']], bank: [['2026-02-28', 201_000]] }
const CARD: TestAccount = { id: 2, currency: 'USD', type: 'credit', covered: [['2026-02-01', '2026-02-28']] }
const ROWS = [
  { on: '2026-01-31', minor: 200_000 }, { on: '2026-01-31', minor: -5_000 }, { on: '2026-02-01', minor: -3_000 }, { on: '2026-02-28', minor: -1_000 },
  { account: 2, on: '2026-02-10', minor: -700 }, { on: '2026-02-11', minor: -999, isPending: true },
]
const told = (ledger: OpenLedger, asked: Parameters<typeof balanceHistory>[1]) => balanceHistory(ledger.db, asked, TODAY).map(({ currency, points }) => [currency, points.map(({ on, minor }) => [on, minor])])
const only = (id: number) => ({ accountIds: [AccountIdSchema.parse(id)] })

describe('what accounts were worth over time', () => {
  it('begins on the first known day and has one point for each day that changed it', () => {
    const ledger = ledgerOf([GIRO, CARD], ROWS)
    expect(told(ledger, only(1))).toEqual([['EUR', [['2026-01-20', 10_000], ['2026-01-31', 205_000], ['2026-02-01', 202_000], ['2026-02-28', 201_000]]]])
    ledger.close()
  })

  it('frames the asked range with what there was on its ends, each currency by itself', () => {
    const ledger = ledgerOf([GIRO, CARD], ROWS)
    expect(told(ledger, { from: day('2026-02-05'), to: day('2026-03-31') })).toEqual([
      ['EUR', [['2026-02-05', 202_000], ['2026-02-28', 201_000], ['2026-03-31', 201_000]]],
      ['USD', [['2026-02-05', 0], ['2026-02-10', -700], ['2026-03-31', -700]]],
    ])
    expect(told(ledger, { ...only(2), from: day('2025-01-01'), to: day('2025-12-31') })).toEqual([])
    ledger.close()
  })

  it('says the same as the report of balances on every day', () => {
    const ledger = ledgerOf([{ ...GIRO, bank: [['2026-01-25', 0], ['2026-02-28', 300_000]] }], ROWS.filter(({ account }) => account === undefined))
    const [line] = balanceHistory(ledger.db, only(1), TODAY)
    const { values } = ask(ledger, { name: 'balance-history', from: '2026-01-20', to: '2026-03-01' }).rows[0] ?? { values: [] }
    const worthOn = (place: number) => line?.points.findLast(({ on }) => on <= addDays(day('2026-01-20'), place))?.minor
    expect(values.map((_, place) => worthOn(place))).toEqual(values)
    ledger.close()
  })

  it('counts an account with securities only from the day on which its bank first listed them', () => {
    const ledger = ledgerOf([{ id: 1, type: 'investment', covered: [['2026-01-01', '2026-02-28']], bank: [['2026-02-28', 1_000]] }], [{ on: '2026-02-01', minor: 400 }])
    ledger.db.exec(/* sql */ `
      INSERT INTO holding_snapshot (id, account_id, batch_id, as_of, stated_at) VALUES (1, 1, 1, '2026-01-15', ''), (2, 1, 1, '2026-02-15', '');
      INSERT INTO holding (snapshot_id, position, code, currency, value_minor, own_minor) VALUES (1, 0, '', 'EUR', 5000, 5000), (2, 0, '', 'EUR', 6000, 6000)`)
    expect(told(ledger, only(1))).toEqual([['EUR', [['2026-01-15', 5_600], ['2026-02-01', 6_000], ['2026-02-15', 7_000]]]])
    ledger.close()
  })

  it('has nothing to say of an account that nobody has told of', () => {
    const ledger = ledgerOf([{ id: 1 }], [])
    expect(told(ledger, {})).toEqual([])
    ledger.close()
  })
})
