import type { ConnectionId } from '#shared/connections.ts'
import type { WritableLedger } from '../database.ts'
import { connectionRow } from './read.ts'

const NEXT = /* sql */ `UPDATE connection SET categorization_status = ? WHERE id = ?`

interface Piece { readonly isDone: boolean; readonly isNews: boolean }

/**
 * One piece of the background categories: PENDING → IN_PROGRESS → READY. `work` gives some more rows their categories and
 * says whether any are left; which ones is kept in the ledger, so others get their turn in between and a crash finds where
 * to go on. Call inside `transact`.
 */
export function categoriseConnection(db: WritableLedger, id: ConnectionId, work: () => Piece): Piece & { readonly isStep: boolean } {
  const { categorization_status: status, update_status: update } = connectionRow(db, id)
  if (update === 'IN_PROGRESS') return { isDone: false, isNews: false, isStep: false }
  if (status === 'READY') return { isDone: true, isNews: false, isStep: false }
  const piece = status === 'PENDING' ? { isDone: false, isNews: false } : work()
  const next = piece.isDone ? 'READY' : 'IN_PROGRESS'
  if (next !== status) db.command(NEXT).run([next, id])
  return { ...piece, isStep: next !== status }
}

/** A bug of ours is in the way: the connection is free again, and what is due stays so until the ledger opens next. Call inside `transact`. */
export function putOffCategories(db: WritableLedger, id: ConnectionId): void {
  db.command(NEXT).run(['READY', id])
}
