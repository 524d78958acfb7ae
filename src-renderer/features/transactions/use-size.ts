import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Width and height of an element inside its borders, as it changes. */
export function useSize(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<{ readonly width: number; readonly height: number }>> {
  const size = shallowRef({ width: 0, height: 0 })
  let frame = 0
  // One frame later: what follows from the size may change layout, which an observer must not do while it is being told.
  const observer = new ResizeObserver(([entry]) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => { if (entry) size.value = { width: entry.contentRect.width, height: entry.contentRect.height } })
  })
  watch(element, (now) => {
    observer.disconnect()
    if (!now) return
    size.value = { width: now.clientWidth, height: now.clientHeight }
    observer.observe(now)
  }, { immediate: true, flush: 'post' })
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    observer.disconnect()
  })
  return size
}
