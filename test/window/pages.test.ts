import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import { minor } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { household, type Household } from '../fixtures/household.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, OPEN, type Answers } from './fake-bridge.ts'
import { mounted, settled } from './mounted.ts'
import { account, batch, EUR, eur, ledgerOf } from './rows.ts'

let page: VueWrapper

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 14, 12), toFake: ['Date'] })
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  dismissAllToasts()
  window.location.hash = ''
})

async function open(hash: string, answers: Answers = {}, state: Partial<AppState> = {}) {
  window.location.hash = hash
  const bridge = fakeBridge(answers, state)
  page = await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await flushPromises()
  return bridge
}
const main = () => document.querySelector('main')?.textContent ?? ''
const button = (text: string, within = 'body') => [...document.querySelectorAll<HTMLElement>(`${within} button, ${within} [role=menuitem]`)].find(({ textContent }) => textContent.includes(text))
async function click(text: string, within?: string) {
  button(text, within)?.click()
  await settled()
}

const history: Answers = {
  'accounts.list': () => ok([account({ balance: eur(100_000) }), account({ id: 2 as AccountId, name: 'Visa', type: 'credit', balance: eur(-25_000) })]),
  'reports.balanceHistory': () => ok([{ currency: EUR, points: [{ on: localDate('2026-01-02'), minor: minor(50_000) }, { on: localDate('2026-03-01'), minor: minor(75_000) }] }]),
}

it('begins with one thing to do while there is nothing to show', async () => {
  await open('#/overview')
  expect(main()).toContain('Your money, on your own computer')
  await click('Import a file', 'main')
  expect(document.querySelector('.dialog')?.textContent).toContain('Choose files …')
})

it('says that demo data is no real money, and removes it in one click', async () => {
  const bridge = await open('#/overview', { ...history, ...reportsOf(house), 'ledger.settings': () => ok({ baseCurrency: EUR, demoBatchId: 7 as BatchId }), 'demo.remove': () => ok(null) })
  expect(main()).toContain('This is demo data')
  await click('Remove demo data', 'main')
  expect(bridge.callsOf('demo.remove')).toHaveLength(1)
})

/** A household of two months, asked for its reports by the same code as in the app. */
function reportsOf(house: Household): Answers {
  return {
    'reports.run': (question) => ok(house.run(question.name, question)),
    'reports.rows': ({ request, key }) => ok(house.rows(request.name, key, request)),
    'transfers.list': () => ok({ pairing: 'confirm', counts: { proposed: 2, confirmed: 0, rejected: 0 }, transfers: [] }),
  }
}

let house: Household
beforeEach(() => {
  house = household('2026-03-14')
  house.row('2026-01-02', 50_000, null)
  house.row('2026-02-10', 300_000, 'income.salary')
  house.row('2026-03-01', -90_000, 'housing.rent')
  house.row('2026-03-02', -7654, 'transfers.internal')
  house.knownUntil('2026-03-14')
})
afterEach(() => { house.close() })

it('holds the month against the very same days before it, and says so', async () => {
  const bridge = await open('#/overview', { ...history, ...reportsOf(house) })
  await eventually(() => { expect(main()).toContain('Mar 1 – Mar 14Feb 1 – Feb 14') })
  expect(main()).toContain('€900.00')
  expect(main()).toMatch(/In€0\.00, In, Show the transactions€3,000\.00, In, Show the transactionsOut/)
  expect(main()).not.toContain('€76.54')
  await click('€3,000.00', 'main')
  await eventually(() => { expect(document.querySelector('.dialog')?.textContent).toContain('1 transaction') })
  expect(bridge.callsOf('reports.rows')).toEqual([{ request: { name: 'comparison', from: '2026-03-01', to: '2026-03-14' }, key: 'previous/income' }])
})

it('tells what there is and how that changed in a month, and leads to the rows', async () => {
  const bridge = await open('#/overview', { ...history, ...reportsOf(house) })
  await eventually(() => { expect(main()).toContain('Net worth€2,523.46') })
  expect(main()).toContain('since Feb 11, 2026')
  await click('€2,523.46', 'main')
  await eventually(() => { expect(document.querySelector('.dialog')?.textContent).toContain('5 transactions') })
  expect(bridge.callsOf('reports.rows')).toEqual([{ request: { name: 'balances', to: '2026-03-14', days: 31, compare: 'none' }, key: 'total/net' }])
})

it('looks ahead with the accounts that enough is known of, and says how many are left out', async () => {
  const two = household('2026-03-14', [['checking', 'EUR'], ['savings', 'EUR']])
  onTestFinished(() => { two.close() })
  two.monthly('2025-11', '2026-03', 1, -50_000, 'housing.rent', 'Landlord')
  two.knownUntil('2026-03-14')
  two.row('2026-03-10', -10_000, 'food.groceries', { account: 2 })
  const bridge = await open('#/overview', { ...history, ...reportsOf(two) })
  await eventually(() => { expect(main()).toContain('Without 1 account of which too little is known yet.') })
  expect(main()).toContain('Lowest')
  expect(bridge.callsOf('reports.run').filter(({ name }) => name === 'forecast')).toHaveLength(1)
})

