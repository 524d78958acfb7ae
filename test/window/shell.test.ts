import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, OPEN, type Answers, type FakeBridge } from './fake-bridge.ts'
import { eventually } from './eventually.ts'
import { mounted } from './mounted.ts'

async function open(answers: Answers = {}, state: Partial<AppState> = {}): Promise<FakeBridge> {
  const bridge = fakeBridge(answers, state)
  await mounted(App)
  await flushPromises()
  return bridge
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}
const palette = () => document.querySelector<HTMLElement>('[role=combobox]')
const said = () => document.querySelector('.toasts')?.textContent ?? ''

afterEach(() => {
  dismissAllToasts()
})

it('finds a command by name and runs it where the person was', async () => {
  const bridge = await open()
  await press('k', { ctrlKey: true })
  await eventually(() => { expect(palette()).not.toBeNull() })
  const field = palette() as HTMLInputElement
  field.value = 'hide or'
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  expect([...document.querySelectorAll('[role=option]')].map((option) => option.textContent)).toEqual([expect.stringContaining('Hide or show amounts')])
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await eventually(() => { expect(bridge.callsOf('preferences.set')).toContainEqual({ privacyMode: true }) })
  expect(palette()).toBeNull()
})

it('says so when no command matches', async () => {
  await open()
  await press('k', { ctrlKey: true })
  await eventually(() => { expect(palette()).not.toBeNull() })
  const field = palette() as HTMLInputElement
  field.value = 'qqqq'
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  expect(document.querySelector('.palette')?.textContent).toContain('No command matches “qqqq”')
})

it('undoes, tells, and offers to do it again', async () => {
  const bridge = await open({
    'history.state': () => ok({ undo: { label: 'edit', count: 2 }, redo: null }),
    'history.undo': () => ok({ undo: null, redo: { label: 'edit', count: 2 } }),
    'history.redo': () => ok({ undo: { label: 'edit', count: 2 }, redo: null }),
  })
  await press('z', { ctrlKey: true })
  expect(said()).toContain('Undone: change of 2 transactions')
  const redo = [...document.querySelectorAll<HTMLElement>('.toasts button')].find(({ textContent }) => textContent.includes('Redo'))
  redo?.click()
  await flushPromises()
  expect(bridge.callsOf('history.redo')).toHaveLength(1)
  expect(said()).toContain('Done again')
})

it('says when there is nothing to undo, and why it could not', async () => {
  await open({ 'history.undo': () => err({ kind: 'disk_full' }) })
  await press('z', { ctrlKey: true })
  expect(said()).toContain('disk is full')
})

it('hides amounts by its shortcut and shows them while V is held', async () => {
  const balance = { minor: 123_456, currency: 'EUR' }
  const account = { id: 1, name: 'Giro', type: 'checking', currency: 'EUR', balance, pending: { minor: 0, currency: 'EUR' }, proof: null, bankBalance: null, closed: false }
  await open({ 'accounts.list': () => ok([account] as never) })
  const side = () => document.querySelector('#navigation')?.textContent ?? ''
  expect(side()).toContain('1,234.56')
  await press('P', { ctrlKey: true, shiftKey: true })
  expect(side()).not.toMatch(/1,234/)
  await press('v')
  expect(side()).toContain('1,234.56')
  document.dispatchEvent(new KeyboardEvent('keyup', { key: 'v', code: 'KeyV' }))
  await flushPromises()
  expect(side()).not.toMatch(/1,234/)
})

it('runs what the menu bar asks for', async () => {
  const bridge = await open()
  bridge.emit('menu.command', { command: 'privacy.toggle' })
  bridge.emit('menu.command', { command: 'no.such.command' })
  await flushPromises()
  expect(bridge.callsOf('preferences.set')).toContainEqual({ privacyMode: true })
})

it('takes files dropped anywhere and leaves dragged text alone', async () => {
  const bridge = await open({ 'imports.stage': () => err({ kind: 'unsupported', what: 'format' }) })
  const drag = (type: string, carried: DataTransfer) => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer: carried })
    window.dispatchEvent(event)
    return flushPromises()
  }
  const text = { types: ['text/plain'], files: [], items: [] } as unknown as DataTransfer
  await drag('dragenter', text)
  expect(document.body.textContent).not.toContain('Drop to import')
  const files = { types: ['Files'], files: [new File(['OFXHEADER:100'], 'june.ofx')], items: [], dropEffect: 'none' } as unknown as DataTransfer
  await drag('dragenter', files)
  expect(document.body.textContent).toContain('Drop to import')
  await drag('drop', files)
  await eventually(() => { expect(bridge.callsOf('imports.stage').map((input) => input.files.map(({ name }) => name))).toEqual([['june.ofx']]) })
  expect(document.body.textContent).not.toContain('Drop to import')
})

it('says that a dropped folder is one, whatever its name', async () => {
  const bridge = await open()
  const folder = new File([], 'statements.2026')
  const carried = { types: ['Files'], files: [folder], items: [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) }] }
  window.dispatchEvent(Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: carried }))
  await eventually(() => { expect(document.body.textContent).toContain('statements.2026Folders cannot be imported. Choose the files inside it.') })
  expect(bridge.callsOf('imports.stage')).toEqual([])
})

it('shows running work with its measure, lets it be stopped, and clears away', async () => {
  const running: Operation = { operationId: '0b8f1c1e-0000-4000-8000-000000000001' as OperationId, kind: 'backup', state: 'running', phase: 'write', done: 20, total: 80, error: null }
  const bridge = await open({ 'operations.cancel': () => ok(null) })
  bridge.emit('operation.changed', running)
  await flushPromises()
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25')
  document.querySelector<HTMLElement>('[aria-label="Cancel Backup"]')?.click()
  expect(bridge.callsOf('operations.cancel')).toEqual([{ operationId: running.operationId }])
  bridge.emit('operation.changed', { ...running, state: 'cancelled' })
  await flushPromises()
  expect(document.querySelector('[role=progressbar]')).toBeNull()
})

it('says plainly whether the ledger is encrypted', async () => {
  await open({}, { encrypted: false })
  expect(document.querySelector('#navigation')?.textContent).toContain('not encrypted')
})

it('tells why the ledger is broken and offers the ways out', async () => {
  const bridge = await open({ 'data.restore': () => ok({ fileName: null }), 'lock.open': () => err({ kind: 'malformed', reason: 'ledger_damaged', line: null }) }, { phase: 'broken', problem: { kind: 'malformed', reason: 'ledger_damaged', line: null } })
  expect(document.querySelector('[role=alert]')?.textContent).toContain('damaged')
  const restore = [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent.includes('Restore'))
  restore?.click()
  await flushPromises()
  expect(bridge.callsOf('data.restore')).toHaveLength(1)
})

it('starts with what it last knew only after main has answered, and says so when it cannot', async () => {
  const bridge = fakeBridge({ 'app.state': () => err({ kind: 'bug', incidentId: 'i-1' }) })
  await mounted(App)
  expect(document.querySelector('[role=alert]')?.textContent).toContain('i-1')
  expect(bridge.callsOf('accounts.list')).toEqual([])
  expect(OPEN.phase).toBe('open')
})
