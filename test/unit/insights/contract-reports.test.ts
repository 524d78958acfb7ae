import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Figure } from '#shared/reports/figure.ts'
import { household, type Household } from '../../fixtures/household.ts'

const GROCERIES: Readonly<Record<string, number>> = { '2025-09': -30_000, '2025-10': -32_000, '2025-11': -31_000, '2025-12': -40_000, '2026-01': -33_000, '2026-02': -34_000 }
const SINCE_SEPTEMBER = { from: '2025-09-01', to: '2026-03-20' }
const minorOf = ({ minor }: Figure): number | null => minor

/** On 20 March 2026, a Friday: a salary on the 27th, rent, internet, media that became dearer, a savings plan, and groceries. */
function livingAlone(): Household {
  const home = household('2026-03-20')
  home.monthly('2025-06', '2026-02', 27, 250_000, 'income.salary', 'Acme GmbH')
  home.monthly('2025-06', '2026-03', 1, -90_000, 'housing.rent', 'Hausverwaltung Nord')
  home.monthly('2025-06', '2026-02', 24, -4000, 'housing.internet_phone', 'Telefonica')
  home.monthly('2025-06', '2026-03', 10, (month) => (month < '2026-01' ? -1200 : -1500), 'leisure.media_digital', 'Nordlicht Media')
  home.monthly('2025-06', '2026-03', 5, -20_000, 'finance.investments_savings', 'Fondsdepot Süd')
  home.monthly('2025-09', '2026-02', 15, (month) => GROCERIES[month] ?? 0, 'food.groceries', 'Wochenmarkt')
  home.row('2026-03-12', -15_000, 'food.groceries', { payee: 'Wochenmarkt' })
  home.knownUntil('2026-03-20')
  return home
}

