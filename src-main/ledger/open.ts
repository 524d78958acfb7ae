import { accessSync, closeSync, constants, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import { HEADER_BYTES, lookOf, type LedgerLook } from '#shared/ledger-header.ts'
import type { Currency } from '#shared/money.ts'
import { copyLedger } from './backup.ts'
import { connect, leaveWalEmpty, lockLedger, prepareForWriting, sqliteCode, type LedgerConnection } from './database.ts'
import { damaged } from './failures.ts'
import { APPLICATION_ID, migrate, refuseNewer, schemaVersion } from './migrate.ts'
import { SCHEMA_VERSION } from './migrations/all.ts'
import { setBaseCurrency, setLikelyCurrency } from './settings.ts'

const OWNER_ONLY = 0o600
const CURRENCY_DEFAULT = 'EUR' as Currency

export interface OpenOptions {
  /** `:memory:` makes one that lives as long as the connection. */
  readonly file: string
  readonly key: Uint8Array | null
  readonly create: boolean
  readonly baseCurrency?: Currency | undefined
  /** Instead of it, where nobody has chosen one. */
  readonly likelyCurrency?: Currency | undefined
  readonly now: Instant
}

export interface OpenLedger {
  readonly db: LedgerConnection
  readonly backup: string | null
  close(): void
}

/** The one writing connection. Throws an AppFailure, or what SQLite and the file system throw, and then has changed nothing. */
export function openLedger(options: OpenOptions): OpenLedger {
  if (options.file === ':memory:') return openInMemory(options)
  assertPlace(options)
  const release = lockLedger(options.file)
  try {
    if (options.create) createFile(options)
    const { db, backup } = openFile(options)
    return { db, backup, close: () => { closeLedger(db, release) } }
  } catch (cause) {
    release()
    throw cause
  }
}

/** A second connection for the reading thread; it cannot write, whatever it is asked. */
export function openForReading(file: string, key: Uint8Array | null): LedgerConnection {
  const db = connect(file, { key, readonly: true })
  db.pragma('query_only = ON')
  return db
}

function openInMemory({ baseCurrency = CURRENCY_DEFAULT }: OpenOptions): OpenLedger {
  const db = connect(':memory:', { key: null })
  migrate(db)
  setBaseCurrency(db, baseCurrency)
  return { db, backup: null, close: () => { db.close() } }
}

/** Before the lock, because the lock is itself a file in that folder. */
function assertPlace({ file, create }: OpenOptions): void {
  accessSync(dirname(file), constants.W_OK)
  const facts = statSync(file, { throwIfNoEntry: false })
  if (facts?.isDirectory() === true) throw new AppFailure({ kind: 'storage', reason: 'is_folder' })
  if (create && facts) throw new AppFailure({ kind: 'exists', what: 'ledger' })
  if (!create) accessSync(file, constants.R_OK | constants.W_OK)
}

/** Made beside its place and renamed, so that a crash never leaves half a ledger under its name. */
function createFile({ file, key, baseCurrency, likelyCurrency = CURRENCY_DEFAULT }: OpenOptions): void {
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  closeSync(openSync(draft, 'wx', OWNER_ONLY))
  try {
    const db = connect(draft, { key })
    try {
      migrate(db)
      if (baseCurrency === undefined) setLikelyCurrency(db, likelyCurrency)
      else setBaseCurrency(db, baseCurrency)
    } finally {
      db.close()
    }
    renameSync(draft, file)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

function openFile(options: OpenOptions): { db: LedgerConnection; backup: string | null } {
  const db = openOurs(options)
  try {
    refuseNewer(db)
    assertIntact(db)
    const backup = backUpBeforeMigrating(db, options)
    migrate(db)
    prepareForWriting(db)
    return { db, backup }
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** A file that is no ledger of ours is left alone before anything is asked of it. */
function openOurs({ file, key }: OpenOptions): LedgerConnection {
  const outside = lookAt(file)
  if (outside === 'other') throw damaged()
  try {
    const db = connect(file, { key })
    if (db.pragma('application_id') === APPLICATION_ID) return db
    db.close()
  } catch (cause) {
    if (sqliteCode(cause) !== 'SQLITE_NOTADB') throw cause
    throw unreadable(key !== null, outside)
  }
  throw damaged()
}

/** A key has been proven by the slot it comes from, so what does not open with it is damaged, and no other passphrase will help. */
function unreadable(hasKey: boolean, outside: 'plain' | 'encrypted'): AppFailure {
  if (outside === 'plain') return hasKey ? new AppFailure({ kind: 'malformed', reason: 'key_file', line: null }) : damaged()
  return hasKey ? damaged() : new AppFailure({ kind: 'locked' })
}

/** Read before SQLite has the file open, because closing a second handle to it would drop SQLite's own locks (POSIX). */
function lookAt(file: string): LedgerLook {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(HEADER_BYTES)
    readSync(handle, head, 0, head.length, 0)
    return lookOf(head)
  } finally {
    closeSync(handle)
  }
}

/** Reads every page: with a cipher that authenticates, a flipped bit anywhere is found. */
function assertIntact(db: LedgerConnection): void {
  if (db.pragma('quick_check(1)') !== 'ok') throw damaged()
}

/** The copy keeps the ledger as it was under a name that says which schema it has. */
function backUpBeforeMigrating(db: LedgerConnection, { file, now }: OpenOptions): string | null {
  const version = schemaVersion(db)
  if (version >= SCHEMA_VERSION) return null
  const backup = `${file}.v${version}-${now.slice(0, 10)}.backup`
  copyLedger(db, backup)
  return backup
}

function closeLedger(db: LedgerConnection, release: () => void): void {
  try {
    leaveWalEmpty(db)
  } finally {
    closeAndRelease(db, release)
  }
}

function closeAndRelease(db: LedgerConnection, release: () => void): void {
  try {
    db.close()
  } finally {
    release()
  }
}
