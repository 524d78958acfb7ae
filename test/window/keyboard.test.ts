import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { conflictsOf, register, remap, runCommand, type Command } from '#renderer/ui/commands.ts'
import { useKeyboard } from '#renderer/ui/keyboard.ts'
import ModalDialog from '#renderer/ui/ModalDialog.vue'
import { eventually } from './eventually.ts'
import { mounted } from './mounted.ts'

const command = (id: string, keys: string[], run: () => void, more: Partial<Command> = {}): Command => ({ id, keys, run, title: 'ui.close', group: 'ui.close', ...more })

let scope: EffectScope
let forget: () => void = () => undefined

function press(key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more })
  target.dispatchEvent(event)
  return event
}

beforeEach(() => {
  scope = effectScope()
  scope.run(() => { useKeyboard(() => 'linux') })
})
afterEach(() => {
  scope.stop()
  forget()
  remap({})
})

it('runs G O after G, then O, and neither alone', () => {
  const run = vi.fn()
  forget = register([command('overview.go', ['G O'], run)])
  press('o')
  press('g')
  expect(run).not.toHaveBeenCalled()
  press('o')
  expect(run).toHaveBeenCalledOnce()
})

it('takes a second key for itself where the sequence goes no further', () => {
  const jump = vi.fn()
  const next = vi.fn()
  forget = register([command('overview.go', ['G O'], jump), command('row.next', ['J'], next)])
  press('g')
  press('j')
  expect(next).toHaveBeenCalledOnce()
  expect(jump).not.toHaveBeenCalled()
})

it('leaves single letters to whoever types, and combinations not', () => {
  const letter = vi.fn()
  const combination = vi.fn()
  forget = register([command('a', ['J'], letter), command('b', ['Mod+K'], combination)])
  document.body.innerHTML = '<input id="i"><textarea id="t"></textarea><select id="s"></select><div id="m" role="menu"></div>'
  for (const id of ['i', 't', 's', 'm']) {
    const field = document.getElementById(id)
    if (!field) throw new Error('no such field')
    press('j', {}, field)
    press('k', { ctrlKey: true }, field)
  }
  expect(letter).not.toHaveBeenCalled()
  expect(combination).toHaveBeenCalledTimes(4)
})

it('leaves undo in a text field to the text field', () => {
  const undo = vi.fn()
  forget = register([command('history.undo', ['Mod+Z'], undo, { inFields: false })])
  document.body.innerHTML = '<input id="i">'
  expect(press('z', { ctrlKey: true }, document.getElementById('i') ?? document.body).defaultPrevented).toBe(false)
  expect(undo).not.toHaveBeenCalled()
  expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(true)
  expect(undo).toHaveBeenCalledOnce()
})

it('lets Enter and Space press the button that has the focus', () => {
  const run = vi.fn()
  forget = register([command('row.edit', ['Enter'], run), command('row.select', ['Space'], run)])
  document.body.innerHTML = '<button id="b">x</button>'
  const button = document.getElementById('b') ?? document.body
  press('Enter', { code: 'Enter' }, button)
  press(' ', { code: 'Space' }, button)
  expect(run).not.toHaveBeenCalled()
  press(' ', { code: 'Space' })
  expect(run).toHaveBeenCalledOnce()
})

it('repeats moving while the key is held, and nothing else', () => {
  const move = vi.fn()
  const toggle = vi.fn()
  forget = register([command('row.next', ['J'], move, { keysOnly: true }), command('privacy.toggle', ['Mod+Shift+P'], toggle)])
  press('j')
  press('j', { repeat: true })
  press('P', { ctrlKey: true, shiftKey: true })
  press('P', { ctrlKey: true, shiftKey: true, repeat: true })
  expect(move).toHaveBeenCalledTimes(2)
  expect(toggle).toHaveBeenCalledOnce()
})

it('lets go of what lasts while a key is held, also when the window loses the focus', () => {
  const release = vi.fn()
  forget = register([command('privacy.peek', ['V'], () => undefined, { release })])
  press('v')
  document.dispatchEvent(new KeyboardEvent('keyup', { key: 'v', code: 'KeyV' }))
  expect(release).toHaveBeenCalledOnce()
  press('v')
  window.dispatchEvent(new Event('blur'))
  expect(release).toHaveBeenCalledTimes(2)
})

it('listens to the user’s own keys instead of those a command came with', () => {
  const run = vi.fn()
  forget = register([command('app.lock', ['Mod+L'], run), command('other', ['Mod+J'], () => undefined)])
  remap({ 'app.lock': 'Mod+B' })
  press('l', { ctrlKey: true })
  expect(run).not.toHaveBeenCalled()
  press('b', { ctrlKey: true })
  expect(run).toHaveBeenCalledOnce()
  expect(conflictsOf('other', 'Mod+B').map(({ id }) => id)).toEqual(['app.lock'])
  remap({ 'app.lock': '' })
  press('b', { ctrlKey: true })
  expect(run).toHaveBeenCalledOnce()
})

it('covers the page’s commands while a dialog is open', async () => {
  const below = vi.fn()
  forget = register([command('row.next', ['J'], below)])
  const page = await mounted(ModalDialog, { props: { open: true, title: 'Question' } })
  await flushPromises()
  press('j')
  expect(runCommand('row.next')).toBe(false)
  await page.setProps({ open: false })
  await eventually(() => { expect(runCommand('row.next')).toBe(true) })
  expect(below).toHaveBeenCalledOnce()
})

it('locks and hides amounts over an open dialog too', async () => {
  const lock = vi.fn()
  forget = register([command('app.lock', ['Mod+L'], lock, { everywhere: true })])
  await mounted(ModalDialog, { props: { open: true, title: 'Question' } })
  await flushPromises()
  press('l', { ctrlKey: true })
  expect(runCommand('app.lock')).toBe(true)
  expect(lock).toHaveBeenCalledTimes(2)
})

it('refuses commands with keys nobody can press', () => {
  expect(() => register([command('broken', ['Ctrl+K'], () => undefined)])).toThrow('Bug')
})
