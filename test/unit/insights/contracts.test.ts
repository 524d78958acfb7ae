import { describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate, weekday, type LocalDate } from '#shared/dates.ts'
import type { Contract, ContractRow } from '#main/insights/contracts/contract.ts'
import { detectContracts } from '#main/insights/contracts/detect.ts'

const TODAY = localDate('2026-03-20')
let ids = 0

const row = (bookedOn: LocalDate, amountMinor: number, given: Partial<ContractRow> = {}): ContractRow => ({
  id: (ids += 1), accountId: 1, bookedOn, amountMinor, currency: 'EUR', payee: 'Nordlicht Media', purpose: '', bookingText: '', counterpartyIban: '', mandateReference: '', creditorId: '', category: 'leisure.media_digital', isTransfer: false, ...given,
})

const monthly = (count: number, last: LocalDate, cents: number | ((index: number) => number), given: Partial<ContractRow> = {}): ContractRow[] =>
  Array.from({ length: count }, (_, index) => row(addMonths(last, index - count + 1), typeof cents === 'number' ? cents : cents(index), given))

const every = (days: number, count: number, last: LocalDate, cents: number, given: Partial<ContractRow> = {}): ContractRow[] =>
  Array.from({ length: count }, (_, index) => row(addDays(last, (index - count + 1) * days), cents, given))

const only = (rows: readonly ContractRow[], today = TODAY): Contract => {
  const contracts = detectContracts(rows, today)
  expect(contracts).toHaveLength(1)
  return contracts[0]!
}

describe('rhythms', () => {
  it.each([
    ['weekly', every(7, 20, localDate('2026-03-17'), -2000)],
    ['biweekly', every(14, 12, localDate('2026-03-13'), -2000)],
    ['four-weekly', every(28, 12, localDate('2026-03-04'), -2000)],
    ['monthly', monthly(12, localDate('2026-03-04'), -2000)],
    ['bimonthly', Array.from({ length: 6 }, (_, index) => row(addMonths(localDate('2025-04-10'), index * 2), -2000))],
    ['quarterly', Array.from({ length: 5 }, (_, index) => row(addMonths(localDate('2025-02-15'), index * 3), -2000))],
    ['halfyearly', Array.from({ length: 4 }, (_, index) => row(addMonths(localDate('2024-08-01'), index * 6), -2000))],
    ['yearly', Array.from({ length: 3 }, (_, index) => row(addMonths(localDate('2023-05-19'), index * 12), -2000))],
  ] as const)('%s', (rhythm, rows) => expect(only(rows).rhythm).toBe(rhythm))

  it('semimonthly: the 15th and the last, brought forward by weekends', () => {
    const early = (date: LocalDate): LocalDate => addDays(date, -Math.max(0, weekday(date) - 4))
    const rows = Array.from({ length: 12 }, (_, index) => addMonths(localDate('2025-03-31'), index)).flatMap((end) => [row(early(localDate(`${end.slice(0, 8)}15`)), 150_000, { category: 'income.salary' }), row(early(end), 150_000, { category: 'income.salary' })])
    expect(only(rows).rhythm).toBe('semimonthly')
  })

  it('rounds what a payment is in a month half away from zero, as on paper', () => {
    const costing = (cents: number) => only(Array.from({ length: 3 }, (_, index) => row(addMonths(localDate('2023-05-19'), index * 12), cents)))
    expect([costing(-17_346), costing(17_346), costing(-5400)].map(({ monthlyMinor, yearlyMinor }) => [monthlyMinor, yearlyMinor])).toEqual([[-1446, -17_346], [1446, 17_346], [-450, -5400]])
    expect(only(every(7, 20, localDate('2026-03-17'), -150))).toMatchObject({ monthlyMinor: -650, yearlyMinor: -7800 })
  })

  it('tells 28 days from a month', () => {
    expect(only(every(28, 6, localDate('2026-03-04'), -2490)).rhythm).toBe('four-weekly')
    expect(only(monthly(6, localDate('2026-03-04'), -2490)).rhythm).toBe('monthly')
  })
})

