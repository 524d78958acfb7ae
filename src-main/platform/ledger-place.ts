import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppFailure } from '#shared/failure.ts'

/** What belongs to a ledger, by what is added to its name: the file, SQLite's companions, the lock, the key file and its copy. */
const PARTS = ['', '-wal', '-shm', '-journal', '-lock', '.keys', '.keys.copy'] as const

/** An export or a backup under the name of the ledger itself would replace what it is meant to save. Throws `exists`. */
export function assertOutsideLedger(target: string, ledger: string): void {
  if (PARTS.some((part) => isSameFile(target, `${ledger}${part}`))) throw new AppFailure({ kind: 'exists', what: 'ledger' })
}

/** By name, and by what the name leads to: links, and disks that do not tell capital letters apart. */
function isSameFile(left: string, right: string): boolean {
  if (resolve(left) === resolve(right)) return true
  const [one, other] = [left, right].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }))
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino
}
