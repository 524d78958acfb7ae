import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/** What is still to be built, first come first served. */
const waiting: (() => void)[] = []
let isDue = false

/**
 * Runs `work` in a task of its own once the window has been painted, and one such piece a frame: whatever else is to be built
 * waits for the next one, and what a person does meanwhile goes before. The returned function calls it off.
 */
export function afterPaint(work: () => void): () => void {
  const piece = (): void => { work() }
  waiting.push(piece)
  next()
  return () => {
    const place = waiting.indexOf(piece)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function next(): void {
  if (isDue || waiting.length === 0) return
  isDue = true
  requestAnimationFrame(() => {
    // Where there is a scheduler, everything else goes first.
    if (typeof scheduler === 'undefined') setTimeout(build)
    else void scheduler.postTask(build, { priority: 'background' })
  })
}

function build(): void {
  isDue = false
  try {
    waiting.shift()?.()
  } finally {
    next()
  }
}

/**
 * Counts from 0 up to `last`, one for each painted frame. What takes long to build appears in as many parts, and between
 * them the window answers: an aggregate of cards and lists built at once holds it for longer than 50 ms.
 */
export function useTurns(last: () => number): Readonly<Ref<number>> {
  const shown = ref(0)
  let callOff = (): void => undefined

  watch([shown, last], () => {
    callOff()
    if (shown.value < last()) callOff = afterPaint(() => { shown.value += 1 })
  }, { immediate: true })
  onScopeDispose(() => { callOff() })

  return readonly(shown)
}
