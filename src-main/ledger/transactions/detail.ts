import type { Instant } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import { AppFailure } from '#shared/failure.ts'
import { CategoryWhySchema, type CategoryWhy, type TransactionDetail, type TransactionId } from '#shared/model.ts'
import { isCurrency, toMinor, type Money } from '#shared/money.ts'
import { readWhy } from '../categories/why.ts'
import type { ReadableLedger } from '../database.ts'
import { pairOf } from '../insights/transfers.ts'
import { transactionsById } from './page.ts'
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
  readonly is_by_hand: 0 | 1
  readonly category_why: string | null
}

const DETAIL = /* sql */ `
  SELECT ${TRANSACTION_COLUMNS}, txn.raw_payee, txn.code, txn.check_number, txn.bank_reference, txn.customer_reference, txn.counterparty_bic,
         txn.end_to_end_id, txn.mandate_reference, txn.creditor_id, txn.original_amount, txn.original_currency, batch.file_name, batch.imported_at, txn.line, txn.is_by_hand, txn.category_why
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
    fileName: row.is_by_hand === 1 ? null : row.file_name,
    isByHand: row.is_by_hand === 1,
    importedAt: row.imported_at,
    line: row.is_by_hand === 1 ? null : row.line,
    categoryWhy: row.is_split === 1 ? null : whyOf(db, row),
    transfer: transferOf(db, id),
    contractId: db.column<string>('SELECT contract_id FROM contract_row WHERE txn_id = ?').get([id]) ?? null,
  }
}

function transferOf(db: ReadableLedger, id: TransactionId): TransactionDetail['transfer'] {
  const pair = pairOf(db, id)
  const partner = pair && transactionsById(db, [pair.outId === id ? pair.inId : pair.outId]).get(pair.outId === id ? pair.inId : pair.outId)
  return pair && partner ? { partner, state: pair.state, by: pair.method === 'user' ? 'user' : 'engine' } : null
}

/** A rule is named as it is called now. What the engine learned to say since is shown without words of its own. */
function whyOf(db: ReadableLedger, { category_why: text, category_by: by }: DetailRow): CategoryWhy | null {
  const why = text === null || by === 'user' ? undefined : readWhy(text)
  if (!why) return null
  const kind = CategoryWhySchema.shape.kind.safeParse(why.kind)
  const evidence = why.kind === 'rule' ? db.column<string>('SELECT name FROM category_rule WHERE id = ?').get([Number(why.evidence)]) ?? '' : why.evidence
  return { kind: kind.success ? kind.data : 'unknown', confidence: why.confidence, evidence }
}

/** Kept as the bank wrote it; null where the bank's text is finer than the currency. */
function originalOf({ original_amount: amount, original_currency: code }: DetailRow): Money | null {
  if (amount === null || code === null || !isDecimal(amount) || !isCurrency(code)) return null
  const units = toMinor(amount, code)
  return units === undefined ? null : { minor: units, currency: code }
}