describe('what comes next', () => {
  it('names the contract\'s day, whatever weekends did to single payments', () => {
    const days = ['2025-10-01', '2025-11-03', '2025-12-01', '2026-01-02', '2026-02-02', '2026-03-02'].map(localDate)
    const contract = only(days.map((day) => row(day, -78_000, { category: 'housing.rent' })))
    expect(contract).toMatchObject({ rhythm: 'monthly', status: 'active', nextOn: '2026-04-01', nextMinor: -78_000, toleranceDays: 7, monthlyMinor: -78_000, yearlyMinor: -936_000 })
  })

  it('keeps to the end of the month', () => {
    expect(only(['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28'].map((day) => row(localDate(day), -5000))).nextOn).toBe('2026-03-31')
  })

  it('counts what a contract comes to per month', () => {
    expect(only(every(7, 20, localDate('2026-03-17'), -3000)).monthlyMinor).toBe(-13_000)
    expect(only(Array.from({ length: 5 }, (_, index) => row(addMonths(localDate('2025-02-15'), index * 3), -5508))).monthlyMinor).toBe(-1836)
  })

  it('follows a new price, and says when it came', () => {
    const contract = only(monthly(12, localDate('2026-03-04'), (index) => (index < 8 ? -1299 : -1399)))
    expect(contract.nextMinor).toBe(-1399)
    expect(contract.priceChanges).toEqual([{ on: '2025-12-04', fromMinor: -1299, toMinor: -1399 }])
  })

  it('comes back every year on its day, whatever the price is by then', () => {
    const years = [-2388, -2746, -3295].map((cents, index) => row(addMonths(localDate('2024-02-11'), index * 12), cents, { payee: 'Registrar', category: null }))
    expect(only(years)).toMatchObject({ rhythm: 'yearly', status: 'active' })
  })

  it('takes a single expensive month for an exception', () => {
    const contract = only(monthly(12, localDate('2026-03-04'), (index) => (index === 5 ? -4100 : -2559)))
    expect(contract).toMatchObject({ nextMinor: -2559, priceChanges: [] })
  })

  it('expects what is usual where the amount varies', () => {
    const contract = only(monthly(12, localDate('2026-03-04'), (index) => -(8000 + ((index * 37) % 11) * 130), { category: 'housing.energy' }))
    expect(contract.isVariable).toBe(true)
    expect(Math.abs(contract.nextMinor! + 8650)).toBeLessThan(700)
  })
})

describe('several contracts of one merchant', () => {
  it('are told apart by purpose and rhythm', () => {
    const insurer = (purpose: string): Partial<ContractRow> => ({ payee: 'HUK-COBURG Allgemeine Versicherung AG', purpose, category: 'insurance.other' })
    const rows = [
      ...Array.from({ length: 3 }, (_, index) => row(addMonths(localDate('2023-12-04'), index * 12), -6309, insurer('Haftpflicht VS 1-A'))),
      ...Array.from({ length: 5 }, (_, index) => row(addMonths(localDate('2024-04-02'), index * 6 - 6), -6145, insurer('Hausrat VS 1-B'))),
      ...Array.from({ length: 10 }, (_, index) => row(addMonths(localDate('2023-10-02'), index * 3), -10_629, insurer('KFZ VS 1-C'))),
    ]
    expect(detectContracts(rows, TODAY).map(({ rhythm, transactionIds }) => [rhythm, transactionIds.length]).sort()).toEqual([['halfyearly', 5], ['quarterly', 10], ['yearly', 3]])
  })

  it('are told apart by amount and day alone', () => {
    const rows = [...monthly(12, localDate('2026-03-13'), -299), ...monthly(12, localDate('2026-02-27'), -1099)]
    expect(detectContracts(rows, TODAY).map(({ lastMinor, transactionIds }) => [lastMinor, transactionIds.length]).sort()).toEqual([[-1099, 12], [-299, 12]])
  })

  it('are told apart by mandate, even on one day with one amount', () => {
    const rows = [...monthly(12, localDate('2026-03-13'), -5800, { mandateReference: 'A', category: 'transport.public_transit' }), ...monthly(12, localDate('2026-03-13'), -5800, { mandateReference: 'B', category: 'transport.public_transit' })]
    expect(detectContracts(rows, TODAY).map(({ transactionIds }) => transactionIds.length)).toEqual([12, 12])
  })

  it('are told apart by the contract\'s number in the purpose, days apart and with one amount', () => {
    const line = (number: string, last: string) => monthly(18, localDate(last), -999, { purpose: `Rg 0 Vertrag ${number}` }).map((one, index) => ({ ...one, purpose: one.purpose.replace('Rg 0', `Rg ${431_000 + index * 7}`) }))
    const contracts = detectContracts([...line('7711', '2026-03-03'), ...line('8822', '2026-03-08')], TODAY)
    expect(contracts.map(({ rhythm, transactionIds }) => [rhythm, transactionIds.length])).toEqual([['monthly', 18], ['monthly', 18]])
  })

  it('are found behind a payment service', () => {
    const paypal = (name: string): Partial<ContractRow> => ({ payee: 'PayPal Europe S.a.r.l. et Cie S.C.A', purpose: `${ids * 7919} PP.1.PP . ${name}, Ihr Einkauf bei ${name}` })
    const rows = [...monthly(10, localDate('2026-03-09'), -1099, paypal('SPOTIFY')), ...monthly(10, localDate('2026-03-21'), -599, paypal('DEEZER')).slice(0, 9)]
    expect(detectContracts(rows, TODAY).map(({ counterparty, via }) => [counterparty, via]).sort()).toEqual([['DEEZER', 'paypal'], ['SPOTIFY', 'paypal']])
  })
})

