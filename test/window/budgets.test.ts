import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Budgets } from '#shared/budgets.ts'
import { localDate } from '#shared/dates.ts'
import { currency, minor } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import { err, ok } from '#shared/result.ts'
import BudgetSheet from '#renderer/features/budgets/BudgetSheet.vue'
import BudgetsPage from '#renderer/features/budgets/BudgetsPage.vue'
import LimitField from '#renderer/features/budgets/LimitField.vue'
import StatusText from '#renderer/features/budgets/StatusText.vue'
import { barOf, BUDGETABLES, inOrder, statusOf, unbudgeted, type BudgetRow, type BudgetTotal, type SpendingLine } from '#renderer/features/budgets/status.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, EUR, eur } from './rows.ts'

const figure = (value: number | null, key: string | null = null): Figure => ({ minor: value === null ? null : minor(value), currency: EUR, key })
const line = (over: Partial<BudgetTotal> = {}): BudgetTotal => ({
  period: { from: localDate('2026-03-01'), to: localDate('2026-03-31') }, limit: figure(300_00), carried: figure(null), spent: figure(100_00, 'spent/food'), remaining: figure(200_00),
  pace: 0, elapsed: 40, contractsDue: figure(0), projection: figure(290_00), ...over,
})
const row = (over: Partial<BudgetRow> = {}): BudgetRow => ({ ...line(), categoryId: 'food', every: 'month', isAccumulating: false, ownLimit: eur(300_00), currency: EUR, ...over })
const spending = (categoryId: string | null, value: number): SpendingLine => ({ group: categoryId?.split('.')[0] ?? null, categoryId, sum: figure(value, `category/${categoryId ?? 'none'}`), count: 1, average: figure(value), monthlyAverage: figure(null), share: null, months: [] })

it('says how a budget goes in words', () => {
  expect(statusOf(line())).toEqual({ kind: 'good', by: null })
  expect(statusOf(line({ remaining: figure(-12_00) }))).toEqual({ kind: 'over', by: eur(12_00) })
  expect(statusOf(line({ projection: figure(330_00) }))).toEqual({ kind: 'fast', by: eur(30_00) })
  expect(statusOf(line({ projection: figure(330_00), carried: figure(50_00) })).kind).toBe('good')
  expect(statusOf(line({ projection: figure(null), pace: 25 }))).toEqual({ kind: 'fast', by: null })
  expect(statusOf(line({ projection: figure(null), pace: 5 })).kind).toBe('good')
  expect(statusOf(line({ elapsed: 100 })).kind).toBe('kept')
  expect(statusOf(line({ limit: figure(null), remaining: figure(null) })).kind).toBe('unknown')
})

it('calls nothing too fast before its month has begun', async () => {
  const words = async (elapsed: number) => (await mounted(StatusText, { props: { row: line({ elapsed, projection: figure(330_00) }) } })).text()
  fakeBridge()
  expect(await words(40)).toContain('too fast: €30.00 over at the end')
  expect(await words(0)).toContain('expected to be €30.00 over')
})

it('draws no bar longer than its frame', () => {
  expect(barOf(line({ spent: figure(900_00) }))).toEqual({ spent: 100, elapsed: 40 })
  expect(barOf(line({ limit: figure(0), spent: figure(0) })).spent).toBe(0)
  expect(barOf(line({ limit: figure(0), spent: figure(1) })).spent).toBe(100)
  expect(barOf(line({ spent: figure(-5_00) })).spent).toBe(0)
  expect(barOf(line({ limit: figure(null), spent: figure(900_00) })).spent).toBe(0)
})

it('finds what was spent outside of every budget: a group stands for all of its leaves', () => {
  const lines = [spending('food.groceries', 10), spending('transport.fuel', 20), spending(null, 30), spending('shopping.clothing', -5)]
  expect(unbudgeted(lines, [row()]).map(({ categoryId }) => categoryId)).toEqual([null, 'transport.fuel'])
  expect(BUDGETABLES.map(({ group }) => group)).not.toContain('income')
})

it('lists a group before its leaves', () => {
  const ids = ['transport.fuel', 'food', 'housing.rent', 'food.groceries'].map((categoryId) => row({ categoryId }))
  expect(inOrder(ids).map(({ categoryId }) => categoryId)).toEqual(['housing.rent', 'food', 'food.groceries', 'transport.fuel'])
})

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
  dismissAllToasts()
})

const BUDGETS: Budgets = { lines: [{ category: 'food', from: '2020-01', period: 'month', carry: 'expiring', limitMinor: minor(300_00), currency: EUR }], monthStart: { day: 1, shift: 'none' } }

