import type { ConnectionId } from '#shared/connections.ts'
import type { WritableLedger } from '../database.ts'
import { connectionRow } from './read.ts'

const NEXT = /* sql */ `UPDATE connection SET categorization_status = ? WHERE id = ?`

/**
 * One piece of the background categories: PENDING → IN_PROGRESS → READY, each step by itself, so that others get their
 * turn in between and a crash finds where to go on. No rules are kept in a ledger yet, so the one pass finds nothing to do;
 * a category that a person has set is never touched. Call inside `transact`.
 */
export function categoriseConnection(db: WritableLedger, id: ConnectionId): { isDone: boolean } {
  const { categorization_status: status, update_status: update } = connectionRow(db, id)
  if (update === 'IN_PROGRESS') return { isDone: false }
  if (status === 'READY') return { isDone: true }
  const next = status === 'PENDING' ? 'IN_PROGRESS' : 'READY'
  db.command(NEXT).run([next, id])
  return { isDone: next === 'READY' }
}