it('goes on where it moved to another account', () => {
  const rows = [...monthly(10, localDate('2025-10-09'), -1099), ...monthly(5, localDate('2026-03-09'), -1199, { accountId: 2 })]
  expect(only(rows)).toMatchObject({ accountId: 2, rhythm: 'monthly', status: 'active', firstOn: '2025-01-09', nextOn: '2026-04-09', priceChanges: [{ fromMinor: -1099, toMinor: -1199 }] })
  const both = [...monthly(10, localDate('2026-03-09'), -1099), ...monthly(10, localDate('2026-03-09'), -1099, { accountId: 2 })]
  expect(detectContracts(both, TODAY)).toHaveLength(2)
})

it('goes on under another name, paid to the same account or collected by the same creditor', () => {
  const supplier = (payee: string, given: Partial<ContractRow>): Partial<ContractRow> => ({ payee, category: 'housing.energy', ...given })
  for (const kept of [{ counterpartyIban: 'DE02120300000000202051' }, { creditorId: 'DE22ZZZ00000012345' }]) {
    const rows = [...monthly(10, localDate('2025-06-05'), -9500, supplier('Heidestrom AG', kept)), ...monthly(9, localDate('2026-03-05'), -9900, supplier('Nordwatt Vertrieb GmbH', kept))]
    expect(only(rows)).toMatchObject({ counterparty: 'Nordwatt Vertrieb GmbH', status: 'active', firstOn: '2024-09-05' })
  }
  const others = [...monthly(10, localDate('2025-06-05'), -9500, supplier('Heidestrom AG', {})), ...monthly(9, localDate('2026-03-05'), -9900, supplier('Nordwatt Vertrieb GmbH', {}))]
  expect(detectContracts(others, TODAY)).toHaveLength(2)
})

describe('a time of rest', () => {
  it('of weekly lessons in summer ends nothing', () => {
    const lessons = every(7, 90, localDate('2026-03-17'), -3150, { payee: 'Klavierstudio Weiss', category: 'family.childcare_education' }).filter(({ bookedOn }) => bookedOn.slice(5, 7) !== '08')
    expect(only(lessons)).toMatchObject({ rhythm: 'weekly', status: 'active', transactionIds: lessons.map(({ id }) => id) })
  })

  it('of three months at the same price and day is the same contract, of a year another one', () => {
    expect(only([...monthly(9, localDate('2025-08-10'), -2490), ...monthly(4, localDate('2026-03-10'), -2490)])).toMatchObject({ skipped: 3, status: 'active' })
    expect(detectContracts([...monthly(9, localDate('2024-12-10'), -2490), ...monthly(4, localDate('2026-03-10'), -2490)], TODAY)).toHaveLength(2)
  })

  it('at the same time each year is none that is missed', () => {
    const council = monthly(24, localDate('2026-03-05'), -18_000, { payee: 'Leeds City Council', category: 'finance.taxes_government' }).filter(({ bookedOn }) => !['02', '03'].includes(bookedOn.slice(5, 7)))
    expect(only(council)).toMatchObject({ status: 'active', nextOn: '2026-04-05', restMonths: [2, 3] })
    const power = monthly(30, localDate('2026-03-05'), -9000, { category: 'housing.energy' }).filter(({ bookedOn }) => bookedOn.slice(5, 7) !== '12')
    expect(only(power, localDate('2025-11-20'))).toMatchObject({ nextOn: '2026-01-05' })
  })
})

