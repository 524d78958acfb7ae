import { onScopeDispose } from 'vue'
import { commands, keysOf, type Command } from './commands.ts'
import { neverTypes, parseKeys, sameStroke, strokeOf, type Keys, type Platform, type Stroke } from './keys.ts'

/** How long the first key of 'G O' waits for the second. */
const SEQUENCE_MS = 1500

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=combobox]'
const PRESSABLE = 'button, a[href], summary, input, [role=button], [role=tab], [role=menuitem], [role=option], [role=switch], [role=radio]'

/** Turns keys into commands for as long as the calling scope lives. */
export function useKeyboard(platform: () => Platform): void {
  let waiting: Keys = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let held: { readonly key: string; readonly release: () => void } | undefined

  function down(event: KeyboardEvent): void {
    const stroke = event.defaultPrevented ? undefined : strokeOf(event, platform())
    if (!stroke || isNative(stroke, event.target)) return
    const found = find([...waiting, stroke], event) ?? (waiting.length > 0 ? find([stroke], event) : undefined)
    wait(found?.prefix ?? [])
    if (!found) return
    event.preventDefault()
    if (found.command) start(found.command, event)
  }

  function start(command: Command, event: KeyboardEvent): void {
    if (event.repeat && command.keysOnly !== true) return
    command.run()
    if (command.release) held = { key: event.code, release: command.release }
  }

  function wait(prefix: Keys): void {
    clearTimeout(timer)
    waiting = prefix
    if (prefix.length > 0) timer = setTimeout(() => { waiting = [] }, SEQUENCE_MS)
  }

  function up(event: Event): void {
    if (!held || (event instanceof KeyboardEvent && event.code !== held.key)) return
    held.release()
    held = undefined
  }

  document.addEventListener('keydown', down)
  document.addEventListener('keyup', up)
  window.addEventListener('blur', up)
  onScopeDispose(() => {
    wait([])
    document.removeEventListener('keydown', down)
    document.removeEventListener('keyup', up)
    window.removeEventListener('blur', up)
  })
}

interface Found { readonly command?: Command; readonly prefix: Keys }

/** The command these strokes ask for, or that they are the beginning of one. */
function find(pressed: Keys, event: KeyboardEvent): Found | undefined {
  const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null
  let prefix: Keys | undefined
  for (const command of commands.value) {
    for (const text of keysOf(command)) {
      const keys = parseKeys(text)
      if (!keys || !begins(keys, pressed) || (inField && !worksInFields(command, keys))) continue
      if (keys.length === pressed.length) return { command, prefix: [] }
      prefix = pressed
    }
  }
  return prefix && { prefix }
}

const begins = (keys: Keys, pressed: Keys): boolean => pressed.every((stroke, index) => {
  const wanted = keys[index]
  return wanted !== undefined && sameStroke(wanted, stroke)
})

const worksInFields = (command: Command, keys: Keys): boolean => command.inFields ?? keys.every(neverTypes)

/** Enter and Space belong to the button that has the focus, Tab to the browser. */
function isNative({ key, mod, alt, shift }: Stroke, target: EventTarget | null): boolean {
  if (key === 'Tab') return true
  return (key === 'Enter' || key === 'Space') && !mod && !alt && !shift && target instanceof Element && target.closest(PRESSABLE) !== null
}
