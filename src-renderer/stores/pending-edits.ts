import type { Input } from '#shared/ipc/contract.ts'
import type { Transaction, TransactionId } from '#shared/model.ts'

export type Change = Input<'transactions.edit'>['change']

/** Edits on their way to main, laid over the rows in the order they were made. */
export function pendingEdits() {
  const underway = new Map<symbol, (row: Transaction) => Transaction>()

  /** The returned function takes the edit off again: main has answered. */
  function add(ids: readonly TransactionId[], change: Change): () => void {
    const token = Symbol('edit')
    underway.set(token, confirmed(ids, change))
    return () => { underway.delete(token) }
  }

  function confirmed(ids: readonly TransactionId[], change: Change): (row: Transaction) => Transaction {
    const touched = new Set(ids)
    return (row) => (touched.has(row.id) ? changed(row, change) : row)
  }

  const apply = (row: Transaction): Transaction => [...underway.values()].reduce((shown, edit) => edit(shown), row)

  return { add, apply, confirmed }
}

/** What is left out stays as it is. */
export const changed = (row: Transaction, { payee = row.payee, notes = row.notes, categoryId = row.categoryId }: Change): Transaction => ({ ...row, payee, notes, categoryId })
