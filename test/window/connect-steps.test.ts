import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Connection, ConnectionId, Question } from '#shared/connections.ts'
import { localDate, type Instant } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { connection, linked, refresh, tanQuestion } from './banks.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted, settled } from './mounted.ts'
import { account, eur } from './rows.ts'

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
  window.location.hash = '#/connections'
})
afterEach(() => {
  vi.restoreAllMocks()
  window.location.hash = ''
})

async function open(answers: Answers): Promise<FakeBridge> {
  const bridge = fakeBridge({ 'refreshes.answer': () => ok(null), ...answers })
  await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await flushPromises()
  return bridge
}
const dialog = (): string => document.querySelector('.dialog')?.textContent ?? ''
const button = (name: RegExp, within: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>(`${within} button, ${within} [role=option], ${within} [role=menuitem], [role=menuitem]`)].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent.trim()))
  if (!found) throw new Error(`no ${name.source} in ${within}`)
  return found
}
async function click(name: RegExp, within: string): Promise<void> {
  button(name, within).click()
  await settled()
}
async function submit(): Promise<void> {
  document.querySelector<HTMLFormElement>('.dialog form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}
const labels = (): string[] => [...document.querySelectorAll('.dialog label')].map(({ textContent }) => textContent.trim())
const box = (label: RegExp): HTMLInputElement => {
  const id = [...document.querySelectorAll<HTMLLabelElement>('.dialog label')].find(({ textContent }) => label.test(textContent))?.htmlFor
  const found = id === undefined ? null : document.querySelector<HTMLInputElement>(`#${id}`)
  if (!found) throw new Error(`no box ${label.source} in ${dialog()}`)
  return found
}

it('W1 shows how rows get their categories before it shows the receipt, and can be left meanwhile', async () => {
  let left = 100
  const known = (): Connection => connection(left === 0 ? {} : { categorizationStatus: 'IN_PROGRESS', categoriesDue: left })
  const bridge = await open({ 'accounts.list': () => ok([account()]), 'connections.list': () => ok([known()]), 'refreshes.list': () => ok([refresh({ kind: 'import', question: tanQuestion() })]) })
  bridge.emit('refresh.changed', [refresh({ kind: 'import', status: 'FINISHED', step: 'done', accounts: [{ key: 'a', accountId: 1 as AccountId, name: 'Girokonto', status: 'UPDATED', error: null, added: 100 }] })])
  await eventually(() => { expect(dialog()).toContain('0 of 100 transactions') })
  expect(document.querySelector('.dialog [aria-current=step]')?.textContent).toContain('Categories')
  left = 40
  bridge.emit('ledger.changed', { scopes: ['transactions'] })
  await eventually(() => { expect(dialog()).toContain('60 of 100 transactions') })
  left = 0
  bridge.emit('ledger.changed', { scopes: ['connections'] })
  await eventually(() => { expect(dialog()).toContain('100 transactions are in your ledger.') })
  expect(button(/Open overview/, '.dialog')).toBeTruthy()
})

it('says of securities what the bank lists, where other accounts have a balance to be proven', async () => {
  const depot = linked({ key: 'depot', accountId: 2 as AccountId, name: 'Depot', type: 'investment', iban: null })
  const holdings = { value: eur(1_234_500), others: [], asOf: localDate('2026-03-13'), unvalued: 1 }
  const ledger = account({ id: 2 as AccountId, name: 'Depot', type: 'investment', proof: null, bankBalance: null, holdings })
  const bridge = await open({
    'accounts.list': () => ok([ledger]), 'connections.list': () => ok([connection({ accounts: [depot], accountIds: [2 as AccountId], positions: 'fetched' })]),
    'refreshes.list': () => ok([refresh({ kind: 'import', question: tanQuestion() })]),
  })
  bridge.emit('refresh.changed', [refresh({ kind: 'import', status: 'FINISHED', step: 'done', accounts: [{ key: 'depot', accountId: 2 as AccountId, name: 'Depot', status: 'UPDATED', error: null, added: 0 }] })])
  await eventually(() => { expect(dialog()).toContain('Holds securities worth €12,345.00, by the bank’s list of') })
  expect(dialog()).toContain('1 of them has no price.')
  expect(dialog()).not.toContain('No bank balance')
})

it('A1 asks for the login by the bank’s own words, and for a customer id where the bank names one', async () => {
  const bridge = await open({ 'banks.search': () => ok([{ ...connection().bank, city: 'Leipzig' }]), 'banks.greeting': () => ok({ name: 'Sparkasse', labels: { user: 'VR-NetKey', customer: 'Kundennummer' } }) })
  await click(/Connect a bank/, 'main')
  await click(/Sparkasse Leipzig/, '.dialog')
  await eventually(() => { expect(labels()).toContain('VR-NetKey') })
  expect(labels().indexOf('Kundennummer')).toBe(labels().indexOf('VR-NetKey') + 1)
  expect(bridge.callsOf('banks.greeting')).toEqual([{ url: 'https://bank.example/fints', bankCode: '86055592', country: '280' }])
})

it('A1 leaves securities out where a person wants it so, and asks only where there are some', async () => {
  const accounts = [linked({ accountId: null, status: null }), linked({ key: 'B', accountId: null, status: null, name: 'Depot', type: 'investment', iban: null, number: '4711' })]
  const question: Question = { kind: 'accounts', questionId: 'q7', daysMax: null, skipsPositions: false, accounts }
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ kind: 'import', step: 'accounts', question })]) })
  box(/Depot$/).click()
  await flushPromises()
  expect(labels().some((label) => label.includes('securities accounts hold'))).toBe(false)
  box(/Depot$/).click()
  await flushPromises()
  box(/securities accounts hold/).click()
  await flushPromises()
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'q7', answer: { kind: 'accounts', keys: accounts.map(({ key }) => key), days: 0, skipPositions: true } }])
})

it('A1 an edit takes securities in, and says why they stay once they were fetched', async () => {
  const depot = linked({ key: 'depot', name: 'Depot', type: 'investment' })
  const bridge = await open({ 'connections.list': () => ok([connection({ accounts: [depot], positions: 'skipped' }), connection({ id: 2 as ConnectionId, name: 'ING', accounts: [depot], positions: 'fetched' })]), 'connections.edit': () => ok(connection()) })
  await click(/^Actions for/, 'article')
  await click(/^Edit/, '.menu')
  expect(box(/securities accounts hold/).checked).toBe(false)
  box(/securities accounts hold/).click()
  await flushPromises()
  await submit()
  expect(bridge.callsOf('connections.edit')).toEqual([{ id: 1, skipPositions: false }])
  await eventually(() => { expect(document.querySelector('.dialog')).toBeNull() })
  await click(/^Actions for ING/, 'main')
  await click(/^Edit/, '.menu')
  expect([box(/securities accounts hold/).checked, box(/securities accounts hold/).disabled]).toEqual([true, true])
  expect(dialog()).toContain('it can no longer be left out')
})

it('says why a stored PIN is asked for again before it looks something up', async () => {
  const wrong = { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'pin_wrong', message: 'Nein', attemptsLeft: 1 }, timestamp: '2026-03-14T13:00:00.000Z' as Instant } as const
  await open({ 'connections.list': () => ok([connection({ lastManualUpdate: wrong, userActionRequired: true })]) })
  await click(/^Actions for/, 'article')
  await click(/^More from the bank/, '.menu')
  expect(dialog()).toContain('The bank did not accept the PIN last time. Type it with care: 1 attempt left.')
})
