import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { monthAfter, monthOf, monthSpan, yearSpan, type MonthStart } from '#shared/budget-months.ts'
import { addDays, fromDayNumber, localDate, toDayNumber, type Instant } from '#shared/dates.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { currency, minor } from '#shared/money.ts'
import { lineFor } from '#main/ledger/budgets/budgets.ts'
import { setBudget, setMonthStart } from '#main/ledger/budgets/edit.ts'
import { transact } from '#main/ledger/database.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { ask, ledgerOf, rate } from '../insights/reports/ledger.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

type Wish = Partial<Input<'budgets.set'>>

describe('R18 months of a budget', () => {
  const payday: MonthStart = { day: 25, shift: 'before' }

  it('last from payday to payday; a weekend brings payday forward, or puts it off', () => {
    // 25 January 2026 is a Sunday, 25 April 2026 a Saturday.
    expect(monthSpan('2026-01', payday)).toEqual({ from: '2026-01-23', to: '2026-02-24' })
    expect(monthSpan('2026-04', { day: 25, shift: 'after' })).toEqual({ from: '2026-04-27', to: '2026-05-24' })
    expect(monthSpan('2026-02', { day: 1, shift: 'none' })).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(yearSpan('2026', payday)).toEqual({ from: '2026-01-23', to: '2027-01-24' })
  })

  it('a first that is a Sunday begins its month in the one before', () => {
    expect(monthSpan('2026-02', { day: 1, shift: 'before' }).from).toBe('2026-01-30')
    expect(monthOf(localDate('2026-01-31'), { day: 1, shift: 'before' })).toBe('2026-02')
  })

  it('follow each other without a gap, whatever the day and the weekends', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 28 }), fc.constantFrom('none', 'before', 'after'), fc.integer({ min: 0, max: 20_000 }), (day, shift, number) => {
      const start = { day, shift } as const
      const date = fromDayNumber(number)
      const month = monthOf(date, start)
      const { from, to } = monthSpan(month, start)
      expect(from <= date && date <= to).toBe(true)
      expect(monthSpan(monthAfter(month), start).from).toBe(addDays(to, 1))
      expect(toDayNumber(to) - toDayNumber(from)).toBeGreaterThan(24)
    }))
  })
})

