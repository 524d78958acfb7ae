import { merchantOf, type Merchant } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

/** Who every living row was paid to or by. */
export interface MerchantBook { merchantOfRow(id: number): Merchant }

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
  const merchants = new Map<number, Merchant>()
  for (const [id, payee, purpose] of db.tuples<readonly [number, string, string]>(WORDS).all({ services: JSON.stringify(SERVICES) })) merchants.set(id, merchantOf(payee, purpose))
  const book = { merchantOfRow: (id: number) => merchants.get(id) ?? NOBODY }
  books.set(db, { revision, book })
  return book
}

/** Rows of which nobody knows who it was are one line. */
const NOBODY: Merchant = { key: '', name: '', via: '' }
