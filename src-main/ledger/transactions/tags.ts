import { AppFailure } from '#shared/failure.ts'
import { TAGS_MAX } from '#shared/ipc/limits.ts'
import type { TransactionId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** In the order of the alphabet, whatever their case. */
export const readTags = (db: ReadableLedger, id: TransactionId): string[] => db.column<string>('SELECT tag FROM txn_tag WHERE txn_id = ? ORDER BY tag').all([id])

/** Every tag in use, with how many rows carry it. */
export const listTags = (db: ReadableLedger): { tag: string; count: number }[] =>
  db.query<{ tag: string; count: number }>('SELECT min(tag) AS tag, count(*) AS count FROM txn_tag JOIN txn ON txn.id = txn_tag.txn_id WHERE txn.deleted_at IS NULL GROUP BY tag ORDER BY tag').all()

/** `Urlaub` and `urlaub` are one tag, spelt as it came first. */
export function mergeTags(tags: readonly string[], added: readonly string[], removed: readonly string[]): readonly string[] {
  if (added.length + removed.length === 0) return tags
  const merged = new Map(tags.map((tag) => [keyOf(tag), tag]))
  for (const tag of removed) merged.delete(keyOf(tag))
  for (const tag of added.map(tidied)) if (tag !== '' && !merged.has(keyOf(tag))) merged.set(keyOf(tag), tag)
  if (merged.size > TAGS_MAX) throw new AppFailure({ kind: 'invalid_input', path: 'tags' })
  return [...merged].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, tag]) => tag)
}

const tidied = (tag: string): string => tag.replace(/\s+/g, ' ').trim()
/** As SQLite's NOCASE compares: the letters of ASCII alone. */
const keyOf = (tag: string): string => tidied(tag).replace(/[A-Z]/g, (letter) => letter.toLowerCase())

export function writeTags(db: WritableLedger, id: TransactionId, tags: readonly string[]): void {
  db.command('DELETE FROM txn_tag WHERE txn_id = ?').run([id])
  for (const tag of tags) db.command('INSERT OR IGNORE INTO txn_tag (txn_id, tag) VALUES (?, ?)').run([id, tag])
  db.command('UPDATE txn SET is_tagged = ? WHERE id = ?').run([tags.length > 0 ? 1 : 0, id])
}
