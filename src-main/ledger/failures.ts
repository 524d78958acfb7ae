import { AppFailure } from '#shared/failure.ts'
import type { AppError } from '#shared/errors.ts'
import { sqliteCode } from './database.ts'

const DAMAGED: AppError = { kind: 'malformed', reason: 'ledger_damaged', line: null }
const FAILED: AppError = { kind: 'storage', reason: 'failed' }

/** SQLite's result codes, https://sqlite.org/rescode.html; an extended code counts as its first part unless it is listed. */
const CODES: Readonly<Record<string, AppError>> = {
  SQLITE_BUSY: { kind: 'busy' },
  SQLITE_LOCKED: { kind: 'busy' },
  SQLITE_FULL: { kind: 'disk_full' },
  // The shared-memory file beside a WAL ledger could not grow.
  SQLITE_IOERR_SHMSIZE: { kind: 'disk_full' },
  SQLITE_READONLY: { kind: 'storage', reason: 'read_only' },
  SQLITE_CANTOPEN: FAILED,
  SQLITE_PERM: { kind: 'storage', reason: 'no_permission' },
  SQLITE_AUTH: { kind: 'storage', reason: 'no_permission' },
  SQLITE_IOERR: FAILED,
  SQLITE_CORRUPT: DAMAGED,
  // While open: a page that does not decrypt. Before: see open.ts.
  SQLITE_NOTADB: DAMAGED,
}

/** What a disk or a damaged file did, as a value a person can act on. Undefined: not a failure of SQLite's that may happen. */
export function toLedgerError(cause: unknown): AppError | undefined {
  if (cause instanceof AppFailure) return cause.error
  const code = sqliteCode(cause)
  return code === undefined ? undefined : CODES[code] ?? CODES[code.split('_').slice(0, 2).join('_')]
}

export const damaged = (): AppFailure => new AppFailure(DAMAGED)
