import type { Command } from '#renderer/ui/commands.ts'

export type Tab = 'transfers' | 'duplicates' | 'merchants'

interface Queue {
  readonly tab: () => Tab
  readonly count: () => number
  readonly place: () => number
  readonly go: (to: number) => void
  /** The focus is on something to decide. */
  readonly isInList: () => boolean
  readonly accept: () => unknown
  readonly refuse: () => unknown
  /** How many of what is shown hardly need a look. */
  readonly certain: () => number
  readonly acceptAll: () => unknown
}

const group = 'review.title'

/** Letters work wherever the focus is on the page, arrows only inside the list. */
export function queueCommands({ tab, count, place, go, isInList, accept, refuse, certain, acceptAll }: Queue): Command[] {
  const hasItems = (): boolean => count() > 0
  return [
    { id: 'queue.next', title: 'review.command.next', group, keys: ['J'], keysOnly: true, when: hasItems, run: () => { go(isInList() ? place() + 1 : place()) } },
    { id: 'queue.previous', title: 'review.command.previous', group, keys: ['K'], keysOnly: true, when: hasItems, run: () => { go(isInList() ? place() - 1 : place()) } },
    { id: 'queue.down', title: 'review.command.next', group, keys: ['Down'], keysOnly: true, when: isInList, run: () => { go(place() + 1) } },
    { id: 'queue.up', title: 'review.command.previous', group, keys: ['Up'], keysOnly: true, when: isInList, run: () => { go(place() - 1) } },
    { id: 'queue.first', title: 'review.command.first', group, keys: ['Home'], keysOnly: true, when: isInList, run: () => { go(0) } },
    { id: 'queue.last', title: 'review.command.last', group, keys: ['End'], keysOnly: true, when: isInList, run: () => { go(count() - 1) } },
    { id: 'queue.accept', title: 'review.command.accept', group, keys: ['A'], when: hasItems, run: accept },
    { id: 'queue.reject', title: 'review.command.reject', group, keys: ['R'], when: () => hasItems() && tab() !== 'merchants', run: refuse },
    { id: 'queue.acceptAll', title: 'review.command.all', group, keys: ['Shift+A'], when: () => certain() > 0, run: acceptAll },
  ]
}