describe('R18 budget lines', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(() => ledger.close())

  const list = () => value(ledger.call('budgets.list', undefined))
  const set = ({ limitMinor = 50_000, ...wish }: Wish) => value(ledger.call('budgets.set', { category: 'food', month: '2026-01', limitMinor: minor(limitMinor), period: 'month', carry: 'expiring', onlyThis: false, ...wish }))
  const limits = async (category = 'food') => {
    const { lines } = await list()
    return ['2025-12', '2026-01', '2026-02', '2026-03'].map((month) => lineFor(lines, category, month)?.limitMinor ?? null)
  }

  it('hold from their month on, until a later one', async () => {
    await set({})
    await set({ month: '2026-03', limitMinor: 60_000 })
    expect(await limits()).toEqual([null, 50_000, 50_000, 60_000])
  })

  it('hold for one month alone, and then what held before, or nothing', async () => {
    await set({ onlyThis: true })
    expect(await limits()).toEqual([null, 50_000, null, null])
    await set({ limitMinor: 40_000 })
    await set({ month: '2026-02', limitMinor: 90_000, onlyThis: true })
    expect(await limits()).toEqual([null, 40_000, 90_000, null])
  })

  it('a change from a month on is not held up by a line that repeated the old limit', async () => {
    await set({})
    await set({ month: '2026-02', limitMinor: 90_000, onlyThis: true })
    await set({ month: '2026-02', limitMinor: 50_000 })
    expect((await list()).lines).toHaveLength(1)
    await set({ month: '2026-02', limitMinor: 70_000 })
    expect(await limits()).toEqual([null, 50_000, 70_000, 70_000])
  })

  it('of a year speak for the whole of it', async () => {
    await set({ month: '2026-02', category: 'insurance.vehicle' })
    await set({ month: '2026-03', category: 'insurance.vehicle', period: 'year', limitMinor: 70_000, carry: 'accumulating' })
    expect((await list()).lines).toEqual([{ category: 'insurance.vehicle', from: '2026-01', period: 'year', carry: 'accumulating', limitMinor: 70_000, currency: 'EUR' }])
  })

  it('copy the month before, and end with a month or altogether', async () => {
    await set({})
    await set({ month: '2026-02', limitMinor: 60_000 })
    await value(ledger.call('budgets.copyLast', { month: '2026-02' }))
    expect(await limits()).toEqual([null, 50_000, 50_000, 50_000])
    await value(ledger.call('budgets.delete', { category: 'food', month: '2026-02' }))
    expect(await limits()).toEqual([null, 50_000, null, null])
    await value(ledger.call('budgets.delete', { category: 'food', month: null }))
    expect((await list()).lines).toEqual([])
    expect(await ledger.call('budgets.delete', { category: 'food', month: null })).toMatchObject({ ok: false, error: { kind: 'not_found', what: 'budget' } })
  })

  it('take the average of the complete months before, what came back deducted', async () => {
    const paid = (on: string, amount: string) => entry({ on, amount, payee: 'Wochenmarkt', externalId: `${on} ${amount}` })
    await importReadings(ledger, statement({ entries: [paid('2025-11-01', '-100.00'), paid('2025-12-05', '-60.01'), paid('2025-12-20', '10.00'), paid('2026-01-02', '-999.00')] }))
    const rows = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))
    await value(ledger.call('transactions.edit', { ids: rows.map(({ id }) => id), change: { categoryId: 'food.groceries' } }))
    // (100.00 + 60.01 − 10.00) / 2 = 75.005
    const budgets = await value(ledger.call('budgets.average', { month: '2026-01', months: 3 }))
    expect(budgets.lines).toEqual([{ category: 'food.groceries', from: '2026-01', period: 'month', carry: 'expiring', limitMinor: 7501, currency: 'EUR' }])
    expect(await ledger.call('budgets.average', { month: '2025-11', months: 3 })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
  })

  it('are taken back and done again step by step, payday too', async () => {
    await set({})
    await value(ledger.call('budgets.setMonthStart', { day: 25, shift: 'before' }))
    expect((await list()).monthStart).toEqual({ day: 25, shift: 'before' })
    expect((await value(ledger.call('history.undo', undefined))).undo).toEqual({ label: 'edit-budgets', count: 1 })
    expect(await list()).toMatchObject({ monthStart: { day: 1, shift: 'none' }, lines: [{ category: 'food' }] })
    await value(ledger.call('history.undo', undefined))
    expect((await list()).lines).toEqual([])
    await value(ledger.call('history.redo', undefined))
    expect((await list()).lines).toHaveLength(1)
  })

  it('are for what is spent or put by, never for income', async () => {
    for (const category of ['income.salary', 'income', 'transfers.internal', 'nonsense']) {
      expect((await ledger.call('budgets.set', { category, month: '2026-01', limitMinor: minor(1), period: 'month', carry: 'expiring', onlyThis: false })).ok).toBe(false)
    }
  })
})

it('tells limits in the currency of the accounts where the ledger has another one of its own, and no rate leads to it', () => {
  const ledger = ledgerOf([{ id: 1 }], [{ on: '2026-03-02', minor: -5000, category: 'food.groceries' }], 'USD')
  const wanted = { category: 'food', month: '2026-03', limitMinor: minor(40_000), period: 'month', carry: 'expiring', onlyThis: false } as const
  const set = () => transact(ledger.db, () => setBudget(ledger.db, wanted, '2026-03-31T00:00:00.000Z' as Instant)).lines.map(({ currency }) => currency)
  expect(set()).toEqual(['EUR'])
  expect(ask(ledger, { name: 'budget', to: '2026-03-31' }).rows).toMatchObject([{ limit: { minor: 40_000, currency: 'EUR' }, spent: { minor: 5000 } }])
  rate(ledger, 'EUR', 'USD', '2026-01-01', '1.25')
  expect(set()).toEqual(['USD'])
  ledger.close()
})

