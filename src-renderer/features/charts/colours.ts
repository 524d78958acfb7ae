import { onMounted, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { useAppStore } from '#renderer/stores/app.ts'

/**
 * Tokens as the browser resolves them just now, for canvases that know no custom properties. They follow the theme, the
 * system's colour scheme and its contrast.
 */
export function useColours<Name extends string>(host: Readonly<Ref<HTMLElement | null>>, tokens: Readonly<Record<Name, string>>): Readonly<Ref<Readonly<Record<Name, string>>>> {
  const app = useAppStore()
  const colours = shallowRef<Readonly<Record<Name, string>>>(tokens)
  const media = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => window.matchMedia(query))

  function read(): void {
    if (!host.value) return
    const probe = host.value.appendChild(document.createElement('span'))
    const resolved: Record<string, string> = {}
    for (const [name, token] of Object.entries<string>(tokens)) {
      probe.style.color = `var(${token})`
      resolved[name] = getComputedStyle(probe).color
    }
    probe.remove()
    colours.value = { ...tokens, ...resolved }
  }

  onMounted(read)
  watch(() => app.preferences.theme, read, { flush: 'post' })
  media.forEach((list) => { list.addEventListener('change', read) })
  onScopeDispose(() => { media.forEach((list) => { list.removeEventListener('change', read) }) })
  return colours
}
