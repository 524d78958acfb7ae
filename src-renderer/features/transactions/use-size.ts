import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Width and height of an element inside its borders, as it changes. */
export function useSize(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<{ readonly width: number; readonly height: number }>> {
  const size = shallowRef({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry) size.value = { width: entry.contentRect.width, height: entry.contentRect.height }
  })
  watch(element, (now) => {
    observer.disconnect()
    if (now) observer.observe(now)
  }, { immediate: true, flush: 'post' })
  onScopeDispose(() => { observer.disconnect() })
  return size
}
