import { AppFailure } from '#shared/failure.ts'
import type { TransactionChange } from '#shared/ipc/ledger-endpoints.ts'
import type { TransactionId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { indexRow, unindexRow } from './search.ts'

/** The user's layer on a row. Null: nothing of the user's there, the bank's word shows. */
export interface Edits {
  readonly payee: string | null
  readonly notes: string | null
  readonly categoryId: string | null
  readonly categoryBy: 'user' | 'rule' | 'guess' | null
  /** Left out by steps that were logged before there were any. */
  readonly isNew?: 0 | 1
  readonly isPotentialDuplicate?: 0 | 1
}

export interface EditedRow { readonly id: TransactionId; readonly before: Edits; readonly after: Edits }

interface Row extends Edits { readonly rawPayee: string }

const READ = /* sql */ `
  SELECT payee, notes, category_id AS categoryId, category_by AS categoryBy, is_new AS isNew, is_potential_duplicate AS isPotentialDuplicate, raw_payee AS rawPayee FROM txn WHERE id = ? AND deleted_at IS NULL`

/** What a change would do to each row; rows that already are as wanted are left out. */
export function planEdits(db: ReadableLedger, ids: readonly TransactionId[], change: TransactionChange): EditedRow[] {
  return [...new Set(ids)].flatMap((id) => {
    const row = db.query<Row>(READ).get([id])
    if (!row) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
    const { rawPayee, ...before } = row
    const after = changed(before, change, rawPayee)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ id, before, after }]
  })
}

/** An emptied payee, or the bank's own, means the bank's word again. Emptying a category is the user's decision too. */
function changed(before: Edits, change: TransactionChange, rawPayee: string): Edits {
  const payee = change.payee?.trim()
  const notes = change.notes?.trim()
  return {
    payee: payee === undefined ? before.payee : payee === '' || payee === rawPayee ? null : payee,
    notes: notes === undefined ? before.notes : notes === '' ? null : notes,
    categoryId: change.categoryId === undefined ? before.categoryId : change.categoryId,
    categoryBy: change.categoryId === undefined ? before.categoryBy : 'user',
    isNew: change.isNew === undefined ? before.isNew ?? 0 : 0,
    isPotentialDuplicate: change.isPotentialDuplicate === undefined ? before.isPotentialDuplicate ?? 0 : 0,
  }
}

const WRITE = /* sql */ `
  UPDATE txn SET payee = :payee, notes = :notes, category_id = :categoryId, category_by = :categoryBy,
                 is_new = coalesce(:isNew, is_new), is_potential_duplicate = coalesce(:isPotentialDuplicate, is_potential_duplicate) WHERE id = :id`

/** The one place that changes a row's user layer; it keeps the search index in step. */
export function writeEdits(db: WritableLedger, id: TransactionId, edits: Edits): void {
  const now = db.query<Edits>('SELECT payee, notes, category_id AS categoryId, category_by AS categoryBy FROM txn WHERE id = ?').get([id])
  const textChanges = now?.payee !== edits.payee || now.notes !== edits.notes
  if (textChanges) unindexRow(db, id)
  db.command(WRITE).run({ id, ...edits, isNew: edits.isNew ?? null, isPotentialDuplicate: edits.isPotentialDuplicate ?? null })
  if (textChanges) indexRow(db, id)
}
