import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { unusualAbove } from '#main/insights/alerts/unusual.ts'
import { chargedTwice } from '#main/insights/alerts/duplicates.ts'
import type { Contract } from '#main/insights/contracts/contract.ts'
import { expectedDays } from '#main/insights/contracts/occurrences.ts'
import { forecast } from '#main/insights/forecast/forecast.ts'
import { household, type Household } from '../../fixtures/household.ts'

describe('R15 what is unusual', () => {
  // Median 100, distances 0, 10, 10, 0, 5, 5 with the median 5: above 100 + max(22.24, 25) = 125.
  const MONTHS = [10_000, 11_000, 9000, 10_000, 10_500, 9500]

  it('is far above the median, and by fifty at least', () => {
    expect(unusualAbove(20_000, MONTHS, 5000)).toEqual({ median: 10_000, limit: 12_500 })
    expect(unusualAbove(14_000, MONTHS, 5000)).toBeNull()
    expect(unusualAbove(12_500, MONTHS, 0)).toBeNull()
    expect(unusualAbove(1_000_000, MONTHS.slice(0, 2), 5000)).toBeNull()
  })
})

describe('R14 charged twice', () => {
  const charge = (id: number, day: number, minor: number) => ({ id, accountId: 1, day, minor })
  const one = () => (id: number): string => (id > 0 ? 'shop' : '')
  const ids = (charges: ReturnType<typeof charge>[], merchants = one) => chargedTwice(charges, merchants).map(({ first, second }) => [first.id, second.id])

  it('is the same amount by the same merchant within three days', () => {
    expect(ids([charge(1, 100, -4999), charge(2, 103, -4999)])).toEqual([[1, 2]])
    expect(ids([charge(1, 100, -4999), charge(2, 104, -4999)])).toEqual([])
    expect(ids([charge(1, 100, -4999), charge(2, 101, -4999)], () => (id) => (id === 1 ? 'shop' : 'other'))).toEqual([])
  })

  it('is not what is usual there, or what came back', () => {
    expect(ids([charge(1, 40, -450), charge(2, 60, -450), charge(3, 100, -450), charge(4, 101, -450)])).toEqual([])
    expect(ids([charge(1, 100, -4999), charge(2, 101, -4999), charge(3, 110, 4999)])).toEqual([])
  })

  it('is told by what happened about that time alone', () => {
    expect(ids([charge(1, 50, -450), charge(2, 60, -450), charge(3, 200, -450), charge(4, 201, -450)])).toEqual([[3, 4]])
    expect(ids([charge(1, 110, -450), charge(2, 130, -450), charge(3, 200, -450), charge(4, 201, -450)])).toEqual([])
    expect(ids([charge(1, 200, -450), charge(2, 201, -450), charge(3, 232, 450)])).toEqual([[1, 2]])
    expect(ids([charge(1, 10, -450), charge(2, 11, -450), charge(3, 300, -450), charge(4, 301, -450)])).toEqual([[1, 2], [3, 4]])
  })

  it('is what it would be if only that shop were looked at', () => {
    const drawn = fc.record({ day: fc.integer({ min: 0, max: 40 }), minor: fc.constantFrom(-500, 500, -700), shop: fc.constantFrom('a', 'b', 'c', '') })
    fc.assert(fc.property(fc.array(drawn, { maxLength: 60 }), (bare) => {
      const charges = bare.toSorted((left, right) => left.day - right.day).map(({ day, minor, shop }, at) => ({ ...charge(at + 1, day, minor), shop }))
      const shopOf = () => (id: number): string => charges[id - 1]?.shop ?? ''
      const alone = ['a', 'b', 'c'].flatMap((shop) => ids(charges.filter((one) => one.shop === shop), shopOf))
      expect(new Set(ids(charges, shopOf).map(String))).toEqual(new Set(alone.map(String)))
    }), { numRuns: 300 })
  })
})

