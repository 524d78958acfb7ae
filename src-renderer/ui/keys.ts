export type Platform = 'linux' | 'darwin' | 'win32'

/** One press: `Mod` is Cmd on macOS and Ctrl elsewhere. */
export interface Stroke { readonly mod: boolean; readonly shift: boolean; readonly alt: boolean; readonly key: string }
/** Strokes one after the other: 'G O' is G, then O. */
export type Keys = readonly Stroke[]

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'getModifierState'>

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified'])
const NAMED = new Set(['Enter', 'Escape', 'Space', 'Delete', 'Backspace', 'Tab', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Plus'])
const RENAMED: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus', 'ArrowUp': 'Up', 'ArrowDown': 'Down', 'ArrowLeft': 'Left', 'ArrowRight': 'Right', 'Esc': 'Escape', 'Del': 'Delete' }

/** Reads 'Mod+Shift+Z' or 'G O'; undefined where the text names no keys. */
export function parseKeys(text: string): Keys | undefined {
  const strokes = text.split(' ').map(parseStroke)
  return strokes.every((stroke) => stroke !== undefined) ? strokes : undefined
}

function parseStroke(text: string): Stroke | undefined {
  const parts = text.split('+')
  const key = parts.at(-1) ?? ''
  const modifiers = new Set(parts.slice(0, -1))
  const known = [...modifiers].every((modifier) => modifier === 'Mod' || modifier === 'Shift' || modifier === 'Alt')
  if (!known || !isKey(key)) return undefined
  return { mod: modifiers.has('Mod'), shift: modifiers.has('Shift'), alt: modifiers.has('Alt'), key: key.length === 1 ? key.toUpperCase() : key }
}

const isKey = (key: string): boolean => key.length === 1 || NAMED.has(key) || /^F([1-9]|1[0-2])$/.test(key)

/**
 * What was pressed. Undefined for a modifier alone, while an input method composes, and for AltGr (Ctrl+Alt on Windows):
 * there it types characters on most European layouts.
 */
export function strokeOf(press: Press, platform: Platform): Stroke | undefined {
  if (press.isComposing || MODIFIERS.has(press.key) || press.getModifierState('AltGraph')) return undefined
  const mac = platform === 'darwin'
  if (!mac && ((press.ctrlKey && press.altKey) || press.metaKey)) return undefined
  if (mac && press.ctrlKey) return undefined
  const key = keyOf(press)
  const printed = key.length === 1 && !/[A-Z]/.test(key)
  return { mod: mac ? press.metaKey : press.ctrlKey, shift: press.shiftKey && !printed, alt: press.altKey, key }
}

/** Letters go by what is printed on the key; on layouts without Latin letters by their place. */
function keyOf({ key, code }: Press): string {
  const renamed = RENAMED[key] ?? key
  if (renamed.length !== 1) return renamed
  const placed = /^Key([A-Z])$/.exec(code)?.[1]
  return /\p{L}/u.test(renamed) && !/[a-z]/i.test(renamed) && placed !== undefined ? placed : renamed.toUpperCase()
}

export const sameStroke = (left: Stroke, right: Stroke): boolean =>
  left.key === right.key && left.mod === right.mod && left.alt === right.alt && left.shift === right.shift

/** The notation again, for the preferences. */
export function keysText(keys: Keys): string {
  return keys.map(({ mod, shift, alt, key }) => [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key].join('+')).join(' ')
}

/** A combination or an F-key never types text, so it may work while a field has the focus. */
export const neverTypes = ({ mod, key }: Stroke): boolean => mod || /^F\d+$/.test(key)
