import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { LedgerConnection } from './database.ts'

const OWNER_ONLY = 0o600

/**
 * A complete copy under the same key. VACUUM INTO is the one way that keeps an encrypted ledger encrypted: `backup()`
 * fails and `serialize()` gives plaintext. Written beside the target, flushed and renamed: the name never means half a copy.
 */
export function copyLedger(db: LedgerConnection, file: string): void {
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  try {
    // An empty file is taken as the target, and this one belongs to its owner alone.
    closeSync(openSync(draft, 'wx', OWNER_ONLY))
    db.command('VACUUM INTO ?').run([draft])
    flush(draft)
    renameSync(draft, file)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
