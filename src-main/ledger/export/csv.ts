import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'

interface Row {
  readonly account: string
  readonly account_iban: string | null
  readonly currency: Currency
  readonly booked_on: string
  readonly value_on: string | null
  readonly amount_minor: number
  readonly status: string
  readonly payee: string
  readonly purpose: string
  readonly notes: string | null
  readonly category_id: string | null
  readonly tags: string | null
  readonly counterparty_iban: string | null
  readonly external_id: string
}

const ROWS = /* sql */ `
  SELECT account.name AS account, account.iban AS account_iban, account.currency, txn.booked_on, txn.value_on, txn.amount_minor,
         iif(txn.is_pending = 1, 'pending', 'booked') AS status, coalesce(txn.payee, txn.raw_payee) AS payee, txn.purpose, txn.notes,
         iif(txn.is_split = 1, NULL, txn.category_id) AS category_id,
         iif(txn.is_tagged = 1, (SELECT group_concat(tag, '; ') FROM (SELECT tag FROM txn_tag WHERE txn_id = txn.id ORDER BY tag)), NULL) AS tags, txn.counterparty_iban, txn.external_id
    FROM txn JOIN account ON account.id = txn.account_id WHERE txn.deleted_at IS NULL ORDER BY txn.booked_on, txn.id`

const HEADER = ['booked_on', 'value_on', 'account', 'account_iban', 'amount', 'currency', 'status', 'payee', 'purpose', 'notes', 'category', 'tags', 'counterparty_iban', 'external_id']

/** For spreadsheets: UTF-8 with a byte order mark, commas, RFC 4180 quoting, decimal points, one line per transaction. */
export function* csvPieces(db: ReadableLedger): Iterable<string> {
  yield `\uFEFF${HEADER.join(',')}\r\n`
  for (const row of db.query<Row>(ROWS).iterate()) yield `${cells(row).join(',')}\r\n`
}

const cells = (row: Row): string[] => [
  row.booked_on,
  row.value_on ?? '',
  csvText(row.account),
  csvText(row.account_iban),
  toDecimal({ minor: minor(row.amount_minor), currency: row.currency }),
  row.currency,
  row.status,
  ...[row.payee, row.purpose, row.notes, row.category_id, row.tags, row.counterparty_iban, row.external_id].map(csvText),
]

// SECURITY: a spreadsheet runs text that begins like a formula; a payee must not be able to (OWASP, CSV injection).
export function csvText(value: string | null): string {
  const plain = value ?? ''
  // A text that looks guarded already is guarded once more, so that reading takes exactly one mark off.
  const safe = /^'*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