describe('changes in a household', () => {
  let home: Household
  beforeEach(() => {
    home = household('2026-03-20')
    for (let week = 0; week < 80; week += 1) home.row(addDays(localDate('2024-09-02'), week * 7), -2000 - (week % 13) * 137, 'food.groceries', { payee: 'Wochenmarkt' })
    home.knownUntil('2026-03-20')
  })
  afterEach(() => { home.close() })

  const kinds = (question = { from: '2026-01-01', to: '2026-03-20' }) => home.run('changes', question).changes.map(({ kind, on, counterparty, yearly }) => [kind, on, counterparty, yearly?.minor ?? null])

  it('R14 names a new contract, not one that the ledger only begins with', () => {
    home.monthly('2026-01', '2026-03', 10, -1299, 'leisure.media_digital', 'Nordlicht Media')
    expect(kinds()).toEqual([['new', '2026-01-10', 'Nordlicht Media', -15_588]])
    const young = household('2026-03-20')
    young.monthly('2026-01', '2026-03', 10, -1299, 'leisure.media_digital', 'Nordlicht Media')
    expect(young.run('changes', { from: '2026-01-01' }).changes).toEqual([])
    young.close()
  })

  it('R14 names a contract that ended, with what that saves in a year', () => {
    home.monthly('2025-01', '2025-12', 10, -3000, 'leisure.fitness_sports', 'Injoy Fitness')
    // Expected on 10 January and 10 February, and for seven days more.
    expect(kinds()).toEqual([['ended', '2026-02-18', 'Injoy Fitness', 36_000]])
  })

  it('R13 and R14 miss a payment once it is a week late, and expect the next', () => {
    home.monthly('2025-01', '2026-02', 10, -3000, 'leisure.fitness_sports', 'Injoy Fitness')
    expect(kinds()).toEqual([['missing', '2026-03-10', 'Injoy Fitness', null]])
    expect(home.run('upcoming').rows.map(({ on, state }) => [on, state])).toEqual([['2026-03-10', 'overdue'], ['2026-04-10', 'due']])
    expect(home.run('upcoming', { to: '2026-03-17' }).rows.map(({ on, state }) => [on, state])).toEqual([['2026-03-10', 'due'], ['2026-04-10', 'due']])
  })

  it('R14 names a first and large payment, and what was charged twice', () => {
    const sofa = home.row('2026-02-02', -129_900, 'shopping.general', { payee: 'Polsterwelt Nord' })
    const [first, second] = [home.row('2026-03-02', -4999, 'shopping.clothing', { payee: 'Modehaus Sieben' }), home.row('2026-03-04', -4999, 'shopping.clothing', { payee: 'Modehaus Sieben' })]
    const { changes } = home.run('changes', { from: '2026-01-01' })
    expect(changes.map(({ kind, transactions }) => [kind, transactions])).toEqual([['duplicate', [first, second]], ['large', [sofa]]])
  })

  it('R14 tells what is large by the rows and the rates as they are now', () => {
    const large = (at: Household): number[] => at.run('changes', { from: '2026-01-01', base: 'EUR' }).changes.filter(({ kind }) => kind === 'large').flatMap(({ transactions }) => [...transactions])
    const sofa = home.row('2026-02-02', -129_900, 'shopping.general', { payee: 'Polsterwelt Nord' })
    expect(large(home)).toEqual([sofa])
    home.db.command('UPDATE txn SET amount_minor = -999 WHERE id = ?').run([sofa])
    expect(large(home)).toEqual([])
    const abroad = household('2026-03-20', [['checking', 'USD']])
    for (let week = 0; week < 80; week += 1) abroad.row(addDays(localDate('2024-09-02'), week * 7), -2000 - (week % 13) * 137, 'food.groceries', { payee: 'Farmers Market' })
    const couch = abroad.row('2026-02-02', -20_000, 'shopping.general', { payee: 'Couch House' })
    abroad.knownUntil('2026-03-20')
    for (const [rate, told] of [['0.9', [couch]], ['0.4', []]] as const) {
      abroad.db.command(`INSERT OR REPLACE INTO fx_rate (base, quote, date, rate, is_typed) VALUES ('USD', 'EUR', '2024-01-01', ?, 1)`).run([rate])
      expect(large(abroad)).toEqual(told)
    }
    abroad.close()
  })

  it('R15 scales a month that runs once a week of it has passed', () => {
    for (const [month, minor] of [['2025-11', -10_000], ['2025-12', -11_000], ['2026-01', -9000], ['2026-02', -10_000]] as const) home.row(`${month}-05`, minor, 'leisure.events_culture', { payee: `Bühne ${month}` })
    home.row('2026-03-03', -12_000, 'leisure.events_culture', { payee: 'Bühne März' })
    // 120.00 in 20 of 31 days: 186.00 by the end; the median of all twelve months before is nothing.
    const { rows } = home.run('unusual', { from: '2026-03-01' })
    const [found] = rows.filter(({ categoryId }) => categoryId === 'leisure.events_culture')
    expect([found?.spent.minor, found?.projected.minor, found?.median.minor, found?.isScaled]).toEqual([12_000, 18_600, 0, true])
    expect(home.rows('unusual', found?.spent.key ?? '', { from: '2026-03-01' }).sum).toBe(12_000)
    expect(home.run('unusual', { from: '2026-03-01', to: '2026-03-07' }).rows.filter(({ categoryId }) => categoryId === 'leisure.events_culture').map(({ isScaled, projected }) => [isScaled, projected.minor])).toEqual([[false, 12_000]])
  })

  it('R15 leaves out what a contract takes in its rhythm, and nothing else', () => {
    for (const month of ['2024-08', '2024-11', '2025-02', '2025-05', '2025-08', '2025-11', '2026-02']) home.row(`${month}-15`, -5508, 'housing.broadcast_fee', { payee: 'Rundfunk ARD ZDF' })
    home.monthly('2025-01', '2026-03', 3, (month) => (month === '2026-02' ? -42_000 : -8000), 'housing.energy', 'Stadtwerke Nord')
    home.row('2026-01-20', -9900, 'housing.broadcast_fee', { payee: 'Antennenbau' })
    const { rows } = home.run('unusual', { from: '2025-05-01' })
    expect(rows.map(({ categoryId, month, spent, onContracts }) => [categoryId, month.key, spent.minor, onContracts.minor])).toEqual([
      ['housing.energy', '2026-02', 42_000, 0], ['housing.broadcast_fee', '2026-01', 9900, 0],
    ])
  })
})

