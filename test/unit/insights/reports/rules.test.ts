import { describe, expect, it } from 'vitest'
import { AppFailure } from '#shared/failure.ts'
import { AccountIdSchema } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import { ask, ledgerOf, rate, rowsOf, type TestAccount, type TestRow } from './ledger.ts'

const [EUR, USD] = [currency('EUR'), currency('USD')]
const GIRO: TestAccount = { id: 1, covered: [['2026-01-01', '2026-11-20']] }
const YEAR = { from: '2026-01-01', to: '2026-12-31' } as const
const sum = (rows: readonly TestRow[], more: object = {}, accounts: readonly TestAccount[] = [GIRO]) => {
  const ledger = ledgerOf(accounts, rows)
  const { income, spending, saving, transfersIn, transfersOut, adjusting, change } = ask(ledger, { name: 'cash-flow', ...YEAR, ...more }).total.sum
  ledger.close()
  return { income: income.minor, spending: spending.minor, saving: saving.minor, in: transfersIn.minor, out: transfersOut.minor, adjusting: adjusting.minor, change: change.minor }
}
const NOTHING = { income: 0, spending: 0, saving: 0, in: 0, out: 0, adjusting: 0, change: 0 }

describe('the rules of reports', () => {
  it('G2: both ends of a period count, and a month may begin on payday', () => {
    const rows = [{ on: '2026-03-24', minor: -100 }, { on: '2026-03-25', minor: -200 }, { on: '2026-04-24', minor: -400 }, { on: '2026-04-25', minor: -800 }]
    const ledger = ledgerOf([GIRO], rows)
    const { months, total } = ask(ledger, { name: 'cash-flow', from: '2026-03-24', to: '2026-04-25', monthStart: 25 })
    expect(months.map(({ key, from, to, isPartial }) => [key, from, to, isPartial])).toEqual([
      ['2026-02', '2026-03-24', '2026-03-24', true], ['2026-03', '2026-03-25', '2026-04-24', false], ['2026-04', '2026-04-25', '2026-04-25', true],
    ])
    expect(total.months.map(({ spending }) => spending.minor)).toEqual([100, 600, 800])
    ledger.close()
  })

  it('G2: without a period it is the current month and the twelve before, which is marked as not over', () => {
    const ledger = ledgerOf([GIRO], [])
    const { period, months } = ask(ledger, { name: 'cash-flow' })
    expect(period).toEqual({ from: '2025-11-01', to: '2026-11-21' })
    expect([months.length, months.at(-1)?.isPartial, months.at(-2)?.isPartial]).toEqual([13, true, false])
    expect(ask(ledger, { name: 'cash-flow', days: 62 }).period).toEqual({ from: '2026-09-21', to: '2026-11-21' })
    ledger.close()
  })

  it('G2: months begin where the ledger says, unless the request says otherwise', () => {
    const ledger = ledgerOf([GIRO], [])
    ledger.db.exec(`INSERT INTO setting (key, value) VALUES ('month_start', '25')`)
    expect(ask(ledger, { name: 'cash-flow' })).toMatchObject({ monthStart: 25, period: { from: '2025-10-25' } })
    expect(ask(ledger, { name: 'cash-flow', monthStart: 3 }).monthStart).toBe(3)
    ledger.close()
  })

  it('G2: a weekend moves the first day of a month as it is set, in every report', () => {
    const ledger = ledgerOf([GIRO], [{ on: '2026-04-23', minor: -100 }, { on: '2026-04-24', minor: -200 }])
    ledger.db.exec(`INSERT INTO setting (key, value) VALUES ('month_start', '25'), ('month_start_shift', 'before')`)
    const { monthShift, months, total } = ask(ledger, { name: 'cash-flow', from: '2026-03-25', to: '2026-05-24' })
    // 25 April 2026 is a Saturday.
    expect(monthShift).toBe('before')
    expect(months.map(({ key, from, to, isPartial }) => [key, from, to, isPartial])).toEqual([['2026-03', '2026-03-25', '2026-04-23', false], ['2026-04', '2026-04-24', '2026-05-24', false]])
    expect(total.months.map(({ spending }) => spending.minor)).toEqual([100, 200])
    expect(ask(ledger, { name: 'available', to: '2026-04-24' })).toMatchObject({ until: 'month', cycle: { from: '2026-04-24', to: '2026-05-24' } })
    expect(ask(ledger, { name: 'comparison', from: '2026-04-24', to: '2026-05-24' }).previous).toEqual({ from: '2026-03-25', to: '2026-04-23' })
    // Another day is meant as it is.
    expect(ask(ledger, { name: 'cash-flow', from: '2026-04-01', to: '2026-04-30', monthStart: 11 }).months.map(({ from }) => from)).toEqual(['2026-04-01', '2026-04-11'])
    ledger.close()
  })

  it('G3: only booked rows count, pending ones when asked for', () => {
    const rows = [{ on: '2026-05-01', minor: -100 }, { on: '2026-05-02', minor: -50, isPending: true }]
    expect(sum(rows).spending).toBe(100)
    expect(sum(rows, { withPending: true })).toMatchObject({ spending: 150, change: -150 })
  })

  it('G3: a pending row and the booked one that took its place never count both', () => {
    const ledger = ledgerOf([GIRO], [{ id: 1, on: '2026-05-01', minor: -100, isPending: true }, { id: 2, on: '2026-05-03', minor: -100 }])
    ledger.db.exec('INSERT INTO pending_claim (pending_id, booked_id) VALUES (1, 2); UPDATE txn SET deleted_at = \'x\' WHERE id = 1')
    expect(ask(ledger, { name: 'cash-flow', ...YEAR, withPending: true }).total.sum.spending.minor).toBe(100)
    ledger.close()
  })

  it('G4: a divided row counts by its parts and never itself', () => {
    const rows = [{ on: '2026-05-01', minor: -1000, parts: [[-700, 'food.groceries'], [-400, 'finance.investments_savings'], [100, 'income.other']] as const }]
    expect(sum(rows)).toEqual({ ...NOTHING, income: 100, spending: 700, saving: 400, change: -1000 })
  })

  it('G5: a transfer is never income or spending, not even where a filter hides its other leg', () => {
    const rows = [{ account: 1, on: '2026-05-01', minor: -500, category: 'transfers.internal' }, { account: 2, on: '2026-05-02', minor: 500, category: 'transfers.internal' }]
    const accounts = [GIRO, { ...GIRO, id: 2 }]
    expect(sum(rows, {}, accounts)).toEqual({ ...NOTHING, in: 500, out: 500 })
    expect(sum(rows, { accountIds: [AccountIdSchema.parse(2)] }, accounts)).toEqual({ ...NOTHING, in: 500, change: 500 })
    expect(sum(rows, { excludedAccountIds: [AccountIdSchema.parse(2)] }, accounts)).toEqual({ ...NOTHING, out: 500, change: -500 })
  })

  it('G6: a refund makes spending less, a person’s money goes by its sign, cash is spending', () => {
    expect(sum([{ on: '2026-05-01', minor: -900, category: 'shopping.clothing' }, { on: '2026-05-09', minor: 1000, category: 'shopping.clothing' }])).toEqual({ ...NOTHING, spending: -100, change: 100 })
    expect(sum([{ on: '2026-05-01', minor: -30, category: 'transfers.person' }, { on: '2026-05-01', minor: 20, category: 'transfers.person' }])).toEqual({ ...NOTHING, income: 20, spending: 30, change: -10 })
    expect(sum([{ on: '2026-05-01', minor: -30 }, { on: '2026-05-01', minor: 20 }])).toEqual({ ...NOTHING, income: 20, spending: 30, change: -10 })
    expect(sum([{ on: '2026-05-01', minor: -30, category: 'transfers.cash' }])).toEqual({ ...NOTHING, spending: 30, change: -30 })
    expect(sum([{ on: '2026-05-01', minor: -70, category: 'income.salary' }])).toEqual({ ...NOTHING, income: -70, change: -70 })
  })

  it('G7: rows are worth what the last rate on or before their day says; without one they are in no total', () => {
    const ledger = ledgerOf([{ ...GIRO, id: 1, currency: 'USD' }], [
      { id: 1, on: '2026-01-01', minor: 1000 }, { id: 2, on: '2026-01-05', minor: 1000 }, { id: 3, on: '2026-01-06', minor: 1000 }, { id: 4, on: '2026-01-10', minor: 1 },
    ])
    rate(ledger, 'EUR', 'USD', '2026-01-02', '1.25')
    rate(ledger, 'EUR', 'USD', '2026-01-06', '1.6')
    const question = { name: 'cash-flow', ...YEAR, base: EUR } as const
    const { total, notConverted, currencies } = ask(ledger, question)
    // 1000/1.25 = 800, 1000/1.6 = 625, 1/1.6 = 0.625 → 1; the first has no rate yet.
    expect(total.sum.income.minor).toBe(1426)
    expect(notConverted).toEqual([{ currency: 'USD', minor: 1000, count: 1 }])
    expect(currencies[0]?.sum.income).toMatchObject({ minor: 3001, currency: 'USD' })
    expect(total.sum.revaluation.minor).toBeNull()
    expect(rowsOf(ledger, question, 'income').rows.map(({ id, minor }) => [id, minor])).toEqual([[2, 800], [3, 625], [4, 1]])
    ledger.close()
  })

  it('G7: two currencies are worth what a third says of both, whichever way round it was told', () => {
    const worth = (...told: readonly (readonly [base: string, quote: string])[]) => {
      const ledger = ledgerOf([{ id: 1, currency: 'USD' }], [{ on: '2026-01-10', minor: -1000, category: 'food.groceries' }])
      for (const [base, quote] of told) rate(ledger, base, quote, '2026-01-02', '2')
      const { total } = ask(ledger, { name: 'spending', from: '2026-01-01', to: '2026-01-31', base: currency('GBP') })
      ledger.close()
      return total.sum.minor
    }
    expect([worth(['EUR', 'USD'], ['EUR', 'GBP']), worth(['USD', 'EUR'], ['GBP', 'EUR']), worth(['USD', 'EUR'], ['EUR', 'GBP']), worth(['EUR', 'USD'], ['CHF', 'GBP'])]).toEqual([1000, 1000, 4000, 0])
  })

  it('G7: what exchange rates did to a balance is shown, and closes the sum', () => {
    const ledger = ledgerOf([{ ...GIRO, currency: 'USD', bank: [['2026-01-31', 10_000]] }], [{ on: '2026-02-10', minor: 1000 }])
    for (const [day, value] of [['2026-01-01', '1.25'], ['2026-02-10', '1'], ['2026-02-28', '0.8']] as const) rate(ledger, 'EUR', 'USD', day, value)
    const flow = ask(ledger, { name: 'cash-flow', from: '2026-02-01', to: '2026-02-28', base: EUR }).total.sum
    // 100 $ were 80 €; 110 $ are 137.50 €; 10 € came in. Rates made 47.50 €.
    expect([flow.change.minor, flow.income.minor, flow.revaluation.minor]).toEqual([5750, 1000, 4750])
    ledger.close()
  })

  it('G7: any currency may be the base: by way of the euro, with the smallest units that each one has', () => {
    const ledger = ledgerOf([{ ...GIRO, currency: 'JPY' }], [{ on: '2026-02-10', minor: 1625 }])
    rate(ledger, 'EUR', 'USD', '2026-01-01', '1.05')
    rate(ledger, 'EUR', 'JPY', '2026-01-01', '162.5')
    expect(ask(ledger, { name: 'cash-flow', ...YEAR, base: USD }).total.sum.income.minor).toBe(1050)
    expect(ask(ledger, { name: 'cash-flow', ...YEAR, base: currency('KWD') }).total.sum.income.minor).toBe(0)
    ledger.close()
  })

  it('G7: a ledger in a currency that it has no account in, and no rates, is told in its accounts’', () => {
    const ledger = ledgerOf([GIRO], [{ on: '2026-02-10', minor: 5 }], 'USD')
    expect(ask(ledger, { name: 'cash-flow', ...YEAR }).base).toBe('EUR')
    rate(ledger, 'EUR', 'USD', '2026-01-01', '2')
    expect(ask(ledger, { name: 'cash-flow', ...YEAR })).toMatchObject({ base: 'USD', total: { sum: { income: { minor: 10 } } } })
    ledger.close()
  })

  it('G8: averages are of complete months alone; without any there is none', () => {
    const rows = [{ on: '2026-01-10', minor: -300, category: 'food.groceries' }, { on: '2026-02-10', minor: -500, category: 'food.groceries' }, { on: '2026-03-05', minor: -1000, category: 'food.groceries' }]
    const ledger = ledgerOf([{ id: 1, covered: [['2026-01-01', '2026-03-10']] }], rows)
    const spending = ask(ledger, { name: 'spending', ...YEAR })
    expect([spending.completeMonths, spending.total.monthlyAverage.minor, spending.total.sum.minor]).toEqual([2, 400, 1800])
    expect(ask(ledger, { name: 'spending', from: '2026-03-01', to: '2026-03-31' }).total.monthlyAverage.minor).toBeNull()
    ledger.close()
  })

  it('G9: an adjusting entry is in the balance and in no flow; a possible duplicate counts and is told of', () => {
    const connected: TestAccount = { ...GIRO, isConnected: true, bank: [['2026-01-01', 0], ['2026-06-30', -1500]] }
    const ledger = ledgerOf([connected], [{ on: '2026-05-01', minor: -1000, isDuplicate: true }])
    const report = ask(ledger, { name: 'cash-flow', ...YEAR })
    expect(report.total.sum).toMatchObject({ spending: { minor: 1000 }, adjusting: { minor: -500 }, change: { minor: -1500 } })
    expect(report.possibleDuplicates).toBe(1)
    const among = (question: object): number => ask(ledger, { name: 'cash-flow', ...YEAR, ...question }).possibleDuplicates
    expect([among({ minMinor: 1000 }), among({ minMinor: 1001 }), among({ categories: ['food'] }), among({ categories: ['none'] })]).toEqual([1, 0, 0, 1])
    expect(rowsOf(ledger, { name: 'cash-flow', ...YEAR }, 'adjusting').sum).toBe(-500)
    ledger.close()
  })

  it('G10: percentages have one decimal, averages are rounded half away from zero', () => {
    const ledger = ledgerOf([GIRO], [{ on: '2026-05-01', minor: -2, category: 'food.groceries' }, { on: '2026-05-01', minor: -1, category: 'food.groceries' }, { on: '2026-05-01', minor: -6, category: 'shopping.general' }])
    const { categories } = ask(ledger, { name: 'spending', from: '2026-05-01', to: '2026-05-31' })
    expect(categories.map(({ categoryId, share, average }) => [categoryId, share, average.minor])).toEqual([['shopping.general', 66.7, 6], ['food.groceries', 33.3, 2]])
    ledger.close()
  })

  it('G11: a figure leads to its rows, an unknown one to nothing', () => {
    const ledger = ledgerOf([GIRO], [{ id: 7, on: '2026-05-01', minor: -2 }, { id: 9, on: '2026-06-01', minor: -3 }])
    const question = { name: 'cash-flow', ...YEAR } as const
    expect(rowsOf(ledger, question, 'spending/2026-06')).toEqual({ rows: [{ id: 9, minor: 3, currency: 'EUR' }], openingMinor: 0, sum: 3, currency: 'EUR' })
    expect(rowsOf(ledger, question, 'EUR/net').sum).toBe(-5)
    for (const key of ['', 'nonsense', 'spending/1999-01', 'USD/x/y/z']) expect(() => rowsOf(ledger, question, key)).toThrow(AppFailure)
    ledger.close()
  })

  it('filters count the rows they name: amounts, categories, groups and tags', () => {
    const rows = [
      { on: '2026-05-01', minor: -1000, category: 'food.groceries', tags: ['Holiday'] }, { on: '2026-05-01', minor: -200, category: 'food.restaurants' }, { on: '2026-05-01', minor: -30 },
      { on: '2026-05-02', minor: -500, parts: [[-400, 'food.groceries'], [-100, 'housing.rent']] as const },
    ]
    expect(sum(rows, { categories: ['food'] }).spending).toBe(1600)
    expect(sum(rows, { categories: ['food.restaurants', 'none'] }).spending).toBe(230)
    expect(sum(rows, { tags: ['holiday'] }).spending).toBe(1000)
    expect(sum(rows, { minMinor: 200, maxMinor: 999 })).toMatchObject({ spending: 600, change: null })
  })

  it('says how much is known, refuses where more is required, and compares as many days', () => {
    const ledger = ledgerOf([{ id: 1, covered: [['2026-03-01', '2026-04-15'], ['2026-05-01', '2026-11-20']] }], [{ on: '2026-04-10', minor: -100 }, { on: '2026-11-10', minor: -300 }, { on: '2026-10-21', minor: -40 }, { on: '2026-10-22', minor: -5 }])
    const report = ask(ledger, { name: 'cash-flow', from: '2026-04-01', to: '2026-05-31' })
    expect([report.availability, report.missing]).toEqual(['PARTIAL', [{ account: 1, from: '2026-04-16', to: '2026-04-30' }]])
    expect(ask(ledger, { name: 'cash-flow', from: '2026-06-01', to: '2026-06-30' }).availability).toBe('COMPLETE')
    expect(ask(ledger, { name: 'cash-flow', from: '2020-06-01', to: '2020-06-30' }).availability).toBe('NONE')
    expect(() => ask(ledger, { name: 'cash-flow', from: '2026-04-01', to: '2026-05-31', required: 'COMPLETE' })).toThrow('data_missing')
    const { compared } = ask(ledger, { name: 'cash-flow', from: '2026-11-01', to: '2026-11-30', compare: 'previous' })
    expect([compared?.period, compared?.total.sum.spending.minor]).toEqual([{ from: '2026-10-01', to: '2026-10-21' }, 40])
    expect(ask(ledger, { name: 'cash-flow', from: '2026-11-01', to: '2026-11-30', compare: 'year' }).compared?.period).toEqual({ from: '2025-11-01', to: '2025-11-21' })
    ledger.close()
  })
})
