import type { ReadableLedger, WritableLedger } from '../database.ts'
import { markChanged } from './state.ts'

/** Of what contract a person says that a row is: of the one that has this other row, or of none. */
export interface PartWord { readonly anchorId: number | null }

/** Null: nothing is said any more. */
export type PartChange = readonly [rowId: number, word: PartWord | null]

export const readPartWords = (db: ReadableLedger): Map<number, number | null> =>
  new Map(db.tuples<readonly [number, number | null]>('SELECT txn_id, anchor_id FROM contract_part ORDER BY txn_id').all())

/** The contracts themselves follow. Call inside `transact`. */
export function writePartWords(db: WritableLedger, changes: readonly PartChange[]): void {
  if (changes.length === 0) return
  for (const [rowId, word] of changes) {
    if (word === null) db.command('DELETE FROM contract_part WHERE txn_id = ?').run([rowId])
    else db.command('INSERT OR REPLACE INTO contract_part (txn_id, anchor_id) VALUES (?, ?)').run([rowId, word.anchorId])
  }
  markChanged(db)
}
