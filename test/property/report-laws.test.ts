import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { CATEGORIES } from '#shared/categories.ts'
import { AccountIdSchema } from '#shared/model.ts'
import type { Flow } from '#shared/reports/money-reports.ts'
import type { OpenLedger } from '#main/ledger/open.ts'
import { REPORTS } from '#main/insights/reports/all.ts'
import { ask, figuresOf, ledgerOf, rate, refill, rowsOf, type TestAccount, type TestRow } from '../unit/insights/reports/ledger.ts'

const START = localDate('2026-01-01')
const day = fc.integer({ min: 0, max: 320 }).map((days) => addDays(START, days))
const amount = fc.integer({ min: -200_000, max: 200_000 })
const category = fc.constantFrom(null, ...CATEGORIES.map(({ id }) => id))
const CODES = ['EUR', 'USD', 'JPY', 'KWD'] as const

type Parts = readonly (readonly [minor: number, category: string | null])[]

const totalOf = (parts: Parts): number => parts.reduce((sum, [minor]) => sum + minor, 0)

const row = (accounts: number): fc.Arbitrary<TestRow> => fc.record({
  account: fc.integer({ min: 1, max: accounts }), on: day, minor: amount, category,
  isPending: fc.boolean(), isDuplicate: fc.boolean(), payee: fc.constantFrom('REWE', 'ACME GmbH', 'Miete', 'PayPal Europe', ''), purpose: fc.constantFrom('', 'Ihr Einkauf bei SPOTIFY'),
  tags: fc.constantFrom<readonly string[]>([], ['35a'], ['holiday']),
  parts: fc.oneof({ weight: 3, arbitrary: fc.constant<Parts>([]) }, { weight: 1, arbitrary: fc.array(fc.tuple(amount, category), { minLength: 2, maxLength: 3 }) }),
}).map((drawn) => (drawn.parts.length === 0 ? drawn : { ...drawn, minor: totalOf(drawn.parts) }))

const world = fc.integer({ min: 1, max: 4 }).chain((count) => fc.record({
  accounts: fc.tuple(...Array.from({ length: count }, (_, place) => fc.record({
    code: fc.constantFrom(...CODES), type: fc.constantFrom('checking', 'credit', 'savings'), isConnected: fc.boolean(),
    bank: fc.option(fc.tuple(day, amount), { nil: undefined }), covered: fc.boolean(),
  }).map(({ code, bank, covered, ...rest }): TestAccount => ({ id: place + 1, currency: code, ...rest, ...(bank && { bank: [bank] }), ...(covered && { covered: [['2026-01-01', '2026-11-20']] }) })))),
  rows: fc.array(row(count), { maxLength: 25 }),
  rates: fc.array(fc.tuple(fc.constantFrom('USD', 'JPY', 'KWD'), fc.integer({ min: -40, max: 320 }), fc.integer({ min: 1, max: 9_999_999 })), { maxLength: 6 }),
  from: day, days: fc.integer({ min: 0, max: 250 }), monthStart: fc.integer({ min: 1, max: 28 }), monthShift: fc.constantFrom('none', 'before', 'after'), withPending: fc.boolean(), base: fc.constantFrom(...CODES),
  chosen: fc.subarray([1, 2, 3, 4].slice(0, count), { minLength: 1 }),
}))
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

function build(ledger: OpenLedger, { accounts, rows, rates, monthStart, monthShift }: World): void {
  refill(ledger, accounts, rows)
  // Months asked for begin as those of the ledger, weekends too.
  ledger.db.command(`INSERT OR REPLACE INTO setting (key, value) VALUES ('month_start', ?), ('month_start_shift', ?)`).run([String(monthStart), monthShift])
  const seen = new Set<string>()
  for (const [code, offset, value] of rates) {
    const on = addDays(START, offset)
    if (!seen.has(`${code}${on}`)) rate(ledger, 'EUR', code, on, `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}1`)
    seen.add(`${code}${on}`)
  }
}

const question = ({ from, days, monthStart, withPending, base, chosen }: World) =>
  ({ from, to: addDays(from, days), monthStart, withPending, base: base as never, accountIds: chosen.map((id) => AccountIdSchema.parse(id)) })

