import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileResult, syncFolder, writeTextAtomic } from '#main/platform/files.ts'
import { unpackBackup, type Progress } from './backup-file.ts'
import { kindOfLedgerFile } from './ledger-file.ts'

const KEYS = '.keys'
/** What belongs to a ledger file, by what is added to its name: SQLite's two companions and our two key files. */
const SQLITE_FILES = ['', '-wal', '-shm']
const KEY_FILES = [KEYS, '.keys.copy']

/**
 * Puts a backup in the place of a ledger that is closed. The old ledger is kept beside it as `….before-<time>`, with its
 * keys, and opens under that name. A crash at any moment leaves either the old ledger or a restore that `finishRestore`
 * completes at the next start.
 */
export async function restoreBackup(backup: string, ledger: string, now: Instant, progress: Progress = {}): Promise<Result<null, AppError>> {
  const decided = await decideRestore(backup, ledger, now, progress)
  return decided.ok ? finishRestore(ledger) : decided
}

/** The part that can fail: the backup is checked whole and laid ready. The ledger may stay open until it is done. */
export async function decideRestore(backup: string, ledger: string, now: Instant, progress: Progress = {}): Promise<Result<null, AppError>> {
  const draft = `${ledger}.restore-draft`
  const unpacked = await unpackBackup(backup, draft, progress)
  if (!unpacked.ok) return unpacked
  const ready = `${ledger}.restoring-${now.replace(/\D/g, '')}`
  const { keys } = unpacked.value
  const written = keys === null ? ok(null) : await writeTextAtomic(`${ready}${KEYS}`, keys)
  // The moment of decision: from here on the restore goes forward.
  const decided = written.ok ? await fileResult(() => rename(draft, ready)) : written
  if (decided.ok) return ok(null)
  await rm(draft, { force: true })
  return decided
}

/** Completes a restore that a crash interrupted; does nothing where there is none. Call it before a ledger is opened. */
export function finishRestore(ledger: string): Promise<Result<null, AppError>> {
  return fileResult(async () => {
    const folder = dirname(ledger)
    const prefix = `${basename(ledger)}.restoring-`
    const found = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix))
    for (const name of found.filter((each) => /^\d+$/.test(each.slice(prefix.length))).sort()) {
      await install(ledger, join(folder, name), name.slice(prefix.length))
    }
    // Keys whose ledger never came to its decision.
    for (const name of found) await rm(join(folder, name), { force: true })
    return null
  })
}

/**
 * Every step may be the second time. The ledger itself is moved in last, so `ready` exists as long as anything is left to
 * do, and whatever ledger lies in its place is the old one. Only the key file may be the new one already.
 */
async function install(ledger: string, ready: string, stamp: string): Promise<void> {
  const aside = `${ledger}.before-${stamp}`
  const kind = await kindOfLedgerFile(ready)
  const keysAreIn = !(await exists(`${ready}${KEYS}`)) && kind.ok && kind.value === 'encrypted'
  for (const suffix of keysAreIn ? SQLITE_FILES : [...SQLITE_FILES, ...KEY_FILES]) {
    if (await exists(`${ledger}${suffix}`)) await rename(`${ledger}${suffix}`, `${aside}${suffix}`)
  }
  if (await exists(`${ready}${KEYS}`)) await rename(`${ready}${KEYS}`, `${ledger}${KEYS}`)
  await rename(ready, ledger)
  await syncFolder(dirname(ledger))
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)
