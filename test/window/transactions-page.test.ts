import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EDIT_ROWS_MAX } from '#shared/ipc/limits.ts'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type Answers } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, ledgerOf, transaction } from './rows.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'

const HEIGHT = 600
let page: VueWrapper

beforeEach(() => {
  // A document without layout has no heights: the table needs to know how much of it can be seen.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  HTMLElement.prototype.showPopover = () => undefined
})
afterEach(() => {
  vi.restoreAllMocks()
  dismissAllToasts()
  window.location.hash = ''
})

async function open(answers: Answers, hash = '#/transactions', state: Partial<AppState> = {}) {
  window.location.hash = hash
  const bridge = fakeBridge({
    'accounts.list': () => ok([account()]),
    'transactions.get': () => ok({ ...transaction(), rawPayee: '', code: '', checkNumber: '', bankReference: '', customerReference: '', counterpartyBic: '', endToEndId: '', mandateReference: '', creditorId: '', original: null, fileName: 'march.ofx', importedAt: null, line: 42, categoryWhy: null, transfer: null, contractId: null }),
    ...answers,
  }, state)
  page = await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await settle()
  return bridge
}

async function settle() {
  await flushPromises()
  await new Promise((resolve) => { setTimeout(resolve, 20) })
  await flushPromises()
}
async function press(key: string, more: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, bubbles: true, cancelable: true, ...more }))
  await settle()
}
const grid = () => document.querySelector('[role=grid]')
const rows = () => [...document.querySelectorAll('[role=grid] [role=row]')]
const cell = () => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')

it('keeps a hundred thousand rows in a few dozen elements, and says how many there are', async () => {
  await open(ledgerOf(100_000))
  expect(rows().length).toBeGreaterThan(10)
  expect(rows().length).toBeLessThanOrEqual(60)
  expect(grid()?.getAttribute('aria-rowcount')).toBe('100001')
  expect(document.querySelector('.foot')?.textContent).toContain('100,000 transactions')
})

it('moves by keys, keeps one way in for Tab, and goes to the end and back', async () => {
  await open(ledgerOf(5000))
  await press('j')
  expect(cell()).toBe('3')
  await press('ArrowDown')
  expect(cell()).toBe('4')
  await press('k')
  expect(cell()).toBe('3')
  expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1)
  await press('End')
  expect(cell()).toBe('5001')
  await press('Home')
  expect(cell()).toBe('2')
})

it('edits the payee in place; Escape drops what was typed', async () => {
  const ledger = ledgerOf(20)
  const bridge = await open(ledger)
  await press('p')
  const input = document.activeElement as HTMLInputElement
  expect([input.tagName, input.value]).toEqual(['INPUT', 'Payee 0'])
  input.value = 'Aldi'
  input.dispatchEvent(new Event('input'))
  await press('Enter')
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [ledger.rows[0]?.id], change: { payee: 'Aldi' } }])
  expect(rows()[1]?.textContent).toContain('Aldi')
  expect(cell()).toBe('2')
  await press('p')
  await press('Escape')
  expect(bridge.callsOf('transactions.edit')).toHaveLength(1)
})

it('finds a category by typing and gives it to the row', async () => {
  const bridge = await open(ledgerOf(20))
  await press('c')
  const input = document.activeElement as HTMLInputElement
  expect(input.getAttribute('role')).toBe('combobox')
  input.value = 'gro'
  input.dispatchEvent(new Event('input'))
  await settle()
  await press('Enter')
  expect(bridge.callsOf('transactions.edit')[0]?.change).toEqual({ categoryId: 'food.groceries' })
})

