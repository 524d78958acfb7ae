import type { LedgerConnection } from './database.ts'
import { makeWholeFile } from './whole-file.ts'

/**
 * A complete copy under the same key. VACUUM INTO is the one way that keeps an encrypted ledger encrypted: `backup()`
 * fails and `serialize()` gives plaintext. It takes an empty file as its target.
 */
export function copyLedger(db: LedgerConnection, file: string): void {
  makeWholeFile(file, (draft) => { db.command('VACUUM INTO ?').run([draft]) })
}
