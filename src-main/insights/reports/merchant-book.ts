import { merchantOf, type Merchant } from '#main/categorise/merchant.ts'
import { changesOf, type Changes } from '#main/ledger/changes.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

/** Who every row was paid to or by. */
export interface MerchantBook {
  /** What all rows of a merchant have in common, by its place. */
  readonly keys: readonly string[]
  /** Where in them the row's own is. */
  readonly placeOfRow: (id: number) => number
  /** As the row itself names it. */
  readonly merchantOfRow: (id: number) => Merchant
}

/** Behind these names another one stands in the purpose; for all others the name alone says who it is. */
const SERVICES = 'paypal|pay pa|klarna|sofort|stripe|adyen|mollie|amazon|sumup|giropa|paydir|unzer|secupa|comput|payone|microp|concar|worldl|nexi|first |teleca|ccv|vr pay|novaln|square|zettle|izettl'.split('|')

const WORDS = /* sql */ `
  id, coalesce(payee, raw_payee) AS who, iif(trim(lower(substr(coalesce(payee, raw_payee), 1, 6))) IN (SELECT trim(value) FROM json_each(:services)) OR length(coalesce(payee, raw_payee)) < 6, purpose, '')`
const COME = /* sql */ `SELECT ${WORDS} FROM txn NOT INDEXED WHERE id > :after AND deleted_at IS NULL ORDER BY id`
const OF_DAYS = /* sql */ `SELECT ${WORDS} FROM txn INDEXED BY txn_by_day WHERE deleted_at IS NULL AND booked_on BETWEEN :from AND :to`
type Words = readonly [id: number, payee: string, purpose: string]

/** Rows become others in words when these do, or return from where they had gone (migrations 15 and 19). */
const STAMP = /* sql */ `SELECT words || '.' || (SELECT coalesce(max(count), 0) FROM change_count WHERE what = 'lives') FROM insight_state`

const books = new WeakMap<ReadableLedger, Book>()

/**
 * Reading every row's words costs several times what a report may take, so they are read once: again only those of the months
 * in which words have become others, and those of rows that have come since. Names are few and are looked through once each.
 */
export function merchantBook(db: ReadableLedger): MerchantBook {
  const changes = changesOf(db)
  // What a transaction that is rolled back has shown must not be remembered.
  const known = db.isInTransaction() ? undefined : books.get(db)
  const turn = db.isInTransaction() ? 0 : changes.look()
  const book = known?.readOn(turn, changes) ?? new Book(db, turn)
  if (!db.isInTransaction()) books.set(db, book)
  return book
}

class Book implements MerchantBook {
  readonly keys: string[] = []
  readonly #db: ReadableLedger
  readonly #places = new Map<string, number>()
  readonly #names: { readonly merchant: Merchant; readonly place: number }[] = []
  readonly #nameAt = new Map<string, number>()
  #nameOfRow = new Int32Array()
  #stamp: string
  #turn: number

  constructor(db: ReadableLedger, turn: number) {
    this.#db = db
    this.#turn = turn
    this.#stamp = stampOf(db)
    this.#nameOf(NOBODY)
    this.#readNew()
  }

  readonly placeOfRow = (id: number): number => this.#names[this.#nameOfRow[id] ?? 0]?.place ?? 0
  readonly merchantOfRow = (id: number): Merchant => this.#names[this.#nameOfRow[id] ?? 0]?.merchant ?? NOBODY

  /** Undefined where it must be begun anew. Places stay as they are. */
  readOn(turn: number, changes: Changes): this | undefined {
    if (turn === this.#turn) return this
    const changed = changes.changedSince(this.#turn)
    if (changed === undefined) return undefined
    const stamp = stampOf(this.#db)
    if (stamp !== this.#stamp) for (const what of changed) this.#readMonth(what)
    this.#stamp = stamp
    this.#turn = turn
    this.#readNew()
    return this
  }

  #readMonth(month: string): void {
    this.#take(this.#db.tuples<Words>(OF_DAYS).all({ from: `${month}-01`, to: `${month}-31`, services: JSON.stringify(SERVICES) }))
  }

  #readNew(): void {
    const after = this.#nameOfRow.length - 1
    const length = (this.#db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0) + 1
    if (length <= after + 1) return
    this.#grow(length)
    this.#take(this.#db.tuples<Words>(COME).all({ after, services: JSON.stringify(SERVICES) }))
  }

  #grow(length: number): void {
    const nameOfRow = new Int32Array(length)
    nameOfRow.set(this.#nameOfRow)
    this.#nameOfRow = nameOfRow
  }

  #take(words: readonly Words[]): void {
    for (const [id, payee, purpose] of words) {
      if (id >= this.#nameOfRow.length) this.#grow(id + 1)
      this.#nameOfRow[id] = this.#nameOf(merchantOf(payee, purpose))
    }
  }

  #nameOf(merchant: Merchant): number {
    const text = `${merchant.key}\n${merchant.name}`
    const known = this.#nameAt.get(text)
    if (known !== undefined) return known
    const place = this.#places.get(merchant.key) ?? this.keys.push(merchant.key) - 1
    this.#places.set(merchant.key, place)
    const at = this.#names.push({ merchant, place }) - 1
    this.#nameAt.set(text, at)
    return at
  }
}

const stampOf = (db: ReadableLedger): string => db.column<string>(STAMP).get() ?? ''

/** Rows of which nobody knows who it was are one line. */
const NOBODY: Merchant = { key: '', name: '', via: '' }
