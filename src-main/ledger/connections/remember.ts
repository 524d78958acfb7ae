import type { WritableLedger } from '../database.ts'
import type { Remembered } from './jobs.ts'
import { runningRefresh } from './refreshes.ts'

const KEEP = /* sql */ `UPDATE connection SET update_status = 'READY', state = coalesce(:state, state), sealed_pin = coalesce(:sealedPin, sealed_pin) WHERE id = :id`

/** The end of an inquiry: what it found goes to whoever asked, and only what the connector learned stays. Call inside `transact`. */
export function endInquiry(db: WritableLedger, { refreshId, connectionId, state, sealedPin }: Remembered): null {
  runningRefresh(db, refreshId, connectionId)
  db.command(KEEP).run({ id: connectionId, state: state ?? null, sealedPin: sealedPin ?? null })
  db.command('DELETE FROM refresh WHERE id = ?').run([refreshId])
  return null
}
