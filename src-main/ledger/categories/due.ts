import type { ConnectionId } from '#shared/connections.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { markChanged } from '../insights/state.ts'
import { PAYMENT_COLUMNS, type PaymentRow } from './payments.ts'
import { whyText, type Why } from './why.ts'

/** Rows that wait for their categories, a range of ids at a time. */
export interface Due {
  readonly id: number
  readonly nextId: number
  readonly lastId: number
  /** Those too that have a category which no person chose. */
  readonly isAgain: 0 | 1
  /** Those that have just come in: rules name and tag them too. */
  readonly isFresh: 0 | 1
}

/** Whatever was stored from `firstId` on is due. Rows that come from another ledger have been named and tagged there. Call inside `transact`. */
export function addDue(db: WritableLedger, firstId: number, connectionId: ConnectionId | null, isFresh = true): void {
  // With a condition on it, SQLite would look for the largest id in every row instead of at the end.
  const lastId = db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0
  if (lastId >= firstId) db.command('INSERT INTO category_due (connection_id, next_id, last_id, is_fresh) VALUES (?, ?, ?, ?)').run([connectionId, firstId, lastId, isFresh ? 1 : 0])
}

/** Rows whose choice was taken back: what nobody has decided is decided anew. */
export function addUndecided(db: WritableLedger, ids: readonly number[]): void {
  if (ids.length === 0) return
  const [first, last] = ids.reduce(([low, high], id) => [Math.min(low, id), Math.max(high, id)], [Number.MAX_SAFE_INTEGER, 0])
  db.command('INSERT INTO category_due (next_id, last_id) VALUES (?, ?)').run([first, last])
}

/** Everything is due again, as when a rule has changed. One pass replaces those that were under way for the same reason. */
export function addAllAgain(db: WritableLedger): void {
  db.command('DELETE FROM category_due WHERE is_again = 1').run()
  db.command('INSERT INTO category_due (next_id, last_id, is_again) SELECT min(id), max(id), 1 FROM txn HAVING max(id) IS NOT NULL').run()
}

/** A few rows between two others are looked at along with them. */
const GAP_MAX = 20

/** These rows are due again, in ascending order. */
export function addAgain(db: WritableLedger, ids: readonly number[]): void {
  const add = db.command('INSERT INTO category_due (next_id, last_id, is_again) VALUES (?, ?, 1)')
  let [first, last] = [ids[0], ids[0]]
  for (const id of [...ids.slice(1), Number.POSITIVE_INFINITY]) {
    if (first === undefined || last === undefined) return
    if (id - last > GAP_MAX) {
      add.run([first, last])
      first = id
    }
    last = id
  }
}

/** Rows wait for their categories, whoever brought them. */
export const isAnyDue = (db: ReadableLedger): boolean => db.column('SELECT 1 FROM category_due').get() !== undefined

/** The newest first: a range that a bug is in the way of holds up none that comes after it. */
const OF_CONNECTION = /* sql */ `SELECT id, next_id AS nextId, last_id AS lastId, is_again AS isAgain, is_fresh AS isFresh FROM category_due WHERE connection_id = ? ORDER BY id DESC LIMIT 1`
/** A connection that is gone leaves its rows to everybody. */
const OF_NOBODY = /* sql */ `
  SELECT id, next_id AS nextId, last_id AS lastId, is_again AS isAgain, is_fresh AS isFresh FROM category_due
   WHERE connection_id IS NULL OR connection_id NOT IN (SELECT id FROM connection WHERE deleted_at IS NULL) ORDER BY id DESC LIMIT 1`

/** What is to be done next for a connection, or for what came by file; undefined where nothing is. */
export const nextDue = (db: ReadableLedger, connectionId: ConnectionId | null): Due | undefined =>
  (connectionId === null ? db.query<Due>(OF_NOBODY).get() : db.query<Due>(OF_CONNECTION).get([connectionId]))

/**
 * A category that a person has set, emptied or divided is never asked for again. Rows that are deleted now are looked at
 * all the same: an undo may bring them back.
 */
const UNDECIDED = /* sql */ `
  SELECT ${PAYMENT_COLUMNS} FROM txn JOIN account ON account.id = txn.account_id
   WHERE txn.id BETWEEN :nextId AND :lastId AND txn.is_split = 0 AND txn.is_adjusting = 0
     AND (txn.category_by IS NULL AND txn.category_id IS NULL OR :isAgain = 1 AND txn.category_by IN ('rule', 'guess'))
   ORDER BY txn.id LIMIT :limit`

export const duePayments = (db: ReadableLedger, { nextId, lastId, isAgain }: Due, limit: number): PaymentRow[] =>
  db.query<PaymentRow>(UNDECIDED).all({ nextId, lastId, isAgain, limit })

/** Moves the cursor behind what was looked at; a range that is done goes. */
export function advance(db: WritableLedger, due: Due, nextId: number): Due | undefined {
  if (nextId > due.lastId) {
    db.command('DELETE FROM category_due WHERE id = ?').run([due.id])
    // New rows, or what they are for: transfers and contracts follow.
    markChanged(db)
    return undefined
  }
  db.command('UPDATE category_due SET next_id = ? WHERE id = ?').run([nextId, due.id])
  return { ...due, nextId }
}

export interface Decided extends Why { readonly id: number; readonly category: string }

/** All of them in one statement: a hundred thousand calls would cost as much as the rows. */
const GIVE = /* sql */ `
  UPDATE txn SET category_id = given.value ->> 1, category_by = given.value ->> 2, category_why = given.value ->> 3 FROM json_each(?) AS given
   WHERE txn.id = given.value ->> 0 AND txn.is_split = 0 AND (txn.category_by IS NULL OR txn.category_by <> 'user')`

/** Categories that nobody chose: no step of the user's, and nothing to undo. */
export function giveCategories(db: WritableLedger, decided: readonly Decided[]): void {
  if (decided.length > 0) db.command(GIVE).run([JSON.stringify(decided.map((one) => [one.id, one.category, one.kind === 'rule' ? 'rule' : 'guess', whyText(one)]))])
}

/** A rule that no longer fits, or knowledge that was taken back. */
export function takeCategories(db: WritableLedger, ids: readonly number[]): void {
  const take = db.command(`UPDATE txn SET category_id = NULL, category_by = NULL, category_why = NULL WHERE id = ? AND category_by IN ('rule', 'guess')`)
  for (const id of ids) take.run([id])
}
