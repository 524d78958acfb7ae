import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Instant } from '#shared/dates.ts'
import { currency, minor } from '#shared/money.ts'
import type { Notification, NotificationRule, RuleDraft } from '#shared/notifications.ts'
import { err, ok } from '#shared/result.ts'
import NotificationsPage from '#renderer/features/notifications/NotificationsPage.vue'
import { useAppStore } from '#renderer/stores/app.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'

const EUR = currency('EUR')
const AT = '2026-03-31T08:00:00.000Z' as Instant
const LOW: NotificationRule = { id: 1 as NotificationRule['id'], trigger: 'LOW_ACCOUNT_BALANCE', scope: { of: 'all' }, limit: { minor: minor(100_00), currency: EUR }, categoryId: null, createdAt: AT }
const TOLD: Notification = {
  id: 7 as Notification['id'], trigger: 'HIGH_TRANSACTION_AMOUNT', ruleId: null, at: AT, connectionId: null, accountId: null, subject: 'Giro', count: null,
  amount: { minor: minor(-250_00), currency: EUR }, limit: null, payee: 'Möbelhaus', categoryId: null, error: null,
}

let page: VueWrapper
afterEach(() => {
  page.unmount()
  dismissAllToasts()
})

async function open(rules: NotificationRule[] = [LOW], answers: Parameters<typeof fakeBridge>[0] = {}): Promise<FakeBridge> {
  let known = rules
  const bridge = fakeBridge({
    'notifications.list': () => ok([...known]), 'notifications.recent': () => ok([TOLD]),
    'notifications.create': (draft) => {
      const made: NotificationRule = { ...draft as RuleDraft, id: (known.length + 10) as NotificationRule['id'], createdAt: AT }
      known = [...known, made]
      return ok(made)
    },
    'notifications.delete': ({ id }) => {
      known = known.filter((rule) => rule.id !== id)
      return ok(null)
    },
    ...answers,
  })
  page = await mounted(NotificationsPage)
  await useAppStore().load()
  await flushPromises()
  return bridge
}
const control = (name: RegExp, kind = 'button'): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>(kind)].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent))
  if (!found) throw new Error(`no ${kind} ${name.source}`)
  return found
}
const press = async (name: RegExp): Promise<void> => {
  control(name).click()
  await flushPromises()
}
async function choose(label: RegExp, value: string): Promise<void> {
  const field = document.querySelector<HTMLSelectElement | HTMLInputElement>(`#${control(label, 'label').getAttribute('for') ?? ''}`)!
  field.value = value
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  await flushPromises()
}
async function submit(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}

it('lists rules and what they found', async () => {
  await open()
  expect(document.body.textContent).toContain('Balance below €100.00')
  expect(document.body.textContent).toContain('Giro: −€250.00, Möbelhaus')
})

it('is off on the desktop until a person turns it on', async () => {
  const bridge = await open()
  document.querySelector<HTMLInputElement>('[role=switch]')!.click()
  await flushPromises()
  expect(bridge.callsOf('preferences.set')).toEqual([{ desktopNotifications: true }])
})

it('asks for what a rule needs and makes it', async () => {
  const bridge = await open([])
  await press(/Add rule/)
  await choose(/Tell me when/, 'CATEGORY_CASH_FLOW')
  await choose(/^Category/, 'food.groceries')
  await submit()
  expect(document.body.textContent).toContain('Enter an amount')
  expect(bridge.callsOf('notifications.create')).toEqual([])
  await choose(/Amount in EUR/, '300')
  await submit()
  expect(bridge.callsOf('notifications.create')).toEqual([{ trigger: 'CATEGORY_CASH_FLOW', scope: { of: 'all' }, limit: { minor: 300_00, currency: 'EUR' }, categoryId: 'food.groceries' }])
  expect(document.body.textContent).toContain('Groceries reaches €300.00 in a month')
})

it('says where such a rule exists already', async () => {
  await open([], { 'notifications.create': () => err({ kind: 'exists', what: 'rule' }) })
  await press(/Add rule/)
  await submit()
  expect(document.body.textContent).toContain('There is such a rule already.')
})

it('deletes a rule and takes that back', async () => {
  const bridge = await open()
  await press(/Delete: Balance below/)
  expect(document.body.textContent).toContain('No rules yet')
  await toasts[0]?.action?.run()
  await flushPromises()
  expect(bridge.callsOf('notifications.create')).toEqual([{ trigger: 'LOW_ACCOUNT_BALANCE', scope: { of: 'all' }, limit: { minor: 100_00, currency: 'EUR' }, categoryId: null }])
  expect(document.body.textContent).toContain('Balance below €100.00')
})
