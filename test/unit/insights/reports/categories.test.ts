import { describe, expect, it } from 'vitest'
import { ask, ledgerOf, rowsOf, type TestAccount, type TestRow } from './ledger.ts'

const GIRO: TestAccount = { id: 1, name: 'Giro', covered: [['2024-01-01', '2026-11-20']] }
const row = (on: string, minor: number, category: string | null, more: Partial<TestRow> = {}): TestRow => ({ on, minor, category, ...more })

describe('reports of what money was for', () => {
  it('R6 nets refunds, adds groups up from their categories, and shares out what was spent', () => {
    const ledger = ledgerOf([GIRO], [
      row('2026-01-05', -3000, 'food.groceries'), row('2026-02-05', -1000, 'food.groceries'), row('2026-02-06', -2000, 'food.restaurants'),
      row('2026-01-07', -4000, 'shopping.clothing'), row('2026-02-07', 5000, 'shopping.clothing'), row('2026-01-08', -2000, null), row('2026-01-09', 9000, null), row('2026-01-10', 70_000, 'income.salary'),
    ])
    const { groups, categories, total, completeMonths } = ask(ledger, { name: 'spending', from: '2026-01-01', to: '2026-02-28' })
    expect(categories.map(({ categoryId, sum, count, share, monthlyAverage, months }) => [categoryId, sum.minor, count, share, monthlyAverage.minor, months.map(({ minor }) => minor)])).toEqual([
      ['food.groceries', 4000, 2, 50, 2000, [3000, 1000]],
      ['food.restaurants', 2000, 1, 25, 1000, [0, 2000]],
      [null, 2000, 1, 25, 1000, [2000, 0]],
      ['shopping.clothing', -1000, 2, -12.5, -500, [4000, -5000]],
    ])
    expect(groups.map(({ group, sum }) => [group, sum.minor])).toEqual([['food', 6000], [null, 2000], ['shopping', -1000]])
    expect([total.sum.minor, total.count, completeMonths]).toEqual([7000, 6, 2])
    ledger.close()
  })

  it('R6 and R17 answer of a category without rows that there are none, and of no category that there is no such figure', () => {
    const ledger = ledgerOf([GIRO], [row('2026-01-05', -3000, 'food.groceries')])
    const question = { from: '2026-01-01', to: '2026-02-28' } as const
    for (const [name, before] of [['spending', ''], ['comparison', 'current/']] as const) {
      expect(rowsOf(ledger, { name, ...question }, `${before}category/food.restaurants`)).toMatchObject({ sum: 0, rows: [] })
      for (const unknown of ['category/foo', 'category/food.foo']) expect(() => rowsOf(ledger, { name, ...question }, `${before}${unknown}`)).toThrow(expect.objectContaining({ error: { kind: 'not_found', what: 'figure' } }))
    }
    ledger.close()
  })

  it('R7 tells income by who pays it: what comes every month apart from what comes now and then', () => {
    const salaries = Array.from({ length: 14 }, (_, place): TestRow => row(`${2025 + Math.floor((place + 7) / 12)}-${String((place + 7) % 12 + 1).padStart(2, '0')}-27`, 300_000, 'income.salary', { payee: 'ACME GmbH', purpose: 'Lohn' }))
    const ledger = ledgerOf([GIRO], [...salaries, row('2026-09-03', 4200, 'income.other', { payee: 'Flohmarkt' }), row('2025-09-09', 1000, 'income.other', { payee: 'Flohmarkt' })])
    const question = { name: 'income', from: '2026-08-01', to: '2026-10-31' } as const
    const { sources, regular, irregular, total, completeMonths } = ask(ledger, question)
    expect(sources.map(({ counterparty, isRegular, sum, monthlyMedian }) => [counterparty, isRegular, sum.minor, monthlyMedian.minor])).toEqual([['ACME GmbH', true, 600_000, 300_000], ['Flohmarkt', false, 4200, 0]])
    expect([regular.sum.minor, irregular.sum.minor, total.sum.minor, completeMonths]).toEqual([600_000, 4200, 604_200, 3])
    expect([total.yearBefore.minor, irregular.change, irregular.monthlyAverage.minor]).toEqual([901_000, 320, 1400])
    expect(rowsOf(ledger, question, 'source/flohmarkt/irregular@2026-09').sum).toBe(4200)
    ledger.close()
  })

  it('R8 tells what is left of the income, over complete months from their sums', () => {
    const ledger = ledgerOf([GIRO], [
      row('2026-07-01', 1000, 'income.salary'), row('2026-08-01', 1000, 'income.salary'), row('2026-08-02', -500, 'housing.rent'), row('2026-09-01', 3000, 'income.salary'), row('2026-09-02', -2250, 'housing.rent'), row('2026-10-02', -100, 'housing.rent'),
    ])
    const { months, trailing, total } = ask(ledger, { name: 'savings-rate', from: '2026-08-01', to: '2026-11-21' })
    expect(months.map(({ key, rate }) => [key, rate])).toEqual([['2026-08', 50], ['2026-09', 25], ['2026-10', null], ['2026-11', null]])
    // (4000 − 2850) of 4000; the month that still runs is in none.
    expect(trailing.map(({ months: of, count, rate }) => [of, count, rate])).toEqual([[3, 3, 28.8], [12, 3, 28.8]])
    expect(total.rate).toBe(28.8)
    ledger.close()
  })

  it('R16 knows rows that have come since, names that have changed, and rows that came back', () => {
    const ledger = ledgerOf([GIRO], [row('2026-01-05', -1000, null, { payee: 'Post' }), row('2026-01-06', -500, null, { payee: 'Baker Jones' })])
    const keys = () => ask(ledger, { name: 'merchants', from: '2026-01-01', to: '2026-01-31' }).merchants.map(({ key, sum }) => [key, sum.minor])
    expect(keys()).toEqual([['post', -1000], ['baker jones', -500]])
    ledger.db.exec(`INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-01-07', -2000, 'new', 'Florist', ''); UPDATE txn SET deleted_at = '2026-01-08' WHERE raw_payee = 'Post'`)
    expect(keys()).toEqual([['florist', -2000], ['baker jones', -500]])
    ledger.db.exec(`UPDATE txn SET payee = 'Miller' WHERE raw_payee = 'Baker Jones'; UPDATE txn SET deleted_at = NULL`)
    expect(keys()).toEqual([['florist', -2000], ['post', -1000], ['miller', -500]])
    ledger.close()
  })

  it('R16 tells who was paid, seen through payment services; own accounts are nobody', () => {
    const ledger = ledgerOf([GIRO], [
      row('2026-01-05', -1000, 'food.groceries', { payee: 'REWE SAGT DANKE 12' }), row('2026-01-09', -501, 'food.groceries', { payee: 'REWE SAGT DANKE 77' }), row('2026-01-11', 200, 'food.groceries', { payee: 'REWE' }),
      row('2026-01-12', -999, 'leisure.media_digital', { payee: 'PayPal Europe S.a.r.l.', purpose: 'PP.1234.PP . SPOTIFY, Ihr Einkauf bei SPOTIFY' }),
      row('2026-01-13', -70_000, 'transfers.internal', { payee: 'Me' }),
    ])
    const question = { name: 'merchants', from: '2026-01-01', to: '2026-01-31' } as const
    const { merchants, total } = ask(ledger, question)
    expect(merchants.map(({ key, sum, count, average, firstOn, lastOn }) => [key, sum.minor, count, average.minor, firstOn, lastOn])).toEqual([
      ['rewe', -1301, 3, -434, '2026-01-05', '2026-01-11'], ['spotify', -999, 1, -999, '2026-01-12', '2026-01-12'],
    ])
    expect([total.minor, rowsOf(ledger, question, 'merchant/spotify').rows.length]).toEqual([-2300, 1])
    ledger.close()
  })

  it('R17 holds a period against the one before and the year before; one that runs by as many days', () => {
    const ledger = ledgerOf([GIRO], [
      row('2026-11-05', -3000, 'food.groceries'), row('2026-10-21', -1000, 'food.groceries'), row('2026-10-22', -9999, 'food.groceries'), row('2025-11-21', -2000, 'food.groceries'), row('2025-11-22', -1, 'food.groceries'), row('2025-11-02', -10, 'housing.rent'),
    ])
    const { current, previous, yearBefore, spending, categories } = ask(ledger, { name: 'comparison', from: '2026-11-01', to: '2026-11-30' })
    expect([current.to, previous, yearBefore]).toEqual(['2026-11-21', { from: '2026-10-01', to: '2026-10-21' }, { from: '2025-11-01', to: '2025-11-21' }])
    expect([spending.current.minor, spending.previous.minor, spending.yearBefore.minor, spending.sincePreviousPercent, spending.sinceYear.minor]).toEqual([3000, 1000, 2010, 200, 990])
    expect(categories.map(({ categoryId, sinceYear }) => [categoryId, sinceYear.minor])).toEqual([['food.groceries', 1000], ['housing.rent', -10]])
    const whole = ask(ledger, { name: 'comparison', from: '2026-01-01', to: '2026-03-31' })
    expect(whole.previous).toEqual({ from: '2025-10-01', to: '2025-12-31' })
    ledger.close()
  })

  it('R19 tells what accounts cost and earn by calendar year', () => {
    const ledger = ledgerOf([GIRO, { ...GIRO, id: 2, currency: 'USD' }], [row('2025-12-31', -450, 'finance.bank_fees'), row('2026-01-02', -500, 'finance.bank_fees'), row('2026-02-01', 12, 'income.interest_dividends'), row('2026-03-01', -300, 'finance.bank_fees', { account: 2 })])
    const question = { name: 'fees' } as const
    const { years, rows, total } = ask(ledger, question)
    expect(years.map(({ key, isPartial }) => [key, isPartial])).toEqual([['2025', false], ['2026', true]])
    expect(rows.map(({ currency, fees, interest }) => [currency, fees.map(({ minor }) => minor), interest.map(({ minor }) => minor)])).toEqual([['EUR', [450, 500], [0, 12]], ['USD', [0, 300], [0, 0]]])
    expect(total.fees.map(({ minor }) => minor)).toEqual([450, 500])
    expect(rowsOf(ledger, question, 'fees/2/2026')).toMatchObject({ sum: 300, currency: 'USD' })
    ledger.close()
  })

  it('R20 gathers what a tax return asks for, with its rows', () => {
    const ledger = ledgerOf([GIRO], [
      row('2025-03-01', -5000, 'family.donations_memberships', { payee: 'Rotes Kreuz' }), row('2025-04-01', -7000, 'insurance.vehicle'), row('2025-05-01', -1500, 'health.pharmacy'), row('2025-06-01', -20_000, 'family.childcare_education'),
      row('2025-07-01', -11_800, 'finance.taxes_government', { payee: 'Bundeskasse', purpose: 'KFZ-STEUER fuer M-AB 123' }), row('2025-07-02', -3000, 'finance.taxes_government', { payee: 'Stadt', purpose: 'Grundsteuer' }),
      row('2025-08-01', -40_000, 'housing.home_garden', { payee: 'Maler Meier', tags: ['§35a'] }), row('2025-09-01', 500, 'health.pharmacy'), row('2024-12-31', -9999, 'health.doctor'),
    ])
    const { years: [year] } = ask(ledger, { name: 'tax-year', from: '2025-01-01', to: '2025-12-31' })
    expect(year?.topics.map(({ topic, sum, rows }) => [topic, sum.minor, rows.length])).toEqual([
      ['donations', 5000, 1], ['insurance', 7000, 1], ['health', 1000, 2], ['childcare', 20_000, 1], ['craftsmen', 40_000, 1], ['vehicle-tax', 11_800, 1],
    ])
    expect(year?.topics[0]?.rows[0]).toMatchObject({ payee: 'Rotes Kreuz', bookedOn: '2025-03-01', amount: { minor: 5000 } })
    ledger.close()
  })
})

