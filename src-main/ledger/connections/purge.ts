import type { ConnectionId } from '#shared/connections.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import { keepAccountIds } from '../accounts.ts'
import { transact, type LedgerConnection, type ReadableLedger, type WritableLedger } from '../database.ts'
import { forgetSteps } from '../history.ts'
import { dissolvePairs, FORGET_PAIRS } from '../insights/transfers.ts'
import { forgetInvestments } from '../investments/forget.ts'
import { forgetTargets } from '../notifications/rules.ts'
import { unindexRows } from '../transactions/search.ts'

interface Doomed { readonly connections: readonly ConnectionId[]; readonly accounts: readonly AccountId[]; readonly batches: readonly BatchId[] }

/** A batch keeps its bare row for those of its transactions that a file has brought too; without statements it is done. */
const BATCHES = /* sql */ `
  SELECT id FROM import_batch AS batch WHERE removed_at IS NOT NULL AND EXISTS (SELECT 1 FROM import_statement WHERE batch_id = batch.id)`

/**
 * Carries out for good what the user has deleted while the ledger was open last; until then an undo would have brought it
 * back. What the pages held is overwritten. Call outside any transaction.
 */
export function purgeRemoved(db: LedgerConnection): void {
  const doomed: Doomed = {
    connections: db.column<ConnectionId>('SELECT id FROM connection WHERE deleted_at IS NOT NULL').all(),
    accounts: db.column<AccountId>('SELECT id FROM account WHERE removed_at IS NOT NULL').all(),
    batches: db.column<BatchId>(BATCHES).all(),
  }
  if (doomed.connections.length + doomed.accounts.length + doomed.batches.length === 0) return
  // SQLite would look for children of every deleted parent, through the whole ledger each time; here the children go first.
  db.pragma('foreign_keys = OFF')
  db.pragma('secure_delete = ON')
  try {
    transact(db, () => { purge(db, doomed) })
  } finally {
    db.pragma('secure_delete = OFF')
    db.pragma('foreign_keys = ON')
  }
}

function purge(db: WritableLedger, doomed: Doomed): void {
  const transactions = doomedRows(db, doomed)
  const emptied = db.column<BatchId>(SPEAKING).all([json(doomed.accounts)])
  removeRows(db, transactions)
  removeStatements(db, doomed)
  const batches = removeBatches(db, [...new Set([...doomed.batches, ...emptied])])
  const accounts = removeAccounts(db, doomed.accounts)
  run(db, ['DELETE FROM connection_account WHERE connection_id IN', 'DELETE FROM connection WHERE id IN'], doomed.connections)
  forgetTargets(db)
  forgetSteps(db, { accounts, batches: [...doomed.batches, ...batches], transactions })
}

const SPEAKING = /* sql */ `SELECT DISTINCT batch_id FROM import_statement WHERE account_id IN (SELECT value FROM json_each(?))`

/** Never a row that a batch which stays has seen: its receipt names it, and an undo may count on it. */
const ROWS = /* sql */ `
  WITH seen AS MATERIALIZED (
    SELECT DISTINCT txn.id FROM import_row AS held JOIN import_batch AS batch ON batch.id = held.batch_id
      JOIN txn ON txn.id BETWEEN held.txn_id AND held.txn_id + held.row_count - 1 WHERE batch.removed_at IS NULL
  )
  SELECT id FROM txn NOT INDEXED WHERE account_id IN (SELECT value FROM json_each(:accounts))
     OR deleted_at IS NOT NULL AND is_adjusting = 1 AND account_id IN (SELECT account_id FROM connection_account WHERE connection_id IN (SELECT value FROM json_each(:connections)))
     OR deleted_at IS NOT NULL AND batch_id IN (SELECT value FROM json_each(:batches)) AND id NOT IN (SELECT id FROM seen)`

const doomedRows = (db: ReadableLedger, { accounts, connections, batches }: Doomed): TransactionId[] =>
  db.column<TransactionId>(ROWS).all({ accounts: json(accounts), connections: json(connections), batches: json(batches) })

function removeRows(db: WritableLedger, ids: readonly TransactionId[]): void {
  unindexRows(db, ids)
  dissolvePairs(db, ids)
  run(db, [
    ...FORGET_PAIRS, 'DELETE FROM split WHERE txn_id IN', 'DELETE FROM txn_tag WHERE txn_id IN', 'DELETE FROM txn_part WHERE txn_id IN',
    'DELETE FROM pending_claim WHERE pending_id IN', 'DELETE FROM pending_claim WHERE booked_id IN', 'DELETE FROM txn WHERE id IN',
  ], ids)
}

function removeStatements(db: WritableLedger, { accounts, batches }: Doomed): void {
  run(db, ['DELETE FROM import_warning WHERE batch_id IN', 'DELETE FROM balance_snapshot WHERE batch_id IN', 'DELETE FROM import_row WHERE batch_id IN', 'DELETE FROM import_statement WHERE batch_id IN'], batches)
  forgetInvestments(db, { accounts, batches })
  run(db, [
    'DELETE FROM balance_snapshot WHERE account_id IN',
    'DELETE FROM import_row AS held WHERE (SELECT account_id FROM import_statement AS said WHERE said.batch_id = held.batch_id AND said.position = held.position) IN',
    'DELETE FROM import_statement WHERE account_id IN',
  ], accounts)
}

const BARE = /* sql */ `
  SELECT id FROM import_batch AS batch WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM import_statement WHERE batch_id = batch.id) AND id NOT IN (SELECT batch_id FROM txn NOT INDEXED WHERE batch_id IS NOT NULL)`

/** Whoever else speaks of an account takes it over from the batch that made it. */
function removeBatches(db: WritableLedger, candidates: readonly BatchId[]): BatchId[] {
  const bare = db.column<BatchId>(BARE).all([json(candidates)])
  run(db, [
    'UPDATE refresh SET batch_id = NULL WHERE batch_id IN', 'DELETE FROM import_warning WHERE batch_id IN',
    'UPDATE account SET created_by = (SELECT min(batch_id) FROM import_statement WHERE account_id = account.id) WHERE id IN (SELECT account_id FROM import_statement) AND created_by IN',
    'DELETE FROM import_batch WHERE id IN',
  ], bare)
  db.command('DELETE FROM import_source WHERE sha256 NOT IN (SELECT sha256 FROM import_batch WHERE sha256 IS NOT NULL)').run()
  return bare
}

/** The removed ones, and those that only lived by a batch that is gone. */
function removeAccounts(db: WritableLedger, removed: readonly AccountId[]): AccountId[] {
  const orphans = db.column<AccountId>('SELECT id FROM account WHERE created_by IS NOT NULL AND created_by NOT IN (SELECT id FROM import_batch)').all()
  const all = [...new Set([...removed, ...orphans])]
  keepAccountIds(db, all)
  run(db, [
    'UPDATE connection_account SET account_id = NULL, status = NULL, status_error = NULL, is_new = 0, fetched_to = NULL, fetched_at = NULL WHERE account_id IN',
    'DELETE FROM balance_snapshot WHERE account_id IN', 'DELETE FROM account_state WHERE account_id IN', 'DELETE FROM txn_run WHERE account_id IN', 'DELETE FROM account WHERE id IN',
  ], all)
  return all
}

const json = (ids: readonly number[]): string => JSON.stringify(ids)

/** Each of these texts ends where the ids belong. */
function run(db: WritableLedger, commands: readonly string[], ids: readonly number[]): void {
  if (ids.length > 0) for (const command of commands) db.command(`${command} (SELECT value FROM json_each(?))`).run([json(ids)])
}