describe('reports of a household', () => {
  let home: Household

  beforeEach(() => { home = livingAlone() })
  afterEach(() => { home.close() })

  it('R9 lists what comes back, and what it comes to in a month and a year', () => {
    const { contracts, monthlyOut, monthlyIn, yearlyOut } = home.run('contracts', SINCE_SEPTEMBER)
    const [media] = contracts.filter(({ counterparty }) => counterparty === 'Nordlicht Media')
    expect(contracts).toHaveLength(5)
    expect(media).toMatchObject({
      frequency: 'monthly', status: 'active', firstOn: '2025-06-10', lastOn: '2026-03-10', nextOn: '2026-04-10', lastAmount: { minor: -1500, currency: 'EUR' },
      nextAmount: { minor: -1500 }, monthly: { minor: -1500 }, yearly: { minor: -18_000 }, cancelBy: null,
      priceChanges: [{ on: '2026-01-10', from: { minor: -1200 }, to: { minor: -1500 }, yearly: { minor: -3600 } }],
    })
    // Four times 12.00, three times 15.00 since September.
    expect(media?.paid.minor).toBe(-9300)
    expect(home.rows('contracts', media?.paid.key ?? '', SINCE_SEPTEMBER)).toMatchObject({ sum: -9300, rows: { length: 7 } })
    expect([monthlyOut, monthlyIn, yearlyOut].map(minorOf)).toEqual([-115_500, 250_000, -1_386_000])
  })

  it('R10 tells what contracts fix from what is left to choose', () => {
    const report = home.run('fixed-variable', SINCE_SEPTEMBER)
    expect(report.completeMonths).toBe(6)
    // 900 + 40 + 15 + 200 fixed; 2,000.00 of groceries in six months; 7,718.00 spent in all.
    expect([report.fixed, report.variable, report.spending, report.onContracts].map(minorOf)).toEqual([115_500, 33_333, 128_633, 95_300])
    expect(report.fixedShare).toBe(77.6)
    expect(report.sums.variable).toEqual({ minor: 200_000, currency: 'EUR', key: 'variable' })
    expect(home.rows('fixed-variable', 'variable', SINCE_SEPTEMBER).sum).toBe(200_000)
    expect(home.rows('fixed-variable', 'contracts/2025-12', SINCE_SEPTEMBER).sum).toBe(95_200)
  })

  it('R11 says what is left until the next salary, a day at a time', () => {
    const report = home.run('available')
    expect(report).toMatchObject({ cycle: { from: '2026-02-27', to: '2026-03-26' }, until: 'salary', remainingDays: 7 })
    expect([report.income, report.contractsPaid, report.contractsDue, report.savingPaid, report.savingDue, report.otherSpending].map(minorOf)).toEqual([250_000, 91_500, 4000, 20_000, 0, 15_000])
    expect([report.available, report.perDay].map(minorOf)).toEqual([119_500, 17_071])
    expect(report.due).toMatchObject([{ on: '2026-03-24', counterparty: 'Telefonica', amount: { minor: -4000 } }])
    expect(['income', 'contractsPaid', 'savingPaid', 'otherSpending'].map((key) => home.rows('available', key).sum)).toEqual([250_000, 91_500, 20_000, 15_000])
  })

  it('R11 waits for what is lived on, not for a yearly bonus of a job that is over', () => {
    const jobless = household('2025-10-20')
    onTestFinished(() => { jobless.close() })
    jobless.monthly('2022-01', '2025-06', 27, 250_000, 'income.salary', 'Acme GmbH')
    for (const year of [2022, 2023, 2024]) jobless.row(`${year}-11-28`, 210_000, 'income.salary', { payee: 'Acme GmbH', purpose: 'Weihnachtsgeld' })
    jobless.monthly('2025-07', '2025-09', 30, 150_000, 'income.benefits', 'Bundesagentur')
    jobless.knownUntil('2025-10-20')
    expect(jobless.run('contracts').contracts.filter(({ status }) => status === 'active').map(({ counterparty, frequency }) => [counterparty, frequency])).toEqual(expect.arrayContaining([['Acme GmbH', 'yearly'], ['Bundesagentur', 'monthly']]))
    expect(jobless.run('available')).toMatchObject({ until: 'salary', cycle: { from: '2025-09-30' } })
  })

  it('R12 forecasts balances with everyday spending, and its lowest point', () => {
    const { rows: [line], total, variable, expected } = home.run('forecast', { horizon: 30 })
    const begin = line?.start.minor ?? 0
    // v: the median of 300, 320, 310, 400, 330 and 340; 325 / 30.44 a day.
    expect([line?.variable.minor, line?.variableMonths, variable.minor]).toEqual([32_500, 6, 32_500])
    expect(expected.map(({ on, amount }) => [on, amount.minor])).toEqual([['2026-03-24', -4000], ['2026-03-27', 250_000], ['2026-04-01', -90_000], ['2026-04-05', -20_000], ['2026-04-10', -1500]])
    expect(line?.values[0]).toBe(begin - 1068)
    expect(line?.values.at(-1)).toBe(begin + 134_500 - 32_030)
    expect(line?.lowest).toEqual({ on: '2026-03-26', balance: { minor: begin - 4000 - 6406, currency: 'EUR', key: null } })
    expect(total.values).toEqual(line?.values)
  })

  it('R15 rounds a median of what came back half away from zero', () => {
    const seller = household('2026-03-20')
    onTestFinished(() => { seller.close() })
    for (const [on, minor, payee] of [['2025-10-31', -1, 'Anna'], ['2025-11-03', 101, 'Berta'], ['2025-12-20', 102, 'Cleo'], ['2026-01-09', 103, 'Dora'], ['2026-02-25', -9000, 'Emil']] as const) seller.row(on, minor, 'shopping.general', { payee })
    seller.row('2025-10-01', 105, 'shopping.general', { payee: 'Fritz' })
    seller.knownUntil('2026-03-20')
    // 104, 101, 102 and 103 came back.
    expect(seller.run('unusual', { from: '2026-02-01', to: '2026-02-28' }).rows).toMatchObject([{ spent: { minor: 9000 }, median: { minor: -103 }, above: { minor: 9103 }, comparedMonths: 4 }])
  })

  it('R12 rounds a median of what came back half away from zero, as every report does', () => {
    const seller = household('2026-03-20')
    onTestFinished(() => { seller.close() })
    seller.row('2025-10-31', -1, 'shopping.general', { payee: 'Anna' })
    for (const [on, minor, payee] of [['2025-11-03', 101, 'Berta'], ['2025-12-20', 102, 'Cleo'], ['2026-01-09', 103, 'Dora'], ['2026-02-25', 104, 'Emil']] as const) seller.row(on, minor, 'shopping.general', { payee })
    seller.knownUntil('2026-03-20')
    expect(seller.run('forecast', { horizon: 30 }).rows[0]).toMatchObject({ variable: { minor: -103 }, variableMonths: 4 })
  })

  it('R12 takes a month that ends today for complete only tomorrow, as every report does', () => {
    const until = (today: string): unknown => {
      const living = household(today)
      onTestFinished(() => { living.close() })
      for (const [on, minor] of [['2025-12-04', -30_100], ['2026-01-21', -20_700], ['2026-02-11', -41_300], ['2026-03-27', -10_900]] as const) living.row(on, minor, 'food.groceries', { payee: `Markt ${on}` })
      living.row('2025-11-03', -5000, 'shopping.general', { payee: 'Kaufhaus' })
      living.knownUntil('2026-03-31')
      return living.run('forecast', { from: '2025-12-01', to: '2026-03-31', horizon: 30 }).variableMonths
    }
    expect([until('2026-03-31'), until('2026-04-01')]).toEqual([3, 4])
  })

  it('R12 without everyday spending is what is agreed and nothing else', () => {
    const { rows: [line] } = home.run('forecast', { horizon: 30, withVariable: false })
    expect(line?.values.at(-1)).toBe((line?.start.minor ?? 0) + 134_500)
    expect(line?.lowest?.on).toBe('2026-03-24')
  })

  it('R12 adds up the accounts that can be told ahead, and names the others', () => {
    const two = household('2026-03-20', [['checking', 'EUR'], ['savings', 'EUR']])
    onTestFinished(() => { two.close() })
    two.monthly('2025-10', '2026-03', 1, -50_000, 'housing.rent', 'Landlord')
    two.knownUntil('2026-03-20')
    two.row('2026-03-10', -10_000, 'food.groceries', { account: 2 })
    two.knownUntil('2026-03-20', 2)
    const { rows, total, variable, variableMonths, unknownAccounts } = two.run('forecast', { horizon: 30 })
    expect(unknownAccounts).toEqual([2])
    expect(rows[1]?.values.every((value) => value === null)).toBe(true)
    expect(total).toEqual({ currency: 'EUR', start: rows[0]?.start, values: rows[0]?.values, lowest: rows[0]?.lowest })
    expect([variable.minor, variableMonths]).toEqual([0, 0])
    const alone = two.run('forecast', { horizon: 30, accountIds: [2] })
    expect([alone.unknownAccounts, alone.total.start.minor, alone.total.lowest, alone.variable.minor]).toEqual([[2], null, null, null])
    const agreed = two.run('forecast', { horizon: 30, withVariable: false })
    expect([agreed.unknownAccounts, agreed.total.start.minor]).toEqual([[], (agreed.rows[0]?.start.minor ?? 0) + (agreed.rows[1]?.start.minor ?? 0)])
  })

  it('R12 and whatever sums payments to come name what no exchange rate brings into the sum', () => {
    const abroad = household('2026-03-20', [['checking', 'EUR'], ['checking', 'USD']])
    onTestFinished(() => { abroad.close() })
    abroad.monthly('2025-06', '2026-02', 27, 250_000, 'income.salary', 'Acme GmbH')
    abroad.monthly('2025-06', '2026-03', 8, -1499, 'leisure.media_digital', 'Netflix', 2)
    abroad.knownUntil('2026-03-20')
    abroad.knownUntil('2026-03-20', 2)
    expect(abroad.run('forecast', { horizon: 30 })).toMatchObject({ unknownAccounts: [], unconvertedAccounts: [2] })
    const left = [{ currency: 'USD', minor: -1499, count: 1 }]
    // Not even where the period has no row of that currency: what is to come has none yet.
    const question = { from: '2026-03-10', to: '2026-03-20' }
    for (const name of ['contracts', 'upcoming', 'fixed-variable'] as const) expect(abroad.run(name, question), name).toMatchObject({ unconverted: left, notConverted: [] })
    expect(abroad.run('available', { to: '2026-03-01' }).unconverted).toEqual(left)
    abroad.db.exec(`INSERT INTO fx_rate (base, quote, date, rate, is_typed) VALUES ('EUR', 'USD', '2026-01-01', '1.1', 0)`)
    expect(abroad.run('upcoming').unconverted).toEqual([])
  })

  it('R13 lists what is due in thirty days', () => {
    const { rows, dueOut, dueIn } = home.run('upcoming')
    expect(rows.map(({ on, counterparty, kind, state }) => [on, counterparty, kind, state])).toEqual([
      ['2026-03-24', 'Telefonica', 'payment', 'due'], ['2026-03-27', 'Acme GmbH', 'payment', 'due'], ['2026-04-01', 'Hausverwaltung Nord', 'payment', 'due'],
      ['2026-04-05', 'Fondsdepot Süd', 'payment', 'due'], ['2026-04-10', 'Nordlicht Media', 'payment', 'due'],
    ])
    expect([dueOut, dueIn].map(minorOf)).toEqual([-115_500, 250_000])
  })

  it('R13 and R14 miss nothing on a day to come that is not due yet today', () => {
    const { rows } = home.run('upcoming', { to: '2026-04-20' })
    expect(rows.filter(({ state }) => state === 'overdue')).toEqual([])
    expect(home.run('changes', { from: '2026-04-01', to: '2026-06-30' }).changes).toEqual([])
  })

  it('R9 limits contracts of every currency in its own units', () => {
    const abroad = household('2026-03-20', [['checking', 'EUR'], ['checking', 'JPY']])
    onTestFinished(() => { abroad.close() })
    abroad.monthly('2025-06', '2026-03', 8, -1499, 'leisure.media_digital', 'Netflix')
    abroad.monthly('2025-06', '2026-03', 9, -1200, 'leisure.media_digital', 'Nordlicht Media', 2)
    const named = (question: object) => abroad.run('contracts', question).contracts.map(({ counterparty }) => counterparty).sort()
    expect([named({ minMinor: 10_000 }), named({ maxMinor: 10_000 }), named({ base: 'JPY', minMinor: 100 })]).toEqual([['Nordlicht Media'], ['Netflix'], ['Nordlicht Media']])
  })

  it('R13 reminds of the day to give notice by', () => {
    const media = home.run('contracts').contracts.find(({ counterparty }) => counterparty === 'Nordlicht Media')
    home.db.command(`INSERT INTO contract_choice (anchor_id, merchant_key, currency, direction, rhythm, state, cancel_by, remind_days) VALUES (?, 'x', 'EUR', 'out', 'monthly', 'found', ?, 14)`).run([media?.transactions[0] ?? 0, '2026-04-08'])
    const notices = () => home.run('upcoming').rows.filter(({ kind }) => kind !== 'payment').map(({ on, kind, contractId }) => [on, kind, contractId])
    expect(notices()).toEqual([['2026-03-25', 'reminder', media?.id], ['2026-04-08', 'cancel-by', media?.id]])
    home.db.exec(`UPDATE contract_choice SET state = 'dismissed'`)
    expect(notices()).toEqual([])
    expect(home.run('upcoming').rows.some(({ contractId }) => contractId === media?.id)).toBe(false)
  })

  it('R14 says what a new price comes to in a year', () => {
    expect(home.run('changes', SINCE_SEPTEMBER).changes).toEqual([expect.objectContaining({ kind: 'price', on: '2026-01-10', counterparty: 'Nordlicht Media', percent: 25, before: { minor: -1200, currency: 'EUR' }, after: { minor: -1500, currency: 'EUR' }, yearly: { minor: -3600, currency: 'EUR' } })])
  })

  it('R18 holds spending against its budget, and says how the month will end', () => {
    home.db.exec(`INSERT INTO budget_line VALUES ('food', '2026-01', 'month', 'expiring', 40000, 'EUR'), ('food.groceries', '2026-01', 'month', 'accumulating', 35000, 'EUR')`)
    const { month, rows: [food, groceries], total } = home.run('budget')
    expect(month).toBe('2026-03')
    // 150.00 of 400.00 after 20 of 31 days; 325 / 30.44 a day for the eleven that are left.
    expect(food).toMatchObject({ categoryId: 'food', every: 'month', period: { from: '2026-03-01', to: '2026-03-31' }, elapsed: 64.5, pace: -27, isAccumulating: false })
    expect([food?.limit, food?.carried, food?.spent, food?.remaining, food?.projection].map((figure) => figure?.minor)).toEqual([40_000, null, 15_000, 25_000, 26_744])
    // January left 20.00, February 10.00.
    expect([groceries?.carried, groceries?.remaining].map((figure) => figure?.minor)).toEqual([3000, 23_000])
    expect([total?.limit.minor, total?.spent.minor]).toEqual([40_000, 15_000])
    expect([home.rows('budget', 'spent/food').sum, home.rows('budget', 'spent').sum]).toEqual([15_000, 15_000])
  })

  it('R18 counts from payday, and what a contract will still take', () => {
    home.db.exec(`INSERT INTO budget_line VALUES ('housing', '2026-01', 'month', 'expiring', 100000, 'EUR'); INSERT INTO setting VALUES ('month_start', '27'), ('month_start_shift', 'none')`)
    const { month, rows: [housing] } = home.run('budget')
    expect(month).toBe('2026-02')
    expect(housing).toMatchObject({ period: { from: '2026-02-27', to: '2026-03-26' } })
    expect([housing?.spent, housing?.contractsDue, housing?.projection].map((figure) => figure?.minor)).toEqual([90_000, 4000, 94_000])
  })

  it('R18 of a year: nothing is due but what its twelve months still bring', () => {
    home.db.exec(`INSERT INTO budget_line VALUES ('leisure.media_digital', '2026-01', 'year', 'expiring', 18000, 'EUR')`)
    const { rows: [media], total } = home.run('budget')
    expect(media).toMatchObject({ every: 'year', period: { from: '2026-01-01', to: '2026-12-31' } })
    // Three paid, nine to come: April to December.
    expect([media?.spent, media?.contractsDue, media?.projection, media?.remaining].map((figure) => figure?.minor)).toEqual([4500, 13_500, 18_000, 13_500])
    expect(total).toBeNull()
  })

  it('R18 of a month to come: nothing is spent or over, only what is left of months that are carries on, and its own contracts are due', () => {
    home.db.exec(`INSERT INTO budget_line VALUES ('leisure', '2026-01', 'month', 'expiring', 2000, 'EUR'), ('food.groceries', '2026-01', 'month', 'accumulating', 35000, 'EUR')`)
    const { month, rows } = home.run('budget', { to: '2026-05-01' })
    const [groceries, leisure] = ['food.groceries', 'leisure'].map((id) => rows.find(({ categoryId }) => categoryId === id))
    expect([month, leisure?.period, leisure?.elapsed, leisure?.pace]).toEqual(['2026-05', { from: '2026-05-01', to: '2026-05-31' }, 0, 0])
    expect([leisure?.spent, leisure?.contractsDue].map((figure) => figure?.minor)).toEqual([0, 1500])
    expect(groceries?.carried.minor).toBe(3000)
  })
})
