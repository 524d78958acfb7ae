import { afterEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import { household, type Household } from '../../fixtures/household.ts'

const GROCERIES: Readonly<Record<string, number>> = { '2025-09': -30_000, '2025-10': -32_000, '2025-11': -31_000, '2025-12': -40_000, '2026-01': -33_000, '2026-02': -34_000 }
let open: Household[] = []
const homeOn = (today: string): Household => {
  const home = household(today)
  open.push(home)
  return home
}
afterEach(() => {
  for (const home of open) home.close()
  open = []
})

const onDay = ({ pace }: ReportOf<'available'>, day: string) => {
  const told = pace.days.find(({ on }) => on === localDate(day))
  return [told?.spent, told?.low, told?.median, told?.high].map((one) => one?.minor)
}

/** A salary on the 27th, rent on the 1st, a savings plan, groceries on the 15th, a telephone on the 24th. */
function paidMonthly(): Household {
  const home = homeOn('2026-03-20')
  home.monthly('2025-06', '2026-02', 27, 250_000, 'income.salary', 'Acme GmbH')
  home.monthly('2025-06', '2026-03', 1, -90_000, 'housing.rent', 'Hausverwaltung Nord')
  home.monthly('2025-06', '2026-03', 5, -20_000, 'finance.investments_savings', 'Fondsdepot Süd')
  home.monthly('2025-09', '2026-02', 15, (month) => GROCERIES[month] ?? 0, 'food.groceries', 'Wochenmarkt')
  home.monthly('2025-06', '2026-02', 24, -4000, 'housing.internet_phone', 'Telefonica')
  home.row('2026-03-12', -15_000, 'food.groceries', { payee: 'Wochenmarkt' })
  home.row('2026-03-14', 2500, 'food.groceries', { payee: 'Wochenmarkt' })
  home.knownUntil('2026-03-20')
  return home
}

describe('what is spent between two salaries', () => {
  it('is held, day by day, against the six cycles before', () => {
    const report = paidMonthly().run('available')
    expect(report.pace.cycles.map(({ from, to }) => [from, to])).toEqual([
      ['2025-08-27', '2025-09-26'], ['2025-09-27', '2025-10-26'], ['2025-10-27', '2025-11-26'], ['2025-11-27', '2025-12-26'], ['2025-12-27', '2026-01-26'], ['2026-01-27', '2026-02-26'],
    ])
    expect([report.pace.days.length, report.pace.days.at(-1)?.on, report.pace.usualFrom]).toEqual([28, '2026-03-26', null])
    // The third day: nobody had paid the rent by then, which came on the fifth or the sixth.
    expect(onDay(report, '2026-03-01')).toEqual([90_000, 0, 0, 0])
    // The fifth day, which was 1 October and 1 December in two of six.
    expect(onDay(report, '2026-03-03')).toEqual([90_000, 0, 0, 90_000])
    // The 22nd day: rent, and groceries of 300, 310, 320, 330, 340 and 400, whose median is 325.
    expect(onDay(report, '2026-03-20')).toEqual([102_500, 120_000, 122_500, 130_000])
    // To come. By the last day the telephone had been paid in the two cycles whose 28th day was a 24th.
    expect(onDay(report, '2026-03-26')).toEqual([null, 120_000, 123_500, 134_000])
  })

  it('comes to what the report itself counts as spent, and leads to the rows of a day and of all days up to it', () => {
    const home = paidMonthly()
    const { contractsPaid, otherSpending, pace } = home.run('available')
    expect(pace.days.findLast(({ spent }) => spent.minor !== null)?.spent.minor).toBe((contractsPaid.minor ?? 0) + (otherSpending.minor ?? 0))
    for (const { spent, onDay: own } of pace.days) for (const { key, minor } of [spent, own]) if (key !== null) expect(home.rows('available', key).sum, key).toBe(minor)
    expect(home.rows('available', 'spent/2026-03-14')).toMatchObject({ sum: 102_500, rows: { length: 3 } })
    expect(home.rows('available', 'day/2026-03-14')).toMatchObject({ sum: -2500, rows: { length: 1 } })
    for (const key of ['spent/2026-03-21', 'day/2026-02-26', 'spent', 'other/2026-03-14']) expect(() => home.rows('available', key), key).toThrow()
  })

  it('makes no cycle of two where a salary stayed away', () => {
    const home = homeOn('2026-03-20')
    home.monthly('2025-04', '2025-08', 27, 250_000, 'income.salary', 'Acme GmbH')
    home.monthly('2025-11', '2026-02', 27, 250_000, 'income.salary', 'Acme GmbH')
    home.knownUntil('2026-03-20')
    const { until, pace } = home.run('available')
    expect([until, ...pace.cycles.map(({ from }) => from)]).toEqual(['salary', '2025-05-27', '2025-06-27', '2025-07-27', '2025-11-27', '2025-12-27', '2026-01-27'])
  })
})

describe('what is spent in a month without a salary', () => {
  it('is held against months, of which a short one stays at what it came to', () => {
    const home = homeOn('2026-03-20')
    home.row('2026-01-01', -1000, 'food.groceries')
    home.row('2026-01-31', -4000, 'food.groceries')
    home.row('2026-02-28', -2000, 'food.groceries')
    home.row('2026-03-02', -700, 'food.groceries')
    home.knownUntil('2026-03-20')
    const report = home.run('available')
    expect([report.until, report.pace.cycles.length, report.pace.days.length]).toEqual(['month', 2, 31])
    expect(onDay(report, '2026-03-01')).toEqual([0, 0, 500, 1000])
    expect(onDay(report, '2026-03-31')).toEqual([null, 2000, 3500, 5000])
  })

  it('tells nothing of what is usual before two months are known, but from when on it will', () => {
    const home = homeOn('2026-03-20')
    home.row('2026-03-05', -700, 'food.groceries')
    home.knownUntil('2026-03-18')
    const fresh = home.run('available')
    expect([fresh.pace.cycles, fresh.pace.usualFrom]).toEqual([[], '2026-06-01'])
    expect(onDay(fresh, '2026-03-20')).toEqual([700, null, null, null])
    // Of the days before the first row nobody knows anything: that is not nothing.
    expect(['2026-03-04', '2026-03-05'].map((day) => onDay(fresh, day)[0])).toEqual([null, 700])
    // A month that is known from its first day on will be one of the two, although its last days are not fetched yet.
    home.row('2026-02-25', -100, 'food.groceries')
    expect(home.run('available').pace).toMatchObject({ cycles: [], usualFrom: '2026-05-01' })
    home.row('2026-01-31', -100, 'food.groceries')
    const { pace } = home.run('available')
    expect([pace.cycles, pace.usualFrom]).toEqual([[{ from: '2026-02-01', to: '2026-02-28' }], '2026-04-01'])
    expect(homeOn('2026-03-20').run('available').pace).toMatchObject({ cycles: [], usualFrom: null })
  })
})
