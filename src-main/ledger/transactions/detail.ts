import type { Instant } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import { AppFailure } from '#shared/failure.ts'
import type { TransactionDetail, TransactionId } from '#shared/model.ts'
import { isCurrency, toMinor, type Money } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'
import { TRANSACTION_COLUMNS, toTransaction, type TransactionRow } from './row.ts'

interface DetailRow extends TransactionRow {
  readonly raw_payee: string
  readonly code: string | null
  readonly check_number: string | null
  readonly bank_reference: string | null
  readonly customer_reference: string | null
  readonly counterparty_bic: string | null
  readonly end_to_end_id: string | null
  readonly mandate_reference: string | null
  readonly creditor_id: string | null
  readonly original_amount: string | null
  readonly original_currency: string | null
  readonly file_name: string | null
  readonly imported_at: Instant | null
  readonly line: number | null
}

const DETAIL = /* sql */ `
  SELECT ${TRANSACTION_COLUMNS}, txn.raw_payee, txn.code, txn.check_number, txn.bank_reference, txn.customer_reference, txn.counterparty_bic,
         txn.end_to_end_id, txn.mandate_reference, txn.creditor_id, txn.original_amount, txn.original_currency, batch.file_name, batch.imported_at, txn.line
    FROM txn JOIN account ON account.id = txn.account_id LEFT JOIN import_batch AS batch ON batch.id = txn.batch_id
   WHERE txn.id = :id AND txn.deleted_at IS NULL`

/** Everything about one row, the bank's own words beside the user's. */
export function readDetail(db: ReadableLedger, id: TransactionId): TransactionDetail {
  const row = db.query<DetailRow>(DETAIL).get({ id })
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  return {
    ...toTransaction(row),
    rawPayee: row.raw_payee,
    code: row.code ?? '',
    checkNumber: row.check_number ?? '',
    bankReference: row.bank_reference ?? '',
    customerReference: row.customer_reference ?? '',
    counterpartyBic: row.counterparty_bic ?? '',
    endToEndId: row.end_to_end_id ?? '',
    mandateReference: row.mandate_reference ?? '',
    creditorId: row.creditor_id ?? '',
    original: originalOf(row),
    fileName: row.file_name,
    importedAt: row.imported_at,
    line: row.line,
  }
}

/** Kept as the bank wrote it; null where the bank's text is finer than the currency. */
function originalOf({ original_amount: amount, original_currency: code }: DetailRow): Money | null {
  if (amount === null || code === null || !isDecimal(amount) || !isCurrency(code)) return null
  const units = toMinor(amount, code)
  return units === undefined ? null : { minor: units, currency: code }
}
