import { parseKeys, type Platform, type Stroke } from './keys.ts'
import type { Text } from './text.ts'

const MAC: Readonly<Record<string, string>> = { Enter: '↩', Backspace: '⌫', Delete: '⌦', Up: '↑', Down: '↓', Left: '←', Right: '→', Plus: '+' }
const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→', Plus: '+' }

/** The caps of each stroke, named in the user's language. */
export function keyCaps(keys: string, platform: Platform, t: Text['t']): string[][] {
  return (parseKeys(keys) ?? []).map((stroke) => caps(stroke, platform, t))
}

/** One line of text for names and menus: `Ctrl+K`. */
export function keysLabel(keys: string, platform: Platform, t: Text['t']): string {
  return keyCaps(keys, platform, t).map((stroke) => stroke.join(platform === 'darwin' ? '' : '+')).join(' ')
}

function caps({ mod, alt, shift, key }: Stroke, platform: Platform, t: Text['t']): string[] {
  if (platform === 'darwin') return [...(alt ? ['⌥'] : []), ...(shift ? ['⇧'] : []), ...(mod ? ['⌘'] : []), MAC[key] ?? named(key, t)]
  return [...(mod ? [t('ui.key.ctrl')] : []), ...(alt ? [t('ui.key.alt')] : []), ...(shift ? [t('ui.key.shift')] : []), ARROWS[key] ?? named(key, t)]
}

function named(key: string, t: Text['t']): string {
  switch (key) {
    case 'Enter': return t('ui.key.enter')
    case 'Escape': return t('ui.key.escape')
    case 'Space': return t('ui.key.space')
    case 'Delete': return t('ui.key.delete')
    case 'Backspace': return t('ui.key.backspace')
    case 'Home': return t('ui.key.home')
    case 'End': return t('ui.key.end')
    default: return key
  }
}
