export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Runs pieces of work one after the other in the order they were asked for; one that fails does not stop the next. */
export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
