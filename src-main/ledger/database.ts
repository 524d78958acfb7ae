import { rmSync, statSync, type Stats } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { AppFailure } from '#shared/failure.ts'
import { assert } from '#shared/result.ts'

type Value = string | number | Uint8Array | null
/** Bound by name (`:accountId`) or in order (`?`). */
export type Params = Readonly<Record<string, Value>> | readonly Value[]

export interface Query<Row> {
  all(params?: Params): Row[]
  get(params?: Params): Row | undefined
  iterate(params?: Params): IterableIterator<Row>
}

export interface Command { run(params?: Params): { readonly changes: number; readonly lastId: number } }

/** A read-only use-case takes this: nothing in it can change the file. Statements are prepared once and kept. */
export interface ReadableLedger {
  /** Rows as objects. */
  query<Row>(sql: string): Query<Row>
  /** Rows as tuples: for long scans. */
  tuples<Row extends readonly unknown[]>(sql: string): Query<Row>
  /** The first column alone. */
  column<T>(sql: string): Query<T>
  /** Differs after every change, of this connection and of any other. */
  revision(): string
  /** What is read now may still be taken back. */
  isInTransaction(): boolean
}

/** What a use-case that writes holds, inside `transact`. */
export interface WritableLedger extends ReadableLedger {
  command(sql: string): Command
  /** Several statements at once: migrations and BEGIN. */
  exec(sql: string): void
  /** Whether its file is still where it was opened, or another one there by now. */
  place(): 'own' | 'gone' | 'replaced'
  /** Moves what has been stored out of the WAL into the file itself, wherever that is now. */
  foldWal(): void
}

/** An open connection; whoever opened it closes it. */
export interface LedgerConnection extends WritableLedger {
  pragma(text: string): unknown
  close(): void
}

export interface ConnectOptions {
  /** 32 raw bytes, or null for a plain ledger. Not kept: SQLite holds its own copy. */
  readonly key: Uint8Array | null
  readonly readonly?: boolean
  readonly cacheKib?: number
}

const CACHE_KIB = 16_000
const BUSY_MS = 5_000
/** So many pages wait in the WAL at most before a commit folds them into the file, decrypted and encrypted anew: the next in line waits for it. */
const WAL_PAGES = 300
/** Lets a WAL that grew with a large import shrink again. */
const WAL_BYTES_KEPT = 8 * 1024 * 1024

class Connection implements LedgerConnection {
  readonly #db: Sqlite.Database
  readonly #statements = new Map<string, unknown>()
  readonly #opened: Stats | undefined

  constructor(db: Sqlite.Database) {
    this.#db = db
    this.#opened = db.memory ? undefined : statSync(db.name)
  }

  query<Row>(sql: string): Query<Row> {
    return this.#prepared(`query ${sql}`, () => toQuery(this.#db.prepare<[Params], Row>(sql)))
  }

  tuples<Row extends readonly unknown[]>(sql: string): Query<Row> {
    return this.#prepared(`tuples ${sql}`, () => toQuery(this.#db.prepare<[Params], Row>(sql).raw(true)))
  }

  column<T>(sql: string): Query<T> {
    return this.#prepared(`column ${sql}`, () => toQuery(this.#db.prepare<[Params], T>(sql).pluck(true)))
  }

