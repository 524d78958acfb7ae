import { merchantOf, type Merchant } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

/** Who every living row was paid to or by. */
export interface MerchantBook {
  readonly merchants: readonly Merchant[]
  /** Where in them the row's own is. */
  readonly placeOfRow: (id: number) => number
}

/** Behind these names another one stands in the purpose; for all others the name alone says who it is. */
const SERVICES = 'paypal|pay pa|klarna|sofort|stripe|adyen|mollie|amazon|sumup|giropa|paydir|unzer|secupa|comput|payone|microp|concar|worldl|nexi|first |teleca|ccv|vr pay|novaln|square|zettle|izettl'.split('|')

const WORDS = /* sql */ `
  SELECT id, coalesce(payee, raw_payee) AS who, iif(trim(lower(substr(coalesce(payee, raw_payee), 1, 6))) IN (SELECT trim(value) FROM json_each(:services)) OR length(coalesce(payee, raw_payee)) < 6, purpose, '')
    FROM txn NOT INDEXED WHERE deleted_at IS NULL AND is_adjusting = 0`

interface Kept { readonly revision: string; readonly book: MerchantBook }
const books = new WeakMap<ReadableLedger, Kept>()

/**
 * Reading every row's words costs several times what a report may take, so they are read once and hold until anything in the
 * ledger changes. Names are few and are looked through once each.
 */
export function merchantBook(db: ReadableLedger): MerchantBook {
  const revision = db.revision()
  const known = books.get(db)
  if (known?.revision === revision) return known.book
  const book = readBook(db)
  books.set(db, { revision, book })
  return book
}

function readBook(db: ReadableLedger): MerchantBook {
  const merchants: Merchant[] = [NOBODY]
  const places = new Map<string, number>([[NOBODY.key, 0]])
  const placeOfRow = new Int32Array((db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0) + 1)
  for (const [id, payee, purpose] of db.tuples<readonly [number, string, string]>(WORDS).all({ services: JSON.stringify(SERVICES) })) {
    const merchant = merchantOf(payee, purpose)
    const place = places.get(merchant.key) ?? merchants.push(merchant) - 1
    places.set(merchant.key, place)
    placeOfRow[id] = place
    const known = merchants[place]
    if (known && known.name !== merchant.name && isPlainer(merchant.name, known.name)) merchants[place] = merchant
  }
  return { merchants, placeOfRow: (id) => placeOfRow[id] ?? 0 }
}

/** Of several names of one merchant the shortest is shown, whichever row was first. */
const isPlainer = (name: string, other: string): boolean => (name.length === other.length ? name < other : name.length < other.length)

/** Rows of which nobody knows who it was are one line. */
const NOBODY: Merchant = { key: '', name: '', via: '' }
