import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Account } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import { startWindow } from '#renderer/app/window.ts'
import { showToast, toasts } from '#renderer/ui/toasts.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'

const account = {
  id: 1, name: 'Girokonto Erika', iban: null, number: null, bankCode: null, institution: null, currency: currency('EUR'), type: 'checking',
  balance: { minor: minor(123_456), currency: currency('EUR') }, pending: { minor: minor(0), currency: currency('EUR') }, bankBalance: null, asOf: null, proof: null,
  transactionCount: 1, firstOn: null, lastOn: null, closed: false,
} as unknown as Account

let bridge: FakeBridge

function become(phase: 'open' | 'locked'): void {
  bridge.state = { ...bridge.state, phase }
  bridge.emit('app.changed', bridge.state)
}

beforeEach(async () => {
  bridge = fakeBridge({
    'accounts.list': () => ok([account]),
    'imports.stage': () => err({ kind: 'busy' }),
    'lock.now': () => {
      become('locked')
      return ok(null)
    },
    'lock.open': ({ secret }) => {
      if (secret !== 'sieben lila Elefanten') return err({ kind: 'passphrase_wrong' })
      become('open')
      return ok(null)
    },
  })
  document.body.innerHTML = '<div id="app"></div>'
  startWindow(document.querySelector('#app') ?? document.body)
  await eventually(() => { expect(document.body.textContent).toContain('Girokonto Erika') })
})
afterEach(async () => {
  become('locked')
  await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
  document.body.innerHTML = ''
})

async function type(secret: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.lock input')
  if (!field) throw new Error('no lock screen')
  field.value = secret
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('keeps nothing of the ledger once it locks: no text, no title, no address, no toast, no listener of the former window', async () => {
  const listeners = bridge.listenerCount()
  window.location.hash = '#/transactions?search=Erika'
  showToast('Payee is now Erika')
  await flushPromises()
  become('locked')
  await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
  expect(document.body.textContent).not.toMatch(/Erika|1[.,]234/)
  expect(document.title).toBe('Kontor')
  expect(window.location.href).not.toContain('Erika')
  expect(toasts).toHaveLength(0)
  expect(bridge.listenerCount()).toBeLessThan(listeners)
})

it('says what to do after a wrong passphrase and opens with the right one', async () => {
  become('locked')
  await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
  await type('falsch')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('recovery key')
  await type('sieben lila Elefanten')
  await eventually(() => { expect(document.body.textContent).toContain('Girokonto Erika') })
})

it('keeps files that are dropped on it until somebody has unlocked, and opens them once', async () => {
  const taken = () => bridge.callsOf('imports.stage').map(({ files }) => files.map(({ name }) => name))
  const opened: string[][] = []
  for (const name of ['march.ofx', 'april.ofx']) {
    become('locked')
    await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
    window.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { types: ['Files'], files: [new File(['OFXHEADER:100'], name)], items: [] } }))
    await eventually(() => { expect(document.querySelector('.toasts')?.textContent).toContain('once Kontor is unlocked') })
    expect(taken()).toEqual(opened)
    await type('sieben lila Elefanten')
    opened.push([name])
    await eventually(() => { expect(taken()).toEqual(opened) })
  }
})

it('comes back to the page that was open', async () => {
  document.querySelector<HTMLElement>('a[href="#/settings"]')?.click()
  await eventually(() => { expect(bridge.state.preferences.lastRoute).toBe('/settings/general') })
  become('locked')
  await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
  await type('sieben lila Elefanten')
  await eventually(() => { expect(window.location.hash).toBe('#/settings/general') })
})

it('shows the way out, not the old page, when the ledger breaks while it is open', async () => {
  bridge.state = { ...bridge.state, phase: 'broken', problem: { kind: 'bug', incidentId: 'i-9' } }
  bridge.emit('app.changed', bridge.state)
  await eventually(() => { expect(document.querySelector('.broken')?.textContent).toContain('i-9') })
  expect(document.body.textContent).not.toContain('Erika')
  become('open')
  await eventually(() => { expect(document.body.textContent).toContain('Girokonto Erika') })
})

it('locks by its shortcut, and where it cannot it leads to the passphrase', async () => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true }))
  await eventually(() => { expect(document.querySelector('.lock')).not.toBeNull() })
  await type('sieben lila Elefanten')
  bridge.state = { ...bridge.state, canLock: false }
  bridge.emit('app.changed', bridge.state)
  await eventually(() => { expect(document.querySelector('#navigation')).not.toBeNull() })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true }))
  await eventually(() => { expect(document.querySelector('.toasts')?.textContent).toContain('Set a passphrase first') })
})