it('R17 and R7 say nothing of a change since a time that the ledger begins in, and nothing at all of one before it', () => {
  const pay = (on: string) => ({ on, minor: 300_000, category: 'income.salary' })
  const ledger = ledgerOf([{ id: 1, covered: [['2026-01-10', '2026-03-31']] }], [pay('2026-01-15'), pay('2026-02-15'), pay('2026-03-15')])
  const since = (from: string) => ask(ledger, { name: 'comparison', from, to: '2026-03-31' }).income
  expect(since('2026-03-01')).toMatchObject({ previous: { minor: 300_000 }, sincePrevious: { minor: 0 }, sincePreviousPercent: 0, yearBefore: { minor: null, key: null }, sinceYear: { minor: null }, sinceYearPercent: null })
  expect(since('2026-02-01')).toMatchObject({ previous: { minor: 300_000 }, sincePrevious: { minor: null }, sincePreviousPercent: null })
  expect(ask(ledger, { name: 'income', from: '2026-03-01', to: '2026-03-31' }).total).toMatchObject({ yearBefore: { minor: null, key: null }, change: null })
  const compared = (from: string) => ask(ledger, { name: 'spending', from, to: '2026-03-31', compare: 'previous' }).compared?.reach
  expect([compared('2026-03-01'), compared('2026-02-01'), compared('2026-01-01')]).toEqual(['whole', 'part', 'none'])
  ledger.close()
})