const contract = (parts: Partial<Contract>): Contract => ({
  id: '1-1', accountId: 1, currency: 'EUR', counterparty: 'A', merchantKey: 'a', via: '', category: 'housing.rent', rhythm: 'monthly', anchors: [1], status: 'active', firstOn: localDate('2025-01-01'), lastOn: localDate('2026-03-01'),
  lastMinor: -1, averageMinor: -1, nextOn: localDate('2026-04-01'), nextMinor: -1, toleranceDays: 7, monthlyMinor: -1, yearlyMinor: -12, isVariable: false, skipped: 0, priceChanges: [], transactionIds: [], confidence: 1, ...parts,
})

describe('R12 laws of the forecast', () => {
  const asOf = localDate('2026-03-20')

  it('with contracts alone it is the balance and their occurrences, whichever they are', () => {
    const some = fc.record({ day: fc.integer({ min: 1, max: 28 }), minor: fc.integer({ min: -200_000, max: 200_000 }), account: fc.integer({ min: 1, max: 2 }), rhythm: fc.constantFrom('monthly', 'quarterly', 'yearly') })
    fc.assert(fc.property(fc.array(some, { maxLength: 8 }), fc.integer({ min: 1, max: 120 }), (drawn, days) => {
      const contracts = drawn.map(({ day, minor, account, rhythm }, index) => contract({ id: `${index}`, accountId: account, rhythm, anchors: [day], nextOn: localDate(`2026-04-${String(day).padStart(2, '0')}`), nextMinor: minor }))
      const { lines } = forecast({ asOf, days, withVariable: true, rows: [], contracts, partners: new Map(), accounts: [1, 2].map((id) => ({ id, currency: 'EUR', balanceMinor: 1000 * id, completeMonths: [] })) })
      for (const { accountId, values } of lines) {
        const due = contracts.filter((one) => one.accountId === accountId).reduce((sum, one) => sum + (one.nextMinor ?? 0) * expectedDays(one, asOf, addDays(asOf, days)).length, 0)
        expect(values.at(-1)).toBe(1000 * accountId + due)
      }
    }))
  })

  it('a card\'s bill moves what stood against it from one account to the other, and changes no total', () => {
    // Each month 100.00 by card on the 10th, closed on the 20th and paid on the 25th from the other account.
    const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
    const rows = months.flatMap((month, at) => [
      { id: at * 10 + 1, accountId: 2, bookedOn: localDate(`${month}-10`), minor: -10_000 - at * 100, categoryId: 'shopping.general' },
      { id: at * 10 + 2, accountId: 1, bookedOn: localDate(`${month}-25`), minor: -10_000 - at * 100, categoryId: 'transfers.internal' },
      { id: at * 10 + 3, accountId: 2, bookedOn: localDate(`${month}-25`), minor: 10_000 + at * 100, categoryId: 'transfers.internal' },
    ])
    rows.push({ id: 99, accountId: 2, bookedOn: localDate('2026-03-10'), minor: -7777, categoryId: 'shopping.general' })
    const partners = new Map(months.flatMap((_, at) => [[at * 10 + 2, at * 10 + 3], [at * 10 + 3, at * 10 + 2]] as const))
    const { lines: [giro, card], expected } = forecast({ asOf, days: 10, withVariable: false, rows, contracts: [], partners, accounts: [{ id: 1, currency: 'EUR', balanceMinor: 50_000, completeMonths: [] }, { id: 2, currency: 'EUR', balanceMinor: -7777, completeMonths: [] }] })
    expect(expected.map(({ on, accountId, minor }) => [on, accountId, minor])).toEqual([['2026-03-25', 1, -7777], ['2026-03-25', 2, 7777]])
    expect([giro?.values.at(-1), card?.values.at(-1)]).toEqual([42_223, 0])
  })
})