it('says what waits for a decision, and that nothing is due or connected', async () => {
  await open('#/overview', { ...history, ...reportsOf(house) })
  await eventually(() => { expect(main()).toContain('2 proposed transfers') })
  expect(main()).toContain('2 transactions without a category')
  expect(main()).toContain('As far as is known nothing is due in the next 14 days.')
  expect(main()).toContain('No bank is connected.')
})

it('hides every amount on every page at once, in names for screen readers too', async () => {
  for (const hash of ['#/overview', '#/accounts', '#/accounts/1', '#/imports', '#/transactions']) {
    await open(hash, { ...history, ...reportsOf(house), ...ledgerOf(3), 'imports.history': () => ok([batch()]) }, { preferences: { ...OPEN.preferences, privacyMode: true } })
    const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label')).join(' ')
    expect(`${document.body.textContent} ${labels}`, hash).not.toMatch(/[€$]\s?\d|\d\s?[€$]/)
    page.unmount()
  }
})

it('says in words and as a table what the chart draws', async () => {
  await open('#/accounts/1', { ...history, ...ledgerOf(3) })
  expect(document.querySelector('canvas')?.getAttribute('aria-label')).toBe('From Jan 2, 2026 to Mar 14, 2026: €500.00 at the start, €750.00 at the end. Lowest €500.00 on Jan 2, 2026, highest €750.00 on Mar 1, 2026.')
  await click('Table', 'main')
  expect([...document.querySelectorAll('.chart tbody tr')].map(({ textContent }) => textContent)).toEqual(['March 202603/14/2026€750.00', 'February 202602/28/2026€500.00', 'January 202601/31/2026€500.00'])
})

it('tells of an account that is gone', async () => {
  await open('#/accounts/99', history)
  expect(main()).toContain('This account does not exist any more.')
})

it('closes an account and offers to take that back', async () => {
  const bridge = await open('#/accounts/1', { ...history, ...ledgerOf(3), 'accounts.close': ({ closed }) => ok(account({ closed })), 'history.state': () => ok({ undo: { label: 'close', count: 1 }, redo: null }), 'history.undo': () => ok({ undo: null, redo: null }) })
  document.querySelector<HTMLElement>('main .title button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await flushPromises()
  await click('Close account')
  expect(bridge.callsOf('accounts.close')).toEqual([{ id: 1, closed: true }])
  expect(document.querySelector('.toasts')?.textContent).toContain('is closed. Its transactions stay.')
  await click('Undo', '.toast')
  expect(bridge.callsOf('history.undo')).toHaveLength(1)
})

it('shows what a revert would change before it does it', async () => {
  const bridge = await open('#/imports', {
    'imports.history': () => ok([batch()]),
    'imports.revertPreview': () => ok({ removed: 7, kept: 2, restored: 1, edited: 0, accountsRemoved: 0, delta: [eur(5000)] }),
    'imports.revert': () => ok(batch()),
  })
  document.querySelector<HTMLElement>('main .menu-cell button')?.click()
  await flushPromises()
  await click('Revert import …')
  const dialog = document.querySelector('.dialog')?.textContent ?? ''
  expect(dialog).toContain('7 transactions are removed.')
  expect(dialog).toContain('2 transactions stay, because another import brought them too.')
  expect(dialog).toContain('1 transaction becomes pending again.')
  expect(dialog).toContain('+€50.00')
  expect(dialog).not.toContain('edits')
  await click('Revert import', '.dialog')
  expect(bridge.callsOf('imports.revert')).toEqual([{ batchId: 7 }])
})

it('keeps the receipt of each import', async () => {
  await open('#/imports', {
    'imports.history': () => ok([batch({ id: 3 as BatchId })]),
    'imports.receipt': () => ok({ batch: batch(), warnings: [], decisions: [{ line: 44, decision: 'duplicate', reason: 'same-content', accountId: 1 as AccountId }], accounts: [{ accountId: 1 as AccountId, accountName: 'Girokonto', counts: { rows: 10, new: 7, duplicate: 1, match: 1, skip: 1, problem: 0 }, problems: [], proof: null }] }),
  })
  await click('march.ofx', 'main')
  const receipt = document.querySelector('.receipt')?.textContent ?? ''
  expect(receipt).toContain('Same date, amount and text as a transaction you have')
  expect(receipt).toContain('The bank’s files name no balance')
})

it('says what went wrong with a report and tries again', async () => {
  let fails = true
  await open('#/overview', { ...history, ...reportsOf(house), 'reports.run': (question) => (fails ? err({ kind: 'storage', reason: 'failed' }) : ok(house.run(question.name, question))) })
  expect(main()).toContain('The disk reported an error.')
  fails = false
  await click('Try again', 'main')
  await flushPromises()
  expect(main()).not.toContain('The disk reported an error.')
})