const identity = ({ income, spending, saving, transfersIn, transfersOut, adjusting, revaluation, change }: Flow): void => {
  if (change.minor === null || revaluation.minor === null) {
    expect([change.minor, revaluation.minor]).toEqual([null, null])
    return
  }
  const moved = (income.minor ?? 0) - (spending.minor ?? 0) - (saving.minor ?? 0) + (transfersIn.minor ?? 0) - (transfersOut.minor ?? 0) + (adjusting.minor ?? 0)
  expect(change.minor).toBe(moved + revaluation.minor)
}

describe('reports add up', () => {
  const ledger = ledgerOf([], [])
  afterAll(() => { ledger.close() })

  it('Δ balance = income − spending − saving + transfers in − transfers out + adjusting, per currency, and with revaluation in the base currency', () => {
    fc.assert(fc.property(world, (drawn) => {
      build(ledger, drawn)
      const { currencies, total } = ask(ledger, { name: 'cash-flow', ...question(drawn) })
      for (const flows of [...currencies, total]) for (const flow of [...flows.months, flows.sum]) identity(flow)
      for (const { revaluation } of currencies.flatMap(({ months }) => months)) expect(revaluation.minor).toBe(0)
    }), { numRuns: 60 })
  })

  it('what balances changed by is what balance over time shows, per currency and at each day’s rates', () => {
    fc.assert(fc.property(world, (drawn) => {
      build(ledger, drawn)
      const asked = question(drawn)
      const { currencies, total: flows } = ask(ledger, { name: 'cash-flow', ...asked })
      const { rows, total } = ask(ledger, { name: 'balance-history', ...asked, from: addDays(asked.from, -1) })
      for (const { currency, sum } of currencies) {
        const its = rows.filter((line) => line.currency === currency)
        if (its.some(({ values }) => values.includes(null))) continue
        expect(sum.change.minor).toBe(its.reduce((moved, { values }) => moved + (values.at(-1) ?? 0) - (values[0] ?? 0), 0))
      }
      if (flows.sum.change.minor !== null && rows.every(({ values }) => !values.includes(null))) expect(flows.sum.change.minor).toBe((total.values.at(-1) ?? 0) - (total.values[0] ?? 0))
    }), { numRuns: 60 })
  })

  it('what accounts of each type are worth adds up to all that there is, at the end of every month', () => {
    fc.assert(fc.property(world, (drawn) => {
      build(ledger, drawn)
      for (const point of ask(ledger, { name: 'net-worth', ...question(drawn) }).points) {
        for (const part of ['assets', 'liabilities', 'net'] as const) {
          const told = point.byType.flatMap((sums) => sums[part].minor ?? [])
          expect(told.length === 0 ? null : told.reduce<number>((sum, one) => sum + one, 0)).toBe(point[part].minor)
        }
      }
    }), { numRuns: 60 })
  })

  it('every figure of every report is the sum of its rows', () => {
    fc.assert(fc.property(world, (drawn) => {
      build(ledger, drawn)
      for (const name of Object.keys(REPORTS) as (keyof typeof REPORTS)[]) {
        const asked = { name, ...question(drawn) }
        for (const { key, minor, currency } of figuresOf(ask(ledger, asked))) {
          const made = rowsOf(ledger, asked, key)
          expect([name, key, made.sum, made.currency]).toEqual([name, key, minor, currency])
          expect(made.rows.reduce<number>((sum, one) => sum + one.minor, made.openingMinor)).toBe(minor)
        }
      }
    }), { numRuns: 25 })
  })

  it('income, spending, saving and transfers of a filtered report are parts of the whole one’s', () => {
    fc.assert(fc.property(world, fc.constantFrom('food', 'income', 'transfers', 'none'), (drawn, group) => {
      build(ledger, drawn)
      const whole = ask(ledger, { name: 'cash-flow', ...question(drawn) }).total.sum
      const rest = CATEGORIES.map(({ id }) => id).filter((id) => !id.startsWith(`${group}.`))
      const [one, others] = [[group], group === 'none' ? CATEGORIES.map(({ id }) => id) : [...rest, 'none']].map((categories) => ask(ledger, { name: 'cash-flow', ...question(drawn), categories }).total.sum)
      for (const measure of ['income', 'spending', 'saving', 'transfersIn', 'transfersOut'] as const) expect((one?.[measure].minor ?? 0) + (others?.[measure].minor ?? 0)).toBe(whole[measure].minor)
    }), { numRuns: 25 })
  })
})
