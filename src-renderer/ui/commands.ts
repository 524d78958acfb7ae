import { computed, inject, onScopeDispose, provide, reactive, ref, shallowReactive, type InjectionKey } from 'vue'
import { assert } from '#shared/result.ts'
import { parseKeys } from './keys.ts'
import type { MessageKey, Values } from './text.ts'

/**
 * Something a person can ask for: by the palette, a shortcut, the menu bar. A feature registers its commands and is done.
 * `keys` are written as `keys.ts` reads them: 'Mod+K', 'Mod+Shift+Z', 'G O', 'Delete', '?'.
 */
export interface Command {
  /** `noun.verb`, stable: remapped shortcuts and the menu bar name it. */
  readonly id: string
  readonly title: MessageKey
  readonly values?: Values
  /** The heading it stands under in the palette and on the shortcut sheet. */
  readonly group: MessageKey
  readonly keys?: readonly string[]
  /** Asked whenever it matters; without it the command is always there. */
  readonly when?: () => boolean
  readonly run: () => unknown
  /** Called when the key goes up again, for commands that last while a key is held. */
  readonly release?: () => void
  /** Works by its keys only (and repeats while they are held): moving in a list is not something to look up. */
  readonly keysOnly?: boolean
  /** Works over an open dialog too: whoever steps away must not have to tidy up first. */
  readonly everywhere?: boolean
  /** Keeps its keys while a text field has the focus. By default combinations with Ctrl or Cmd and F-keys do. */
  readonly inFields?: boolean
}

interface Registered { readonly command: Command; readonly layer: number }

const registered = shallowReactive(new Map<symbol, Registered>())
const remapped = reactive(new Map<string, string>())
/** 0 is the page; every open dialog lies one higher. Only the highest layer hears keys, apart from commands for everywhere. */
const layers = ref<readonly number[]>([0])
const LAYER: InjectionKey<number> = Symbol('command layer')

const top = computed(() => layers.value.at(-1) ?? 0)

/** The commands that would run now. */
export const commands = computed(() => [...registered.values()]
  .filter(({ layer, command }) => (layer === top.value || command.everywhere === true) && (command.when?.() ?? true))
  .map(({ command }) => command))

/** Everything the page offers, for the palette, the shortcut sheet and the settings, whether or not it would run now. */
export const pageCommands = computed(() => [...registered.values()].filter(({ layer }) => layer === 0).map(({ command }) => command))

/** Adds commands until the returned function is called. */
export function register(list: readonly Command[], layer = 0): () => void {
  const tokens = list.map((command) => {
    assert((command.keys ?? []).every((keys) => parseKeys(keys) !== undefined), `${command.id} has keys nobody can press`)
    const token = Symbol(command.id)
    registered.set(token, { command, layer })
    return token
  })
  return () => { tokens.forEach((token) => registered.delete(token)) }
}

/** Adds commands for as long as the component lives, on the layer it lies on. */
export function useCommands(list: readonly Command[]): void {
  onScopeDispose(register(list, inject(LAYER, 0)))
}

/** Called by what lies over the page while it is open: what lies below hears no keys. */
export function useLayer(): void {
  const layer = top.value + 1
  layers.value = [...layers.value, layer]
  provide(LAYER, layer)
  onScopeDispose(() => { layers.value = layers.value.filter((other) => other !== layer) })
}

/** Runs a command by name, as the menu bar does. False where nobody offers it now. */
export function runCommand(id: string): boolean {
  const command = commands.value.find((candidate) => candidate.id === id)
  command?.run()
  return command !== undefined
}

/** The user's own keys: command id to keys, '' for none. What cannot be pressed is left out. */
export function remap(shortcuts: Readonly<Record<string, string>>): void {
  remapped.clear()
  for (const [id, keys] of Object.entries(shortcuts)) if (keys === '' || parseKeys(keys)) remapped.set(id, keys)
}

/** The keys a command listens to: the user's own, or those it came with. */
export function keysOf(command: Command): readonly string[] {
  const own = remapped.get(command.id)
  if (own === undefined) return command.keys ?? []
  return own === '' ? [] : [own]
}

export const isRemapped = (id: string): boolean => remapped.has(id)

/** Other commands of the page that listen to the same keys, for the settings to warn. */
export function conflictsOf(id: string, keys: string): readonly Command[] {
  const wanted = keys.toLowerCase()
  return pageCommands.value.filter((other) => other.id !== id && keysOf(other).some((taken) => taken.toLowerCase() === wanted))
}
