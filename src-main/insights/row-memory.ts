import type { LocalDate } from '#shared/dates.ts'
import { changesOf } from '#main/ledger/changes.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

interface Dated { readonly id: number; readonly bookedOn: LocalDate }

/** Reads rows by their ids: those that are there, in any order. */
type Read<Row> = (ids: readonly number[]) => readonly Row[]

/** Single rows as one question sees them. Null: it is not there, which any change may change. */
interface Book<Row> { turn: number; readonly rows: Map<number, Row | null> }

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

  /** The rows of these ids that are there, in that order. The question says everything that they depend on but the ledger. */
  recall(db: ReadableLedger, question: string, ids: readonly number[], read: Read<Row>): Row[] {
    // What a transaction that is rolled back has shown must not be remembered.
    const { rows } = db.isInTransaction() ? { rows: new Map<number, Row | null>() } : this.#bookOf(db, question)
    const missing = ids.filter((id) => !rows.has(id))
    if (missing.length > 0) {
      for (const id of missing) rows.set(id, null)
      for (const row of read(missing)) rows.set(row.id, row)
    }
    return ids.flatMap((id) => rows.get(id) ?? [])
  }

  #bookOf(db: ReadableLedger, question: string): Book<Row> {
    const changes = changesOf(db)
    const turn = changes.look()
    const books = this.#books.get(db) ?? new Map<string, Book<Row>>()
    this.#books.set(db, books)
    const known = books.get(question)
    if (known?.turn === turn) return known
    const changed = known && changes.changedSince(known.turn)
    const kept = known && changed ? [...known.rows].filter(([, row]) => row !== null && !changed.has(row.bookedOn.slice(0, 7))) : []
    const others = [...books].reduce((sum, [of, { rows }]) => sum + (of === question ? 0 : rows.size), 0)
    if (kept.length + others > this.#rowsMax) books.clear()
    const book = { turn, rows: new Map(kept.length > this.#rowsMax ? [] : kept) }
    books.set(question, book)
    return book
  }
}
