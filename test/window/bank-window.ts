/** The window at its bank connections, used as a person uses it: fields by their labels, buttons by their names. */
import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, vi } from 'vitest'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import { ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { connection, refresh } from './banks.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted, settled } from './mounted.ts'
import { account, eur } from './rows.ts'

export const BANK = { ...connection().bank, city: 'Leipzig' }
const proof = { bank: eur(123_456), ledger: eur(123_456), difference: eur(0), asOf: account().asOf!, firstDivergingDay: null }
const usual: Answers = {
  'accounts.list': () => ok([account({ proof })]),
  'connections.list': () => ok([connection()]),
  'banks.search': () => ok([BANK]),
  'refreshes.answer': () => ok(null),
  'refreshes.cancel': () => ok(null),
}

/** A document without layout has no heights; the lists need to know how much of them can be seen. For every test of the file that calls it. */
export function inWindow(width = 1200): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    dismissAllToasts()
    window.location.hash = ''
  })
}

/** The whole window on the page of the connections, with one of them healthy unless the answers say otherwise. */
export async function open(answers: Answers = {}, { hash = '#/connections', state = {} }: { hash?: string; state?: Partial<AppState> } = {}): Promise<FakeBridge> {
  window.location.hash = hash
  const bridge = fakeBridge({ ...usual, ...answers }, state)
  await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await flushPromises()
  return bridge
}

export const text = (selector = 'body') => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' ')
export const dialog = () => text('.dialog')
/** The field of the dialog with this label. */
export const field = (label: RegExp) => {
  const found = [...document.querySelectorAll<HTMLInputElement>('.dialog input, .dialog select')].find((input) => label.test(input.getAttribute('aria-label') ?? document.querySelector(`label[for="${input.id}"]`)?.textContent ?? ''))
  if (!found) throw new Error(`no field ${label.source} in ${dialog()}`)
  return found
}
export async function fill(label: RegExp, value: string) {
  const input = field(label)
  input.value = value
  input.dispatchEvent(new Event(input instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }))
  await flushPromises()
}
export async function click(name: RegExp, within = 'body') {
  const found = [...document.querySelectorAll<HTMLElement>(`${within} button, ${within} [role=menuitem]`)].find((button) => name.test(button.getAttribute('aria-label') ?? button.textContent))
  if (!found) throw new Error(`no button ${name.source} in ${text(within)}`)
  found.click()
  await settled()
}
export async function submit() {
  document.querySelector<HTMLFormElement>('.dialog form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}
/** Main tells how a refresh goes on. */
export async function tell(bridge: FakeBridge, told: Parameters<typeof refresh>[0]) {
  bridge.emit('refresh.changed', [refresh(told)])
  await flushPromises()
}

/** From the list of banks to the login of the first one. */
export async function toLogin() {
  await click(/Connect a bank/, 'main')
  await fill(/Search your bank/, 'leipzig')
  await submit()
}
