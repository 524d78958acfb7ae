/**
 * Work in small steps: whoever does it may pause after each, so that a thread can answer others in between. After a step that
 * has written, he should: storing it costs as much again.
 */
export type Steps<T> = Generator<'written' | undefined, T, undefined>

/** So many cheap things are one step. */
export const STRIDE = 256
/** So many, where each is only glanced at. */
const GLANCES = 8 * STRIDE

/** Each in its turn, with a pause now and then. */
export function* visit<T>(things: readonly T[], look: (thing: T) => void, stride = GLANCES): Steps<void> {
  for (const [at, thing] of things.entries()) {
    if (at % stride === stride - 1) yield
    look(thing)
  }
}

/** Those that are to be kept. */
export function* sifted<T>(things: readonly T[], isWanted: (thing: T) => boolean): Steps<T[]> {
  const wanted: T[] = []
  yield* visit(things, (thing) => { if (isWanted(thing)) wanted.push(thing) })
  return wanted
}

/** All steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