  command(sql: string): Command {
    return this.#prepared(`command ${sql}`, () => {
      const statement = this.#db.prepare<[Params]>(sql)
      return { run: (params = []) => toChanges(statement.run(params)) }
    })
  }

  revision(): string {
    return `${String(this.column<number>('PRAGMA data_version').get())}.${String(this.column<number>('SELECT total_changes()').get())}`
  }

  isInTransaction(): boolean {
    return this.#db.inTransaction
  }

  exec(sql: string): void {
    this.#db.exec(sql)
  }

  place(): 'own' | 'gone' | 'replaced' {
    if (!this.#opened) return 'own'
    const now = statSync(this.#db.name, { throwIfNoEntry: false })
    if (!now) return 'gone'
    return now.ino === this.#opened.ino && now.dev === this.#opened.dev ? 'own' : 'replaced'
  }

  foldWal(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  pragma(text: string): unknown {
    return this.#db.pragma(text, { simple: true })
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  /** The key names the kind of statement too, so what comes out is what `make` once put in. */
  #prepared<S>(key: string, make: () => S): S {
    const known = this.#statements.get(key)
    if (known !== undefined) return known as S
    const made = make()
    this.#statements.set(key, made)
    return made
  }
}

const toQuery = <Row>(statement: Sqlite.Statement<[Params], Row>): Query<Row> => ({
  all: (params = []) => statement.all(params),
  get: (params = []) => statement.get(params),
  iterate: (params = []) => statement.iterate(params),
})

const toChanges = ({ changes, lastInsertRowid }: Sqlite.RunResult) => ({ changes, lastId: Number(lastInsertRowid) })

/**
 * Opens a connection without asking anything of the file yet. ChaCha20-Poly1305 with the raw key: no derivation, so
 * opening costs nothing, and every page is authenticated (docs/adr/0010).
 */
export function connect(file: string, { key, readonly = false, cacheKib = CACHE_KIB }: ConnectOptions): LedgerConnection {
  const db = new Sqlite(file, { readonly })
  try {
    if (key) applyKey(db, key)
    // Sorting and grouping would otherwise spill into plain files in the temporary folder.
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = ON')
    db.pragma(`cache_size = -${cacheKib}`)
    db.pragma(`busy_timeout = ${BUSY_MS}`)
    return new Connection(db)
  } catch (cause) {
    db.close()
    throw cause
  }
}

function applyKey(db: Sqlite.Database, key: Uint8Array): void {
  assert(canEncrypt(db), 'this SQLite cannot encrypt; better-sqlite3 must be better-sqlite3-multiple-ciphers')
  db.pragma("cipher = 'chacha20'")
  const raw = Buffer.concat([Buffer.from('raw:'), key])
  db.key(raw)
  raw.fill(0)
}

/** `@types/better-sqlite3` describes the original, which has no keys. */
const canEncrypt = (db: object): db is { key(key: Buffer): number } => 'key' in db && typeof db.key === 'function'

/** For the one writing connection, once the file is known to be ours. FULL: a commit that was answered survives a power cut. */
export function prepareForWriting(db: LedgerConnection): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`)
  db.pragma(`journal_size_limit = ${WAL_BYTES_KEPT}`)
  // A connection that never used its WAL does not remove it when it closes.
  db.column('SELECT count(*) FROM sqlite_schema').get()
}

/**
 * Everything or nothing. The work is synchronous, so nothing else can happen between BEGIN and COMMIT. Some systems go on
 * writing into a file that was deleted or replaced, where nobody will ever see it: then nothing is begun.
 */
export function transact<T>(db: WritableLedger, work: () => T): T {
  assertInPlace(db)
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    db.exec('COMMIT')
    return value
  } catch (cause) {
    rollBack(db)
    throw cause
  }
}

function assertInPlace(db: WritableLedger): void {
  const place = db.place()
  if (place === 'own') return
  if (place === 'replaced') db.foldWal()
  throw new AppFailure({ kind: 'storage', reason: place })
}

/**
 * The WAL is found by the file's name. Whoever opens the file that has come there next would take it for that one's and mix
 * both, so nothing may be left in it; SQLite itself leaves it as it is where its file was moved.
 */
export function leaveWalEmpty(db: WritableLedger): void {
  if (db.place() !== 'own') db.foldWal()
}

/** A full disk makes SQLite roll back by itself; a second ROLLBACK then finds nothing to do. */
function rollBack(db: WritableLedger): void {
  try {
    db.exec('ROLLBACK')
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError) || cause.code !== 'SQLITE_ERROR') throw cause
  }
}

/** SQLite's own code for what went wrong; undefined where something else threw. */
export const sqliteCode = (cause: unknown): string | undefined => (cause instanceof Sqlite.SqliteError ? cause.code : undefined)

/**
 * One process writes a ledger. The lock is an exclusive SQLite lock on an empty file beside it: the operating system lets
 * go of it when the process ends, however it ends. Returns the way to release it.
 */
export function lockLedger(file: string): () => void {
  const path = `${file}-lock`
  for (;;) {
    const before = inodeOf(path)
    const db = new Sqlite(path)
    if (!tryExclusive(db)) {
      db.close()
      throw new AppFailure({ kind: 'busy' })
    }
    // Another process may have removed the file between open and lock; then this is a lock on nothing.
    if (before !== undefined && inodeOf(path) === before) {
      held.add(db)
      return () => { releaseLock(db, path) }
    }
    db.close()
  }
}

/** A lock whose database were collected as garbage would be gone without a word. */
const held = new Set<Sqlite.Database>()

const inodeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino

function tryExclusive(db: Sqlite.Database): boolean {
  try {
    db.pragma('busy_timeout = 0')
    // Nothing is ever written, so there is nothing to roll back.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return true
  } catch (cause) {
    if (sqliteCode(cause)?.startsWith('SQLITE_BUSY') === true) return false
    throw cause
  }
}

/**
 * Removed while still held, so that nobody can lock a file that is about to go. Windows refuses that, but also refuses to
 * remove a file that somebody else has open, so there it goes afterwards.
 */
function releaseLock(db: Sqlite.Database, path: string): void {
  const isWindows = process.platform === 'win32'
  if (!isWindows) removeQuietly(path)
  held.delete(db)
  db.close()
  if (isWindows) removeQuietly(path)
}

/** What stays is empty and unlocked, and does no harm. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (cause) {
    assert(cause instanceof Error && 'code' in cause, 'only the file system refuses')
  }
}
