import { merchantOf, type Merchant } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { wordsStamp } from '#main/ledger/insights/state.ts'

/** Who every row was paid to or by. */
export interface MerchantBook {
  readonly merchants: readonly Merchant[]
  /** Where in them the row's own is. */
  readonly placeOfRow: (id: number) => number
}

/** Behind these names another one stands in the purpose; for all others the name alone says who it is. */
const SERVICES = 'paypal|pay pa|klarna|sofort|stripe|adyen|mollie|amazon|sumup|giropa|paydir|unzer|secupa|comput|payone|microp|concar|worldl|nexi|first |teleca|ccv|vr pay|novaln|square|zettle|izettl'.split('|')

/** Of deleted rows too: an undo brings them back, with the words they had. */
const WORDS = /* sql */ `
  SELECT id, coalesce(payee, raw_payee) AS who, iif(trim(lower(substr(coalesce(payee, raw_payee), 1, 6))) IN (SELECT trim(value) FROM json_each(:services)) OR length(coalesce(payee, raw_payee)) < 6, purpose, '')
    FROM txn NOT INDEXED WHERE id > :after ORDER BY id`

const books = new WeakMap<ReadableLedger, Book>()

/**
 * Reading every row's words costs several times what a report may take, so they are read once and hold until a row's words
 * become others; rows that have come since are read on. Names are few and are looked through once each.
 */
export function merchantBook(db: ReadableLedger): MerchantBook {
  const stamp = wordsStamp(db)
  const known = books.get(db)
  const book = known?.stamp === stamp ? known : new Book(stamp)
  books.set(db, book)
  book.readOn(db)
  return book
}

class Book implements MerchantBook {
  readonly stamp: number
  readonly merchants: Merchant[] = [NOBODY]
  readonly #places = new Map<string, number>([[NOBODY.key, 0]])
  #placeOfRow = new Int32Array()

  constructor(stamp: number) {
    this.stamp = stamp
  }

  readonly placeOfRow = (id: number): number => this.#placeOfRow[id] ?? 0

  readOn(db: ReadableLedger): void {
    const length = (db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0) + 1
    const after = this.#placeOfRow.length - 1
    if (length <= after + 1) return
    const placeOfRow = new Int32Array(length)
    placeOfRow.set(this.#placeOfRow)
    for (const [id, payee, purpose] of db.tuples<readonly [number, string, string]>(WORDS).all({ after, services: JSON.stringify(SERVICES) })) placeOfRow[id] = this.#placeOf(merchantOf(payee, purpose))
    this.#placeOfRow = placeOfRow
  }

  #placeOf(merchant: Merchant): number {
    const place = this.#places.get(merchant.key) ?? this.merchants.push(merchant) - 1
    this.#places.set(merchant.key, place)
    return place
  }
}

/** Rows of which nobody knows who it was are one line. */
const NOBODY: Merchant = { key: '', name: '', via: '' }
