import type { DayRange } from './coverage.ts'
import type { ReadableLedger } from './database.ts'

/** What a list that was read depends on: rows of some days, or what triggers count besides. */
export type Basis = DayRange | readonly ('lives' | 'contracts')[]

/** More rows than a day brings: looking up their months would cost as much as reading all anew. */
const NEW_ROWS_MAX = 20_000

const COUNTS = /* sql */ `SELECT what, count FROM change_count`
const NEW_MONTHS = /* sql */ `SELECT DISTINCT substr(booked_on, 1, 7) FROM txn NOT INDEXED WHERE id > :after AND id <= :upTo`

const MONTH = /^\d{4}-\d\d$/

const books = new WeakMap<ReadableLedger, Changes>()

/** What has changed in a ledger, as far as its connection has looked. */
export function changesOf(db: ReadableLedger): Changes {
  const known = books.get(db)
  if (known) return known
  const book = new Changes(db)
  books.set(db, book)
  return book
}

/**
 * Which rows have become others since something was read: triggers count the changes of each month (migration 19), and rows that
 * have come are those with higher ids. Whoever remembers notes the turn before reading; it holds while `hasChanged` says no.
 */
export class Changes {
  readonly #db: ReadableLedger
  #revision = ''
  #turn = 0
  #lastId = 0
  #counts = new Map<string, number>()
  /** The turn in which it was last seen to have changed: a month, or another name of the table. */
  readonly #turnOf = new Map<string, number>()

  constructor(db: ReadableLedger) {
    this.#db = db
  }

  /** Looks at the ledger. The number is another one after every change, however small. Not inside a transaction, which may be rolled back. */
  look(): number {
    const revision = this.#db.revision()
    if (revision === this.#revision) return this.#turn
    this.#revision = revision
    this.#turn += 1
    // In this order: what is committed in between is seen the next time.
    const counts = new Map(this.#db.tuples<readonly [string, number]>(COUNTS).all())
    for (const [what, count] of counts) if (this.#counts.get(what) !== count) this.#turnOf.set(what, this.#turn)
    this.#counts = counts
    this.#noteNewRows()
    return this.#turn
  }

  hasChanged(basis: Basis, since: number): boolean {
    if (this.#turn === since) return false
    if (this.#isAfter('all', since)) return true
    if (!('from' in basis)) return basis.some((what) => this.#isAfter(what, since))
    const [first, last] = [monthOf(basis.from), monthOf(basis.to)]
    if (first === last) return this.#isAfter(first, since)
    for (const [what, turn] of this.#turnOf) if (turn > since && what >= first && what <= last) return true
    return false
  }

  /** The months, `2026-03`, of which a row has become another or has come. Undefined: it may be any. */
  changedSince(turn: number): ReadonlySet<string> | undefined {
    if (this.#isAfter('all', turn)) return undefined
    return new Set([...this.#turnOf].flatMap(([what, changed]) => (changed > turn && MONTH.test(what) ? [what] : [])))
  }

  #isAfter(what: string, since: number): boolean {
    return (this.#turnOf.get(what) ?? 0) > since
  }

  #noteNewRows(): void {
    const after = this.#lastId
    const upTo = this.#db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0
    this.#lastId = upTo
    // Nothing was remembered before the first look.
    if (this.#turn === 1) return
    const months = upTo - after > NEW_ROWS_MAX ? ['all'] : upTo > after ? this.#db.column<string>(NEW_MONTHS).all({ after, upTo }) : []
    for (const month of months) this.#turnOf.set(month, this.#turn)
  }
}

const monthOf = (day: string): string => day.slice(0, 7)