describe('amounts out of line', () => {
  it('belong to the contract whose day they came on', () => {
    const wages = monthly(15, localDate('2026-02-27'), (index) => (index === 4 ? 810_000 : 300_000), { payee: 'Werk AG', category: 'income.salary' })
    expect(only(wages)).toMatchObject({ skipped: 0, transactionIds: wages.map(({ id }) => id), nextMinor: 300_000 })
  })

  it('may come late and early by turns, as an office pays', () => {
    const days = ['2025-07-07', '2025-08-11', '2025-09-08', '2025-10-07', '2025-11-10', '2025-12-08', '2026-01-05', '2026-02-12']
    expect(only(days.map((day) => row(localDate(day), 25_500, { payee: 'Familienkasse', category: 'income.benefits' })))).toMatchObject({ lastOn: '2026-02-12', skipped: 0 })
  })

  it('are a bonus where the last salary is far above the one before', () => {
    const wages = monthly(8, localDate('2026-02-27'), (index) => (index === 7 ? 480_000 : 300_000), { payee: 'Werk AG', category: 'income.salary' })
    expect(only(wages).nextMinor).toBe(300_000)
  })

  it('tell the rent from the parking space of one landlord', () => {
    const landlord = (purpose: string) => ({ payee: 'Hausverwaltung Schön', purpose, category: 'housing.rent' })
    const rows = [...monthly(20, localDate('2025-08-01'), -75_541, landlord('Miete')), ...monthly(30, localDate('2026-03-03'), -6000, landlord('Stellplatz'))]
    expect(detectContracts(rows, TODAY).map(({ lastMinor, status, transactionIds }) => [lastMinor, status, transactionIds.length]).sort()).toEqual([[-6000, 'active', 30], [-75_541, 'ended', 20]])
  })

  it('tell two contracts of one price range from one another', () => {
    const phone = (cents: number) => (index: number) => -cents - (index * 37) % 90
    const rows = [...monthly(14, localDate('2026-03-03'), phone(2490), { payee: 'Mobilfunk Nord', category: 'housing.internet_phone' }), ...monthly(14, localDate('2026-03-13'), phone(895), { payee: 'Mobilfunk Nord', category: 'housing.internet_phone' })]
    expect(detectContracts(rows, TODAY).map(({ transactionIds }) => transactionIds.length)).toEqual([14, 14])
  })
})

describe('what one is paid for or has signed', () => {
  it('is no habit: wages of a hospital, school meals by debit', () => {
    expect(only(monthly(12, localDate('2026-02-27'), (index) => 171_000 + (index % 5) * 3000, { payee: 'NHS LOTHIAN', category: 'health.doctor' }))).toMatchObject({ rhythm: 'monthly' })
    const meals = (bookingText: string) => monthly(14, localDate('2026-03-10'), (index) => -5000 - (index * 389) % 1300, { payee: 'Menüservice', bookingText, category: 'food.restaurants' })
    expect(detectContracts(meals('FOLGELASTSCHRIFT'), TODAY)).toHaveLength(1)
    expect(detectContracts(meals('KARTENZAHLUNG'), TODAY)).toHaveLength(0)
  })

  it('is found young: two plans at one lender, winter\'s gas, a membership each year', () => {
    const plans = [...monthly(3, localDate('2026-03-04'), -2192, { payee: 'AFFIRM', category: null }), ...monthly(3, localDate('2026-03-16'), -8818, { payee: 'AFFIRM', category: null })]
    expect(detectContracts(plans, TODAY)).toHaveLength(2)
    const gas = [-5367, -7012, -12_203, -8800]
    expect(only(monthly(4, localDate('2026-03-09'), (index) => gas[index] ?? 0, { payee: 'SPIRE GAS', category: 'housing.energy' }))).toMatchObject({ rhythm: 'monthly' })
    expect(only([row(localDate('2024-12-02'), -6309, { payee: 'HUK', category: 'insurance.other' }), row(localDate('2025-12-02'), -9679, { payee: 'HUK', category: 'insurance.other' })])).toMatchObject({ rhythm: 'yearly' })
    expect(only([row(localDate('2024-06-17'), -7905, { category: 'transport.car_costs' }), row(localDate('2025-06-17'), -8624, { category: 'transport.car_costs' })])).toMatchObject({ rhythm: 'yearly' })
  })
})

