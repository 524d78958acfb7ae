import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/** Runs `work` in a task of its own once the window has been painted. The returned function calls it off. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => { timer = setTimeout(work) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/**
 * Counts from 0 up to `last`, one for each painted frame. What takes long to build appears in as many parts, and between
 * them the window answers: an aggregate of cards and lists built at once holds it for longer than 50 ms.
 */
export function useTurns(last: () => number): Readonly<Ref<number>> {
  const turn = ref(0)
  let callOff = (): void => undefined

  watch([turn, last], () => {
    callOff()
    if (turn.value < last()) callOff = afterPaint(() => { turn.value += 1 })
  }, { immediate: true })
  onScopeDispose(() => { callOff() })

  return readonly(turn)
}
