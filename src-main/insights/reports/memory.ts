import { CALENDAR_MONTH } from '#shared/budget-months.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { changesOf, type Basis, type Changes } from '#main/ledger/changes.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { monthPieces } from './months.ts'

/**
 * Lists that were read of a ledger, each kept while what it was read from stands: the reports that are shown side by side share
 * them, and a change costs the months that it touches. The longest unused go first where there are more items than may be kept.
 */
export class Memory<Item> {
  readonly #itemsMax: number
  readonly #books = new WeakMap<ReadableLedger, Book<Item>>()

  constructor(itemsMax: number) {
    this.#itemsMax = itemsMax
  }

  /** What is remembered of the ledger as it is now. Not to be held on to: a later change is seen only by asking again. */
  of(db: ReadableLedger): Pick<Book<Item>, 'recall'> {
    // What a transaction that is rolled back has shown must not be remembered.
    if (db.isInTransaction()) return FORGETFUL
    const changes = changesOf(db)
    const known = this.#books.get(db) ?? new Book<Item>(changes, this.#itemsMax)
    this.#books.set(db, known)
    known.turn = changes.look()
    return known
  }
}

/** What a query of the days `:from` to `:to` answers, as a list to remember: its text and what else is bound say all. */
export function recalledRows<Row extends readonly unknown[]>(memory: Memory<Row>, db: ReadableLedger, { sql, bound, days }: Asked): readonly Row[] {
  const { from, to } = days
  return memory.of(db).recall(`${from} ${to} ${sql} ${JSON.stringify(bound)}`, () => db.tuples<Row>(sql).all({ ...bound, from, to }), days)
}

/** The same, read and remembered month by month: a list of months side by side is the list of the whole. */
export function recalledByMonth<Row extends readonly unknown[]>(memory: Memory<Row>, db: ReadableLedger, { sql, bound, days }: Asked): Row[] {
  const known = memory.of(db)
  const query = db.tuples<Row>(sql)
  const asked = `${sql} ${JSON.stringify(bound)}`
  return monthPieces(days, CALENDAR_MONTH).flatMap(({ from, to }) => known.recall(`${from} ${to} ${asked}`, () => query.all({ ...bound, from, to }), { from, to }))
}

export interface Asked { readonly sql: string; readonly bound: Readonly<Record<string, string | number>>; readonly days: DayRange }

const FORGETFUL = { recall: <Item>(_key: string, read: () => readonly Item[]): readonly Item[] => read() }

interface Kept<Item> { readonly list: readonly Item[]; readonly turn: number }

class Book<Item> {
  turn = 0
  readonly #changes: Changes
  readonly #itemsMax: number
  readonly #lists = new Map<string, Kept<Item>>()
  #items = 0

  constructor(changes: Changes, itemsMax: number) {
    this.#changes = changes
    this.#itemsMax = itemsMax
  }

  /**
   * The list that the key names, read where it is not known. The key says everything that the list depends on but the ledger, and
   * `basis` what of that; without it the list is of the whole ledger, and any change makes it another.
   */
  recall(key: string, read: () => readonly Item[], basis?: Basis): readonly Item[] {
    const kept = this.#lists.get(key)
    // While something is read, others look at the ledger anew.
    const { turn } = this
    const holds = kept !== undefined && (kept.turn === turn || (basis !== undefined && !this.#changes.hasChanged(basis, kept.turn)))
    const list = holds ? kept.list : read()
    if (kept) this.#forget(key, kept)
    // One list that is too long for all of them would drive out every other one.
    if (list.length >= this.#itemsMax) return list
    // A map goes by when its entries came: the one that was used last comes again, and is the last to go.
    this.#items += list.length + 1
    this.#lists.set(key, { list, turn })
    this.#shrink()
    return list
  }

  #forget(key: string, { list }: Kept<Item>): void {
    this.#lists.delete(key)
    this.#items -= list.length + 1
  }

  #shrink(): void {
    for (const [key, kept] of this.#lists) {
      if (this.#items <= this.#itemsMax) return
      this.#forget(key, kept)
    }
  }
}