it('chooses a range with Shift and edits it in one step that can be undone', async () => {
  const ledger = ledgerOf(20)
  const bridge = await open({ ...ledger, 'history.state': () => ok({ undo: { label: 'edit', count: 3 }, redo: null }), 'history.undo': () => ok({ undo: null, redo: null }) })
  await press('j')
  await press('ArrowDown', { shiftKey: true })
  await press('ArrowDown', { shiftKey: true })
  expect(document.querySelector('.bulk')?.textContent).toContain('3 selected')
  await press('p')
  const input = document.activeElement as HTMLInputElement
  input.value = 'Bakery'
  input.dispatchEvent(new Event('input'))
  document.querySelector('.bulk form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [1, 2, 3].map((row) => ledger.rows[row]?.id), change: { payee: 'Bakery' } }])
  const undo = [...document.querySelectorAll<HTMLElement>('.toast button')].find(({ textContent }) => textContent === 'Undo')
  undo?.click()
  await settle()
  expect(bridge.callsOf('history.undo')).toHaveLength(1)
})

it('chooses everything with one key, and refuses to edit more than one step may hold', async () => {
  const bridge = await open(ledgerOf(EDIT_ROWS_MAX + 1))
  await press('a', { ctrlKey: true })
  expect(document.querySelector('.bulk')?.textContent).toContain('10,001 selected')
  await press('p')
  document.querySelector('.bulk form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
  expect(bridge.callsOf('transactions.edit')).toEqual([])
  expect(document.querySelector('.toasts')?.textContent).toContain('At most 10,000')
})

it('tells an empty ledger from a list that is filtered to nothing', async () => {
  await open({ 'accounts.list': () => ok([]) })
  expect(document.querySelector('main')?.textContent).toContain('No transactions yet')
  page.unmount()
  const bridge = await open(ledgerOf(5), '#/transactions?search=nowhere')
  expect(document.querySelector('main')?.textContent).toContain('Nothing matches')
  const clear = [...document.querySelectorAll<HTMLElement>('.empty button')].find(({ textContent }) => textContent.includes('Clear filters'))
  clear?.click()
  await settle()
  expect(bridge.callsOf('transactions.outline').at(-1)).toEqual({ filter: {} })
  expect(rows().length).toBeGreaterThan(5)
})

it('shows what the bank said and where a row comes from', async () => {
  await open(ledgerOf(5))
  await press('j')
  await press('i')
  const details = document.querySelector('.details')?.textContent ?? ''
  expect(details).toContain('march.ofx')
  expect(details).toContain('42')
  await press('Escape')
  expect(document.querySelector('.details')).toBeNull()
})

it('masks every amount at once', async () => {
  await open(ledgerOf(5, () => ({ balanceAfter: null })), '#/transactions', { preferences: { language: 'en', theme: 'light', autoLockMinutes: 10, privacyMode: true, contentProtection: false, desktopNotifications: false, answerMinutes: 5, fintsProductId: '', lastRoute: '', columnWidths: {}, shortcuts: {} } })
  expect(document.querySelector('main')?.textContent).not.toMatch(/12\.34|61\.70/)
  expect(document.querySelector('main')?.textContent).toContain('•••')
})

it('A17 divides a row by the keyboard: S, amounts, and the rest by itself', async () => {
  const ledger = ledgerOf(20)
  const bridge = await open(ledger)
  await press('s')
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[role=dialog] .amount input')]
  expect(inputs).toHaveLength(2)
  const [first] = inputs
  if (first) first.value = '4.00'
  first?.dispatchEvent(new Event('input'))
  await settle()
  document.querySelector('[role=dialog] form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [ledger.rows[0]?.id], change: { splits: [{ amountMinor: -400, categoryId: null, notes: '' }, { amountMinor: -834, categoryId: null, notes: '' }] } }])
})

it('A17 adds a tag by T, and Enter', async () => {
  const ledger = ledgerOf(20)
  const bridge = await open(ledger)
  await press('t')
  await settle()
  const input = document.activeElement as HTMLInputElement
  expect(input.labels?.[0]?.textContent).toBe('Tags')
  input.value = 'Holiday'
  input.dispatchEvent(new Event('input'))
  await press('Enter')
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [ledger.rows[0]?.id], change: { addTags: ['Holiday'] } }])
})

it('A17 says why a row has its category, and offers what is similar to a choice', async () => {
  const ledger = ledgerOf(3, () => ({ categoryId: 'food.groceries', categoryBy: 'user' }))
  const [chosen, other] = ledger.rows
  const bridge = await open({
    ...ledger,
    'transactions.get': () => ok({ ...transaction({ ...chosen }), rawPayee: '', code: '', checkNumber: '', bankReference: '', customerReference: '', counterpartyBic: '', endToEndId: '', mandateReference: '', creditorId: '', original: null, fileName: null, importedAt: null, line: null, categoryWhy: null, transfer: null, contractId: null }),
    'transactions.similar': () => ok({ ids: other ? [other.id] : [], examples: other ? [other] : [] }),
  })
  await press('i')
  await settle()
  expect(document.querySelector('.details')?.textContent).toContain('You chose this category.')
  const apply = [...document.querySelectorAll<HTMLButtonElement>('.similar button')].at(-1)
  expect(apply?.textContent).toContain('Apply “Groceries” to it too')
  apply?.click()
  await settle()
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [other?.id], change: { categoryId: 'food.groceries' } }])
})

it('pairs two chosen rows as a transfer with X, and says why two others cannot be one', async () => {
  let isAlike = true
  const bridge = await open({ ...ledgerOf(5), 'transfers.pair': () => (isAlike ? ok({ changed: 1 }) : err({ kind: 'invalid_input', path: 'ids' })) })
  await press('j')
  await press('ArrowDown', { shiftKey: true })
  await press('x')
  expect(bridge.callsOf('transfers.pair')).toEqual([{ ids: [4, 3] }])
  expect(document.body.textContent).toContain('Paired as a transfer.')
  isAlike = false
  await press('x')
  expect(document.body.textContent).toContain('These two cannot be one transfer')
})
