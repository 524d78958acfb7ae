import type { ConnectionId, Refresh, UpdateResult } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { WritableLedger } from '../database.ts'
import type { Failed, Origin } from './jobs.ts'
import { connectionRow } from './read.ts'
import { endRefresh, runningRefresh } from './refreshes.ts'

const KEEP = /* sql */ `
  UPDATE connection SET update_status = 'READY', state = coalesce(:state, state), sealed_pin = coalesce(:sealedPin, sealed_pin), user_action_required = max(user_action_required, :needsUser) WHERE id = :id`

/** The run is over and brought nothing. Call inside `transact`. */
export function failRefresh(db: WritableLedger, { refreshId, connectionId, origin, result, status, step, state, sealedPin, notices }: Failed, at: Instant): Refresh {
  const refresh = runningRefresh(db, refreshId, connectionId)
  if (connectionRow(db, connectionId).is_provisional === 1) dropProvisional(db, connectionId)
  else {
    db.command(KEEP).run({ id: connectionId, state: state ?? null, sealedPin: sealedPin ?? null, needsUser: status === 'USER_ACTION_REQUIRED' ? 1 : 0 })
    keepResult(db, connectionId, origin, { ...result, timestamp: at })
  }
  return endRefresh(db, { id: refreshId, status, step, error: result.error, notices, accounts: refresh.accounts, batchId: null }, at)
}

const MANUAL = /* sql */ `UPDATE connection SET last_manual_update = ? WHERE id = ?`
const AUTO = /* sql */ `UPDATE connection SET last_auto_update = ? WHERE id = ?`

/** The last word of each origin is kept apart: what a schedule does must not hide what a person saw. */
export function keepResult(db: WritableLedger, id: ConnectionId, origin: Origin, result: UpdateResult): void {
  db.command(origin === 'manual' ? MANUAL : AUTO).run([JSON.stringify(result), id])
}

/** Nothing was ever stored under it. */
function dropProvisional(db: WritableLedger, id: ConnectionId): void {
  db.command('DELETE FROM connection_account WHERE connection_id = ?').run([id])
  db.command('DELETE FROM connection WHERE id = ?').run([id])
}

interface Interrupted { readonly id: Refresh['id']; readonly connectionId: ConnectionId; readonly origin: Origin }

const RUNNING = /* sql */ `SELECT id, connection_id AS connectionId, origin FROM refresh WHERE status = 'PROCESSING' ORDER BY id`

/** After a crash nothing runs, whatever the ledger says. Call inside `transact`. */
export function resetConnections(db: WritableLedger, at: Instant): { interrupted: number } {
  const running = db.query<Interrupted>(RUNNING).all()
  for (const { id, connectionId, origin } of running) {
    keepResult(db, connectionId, origin, { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', error: { kind: 'interrupted' }, timestamp: at })
    endRefresh(db, { id, status: 'ERROR', error: { kind: 'interrupted' }, notices: [], accounts: [], batchId: null }, at)
  }
  for (const id of db.column<ConnectionId>('SELECT id FROM connection WHERE is_provisional = 1').all()) dropProvisional(db, id)
  db.command(`UPDATE connection SET update_status = 'READY' WHERE update_status = 'IN_PROGRESS'`).run()
  // READY with rows that are due: a bug was in the way, and another Kontor may know better.
  db.command(`UPDATE connection SET categorization_status = 'PENDING' WHERE categorization_status = 'IN_PROGRESS' OR id IN (SELECT connection_id FROM category_due)`).run()
  return { interrupted: running.length }
}
