import type { ConnectionId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import type { WritableLedger } from './database.ts'
import { accountsOf, reviveAccounts, reviveRows } from './revert.ts'

/** What goes by one decision of the user, and comes back by its undo. */
export interface Removal {
  readonly connections: readonly ConnectionId[]
  readonly accounts: readonly AccountId[]
  /** Brought by what goes: hidden from the import history. */
  readonly batches: readonly BatchId[]
  /** Those of them that lived. */
  readonly reverted: readonly BatchId[]
}

const LINKED = /* sql */ `SELECT DISTINCT account_id FROM connection_account WHERE account_id IS NOT NULL AND connection_id IN (SELECT value FROM json_each(?))`
const SPEAKING = /* sql */ `SELECT DISTINCT batch_id FROM import_statement WHERE account_id IN (SELECT value FROM json_each(?))`
const TAKEN = /* sql */ `
  SELECT 1 FROM connection AS gone JOIN connection AS other ON other.bank_key = gone.bank_key AND other.user_id = gone.user_id AND other.customer_id = gone.customer_id
   WHERE gone.id = ? AND other.id <> gone.id AND other.deleted_at IS NULL`

/** Marks what goes, or takes the marks away, and settles what follows. A stored PIN goes for good. Call inside `transact`. */
export function setRemoved(db: WritableLedger, { connections, accounts, batches, reverted }: Removal, isRemoved: boolean, at: Instant): void {
  const mark = isRemoved ? at : null
  for (const id of connections) {
    if (!isRemoved && db.column(TAKEN).get([id]) !== undefined) throw new AppFailure({ kind: 'exists', what: 'connection' })
    db.command('UPDATE connection SET deleted_at = ?, sealed_pin = NULL, sealed_proxy = NULL, sealed_certificate = NULL WHERE id = ?').run([mark, id])
  }
  for (const id of accounts) db.command('UPDATE account SET removed_at = ? WHERE id = ?').run([mark, id])
  for (const id of batches) db.command('UPDATE import_batch SET removed_at = ? WHERE id = ?').run([mark, id])
  for (const id of reverted) db.command('UPDATE import_batch SET reverted_at = ? WHERE id = ?').run([mark, id])
  reviveRows(db, [...reverted, ...db.column<BatchId>(SPEAKING).all([JSON.stringify(accounts)])], at)
  const linked = db.column<AccountId>(LINKED).all([JSON.stringify(connections)])
  reviveAccounts(db, [...new Set([...linked, ...accounts, ...accountsOf(db, reverted)])], at)
}

const HOLDERS = /* sql */ `SELECT DISTINCT account_id FROM txn WHERE id IN (SELECT value FROM json_each(?))`
const BRINGERS = /* sql */ `SELECT DISTINCT batch_id FROM txn WHERE batch_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))`
const MARK = /* sql */ `UPDATE txn SET removed_at = :mark, deleted_at = coalesce(deleted_at, :mark) WHERE id IN (SELECT value FROM json_each(:ids))`

/** Single rows. They stay known, so that the next refresh does not bring them again. Call inside `transact`. */
export function setRowsRemoved(db: WritableLedger, rows: readonly TransactionId[], isRemoved: boolean, at: Instant): void {
  const ids = JSON.stringify(rows)
  db.command(MARK).run({ ids, mark: isRemoved ? at : null })
  reviveRows(db, db.column<BatchId>(BRINGERS).all([ids]), at)
  reviveAccounts(db, db.column<AccountId>(HOLDERS).all([ids]), at)
}
