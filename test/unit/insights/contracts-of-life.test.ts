import { describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate, plainDate, weekday, type LocalDate } from '#shared/dates.ts'
import type { ContractRow } from '#main/insights/contracts/contract.ts'
import { detectContracts } from '#main/insights/contracts/detect.ts'

const TODAY = localDate('2026-03-20')
let ids = 0

const row = (bookedOn: LocalDate, amountMinor: number, given: Partial<ContractRow>): ContractRow => ({
  id: (ids += 1), accountId: 1, bookedOn, amountMinor, currency: 'EUR', payee: '', purpose: '', bookingText: '', counterpartyIban: '', mandateReference: '', creditorId: '', category: null, isTransfer: false, ...given,
})
type Cents = number | ((index: number) => number)
const series = (dates: readonly LocalDate[], cents: Cents, given: Partial<ContractRow>): ContractRow[] => dates.map((date, index) => row(date, typeof cents === 'number' ? cents : cents(index), given))
const months = (count: number, last: LocalDate, step = 1): LocalDate[] => Array.from({ length: count }, (_, index) => addMonths(last, (index - count + 1) * step))
const weeks = (count: number, last: LocalDate, days = 7): LocalDate[] => Array.from({ length: count }, (_, index) => addDays(last, (index - count + 1) * days))
/** In each month the same weekday, so many weeks in. */
const weekdays = (count: number, wanted: number, week: number): LocalDate[] => months(count, localDate('2026-03-01')).map((date) => {
  const first = plainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1)
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + week * 7)
})
const told = (rows: readonly ContractRow[]) => detectContracts(rows, TODAY).map(({ rhythm, status, transactionIds }) => [rhythm, status, transactionIds.length])
/** Ups and downs as of meals or meters, the same each time. */
const wavering = (index: number): number => -4000 - ((index * 37) % 11) * 450

describe('what says that it comes by itself', () => {
  it('is a contract at a merchant where people come back by themselves', () => {
    expect(told(series(months(2, localDate('2026-02-03'), 12), -6500, { payee: 'COSTCO *ANNUAL RENEWAL', category: 'shopping.general' }))).toEqual([['yearly', 'active', 2]])
    expect(told(series(weeks(26, localDate('2026-03-16'), 28), (index) => wavering(index), { payee: 'CHEWY.COM AUTOSHIP', category: 'shopping.pets' }))).toEqual([['four-weekly', 'active', 26]])
    expect(told(series(weeks(60, localDate('2026-03-17')), (index) => -3799 - (index % 4 === 0 ? 499 : 0), { payee: 'ABEL & COLE', category: 'food.groceries' }))).toEqual([['weekly', 'active', 60]])
  })

  it('also among other purchases there', () => {
    const tickets = weeks(80, localDate('2026-03-18'), 5).map((date, index) => row(date, index % 3 === 0 ? -800 : -240, { payee: 'WIENER LINIEN AUTOMAT', category: 'transport.public_transit' }))
    const pass = series(months(3, localDate('2025-04-02'), 12), (index) => -57_600 - index * 7000, { payee: 'Wiener Linien GmbH & Co KG', purpose: 'Jahreskarte Kdnr 27166781', category: 'transport.public_transit' })
    expect(told([...tickets, ...pass])).toEqual([['yearly', 'active', 3]])
  })

  it('is what a British bank marks as direct debit', () => {
    const lenses = (bookingText: string) => told(series(months(3, localDate('2026-03-18')), -2100, { payee: 'SPECSAVERS LENSES', bookingText, category: 'health.optician' }))
    expect([lenses('DD'), lenses('CARD')]).toEqual([[['monthly', 'active', 3]], []])
  })

  it('is not a lottery ticket from the counter', () => {
    const lottery = (bookingText: string, dates: readonly LocalDate[]) => told(series(dates, (index) => (index % 5 < 3 ? -1770 : -1150), { payee: 'Lotto', bookingText, category: 'leisure.gambling' }))
    expect(lottery('KARTENZAHLUNG', [0, 2, 6, 8, 10, 14].map((week) => addDays(localDate('2025-11-26'), week * 7)))).toEqual([])
    expect(lottery('LASTSCHRIFT', weeks(30, localDate('2026-03-18')))).toEqual([['weekly', 'active', 30]])
  })
})

describe('a day of the week in the month', () => {
  it.each([['first Monday', 0, 0], ['second Thursday', 3, 1], ['third Wednesday', 2, 2]])('%s, whatever the amount', (_, wanted, week) => {
    expect(told(series(weekdays(24, wanted, week).filter((date) => date <= TODAY), wavering, { payee: 'Schulessen Menke', bookingText: 'FOLGELASTSCHRIFT', category: 'food.restaurants' }))).toEqual([['monthly', 'active', 24 - Number(weekdays(1, wanted, week).some((date) => date > TODAY))]])
  })
})

describe('two contracts of one merchant that were paid at the same time', () => {
  const line = (dates: readonly LocalDate[], cents: Cents, number: string) => series(dates, cents, { payee: 'Wien Energie', purpose: `Teilbetrag ${number}`, category: 'housing.energy' })

  it('stay two, even if one more payment could be had by crossing over', () => {
    const heat = line(months(36, localDate('2026-02-09')), (index) => (index < 20 ? -9431 : -10_563), '803615727')
    const power = line(months(36, localDate('2026-03-02')), (index) => (index < 22 ? -9882 : -9091), '4743128354')
    const found = detectContracts([...heat, ...power], TODAY).map(({ transactionIds }) => transactionIds.toSorted((left, right) => left - right))
    expect(found).toEqual([heat, power].map((rows) => rows.map(({ id }) => id)))
  })

  it('stay two where the older one ends while the younger one goes on', () => {
    const older = line(months(18, localDate('2025-06-30')), -2061, '6142731215')
    const younger = line(months(12, localDate('2026-03-03')), -3259, '4233035959')
    expect(told([...older, ...younger])).toEqual([['monthly', 'ended', 18], ['monthly', 'active', 12]])
  })
})

