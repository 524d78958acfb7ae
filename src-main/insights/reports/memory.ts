import type { ReadableLedger } from '#main/ledger/database.ts'

/**
 * Lists that were read of a ledger, kept while it stands as it is: the reports that are shown side by side share them. The
 * longest unused go first where there are more items than may be kept.
 */
export class Memory<Item> {
  readonly #itemsMax: number
  readonly #books = new WeakMap<ReadableLedger, Book<Item>>()

  constructor(itemsMax: number) {
    this.#itemsMax = itemsMax
  }

  /** What is remembered of the ledger as it is now. Not to be held on to: a later change is seen only by asking again. */
  of(db: ReadableLedger): Pick<Book<Item>, 'recall'> {
    const revision = db.revision()
    const known = this.#books.get(db)
    if (known?.revision === revision) return known
    const book = new Book<Item>(revision, this.#itemsMax)
    this.#books.set(db, book)
    return book
  }
}

/** What a query answers, as a list to remember: its text and what is bound say all. */
export const recalledRows = <Row extends readonly unknown[]>(memory: Memory<Row>, db: ReadableLedger, sql: string, bound: Readonly<Record<string, string | number>>): readonly Row[] =>
  memory.of(db).recall(`${sql} ${JSON.stringify(bound)}`, () => db.tuples<Row>(sql).all(bound))

class Book<Item> {
  readonly revision: string
  readonly #itemsMax: number
  readonly #lists = new Map<string, readonly Item[]>()
  #items = 0

  constructor(revision: string, itemsMax: number) {
    this.revision = revision
    this.#itemsMax = itemsMax
  }

  /** The list that the key names, read where it is not known. The key says everything that the list depends on but the ledger. */
  recall(key: string, read: () => readonly Item[]): readonly Item[] {
    const known = this.#lists.get(key)
    const list = known ?? read()
    // One list that is too long for all of them would drive out every other one.
    if (list.length >= this.#itemsMax) return list
    // A map goes by when its entries came: the one that was used last comes again, and is the last to go.
    if (known) this.#lists.delete(key)
    else this.#items += list.length + 1
    this.#lists.set(key, list)
    if (!known) this.#shrink()
    return list
  }

  #shrink(): void {
    for (const [key, list] of this.#lists) {
      if (this.#items <= this.#itemsMax) return
      this.#lists.delete(key)
      this.#items -= list.length + 1
    }
  }
}
