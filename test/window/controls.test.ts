import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import PassphraseField from '#renderer/ui/PassphraseField.vue'
import PushButton from '#renderer/ui/PushButton.vue'
import SelectField from '#renderer/ui/SelectField.vue'
import ToastStack from '#renderer/ui/ToastStack.vue'
import { dismissAllToasts, showToast, toasts } from '#renderer/ui/toasts.ts'
import { mounted } from './mounted.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
afterEach(() => {
  vi.useRealTimers()
  dismissAllToasts()
})

it('asks a busy button for nothing twice and keeps the focus on it', async () => {
  const asked = vi.fn()
  const page = await mounted(PushButton, { props: { busy: true }, attrs: { onClick: asked }, slots: { default: 'Save' } })
  const button = page.get('button')
  button.element.focus()
  await button.trigger('click')
  expect(asked).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button.element)
  await page.setProps({ busy: false })
  await button.trigger('click')
  expect(asked).toHaveBeenCalledOnce()
})

it('lets a passphrase be pasted, shown and hidden, and says how strong it is', async () => {
  const page = await mounted(PassphraseField, { props: { modelValue: 'Sommer2024', label: 'Passphrase', fresh: true } })
  const field = page.get('input')
  const paste = new Event('paste', { cancelable: true })
  field.element.dispatchEvent(paste)
  expect(paste.defaultPrevented).toBe(false)
  expect(field.attributes('type')).toBe('password')
  await page.get('button[aria-pressed]').trigger('click')
  expect(field.attributes('type')).toBe('text')
  const described = document.getElementById(field.attributes('aria-describedby') ?? '')
  expect(described?.textContent).toContain('Weak')
})

it('connects every field with its label, its hint and its error', async () => {
  const page = await mounted(SelectField, { props: { modelValue: 'b', label: 'Currency', hint: 'Later', options: [{ value: 'a', label: 'A', group: 'One' }, { value: 'b', label: 'B' }] } })
  const control = page.get('select')
  expect(page.get('label').attributes('for')).toBe(control.attributes('id'))
  expect(document.getElementById(control.attributes('aria-describedby') ?? '')?.textContent).toBe('Later')
  await page.setProps({ error: 'Wrong' })
  expect(control.attributes('aria-invalid')).toBe('true')
  expect(document.getElementById(control.attributes('aria-describedby') ?? '')?.textContent).toBe('Wrong')
})

it('takes toasts away after a while, but not from under the pointer', async () => {
  const page = await mounted(ToastStack)
  showToast('Saved')
  await page.vm.$nextTick()
  await page.get('.toasts').trigger('pointerenter')
  vi.advanceTimersByTime(60_000)
  expect(toasts).toHaveLength(1)
  await page.get('.toasts').trigger('pointerleave')
  vi.advanceTimersByTime(60_000)
  expect(toasts).toHaveLength(0)
})

it('keeps a polite region standing, so that the first message is announced too', async () => {
  const page = await mounted(ToastStack)
  expect(page.get('[role=status]').attributes('aria-live')).toBe('polite')
  expect(page.get('[role=status]').text()).toBe('')
})

it('keeps only the newest messages, each with its action', async () => {
  const undo = vi.fn()
  const page = await mounted(ToastStack)
  for (const text of ['one', 'two', 'three', 'four']) showToast(text, { action: { label: 'Undo', run: undo } })
  await flushPromises()
  expect(toasts.map(({ text }) => text)).toEqual(['two', 'three', 'four'])
  await page.findAll('button').find((button) => button.text() === 'Undo')?.trigger('click')
  expect(undo).toHaveBeenCalledOnce()
  expect(toasts).toHaveLength(2)
})