describe('status', () => {
  it('survives one missed payment, not two (R13)', () => {
    const rows = monthly(8, localDate('2026-01-05'), -2000)
    expect(only(rows, localDate('2026-03-01')).status).toBe('active')
    expect(only(rows, localDate('2026-03-20'))).toMatchObject({ status: 'ended', nextOn: null, nextMinor: null })
  })

  it('gives a yearly one 45 days', () => {
    const rows = ['2023-01-10', '2024-01-10', '2025-01-10'].map((day) => row(localDate(day), -9000, { category: 'insurance.other' }))
    expect(only(rows, localDate('2026-02-20')).status).toBe('active')
    expect(only(rows, localDate('2026-03-01')).status).toBe('ended')
  })

  it('goes on over a skipped payment', () => {
    const rows = monthly(12, localDate('2026-03-09'), -1099).filter((_, index) => index !== 5)
    expect(only(rows)).toMatchObject({ skipped: 1, status: 'active', rhythm: 'monthly' })
  })

  it('is early after two, and nothing at all where the second is overdue', () => {
    const rows = monthly(2, localDate('2026-03-05'), -899)
    expect(only(rows).status).toBe('early')
    expect(detectContracts(rows, localDate('2026-07-01'))).toEqual([])
  })
})

describe('what is no contract', () => {
  it('a weekly shop, a daily coffee, cash and transfers', () => {
    const shop = Array.from({ length: 60 }, (_, index) => row(addDays(TODAY, -index * 7), -(3000 + ((index * 7919) % 6000)), { category: 'food.groceries', payee: 'Kaufland' }))
    const coffee = Array.from({ length: 120 }, (_, index) => row(addDays(TODAY, -Math.floor(index * 2.4)), -350, { category: 'food.cafe_bakery', payee: 'Kamps' }))
    const cash = monthly(12, localDate('2026-03-05'), -10_000, { category: 'transfers.cash', payee: 'GA 22' })
    const saving = monthly(12, localDate('2026-03-02'), -20_000, { isTransfer: true, payee: 'Karla Brandt' })
    expect(detectContracts([...shop, ...coffee, ...cash, ...saving], TODAY)).toEqual([])
  })

  it('three rounds of one amount among others to a friend, half a year apart by chance', () => {
    const rounds = (on: string, cents: number) => row(localDate(on), cents, { payee: 'Lars Petersen', category: 'transfers.person' })
    expect(detectContracts([rounds('2025-02-10', -5000), rounds('2025-05-03', -2000), rounds('2025-08-11', -5000), rounds('2025-11-20', -10_000), rounds('2026-02-10', -5000)], TODAY)).toEqual([])
  })

  it('the same sum among others to a friend in two years, or top-ups of one price', () => {
    const friend = { payee: 'Aylin Demir', category: 'transfers.person' }
    expect(detectContracts([row(localDate('2024-08-22'), -5000, friend), row(localDate('2024-11-02'), -1500, { ...friend, purpose: 'Kino' }), row(localDate('2025-01-09'), -2500, { ...friend, purpose: 'Danke' }), row(localDate('2025-08-21'), -5000, friend)], TODAY)).toEqual([])
    const days = ['2025-09-18', '2025-10-03', '2025-10-16', '2025-10-28', '2025-11-14', '2025-12-01', '2025-12-12', '2026-01-02', '2026-01-14', '2026-02-02', '2026-02-13']
    expect(detectContracts(days.map((day) => row(localDate(day), -2000, { payee: 'Metro Card', category: 'transport.public_transit' })), TODAY)).toEqual([])
  })

  it('a few equal payments among many others to the same person', () => {
    const days = [3, 17, 20, 44, 61, 90, 92, 121, 150, 155, 188, 240]
    const rows = days.map((day, index) => row(addDays(TODAY, -day), -[1000, 1500, 2000][index % 3]!, { category: 'transfers.person', payee: 'Lea Hoffmann' }))
    expect(detectContracts(rows, TODAY)).toEqual([])
  })
})
