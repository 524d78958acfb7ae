import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { AccountHoldings, Holding, Loan } from '#shared/investments.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { fakeBridge, OPEN, type Answers } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, EUR, eur, ledgerOf } from './rows.ts'

let page: VueWrapper
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterEach(() => {
  page.unmount()
  vi.restoreAllMocks()
  window.location.hash = ''
})

const holding = (name: string, value: number, over: Partial<Holding> = {}): Holding => ({
  security: { id: `ID-${name}`, idType: 'ISIN', name, ticker: null, kind: 'stock' }, units: '10.500' as DecimalText, isNominal: false, unitPrice: '9.5' as DecimalText, priceCurrency: EUR,
  pricedOn: localDate('2026-03-13'), value: eur(value), accrued: null, cost: eur(value - 1_000), gain: eur(1_000), subAccount: null, ...over,
})
const held: AccountHoldings = {
  accountId: 1 as AccountId, accountName: 'Depot', currency: EUR, asOf: localDate('2026-03-14'), holdings: [holding('Alpha', 30_000), holding('Beta', 70_000, { cost: eur(90_000), gain: eur(-20_000) })],
  totals: [{ value: eur(100_000), cost: eur(119_000), gain: eur(-19_000) }],
}
const loan: Loan = {
  accountId: 1 as AccountId, outstanding: eur(9_000_000), asOf: localDate('2026-03-14'), rate: '4.5' as DecimalText, rateType: 'FIXED', nextPaymentOn: localDate('2026-04-15'), nextPayment: eur(73_440), escrow: null,
  lent: eur(12_000_000), startedOn: null, maturesOn: localDate('2036-01-15'), paymentsLeft: 118,
  payments: [{ transactionId: 1 as TransactionId, bookedOn: localDate('2026-03-15'), amount: eur(73_440), principal: eur(40_000), interest: eur(33_440), escrow: null, insurance: null }],
}
const depotAnswers: Answers = {
  ...ledgerOf(3),
  'accounts.list': () => ok([account({ name: 'Depot', type: 'investment', balance: eur(5_000), holdings: { value: eur(100_000), others: [], asOf: localDate('2026-03-14'), unvalued: 0 } })]),
  'reports.balanceHistory': () => ok([]),
  'holdings.list': () => ok([held]),
  'trades.list': () => ok([]),
}

async function open(answers: Answers, hidden = false) {
  window.location.hash = '#/accounts/1'
  fakeBridge(answers, { preferences: { ...OPEN.preferences, privacyMode: hidden } })
  page = await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await flushPromises()
}
const main = () => document.querySelector('main')?.textContent ?? ''
const names = () => [...document.querySelectorAll('main tbody th .what')].map(({ textContent }) => textContent)

it('shows what a depot holds, the most valuable first, and what it is worth with its money', async () => {
  await open(depotAnswers)
  expect(document.querySelector('main dl .main')?.textContent).toContain('€1,050.00')
  expect(document.querySelector('#navigation')?.textContent).toContain('€1,050.00')
  expect(names()).toEqual(['Beta', 'Alpha'])
  expect(main()).toContain('10.5')
  expect(main()).toContain('€9.50')
  expect(main()).toContain('70.0%')
  expect(document.querySelector('main tfoot')?.textContent).toContain('−€190.00')
})

it('sorts by name, value and gain, and says which way', async () => {
  await open(depotAnswers)
  const header = (text: string) => [...document.querySelectorAll<HTMLElement>('main thead button')].find(({ textContent }) => textContent.includes(text))
  header('Gain')?.click()
  await flushPromises()
  expect(names()).toEqual(['Alpha', 'Beta'])
  header('Gain')?.click()
  await flushPromises()
  expect(names()).toEqual(['Beta', 'Alpha'])
  expect(header('Gain')?.closest('th')?.getAttribute('aria-sort')).toBe('ascending')
})

it('hides quantities and prices with the amounts', async () => {
  await open(depotAnswers, true)
  expect(main()).not.toMatch(/€\d|10\.5|1,050|9\.50/)
})

it('shows what is owed on a loan, its rate, what is due next, and how payments divide', async () => {
  await open({ ...depotAnswers, 'accounts.list': () => ok([account({ name: 'House', type: 'loan', balance: eur(-9_000_000) })]), 'loans.get': () => ok(loan) })
  for (const text of ['€90,000.00', '4.50 % a year', 'Next payment on Apr 15, 2026', '€734.40', '118 payments left', '25% paid back']) expect(main()).toContain(text)
  const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => textContent.includes('Payments'))
  tab?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  await flushPromises()
  expect(main()).toContain('€334.40')
})
