import { onMounted, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { useAppStore } from '#renderer/stores/app.ts'

type Tokens<Name extends string> = Readonly<Record<Name, string>>

function resolve<Name extends string>(host: HTMLElement, tokens: Tokens<Name>): Tokens<Name> {
  const probe = host.appendChild(document.createElement('span'))
  // Where motion is reduced, transitions are short, not gone: each colour would begin as the one before it.
  probe.style.setProperty('transition', 'none', 'important')
  const resolved: Record<string, string> = {}
  for (const [name, token] of Object.entries<string>(tokens)) {
    probe.style.color = `var(${token})`
    resolved[name] = getComputedStyle(probe).color
  }
  probe.remove()
  return { ...tokens, ...resolved }
}

/** The same as paper shows them, whatever the window looks like. */
export function paperColours<Name extends string>(host: HTMLElement, tokens: Tokens<Name>): Tokens<Name> {
  const before = host.style.colorScheme
  host.style.colorScheme = 'light'
  const colours = resolve(host, tokens)
  host.style.colorScheme = before
  return colours
}

/**
 * Tokens as the browser resolves them just now, for canvases that know no custom properties. They follow the theme, the
 * system's colour scheme and its contrast.
 */
export function useColours<Name extends string>(host: Readonly<Ref<HTMLElement | null>>, tokens: Tokens<Name>): Readonly<Ref<Tokens<Name>>> {
  const app = useAppStore()
  const colours = shallowRef(tokens)
  const media = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((query) => window.matchMedia(query))

  function read(): void {
    if (host.value) colours.value = resolve(host.value, tokens)
  }

  onMounted(read)
  watch(() => app.preferences.theme, read, { flush: 'post' })
  media.forEach((list) => { list.addEventListener('change', read) })
  onScopeDispose(() => { media.forEach((list) => { list.removeEventListener('change', read) }) })
  return colours
}
