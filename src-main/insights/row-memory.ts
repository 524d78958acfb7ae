import type { LocalDate } from '#shared/dates.ts'
import { changesOf } from '#main/ledger/changes.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

interface Dated { readonly id: number; readonly bookedOn: LocalDate }

/** Rows by their ids; undefined where one is not there. */
export type RowsById<Row> = (id: number) => Row | undefined

/**
 * Single rows that were read of a ledger by their ids, each kept while no row of its month becomes another. Reading scattered
 * rows costs a page for each. All go where there are more than may be kept.
 */
export class RowMemory<Row extends Dated> {
  readonly #rowsMax: number
  readonly #books = new WeakMap<ReadableLedger, Map<string, Book<Row>>>()

  constructor(rowsMax: number) {
    this.#rowsMax = rowsMax
  }

  /** At least the rows of these ids. The question says everything that they depend on but the ledger. Not to be held on to. */
  recall(db: ReadableLedger, question: string, ids: readonly number[], read: (ids: readonly number[]) => readonly Row[]): RowsById<Row> {
    // What a transaction that is rolled back has shown must not be remembered.
    const book = db.isInTransaction() ? new Book<Row>(0) : this.#bookOf(db, question)
    book.learn(ids, read)
    return book.row
  }

  #bookOf(db: ReadableLedger, question: string): Book<Row> {
    const changes = changesOf(db)
    const turn = changes.look()
    const books = this.#books.get(db) ?? new Map<string, Book<Row>>()
    this.#books.set(db, books)
    const known = books.get(question)
    const changed = known && changes.changedSince(known.turn)
    if (known && changed) known.forget(changed, turn)
    if ([...books.values()].reduce((sum, { size }) => sum + size, 0) > this.#rowsMax) books.clear()
    const book = known && changed ? known : new Book<Row>(turn)
    books.set(question, book)
    return book
  }
}

class Book<Row extends Dated> {
  turn: number
  /** Null: it is not there, which any change may change. */
  readonly #rows = new Map<number, Row | null>()
  readonly #idsOfMonth = new Map<string, number[]>()
  #absent: number[] = []

  constructor(turn: number) {
    this.turn = turn
  }

  get size(): number {
    return this.#rows.size
  }

  readonly row = (id: number): Row | undefined => this.#rows.get(id) ?? undefined

  learn(ids: readonly number[], read: (ids: readonly number[]) => readonly Row[]): void {
    const missing = ids.filter((id) => !this.#rows.has(id))
    if (missing.length === 0) return
    for (const row of read(missing)) {
      this.#rows.set(row.id, row)
      const month = row.bookedOn.slice(0, 7)
      const its = this.#idsOfMonth.get(month)
      if (its) its.push(row.id)
      else this.#idsOfMonth.set(month, [row.id])
    }
    const absent = missing.filter((id) => !this.#rows.has(id))
    for (const id of absent) this.#rows.set(id, null)
    this.#absent = [...this.#absent, ...absent]
  }

  forget(months: ReadonlySet<string>, turn: number): void {
    if (turn === this.turn) return
    for (const month of months) {
      for (const id of this.#idsOfMonth.get(month) ?? []) this.#rows.delete(id)
      this.#idsOfMonth.delete(month)
    }
    for (const id of this.#absent) this.#rows.delete(id)
    this.#absent = []
    this.turn = turn
  }
}
