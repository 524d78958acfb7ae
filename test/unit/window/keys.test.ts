import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keysText, parseKeys, sameStroke, strokeOf } from '#renderer/ui/keys.ts'

const press = (key: string, more: Partial<{ code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; isComposing: boolean; altGraph: boolean }> = {}) => ({
  key, code: more.code ?? '', ctrlKey: more.ctrlKey ?? false, metaKey: more.metaKey ?? false, altKey: more.altKey ?? false, shiftKey: more.shiftKey ?? false,
  isComposing: more.isComposing ?? false, getModifierState: (name: string) => name === 'AltGraph' && (more.altGraph ?? false),
})

it('writes down what it reads', () => {
  const key = fc.constantFrom('A', 'Z', '7', '/', '?', ',', 'Enter', 'Escape', 'Space', 'Delete', 'F1', 'F12', 'Up', 'Plus')
  const stroke = fc.tuple(fc.subarray(['Mod', 'Alt', 'Shift']), key).map(([modifiers, name]) => [...modifiers, name].join('+'))
  fc.assert(fc.property(fc.array(stroke, { minLength: 1, maxLength: 3 }), (strokes) => {
    const text = strokes.join(' ')
    expect(keysText(parseKeys(text) ?? [])).toBe(text)
  }))
})

it.each(['', 'Ctrl+K', 'Mod+', 'F13', 'Hyper+A', 'Enterr', 'G  O'])('refuses %j as keys', (text) => {
  expect(parseKeys(text)).toBeUndefined()
})

it('hears Cmd on macOS and Ctrl elsewhere', () => {
  const [wanted] = parseKeys('Mod+K') ?? []
  expect(strokeOf(press('k', { ctrlKey: true }), 'linux')).toEqual(wanted)
  expect(strokeOf(press('k', { metaKey: true }), 'darwin')).toEqual(wanted)
  expect(strokeOf(press('k', { ctrlKey: true }), 'darwin')).toBeUndefined()
  expect(strokeOf(press('k', { metaKey: true }), 'win32')).toBeUndefined()
})

it('never takes AltGr: it types @ and € on European layouts', () => {
  expect(strokeOf(press('@', { ctrlKey: true, altKey: true }), 'win32')).toBeUndefined()
  expect(strokeOf(press('€', { altGraph: true }), 'linux')).toBeUndefined()
})

it('leaves modifiers alone and input methods in peace', () => {
  for (const key of ['Shift', 'Control', 'AltGraph', 'Dead']) expect(strokeOf(press(key), 'linux')).toBeUndefined()
  expect(strokeOf(press('g', { isComposing: true }), 'linux')).toBeUndefined()
})

it('finds ? whichever keys print it, and Z with and without Shift', () => {
  const [question] = parseKeys('?') ?? []
  expect(strokeOf(press('?', { shiftKey: true, code: 'Minus' }), 'linux')).toEqual(question)
  const [redo] = parseKeys('Mod+Shift+Z') ?? []
  const [undo] = parseKeys('Mod+Z') ?? []
  const pressed = strokeOf(press('Z', { ctrlKey: true, shiftKey: true }), 'linux')
  expect(pressed && redo && sameStroke(pressed, redo)).toBe(true)
  expect(pressed && undo && sameStroke(pressed, undo)).toBe(false)
})

it('goes by the place of the key where letters are not Latin', () => {
  expect(strokeOf(press('я', { ctrlKey: true, code: 'KeyZ' }), 'linux')?.key).toBe('Z')
  expect(strokeOf(press('z', { ctrlKey: true, code: 'KeyY' }), 'linux')?.key).toBe('Z')
})
