import { computed, shallowRef } from 'vue'
import type { TransactionId } from '#shared/model.ts'
import { addSpan, isSelected, NOTHING, selectAll, toggleRow, type Selection } from '#renderer/stores/selection.ts'
import type { TransactionList } from '#renderer/stores/transactions.ts'
import type { ColumnName } from './columns.ts'
import { moved, type Move } from './moves.ts'

export type EditField = 'payee' | 'category' | 'notes'
/** Row -1 is the heading. The column goes by its name: columns come and go with the width of the window. */
export interface Active { readonly row: number; readonly column: ColumnName }
export interface Editing { readonly id: TransactionId; readonly row: number; readonly field: EditField }

/** The column in which a field is written. */
export const COLUMN_OF: Readonly<Record<EditField, ColumnName>> = { payee: 'payee', category: 'category', notes: 'purpose' }

/** Where one is in the table, what is chosen, and which cell is being written in. */
export function useGrid(list: TransactionList, columns: () => readonly ColumnName[], pageRows: () => number) {
  const active = shallowRef<Active>({ row: 0, column: 'payee' })
  const editing = shallowRef<Editing>()
  /** Counts the times a key has moved on: the focus goes along then, wherever it was. */
  const steps = shallowRef(0)
  let anchor: { readonly row: number; readonly before: Selection } | undefined

  const activeRow = computed(() => (active.value.row >= 0 ? list.rowAt(active.value.row) : undefined))
  const activeColumn = computed<ColumnName>(() => (columns().includes(active.value.column) ? active.value.column : 'payee'))

  function go(place: Active): void {
    anchor = undefined
    active.value = place
  }

  function move(step: Move, extend = false): void {
    const from = { row: active.value.row, column: columns().indexOf(activeColumn.value) }
    const to = moved(from, step, { rows: list.count, columns: columns().length, pageRows: pageRows() })
    if (extend && to.row >= 0) extendTo(to.row)
    else go({ row: to.row, column: columns()[to.column] ?? 'payee' })
    steps.value += 1
  }

  /** From the row where Shift went down to this one, on top of what was chosen before. */
  function extendTo(row: number): void {
    const from = anchor ?? { row: Math.max(0, active.value.row), before: list.selection }
    list.choose(addSpan(from.before, from.row, row))
    active.value = { ...active.value, row }
    anchor = from
  }

  function toggle(row: number): void {
    list.choose(toggleRow(list.selection, row))
    go({ ...active.value, row })
  }

  function click(row: number, column: ColumnName, { ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    if (shiftKey) extendTo(row)
    else if (ctrlKey || metaKey) toggle(row)
    active.value = { row, column }
  }

  const selectEverything = () => { list.choose(selectAll(list.count)) }
  const selectNothing = () => { list.choose(NOTHING) }

  function edit(field: EditField, row = active.value.row): void {
    const transaction = list.rowAt(row)
    if (!transaction) return
    go({ row, column: COLUMN_OF[field] })
    editing.value = { id: transaction.id, row, field }
  }

  function stopEditing(): void {
    editing.value = undefined
  }

  return { active, activeRow, activeColumn, editing, steps, go, move, extendTo, toggle, click, selectEverything, selectNothing, edit, stopEditing, isSelected: (row: number) => isSelected(list.selection, row) }
}

export type Grid = ReturnType<typeof useGrid>
