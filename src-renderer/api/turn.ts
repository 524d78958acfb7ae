/**
 * Resolves in a task that lets everything else go first: what a person does, and what is to be painted. Answers come one right
 * after the other, and each is shown in such a turn, so that ten of them do not hold the window for as long as all ten take.
 */
export function turn(): Promise<void> {
  return typeof scheduler === 'undefined' ? Promise.resolve() : scheduler.postTask(() => undefined, { priority: 'background' })
}
