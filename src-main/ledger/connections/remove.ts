import type { ConnectionId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { findAccount } from '../accounts.ts'
import { logStep, type StepLabel } from '../history.ts'
import { setRemoved, type Removal } from '../removal.ts'
import { connectionRow, refuseBusy } from './read.ts'
import type { ConnectionRow } from './row.ts'

export type Deletion = Output<'connections.delete'>

const LIVING = /* sql */ `SELECT * FROM connection WHERE deleted_at IS NULL ORDER BY id`

/** The connection goes at once, its PIN for good; everything else an undo brings back while the ledger is open. Call inside `transact`. */
export function deleteConnection(db: WritableLedger, { id, rows }: Parsed<'connections.delete'>, at: Instant): Deletion {
  const row = connectionRow(db, id)
  refuseBusy(row)
  return remove(db, [row], rows, at)
}

/** All or none: one that is busy keeps them all. Call inside `transact`. */
export function deleteConnections(db: WritableLedger, { rows }: Parsed<'connections.deleteAll'>, at: Instant): Output<'connections.deleteAll'> {
  const living = db.query<ConnectionRow>(LIVING).all()
  living.forEach(refuseBusy)
  if (living.length > 0) remove(db, living, rows, at)
  return { ids: living.map(({ id }) => id) }
}

/** Does it, looks, and takes it back: the preview cannot differ from the act. Call outside any transaction. */
export function previewDeletion(db: WritableLedger, { id, rows }: Parsed<'connections.deletePreview'>): Deletion {
  db.exec('BEGIN IMMEDIATE')
  try {
    return remove(db, [connectionRow(db, id)], rows, 'preview' as Instant)
  } finally {
    db.exec('ROLLBACK')
  }
}

function remove(db: WritableLedger, rows: readonly ConnectionRow[], fate: 'keep' | 'delete', at: Instant): Deletion {
  const connections = rows.map(({ id }) => id)
  const accounts = linkedAccounts(db, connections)
  const before = { accounts: countAccounts(db, accounts), rows: countRows(db, accounts) }
  perform(db, removalOf(db, connections, fate), { label: 'delete-connection', at })
  const after = { accounts: countAccounts(db, accounts), rows: countRows(db, accounts) }
  return {
    accounts: before.accounts - after.accounts,
    transactions: before.rows - after.rows,
    keptTransactions: after.rows,
    pinStored: rows.some(({ sealed_pin: pin }) => pin !== null),
  }
}

/** What the user deletes with a connection is what it brought; a batch reverted before stays reverted when this is undone. */
function removalOf(db: ReadableLedger, connections: readonly ConnectionId[], fate: 'keep' | 'delete'): Removal {
  const batches = fate === 'keep' ? [] : db.tuples<[BatchId, Instant | null]>(BATCHES).all([JSON.stringify(connections)])
  return {
    connections, accounts: [],
    batches: batches.map(([id]) => id),
    reverted: batches.flatMap(([id, revertedAt]) => (revertedAt === null ? [id] : [])),
  }
}

const BATCHES = /* sql */ `SELECT id, reverted_at FROM import_batch WHERE connection_id IN (SELECT value FROM json_each(?)) ORDER BY id`

/** The account and all its rows, wherever they came from. The last one takes its connection along. Call inside `transact`. */
export function deleteAccount(db: WritableLedger, { id }: Parsed<'accounts.delete'>, at: Instant): Output<'accounts.delete'> {
  findAccount(db, id)
  const holders = db.column<ConnectionId>(HOLDERS).all([id])
  holders.forEach((holder) => { refuseBusy(connectionRow(db, holder)) })
  const connections = holders.filter((holder) => countAccounts(db, linkedAccounts(db, [holder])) === 1)
  perform(db, { connections, accounts: [id], batches: [], reverted: [] }, { label: 'delete-account', at })
  return { connectionDeleted: connections.length > 0 }
}

const HOLDERS = /* sql */ `
  SELECT DISTINCT connection.id FROM connection JOIN connection_account AS said ON said.connection_id = connection.id
   WHERE said.account_id = ? AND connection.deleted_at IS NULL`

function perform(db: WritableLedger, removal: Removal, { label, at }: { readonly label: StepLabel; readonly at: Instant }): void {
  setRemoved(db, removal, true, at)
  logStep(db, { label, count: 1, forward: { kind: 'removal', removal, isRemoved: true }, inverse: { kind: 'removal', removal, isRemoved: false } }, at)
}

const LINKED = /* sql */ `SELECT DISTINCT account_id FROM connection_account WHERE account_id IS NOT NULL AND connection_id IN (SELECT value FROM json_each(?))`
const linkedAccounts = (db: ReadableLedger, ids: readonly ConnectionId[]): AccountId[] => db.column<AccountId>(LINKED).all([JSON.stringify(ids)])

const ACCOUNTS = /* sql */ `SELECT count(*) FROM account WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`
const ROWS = /* sql */ `
  SELECT count(*) FROM txn INDEXED BY txn_by_day WHERE deleted_at IS NULL AND is_adjusting = 0 AND account_id IN (SELECT value FROM json_each(?))`
const countAccounts = (db: ReadableLedger, ids: readonly AccountId[]): number => db.column<number>(ACCOUNTS).get([JSON.stringify(ids)]) ?? 0
const countRows = (db: ReadableLedger, ids: readonly AccountId[]): number => db.column<number>(ROWS).get([JSON.stringify(ids)]) ?? 0