async function open(rows: readonly BudgetRow[], answers: Answers = {}): Promise<FakeBridge> {
  const about = { version: 1 as const, period: line().period, asOf: localDate('2026-03-13'), monthStart: 1, accounts: [], base: currency('EUR'), refreshedAt: null, availability: 'COMPLETE' as const, missing: [], notConverted: [], possibleDuplicates: 0, compared: null }
  const bridge = fakeBridge({
    'accounts.list': () => ok([account()]),
    'budgets.list': () => ok(rows.length === 0 ? { ...BUDGETS, lines: [] } : BUDGETS),
    'budgets.set': () => ok(BUDGETS), 'budgets.average': () => ok(BUDGETS), 'budgets.setMonthStart': ((start: Budgets['monthStart']) => ok({ ...BUDGETS, monthStart: start })),
    'reports.run': ({ name }) => ok(name === 'budget'
      ? { ...about, report: 'budget', month: '2026-03', rows: [...rows], total: rows.length === 0 ? null : line({ spent: figure(100_00, 'spent') }) }
      : { ...about, report: 'spending', months: [], completeMonths: 0, groups: [], categories: [spending('food.groceries', 100_00), spending('transport.fuel', 40_00)], total: spending(null, 0) }),
    'reports.rows': () => ok({ rows: [], openingMinor: minor(0), sum: minor(100_00), currency: EUR }),
    ...answers,
  })
  page = await mounted(BudgetsPage)
  await flushPromises()
  return bridge
}
const text = (): string => document.body.textContent
const press = async (name: RegExp): Promise<void> => {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent))
  if (!found) throw new Error(`no button ${name.source}`)
  found.click()
  await flushPromises()
}
async function write(field: HTMLInputElement | null, words: string): Promise<void> {
  if (!field) throw new Error('no field')
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await flushPromises()
}

it('shows what is planned, spent and left, and what has no budget', async () => {
  const bridge = await open([row()])
  expect(text()).toContain('on track')
  expect(text()).toContain('Fuel')
  await press(/€100\.00, Food.*, Show/)
  expect(bridge.callsOf('reports.rows')).toMatchObject([{ request: { name: 'budget' }, key: 'spent/food' }])
})

it('takes a sum for a limit in place, and keeps what cannot be read from being stored', async () => {
  const bridge = await open([row()])
  const field = document.querySelector<HTMLInputElement>('td input')
  await write(field, 'much')
  expect(bridge.callsOf('budgets.set')).toEqual([])
  expect(text()).toContain('Not an amount.')
  await write(field, '16.99*1.19')
  expect(bridge.callsOf('budgets.set')).toMatchObject([{ category: 'food', limitMinor: 20_22, period: 'month', carry: 'expiring', onlyThis: false }])
})

it('suggests budgets, and says when there is nothing to take an average of', async () => {
  const bridge = await open([], { 'budgets.average': () => err({ kind: 'invalid_input', path: 'months' }) })
  expect(text()).toContain('No budgets yet')
  await press(/Suggest budgets/)
  expect(bridge.callsOf('budgets.average')).toMatchObject([{ months: 6 }])
  expect(toasts.at(-1)?.text).toContain('No month is complete yet')
})

it('looks ahead to months to come, and back to the present one at once', async () => {
  const bridge = await open([row()])
  const asked = () => bridge.callsOf('reports.run').findLast(({ name }) => name === 'budget')
  expect(asked()).not.toHaveProperty('to')
  await press(/^Next month/)
  expect(asked()?.to).toMatch(/-01$/)
  expect(text()).toContain('still to come')
  expect(text()).not.toContain('Spent without a budget')
  await press(/^This month/)
  expect(asked()).not.toHaveProperty('to')
})

it('lets months begin on payday', async () => {
  const bridge = await open([row()])
  const [day] = document.querySelectorAll<HTMLSelectElement>('section[aria-label="Months begin"] select')
  if (!day) throw new Error('no day')
  day.value = '25'
  day.dispatchEvent(new Event('change', { bubbles: true }))
  await flushPromises()
  expect(bridge.callsOf('budgets.setMonthStart')).toEqual([{ day: 25, shift: 'none' }])
})

it('drops with Escape what was written', async () => {
  page = await mounted(LimitField, { props: { money: eur(12_50), label: 'Limit' } })
  const field = document.querySelector<HTMLInputElement>('input')
  await write(field, 'much')
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await flushPromises()
  expect(field?.value).toBe('12.50')
  expect(page.emitted('change')).toBeUndefined()
})

it.each([['EUR', '300.00'], ['USD', '']] as const)('never takes a limit of 300 euros for one in another currency: offers it in %s as "%s"', async (code, offered) => {
  const [budget] = BUDGETS.lines
  fakeBridge({})
  page = await mounted(BudgetSheet, { props: { open: true, begin: undefined, line: budget, month: '2026-03', currency: currency(code) } })
  expect(document.querySelector<HTMLInputElement>('.amount input')?.value).toBe(offered)
})
