import type { TransactionId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** One of the amounts that a person has divided a row into. */
export interface Part {
  readonly amountMinor: number
  readonly categoryId: string | null
  readonly notes: string | null
}

/** In the order they were written. */
export const readParts = (db: ReadableLedger, id: TransactionId): Part[] =>
  db.query<Part>('SELECT amount_minor AS amountMinor, category_id AS categoryId, notes FROM split WHERE txn_id = ? ORDER BY id').all([id])

/** In whole cents, and never beyond what can be counted. */
export function addsUp(parts: readonly Part[], amountMinor: number): boolean {
  const sum = parts.reduce((all, part) => all + part.amountMinor, 0)
  return Number.isSafeInteger(sum) && sum === amountMinor
}

/** The parts as they shall be; without any the row is whole again. */
export function writeParts(db: WritableLedger, id: TransactionId, parts: readonly Part[]): void {
  db.command('DELETE FROM split WHERE txn_id = ?').run([id])
  const add = db.command('INSERT INTO split (txn_id, amount_minor, category_id, notes) VALUES (?, ?, ?, ?)')
  for (const { amountMinor, categoryId, notes } of parts) add.run([id, amountMinor, categoryId, notes])
  db.command('UPDATE txn SET is_split = ? WHERE id = ?').run([parts.length > 0 ? 1 : 0, id])
}
