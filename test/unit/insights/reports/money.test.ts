import { describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { ask, ledgerOf, rate, rowsOf, type TestAccount } from './ledger.ts'

const EUR = currency('EUR')
const minorsOf = (figures: readonly { readonly minor: number | null }[]): (number | null)[] => figures.map(({ minor }) => minor)

/** A current account that the bank says holds 100.00 on 31 January, and a card with 30.00 owed. */
const GIRO: TestAccount = { id: 1, name: 'Giro', covered: [['2026-01-01', '2026-02-28']], bank: [['2026-01-31', 10_000]] }
const CARD: TestAccount = { id: 2, name: 'Card', type: 'credit', currency: 'USD', covered: [['2026-02-01', '2026-02-28']], bank: [['2026-02-28', -3000]] }
const ROWS = [
  { id: 1, on: '2026-01-10', minor: 2500, category: 'income.salary' },
  { id: 2, on: '2026-01-20', minor: -500, category: 'food.groceries' },
  { id: 3, on: '2026-02-05', minor: -12_000, category: 'housing.rent' },
  { id: 4, on: '2026-02-10', minor: 4000, category: 'income.other' },
  { id: 5, account: 2, on: '2026-02-20', minor: -3000, category: 'shopping.general' },
]
const world = () => {
  const ledger = ledgerOf([GIRO, CARD], ROWS)
  rate(ledger, 'EUR', 'USD', '2026-01-15', '1.5')
  rate(ledger, 'EUR', 'USD', '2026-02-28', '1.2')
  return ledger
}

describe('reports of what there is', () => {
  it('R1 tells what is known of each account, and since when', () => {
    const ledger = ledgerOf([{ ...GIRO, covered: [['2026-01-01', '2026-01-31'], ['2026-02-10', '2026-02-28']] }], ROWS.slice(0, 2))
    expect(ask(ledger, { name: 'accounts', from: '2026-01-01', to: '2026-02-28' }).rows).toMatchObject([{
      accountId: 1, name: 'Giro', oldestOn: '2026-01-10', rowCount: 2, isClosed: false,
      coverage: { from: '2026-01-01', to: '2026-02-28' }, gaps: [{ from: '2026-02-01', to: '2026-02-09' }], refreshedAt: '2026-11-20T00:00:00.000Z',
    }])
    ledger.close()
  })

  it('R1 knows an account that is kept by hand up to today', () => {
    const ledger = ledgerOf([{ id: 1, covered: [['2026-01-10', '2026-01-10'], ['2026-03-05', '2026-03-05']] }], ROWS.slice(0, 1))
    ledger.db.exec('UPDATE import_statement SET is_by_hand = 1')
    expect(ask(ledger, { name: 'accounts', from: '2026-02-01', to: '2026-11-21' })).toMatchObject({ availability: 'COMPLETE', rows: [{ coverage: { from: '2026-01-10', to: '2026-11-21' }, gaps: [] }] })
    ledger.close()
  })

  it('R2 adds up balances by currency and in the base currency; what is owed is negative', () => {
    const ledger = world()
    const { rows, currencies, total, on } = ask(ledger, { name: 'balances', to: '2026-02-28', base: EUR })
    expect([on, minorsOf(rows.map(({ balance }) => balance)), minorsOf(rows.map(({ inBase }) => inBase))]).toEqual(['2026-02-28', [2000, -3000], [2000, -2500]])
    expect(currencies.map(({ currency: code, net }) => [code, net.minor])).toEqual([['EUR', 2000], ['USD', -3000]])
    expect(minorsOf([total.assets, total.liabilities, total.net])).toEqual([2000, -2500, -500])
    expect(rows.map(({ isStale }) => isStale)).toEqual([false, false])
    expect(ask(ledger, { name: 'balances' }).rows.map(({ isStale }) => isStale)).toEqual([true, true])
    ledger.close()
  })

  it('R3 counts back from the bank’s balance, day by day, and says nothing before the account is known', () => {
    const ledger = world()
    const question = { name: 'balance-history', from: '2026-01-31', to: '2026-02-10', base: EUR } as const
    const { rows: [giro, card], total } = ask(ledger, question)
    expect(giro?.values).toEqual([10_000, 10_000, 10_000, 10_000, 10_000, -2000, -2000, -2000, -2000, -2000, 2000])
    expect([giro?.lowest?.on, giro?.lowest?.balance.minor, giro?.highest?.on, giro?.highest?.balance.minor, giro?.daysBelowZero]).toEqual(['2026-02-05', -2000, '2026-01-31', 10_000, 5])
    expect(card?.values.slice(0, 2)).toEqual([null, 0])
    expect(total.values.slice(0, 6)).toEqual([10_000, 10_000, 10_000, 10_000, 10_000, -2000])
    expect(rowsOf(ledger, question, 'account/1/2026-02-05')).toMatchObject({ openingMinor: 8000, sum: -2000, rows: [{ id: 1, minor: 2500 }, { id: 2, minor: -500 }, { id: 3, minor: -12_000 }] })
    ledger.close()
  })

  it('R3 believes the bank where its balance and the rows disagree and nothing adjusts them', () => {
    const ledger = ledgerOf([{ id: 1, covered: [['2026-01-01', '2026-02-28']], bank: [['2026-01-05', 0], ['2026-01-31', 700]] }], [{ on: '2026-01-10', minor: 500 }])
    expect(ask(ledger, { name: 'balance-history', from: '2026-01-09', to: '2026-01-10' }).rows[0]?.values).toEqual([200, 700])
    ledger.close()
  })

  it('R4 tells what everything was worth at the end of each month, at that day’s rates', () => {
    const ledger = world()
    const { points, currencies } = ask(ledger, { name: 'net-worth', from: '2026-01-01', to: '2026-02-25', base: EUR })
    expect(points.map(({ on, net, liabilities, unknownAccounts }) => [on, net.minor, liabilities.minor, unknownAccounts])).toEqual([
      ['2026-01-31', 10_000, 0, [2]],
      // 30 $ at 1.5 are 20 €.
      ['2026-02-25', 0, -2000, []],
    ])
    expect(currencies.map(({ currency: code, points: its }) => [code, minorsOf(its.map(({ net }) => net))])).toEqual([['EUR', [10_000, 2000]], ['USD', [null, -3000]]])
    ledger.close()
  })

  it('R4 tells by what the accounts are what each kind adds to it, and its rows', () => {
    const ledger = ledgerOf([GIRO, CARD, { ...GIRO, id: 3, bank: [['2026-01-31', -700]] }, { id: 4, type: 'savings', currency: 'GBP', covered: [['2026-01-01', '2026-02-28']], bank: [['2026-02-28', 900]] }, { id: 5, type: 'investment' }], ROWS)
    rate(ledger, 'EUR', 'USD', '2026-01-15', '1.5')
    ledger.db.exec(/* sql */ `
      INSERT INTO holding_snapshot (id, account_id, batch_id, as_of, stated_at) VALUES (1, 5, 1, '2026-02-15', '');
      INSERT INTO holding (snapshot_id, position, code, currency, value_minor, own_minor) VALUES (1, 0, '', 'EUR', 5000, 5000)`)
    const question = { name: 'net-worth', from: '2026-01-01', to: '2026-02-28', base: EUR } as const
    const { points } = ask(ledger, question)
    expect(points.map(({ net, byType }) => [net.minor, ...byType.map(({ type, assets, liabilities }) => [type, assets.minor, liabilities.minor])])).toEqual([
      // Nobody has told of the card and the depot yet, and no rate says what the savings are worth.
      [9300, ['checking', 10_000, -700], ['savings', null, null], ['credit', null, null], ['investment', null, null]],
      [4300, ['checking', 2000, -700], ['savings', null, null], ['credit', 0, -2000], ['investment', 5000, 0]],
    ])
    const [checking, , , depot] = points[1]?.byType ?? []
    expect([points[1]?.net.key, depot?.net.key]).toEqual([null, null])
    expect(rowsOf(ledger, question, checking?.net.key ?? '')).toMatchObject({ sum: 1300, rows: [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }] })
    expect(rowsOf(ledger, question, 'liabilities/2026-02-28/credit')).toMatchObject({ sum: -2000, currency: EUR, rows: [{ id: 5, minor: -2000 }] })
    ledger.close()
  })

  it('R4 counts securities at the last value that was stated, and shows no rows for them', () => {
    const ledger = ledgerOf([{ id: 1, type: 'investment' }], [])
    ledger.db.exec(/* sql */ `
      INSERT INTO holding_snapshot (id, account_id, batch_id, as_of, stated_at) VALUES (1, 1, 1, '2026-01-15', ''), (2, 1, 1, '2026-02-15', '');
      INSERT INTO holding (snapshot_id, position, code, currency, value_minor, own_minor) VALUES (1, 0, '', 'EUR', 5000, 5000), (2, 0, '', 'EUR', 6000, 6000)`)
    const { points } = ask(ledger, { name: 'net-worth', from: '2026-01-01', to: '2026-02-28' })
    expect(points.map(({ net }) => [net.minor, net.key])).toEqual([[5000, null], [6000, null]])
    const before = ask(ledger, { name: 'net-worth', from: '2025-12-01', to: '2026-01-31' }).points
    expect(before.map(({ net, unknownAccounts }) => [net.minor, unknownAccounts])).toEqual([[null, [1]], [5000, []]])
    expect(ask(ledger, { name: 'balances', to: '2026-02-28' }).rows[0]).toMatchObject({ balance: { minor: 0 }, holdings: { minor: 6000 }, inBase: { minor: 6000, key: null } })
    ledger.close()
  })

  it('R5 tells income, spending and what is left, month by month and by currency', () => {
    const ledger = world()
    const { months, currencies, total } = ask(ledger, { name: 'cash-flow', from: '2026-01-01', to: '2026-02-28', base: EUR })
    expect(months.map(({ key, isComplete }) => [key, isComplete])).toEqual([['2026-01', false], ['2026-02', true]])
    expect(total.months.map(({ income, spending, net }) => minorsOf([income, spending, net]))).toEqual([[2500, 500, 2000], [4000, 14_000, -10_000]])
    expect(currencies.map(({ currency: code, sum }) => [code, sum.change.minor])).toEqual([['EUR', -6000], ['USD', -3000]])
    // The card's 30 $ were 20 € when they were spent, and 25 € at the end of the month.
    expect([total.sum.revaluation.minor, total.sum.change.minor]).toEqual([-500, -8500])
    ledger.close()
  })

  it('R21 tells what stands between the ledger and the truth', () => {
    const ledger = ledgerOf(
      [{ id: 1, isConnected: true, covered: [['2026-01-01', '2026-01-31'], ['2026-02-10', '2026-02-28']], bank: [['2026-01-01', 0], ['2026-02-28', 1000]] }],
      [{ on: '2026-01-10', minor: 300 }, { on: '2026-01-11', minor: 300, isDuplicate: true }, { on: '2026-01-12', minor: -100, category: 'food.groceries' }],
    )
    const { rows: [line], uncategorised, duplicateCount } = ask(ledger, { name: 'data-quality', from: '2026-01-01', to: '2026-02-28' })
    expect(line).toMatchObject({
      status: 'UPDATED_FIXED', adjusting: { minor: 500 }, difference: { minor: 500 }, duplicates: { minor: 300 }, duplicateCount: 1, rowCount: 3, uncategorisedCount: 2,
      gaps: [{ from: '2026-02-01', to: '2026-02-09' }],
    })
    expect([uncategorised, duplicateCount]).toEqual([{ count: 2, of: 3, share: 66.7 }, 1])
    ledger.close()
  })

  it('R21 counts a divided row with a part that nobody has named, and what is pending where it is asked for', () => {
    const ledger = ledgerOf([{ id: 1 }], [
      { on: '2026-01-10', minor: -300, parts: [[-100, 'food.groceries'], [-100, null], [-100, null]] }, { on: '2026-01-11', minor: -200, parts: [[-100, 'food.groceries'], [-100, 'housing.rent']] },
      { on: '2026-01-12', minor: -50, isPending: true, isDuplicate: true },
    ])
    const told = (withPending: boolean) => {
      const { rows: [line], uncategorised } = ask(ledger, { name: 'data-quality', from: '2026-01-01', to: '2026-01-31', withPending, minMinor: 5000, categories: ['food'] })
      return [line?.rowCount, uncategorised, line?.duplicateCount]
    }
    expect([told(false), told(true)]).toEqual([[2, { count: 1, of: 2, share: 50 }, 0], [3, { count: 2, of: 3, share: 66.7 }, 1]])
    ledger.close()
  })
})
