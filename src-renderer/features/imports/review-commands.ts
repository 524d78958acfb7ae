import type { Decision } from '#shared/model.ts'
import type { Command } from '#renderer/ui/commands.ts'

interface List {
  /** The focus is in the list. */
  readonly inList: () => boolean
  readonly hasRows: () => boolean
  readonly step: (by: number, extend: boolean) => void
  readonly page: (direction: 1 | -1) => void
  readonly first: () => void
  readonly last: () => void
  readonly all: () => void
  readonly toggle: () => void
  readonly decide: (to: Decision) => void
}

const group = 'imports.title'

/** What the list of rows hears from the keyboard. */
export function listCommands(list: List): Command[] {
  const { inList, hasRows } = list
  return [
    { id: 'review.down', title: 'imports.command.down', group, keys: ['J'], keysOnly: true, when: hasRows, run: () => { list.step(1, false) } },
    { id: 'review.up', title: 'imports.command.up', group, keys: ['K'], keysOnly: true, when: hasRows, run: () => { list.step(-1, false) } },
    { id: 'review.arrowDown', title: 'imports.command.down', group, keys: ['Down'], keysOnly: true, when: inList, run: () => { list.step(1, false) } },
    { id: 'review.arrowUp', title: 'imports.command.up', group, keys: ['Up'], keysOnly: true, when: inList, run: () => { list.step(-1, false) } },
    { id: 'review.extendDown', title: 'imports.command.extendDown', group, keys: ['Shift+Down', 'Shift+J'], keysOnly: true, when: inList, run: () => { list.step(1, true) } },
    { id: 'review.extendUp', title: 'imports.command.extendUp', group, keys: ['Shift+Up', 'Shift+K'], keysOnly: true, when: inList, run: () => { list.step(-1, true) } },
    { id: 'review.pageDown', title: 'imports.command.pageDown', group, keys: ['PageDown'], keysOnly: true, when: inList, run: () => { list.page(1) } },
    { id: 'review.pageUp', title: 'imports.command.pageUp', group, keys: ['PageUp'], keysOnly: true, when: inList, run: () => { list.page(-1) } },
    { id: 'review.first', title: 'imports.command.first', group, keys: ['Home'], keysOnly: true, when: inList, run: list.first },
    { id: 'review.last', title: 'imports.command.last', group, keys: ['End'], keysOnly: true, when: inList, run: list.last },
    { id: 'review.all', title: 'imports.command.all', group, keys: ['Mod+A'], inFields: false, when: hasRows, run: list.all },
    { id: 'review.toggle', title: 'imports.command.toggle', group, keys: ['Space'], when: inList, run: list.toggle },
    { id: 'review.new', title: 'imports.command.new', group, keys: ['N'], when: hasRows, run: () => { list.decide('new') } },
    { id: 'review.duplicate', title: 'imports.command.duplicate', group, keys: ['D'], when: hasRows, run: () => { list.decide('duplicate') } },
    { id: 'review.match', title: 'imports.command.match', group, keys: ['M'], when: hasRows, run: () => { list.decide('match') } },
    { id: 'review.skip', title: 'imports.command.skip', group, keys: ['S'], when: hasRows, run: () => { list.decide('skip') } },
  ]
}
