/** Work in small steps: whoever does it may pause after each, so that a thread can answer others in between. */
export type Steps<T> = Generator<undefined, T, undefined>

/** So many cheap things are one step. */
export const STRIDE = 256

/** All steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
