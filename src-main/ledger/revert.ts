import type { Instant } from '#shared/dates.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import type { WritableLedger } from './database.ts'
import { settleAccount } from './settle.ts'

/**
 * Which booked rows live follows from which batches do: a row lives while the batch that brought it lives, or another
 * living one, from a different file or bank connection, found it there already, unless the user has removed it. So a
 * reverted batch takes away what it alone brought, the ledger is as if it had never been imported, and taking the revert
 * back brings exactly the same rows again. The order of the joins is told: the other way round they are quadratic.
 */
const ROWS = /* sql */ `
  WITH witness AS MATERIALIZED (
    SELECT DISTINCT seen.id AS txn_id, batch.sha256, batch.connection_id
      FROM import_row AS held JOIN import_batch AS batch ON batch.id = held.batch_id
     CROSS JOIN txn AS seen ON seen.id BETWEEN held.txn_id AND held.txn_id + held.row_count - 1
     WHERE held.decision = 'duplicate' AND held.reason <> 'pending-known' AND batch.reverted_at IS NULL
  ), concerned AS MATERIALIZED (
    SELECT txn.id, txn.deleted_at, owner.sha256, owner.connection_id, owner.reverted_at FROM txn JOIN import_batch AS owner ON owner.id = txn.batch_id
     WHERE txn.is_pending = 0 AND txn.batch_id IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT txn.id, txn.deleted_at, owner.sha256, owner.connection_id, owner.reverted_at
      FROM json_each(:ids) AS said CROSS JOIN import_row AS held ON held.batch_id = said.value
      CROSS JOIN txn ON txn.id BETWEEN held.txn_id AND held.txn_id + held.row_count - 1 JOIN import_batch AS owner ON owner.id = txn.batch_id
     WHERE held.decision = 'duplicate' AND held.reason <> 'pending-known' AND txn.is_pending = 0
  ), alive AS MATERIALIZED (
    SELECT concerned.id FROM concerned WHERE concerned.reverted_at IS NULL
    UNION
    SELECT concerned.id FROM witness CROSS JOIN concerned ON concerned.id = witness.txn_id
     WHERE (witness.sha256 IS NULL OR witness.sha256 IS NOT concerned.sha256) AND (witness.connection_id IS NULL OR witness.connection_id IS NOT concerned.connection_id)
  )
  UPDATE txn SET deleted_at = CASE WHEN change.lives THEN NULL ELSE :at END
    FROM (SELECT concerned.id, concerned.deleted_at,
                 concerned.id IN (SELECT id FROM alive) AND row.removed_at IS NULL AND holder.removed_at IS NULL AS lives
            FROM concerned JOIN txn AS row ON row.id = concerned.id JOIN account AS holder ON holder.id = row.account_id) AS change
   WHERE txn.id = change.id AND (change.deleted_at IS NULL) <> change.lives`

/** An account that a batch made lives with it, or while it has rows, or while a different source speaks of it. */
const ACCOUNTS = /* sql */ `
  UPDATE account SET deleted_at = CASE WHEN change.lives THEN NULL ELSE :at END
    FROM (
      SELECT made.id,
             made.removed_at IS NULL AND (
               made.created_by IS NULL OR creator.reverted_at IS NULL
               OR EXISTS (SELECT 1 FROM txn WHERE txn.account_id = made.id AND txn.deleted_at IS NULL AND txn.is_adjusting = 0)
               OR EXISTS (SELECT 1 FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
                           WHERE said.account_id = made.id AND batch.reverted_at IS NULL AND (batch.sha256 IS NULL OR batch.sha256 IS NOT creator.sha256))) AS lives
        FROM account AS made LEFT JOIN import_batch AS creator ON creator.id = made.created_by
       WHERE made.id = :accountId
    ) AS change
   WHERE account.id = change.id AND (account.deleted_at IS NULL) <> change.lives`

const TOUCHED = /* sql */ `SELECT DISTINCT account_id FROM import_statement WHERE batch_id IN (SELECT value FROM json_each(?)) ORDER BY account_id`

/** Accounts that a batch spoke of. */
export const accountsOf = (db: WritableLedger, ids: readonly BatchId[]): AccountId[] => db.column<AccountId>(TOUCHED).all([JSON.stringify(ids)])

/** Takes batches out of the ledger (`reverted` is the moment) or puts them back (null), and settles what follows. */
export function setReverted(db: WritableLedger, ids: readonly BatchId[], reverted: Instant | null, at: Instant): void {
  const mark = db.command('UPDATE import_batch SET reverted_at = ? WHERE id = ?')
  ids.forEach((id) => { mark.run([reverted, id]) })
  reviveRows(db, ids, at)
  reviveAccounts(db, accountsOf(db, ids), at)
}

/** Which rows of these batches live. */
export function reviveRows(db: WritableLedger, ids: readonly BatchId[], at: Instant): void {
  if (ids.length > 0) db.command(ROWS).run({ ids: JSON.stringify(ids), at })
}

/** What follows for accounts once their rows are as they must be. */
export function reviveAccounts(db: WritableLedger, ids: readonly AccountId[], at: Instant): void {
  for (const accountId of ids) {
    settleAccount(db, accountId, at)
    // Only a living account is adjusted to what its bank says.
    if (db.command(ACCOUNTS).run({ accountId, at }).changes > 0) settleAccount(db, accountId, at)
  }
}
