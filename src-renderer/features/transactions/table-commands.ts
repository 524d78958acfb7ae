import type { Command } from '#renderer/ui/commands.ts'
import type { ColumnName } from './columns.ts'
import type { EditField, Grid } from './grid.ts'

interface Table {
  readonly grid: Grid
  /** The focus is inside the grid, and nothing is being written. */
  readonly inGrid: () => boolean
  readonly hasRows: () => boolean
  readonly showDetails: () => void
  /** Writes in a cell of the active row, or, while rows are chosen, in all of them. */
  readonly write: (field: EditField) => void
  readonly tag: () => void
  readonly split: () => void
  readonly resize: (column: ColumnName, by: number) => void
}

const STEP = 16
const group = 'transactions.title'

/** Everything the table hears from the keyboard. Letters work wherever the focus is on the page, arrows only inside the grid. */
export function tableCommands(table: Table): Command[] {
  return [...moveCommands(table), ...choiceCommands(table), ...editCommands(table)]
}

function moveCommands({ grid, inGrid, hasRows, resize }: Table): Command[] {
  const inHeading = () => inGrid() && grid.active.value.row < 0
  return [
    { id: 'transactions.down', title: 'transactions.command.down', group, keys: ['J'], keysOnly: true, when: hasRows, run: () => { grid.move('down') } },
    { id: 'transactions.up', title: 'transactions.command.up', group, keys: ['K'], keysOnly: true, when: hasRows, run: () => { grid.move('up') } },
    { id: 'transactions.arrowDown', title: 'transactions.command.down', group, keys: ['Down'], keysOnly: true, when: inGrid, run: () => { grid.move('down') } },
    { id: 'transactions.arrowUp', title: 'transactions.command.up', group, keys: ['Up'], keysOnly: true, when: inGrid, run: () => { grid.move('up') } },
    { id: 'transactions.left', title: 'transactions.command.left', group, keys: ['Left'], keysOnly: true, when: inGrid, run: () => { grid.move('left') } },
    { id: 'transactions.right', title: 'transactions.command.right', group, keys: ['Right'], keysOnly: true, when: inGrid, run: () => { grid.move('right') } },
    { id: 'transactions.pageDown', title: 'transactions.command.pageDown', group, keys: ['PageDown'], keysOnly: true, when: inGrid, run: () => { grid.move('page-down') } },
    { id: 'transactions.pageUp', title: 'transactions.command.pageUp', group, keys: ['PageUp'], keysOnly: true, when: inGrid, run: () => { grid.move('page-up') } },
    { id: 'transactions.first', title: 'transactions.command.first', group, keys: ['Home', 'Mod+Home'], keysOnly: true, when: inGrid, run: () => { grid.move('first') } },
    { id: 'transactions.last', title: 'transactions.command.last', group, keys: ['End', 'Mod+End'], keysOnly: true, when: inGrid, run: () => { grid.move('last') } },
    { id: 'transactions.narrower', title: 'transactions.command.narrower', group, keys: ['Alt+Left'], keysOnly: true, when: inHeading, run: () => { resize(grid.activeColumn.value, -STEP) } },
    { id: 'transactions.wider', title: 'transactions.command.wider', group, keys: ['Alt+Right'], keysOnly: true, when: inHeading, run: () => { resize(grid.activeColumn.value, STEP) } },
  ]
}

function choiceCommands({ grid, inGrid, hasRows }: Table): Command[] {
  const onRow = () => inGrid() && grid.active.value.row >= 0
  return [
    { id: 'transactions.extendDown', title: 'transactions.command.extendDown', group, keys: ['Shift+Down', 'Shift+J'], keysOnly: true, when: onRow, run: () => { grid.move('down', true) } },
    { id: 'transactions.extendUp', title: 'transactions.command.extendUp', group, keys: ['Shift+Up', 'Shift+K'], keysOnly: true, when: onRow, run: () => { grid.move('up', true) } },
    { id: 'transactions.toggle', title: 'transactions.command.toggle', group, keys: ['Space'], keysOnly: true, when: onRow, run: () => { grid.toggle(grid.active.value.row) } },
    { id: 'transactions.selectAll', title: 'transactions.command.all', group, keys: ['Mod+A'], inFields: false, when: hasRows, run: grid.selectEverything },
  ]
}

function editCommands({ grid, inGrid, hasRows, showDetails, write, tag, split }: Table): Command[] {
  return [
    { id: 'transactions.edit', title: 'transactions.command.edit', group, keys: ['Enter', 'F2'], keysOnly: true, when: () => inGrid() && grid.activeRow.value !== undefined, run: () => { enter({ grid, showDetails, write }) } },
    { id: 'transactions.category', title: 'transactions.command.category', group, keys: ['C'], when: hasRows, run: () => { write('category') } },
    { id: 'transactions.payee', title: 'transactions.command.payee', group, keys: ['P'], when: hasRows, run: () => { write('payee') } },
    { id: 'transactions.notes', title: 'transactions.command.notes', group, keys: ['N'], when: hasRows, run: () => { write('notes') } },
    { id: 'transactions.tags', title: 'transactions.command.tags', group, keys: ['T'], when: hasRows, run: tag },
    { id: 'transactions.split', title: 'transactions.command.split', group, keys: ['S'], when: () => hasRows() && grid.activeRow.value !== undefined, run: split },
    { id: 'transactions.details', title: 'transactions.command.details', group, keys: ['I'], when: hasRows, run: showDetails },
  ]
}

/** A cell that cannot be written in shows everything there is to know about its row. */
function enter({ grid, showDetails, write }: Pick<Table, 'grid' | 'showDetails' | 'write'>): void {
  const column = grid.activeColumn.value
  if (column === 'category' && (grid.activeRow.value?.splits.length ?? 0) > 0) write('category')
  else if (column === 'payee' || column === 'category') grid.edit(column)
  else if (column === 'purpose') grid.edit('notes')
  else showDetails()
}