it('an app whose price ended does not go on as a cheaper one of the same shop, a half-price year does', () => {
  const app = (dates: readonly LocalDate[], cents: number) => series(dates, cents, { payee: 'APPLE.COM/BILL', category: 'leisure.media_digital' })
  const music = app(months(41, localDate('2025-07-01')), -1099)
  const cloud = app(months(48, localDate('2026-03-02')), -299)
  expect(told([...music, ...cloud])).toEqual([['monthly', 'ended', 41], ['monthly', 'active', 48]])
  expect(told([...app(months(6, localDate('2025-08-01')), -550), ...app(months(7, localDate('2026-03-01')), -1099)])).toEqual([['monthly', 'active', 13]])
})

it('two plans of one lender are two, though a Monday of the one is five weeks after one of the other', () => {
  const plan = (dates: readonly string[], cents: number) => series(dates.map(localDate), cents, { payee: 'AFFIRM INC', purpose: 'AFFIRM.COM', bookingText: 'DIRECTDEBIT', category: 'finance.loan_payments' })
  const older = plan(['2024-12-27', '2025-01-27', '2025-02-26', '2025-03-26', '2025-04-28', '2025-05-27', '2025-06-26', '2025-07-28', '2025-08-26', '2025-09-26', '2025-10-27', '2025-11-26'], -8259)
  const younger = plan(['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-03', '2025-12-01', '2026-01-02'], -6474)
  expect(told([...older, ...younger]).map(([rhythm, , count]) => [rhythm, count])).toEqual([['monthly', 12], ['monthly', 6]])
})

describe('under another name on a card', () => {
  const renamed = (before: string, after: string, cents: readonly [number, number] = [-6900, -6900]) =>
    told([...series(months(18, localDate('2024-10-28')), cents[0], { payee: before, category: 'housing.internet_phone' }), ...series(months(16, localDate('2026-02-28')), cents[1], { payee: after, category: 'housing.internet_phone' })])

  it('a contract goes on that keeps a word, its price and its day', () => {
    expect(renamed('COMCAST XFINITY', 'XFINITY CABLE')).toEqual([['monthly', 'active', 34]])
    expect(renamed('NETFLIX.COM', 'Netflix Intl BV')).toEqual([['monthly', 'active', 34]])
    expect(renamed('T-MOBILE*AUTO PAY', 'TMOBILE*POSTPAID WEB')).toEqual([['monthly', 'active', 34]])
  })

  it('a contract goes on that keeps its number, though the price moves', () => {
    const bill = (payee: string, dates: readonly LocalDate[]) => dates.map((date, index) => row(date, wavering(index), { payee, purpose: `667270495 INV ${4400 + index}`, category: 'housing.internet_phone' }))
    expect(told([...bill('BT GROUP PLC', months(18, localDate('2024-10-28'))), ...bill('XQ', months(16, localDate('2026-02-28')))])).toEqual([['monthly', 'active', 34]])
  })

  it('it is another one at another price, or with a word that many names have', () => {
    expect(renamed('COMCAST XFINITY', 'XFINITY CABLE', [-6900, -9900])).toHaveLength(2)
    expect(renamed('ALPHA INSURANCE', 'OMEGA INSURANCE')).toHaveLength(2)
  })
})

describe('a rest during which the price rose', () => {
  it('is the same contract where it keeps its day', () => {
    const app = (dates: readonly LocalDate[], cents: number) => series(dates, cents, { payee: 'Nordlicht Media', category: 'leisure.media_digital' })
    expect(told([...app(months(12, localDate('2025-04-03')), -1995), ...app(months(8, localDate('2026-03-03')), -2095)])).toEqual([['monthly', 'active', 20]])
  })
})

describe('what is left over', () => {
  it('is no yearly contract: a bill at the end of the year, and one payment in between', () => {
    const heat = series(months(35, localDate('2026-03-02')), -8197, { payee: 'Fernwaerme', purpose: 'Teilbetrag Vkto 241652385', category: 'housing.energy' })
    const others = [row(localDate('2023-04-17'), -9409, { payee: 'Fernwaerme', purpose: 'Jahresrechnung 2022', category: 'housing.energy' }), row(localDate('2024-04-17'), -8197, { payee: 'Fernwaerme', purpose: 'Teilbetrag Vkto 241652385', category: 'housing.energy' })]
    expect(told([...heat, ...others])).toEqual([['monthly', 'active', 35]])
  })

  it('is no contract among friends, nor what the tax office pays back', () => {
    expect(told(series(['2024-07-28', '2025-07-28', '2026-01-26'].map(localDate), 2000, { payee: 'Aisha Khan', category: 'income.other' }))).toEqual([])
    expect(told(series(['2024-04-08', '2024-04-20', '2024-05-18'].map(localDate), -2000, { payee: 'ZELLE PAYMENT TO HARRY RAMIREZ' }))).toEqual([])
    expect(told(series(['2023-08-02', '2024-08-14', '2025-08-16'].map(localDate), (index) => [121_943, 121_769, 40_911][index] ?? 0, { payee: 'Finanzamt', purpose: 'Steuererstattung', category: 'income.tax_refund' }))).toEqual([])
  })
})