it('tell a limit as it was set where no rate leads to the base, carry nothing on that nobody knows, and say so of the whole', () => {
  const ledger = ledgerOf([{ id: 1 }], [{ on: '2026-02-02', minor: -9000, category: 'food.groceries' }, { on: '2026-03-02', minor: -5000, category: 'food.groceries' }])
  const set = (category: string, carry: 'expiring' | 'accumulating') =>
    transact(ledger.db, () => setBudget(ledger.db, { category, month: '2026-01', limitMinor: minor(40_000), period: 'month', carry, onlyThis: false }, '2026-01-31T00:00:00.000Z' as Instant))
  set('food', 'accumulating')
  set('shopping', 'expiring')
  const asked = () => ask(ledger, { name: 'budget', to: '2026-03-31', base: currency('CHF') })
  const unknown = { limit: { minor: null, currency: 'CHF' }, ownLimit: { minor: 40_000, currency: 'EUR' }, currency: 'EUR', carried: { minor: null }, remaining: { minor: null }, pace: null }
  expect(asked()).toMatchObject({ rows: [unknown, unknown], total: { limit: { minor: null }, carried: { minor: null }, remaining: { minor: null } } })
  rate(ledger, 'EUR', 'CHF', '2026-01-01', '2')
  // Two months of 800, less the 180 of February; of March 100 are spent.
  expect(asked().rows[0]).toMatchObject({ limit: { minor: 80_000 }, ownLimit: { minor: 40_000, currency: 'EUR' }, carried: { minor: 142_000 }, remaining: { minor: 212_000 } })
  ledger.close()
})

it('hold on when payday begins months: today’s month then has the name of the one before, and an earlier payday takes nothing away', () => {
  const ledger = ledgerOf([{ id: 1 }], [])
  const at = '2026-11-22T00:00:00.000Z' as Instant
  const budget = (category: string, period: 'month' | 'year') => { transact(ledger.db, () => setBudget(ledger.db, { category, month: '2026-11', limitMinor: minor(40_000), period, carry: 'expiring', onlyThis: false }, at)) }
  const begin = (day: number, today: string) => transact(ledger.db, () => setMonthStart(ledger.db, { day, shift: 'none' }, { at, today: localDate(today) })).lines.map(({ category, from }) => [category, from])
  budget('food', 'month')
  budget('insurance', 'year')
  expect(begin(27, '2026-11-22')).toEqual([['food', '2026-10'], ['insurance', '2026-01']])
  expect(begin(28, '2026-11-22')).toEqual([['food', '2026-10'], ['insurance', '2026-01']])
  expect(begin(1, '2026-11-22')).toEqual([['food', '2026-10'], ['insurance', '2026-01']])
  expect(begin(15, '2026-01-10')).toEqual([['food', '2026-10'], ['insurance', '2025-01']])
  ledger.close()
})

it('foresee how a month ends in spite of an account without a row, such as a depot fetched for the first time', () => {
  const months = ['2025-12', '2026-01', '2026-02']
  const ledger = ledgerOf([{ id: 1, covered: [['2025-12-01', '2026-03-15']] }, { id: 2, type: 'investment', covered: [['2026-03-15', '2026-03-15']] }], months.map((month) => ({ on: `${month}-10`, minor: -30_000, category: 'food.groceries' })))
  transact(ledger.db, () => setBudget(ledger.db, { category: 'food', month: '2026-03', limitMinor: minor(40_000), period: 'month', carry: 'expiring', onlyThis: false }, '2026-03-15T00:00:00.000Z' as Instant))
  // 300.00 / 30.44 a day for the sixteen that are left.
  expect(ask(ledger, { name: 'budget', to: '2026-03-15' }).rows).toMatchObject([{ projection: { minor: 15_769 } }])
  ledger.close()
})
