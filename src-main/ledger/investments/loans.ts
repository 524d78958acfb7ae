import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Loan } from '#shared/investments.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'

interface Terms {
  readonly rate: DecimalText | null
  readonly rate_type: string | null
  readonly next_payment_on: LocalDate | null
  readonly next_payment_minor: number | null
  readonly escrow_minor: number | null
  readonly lent_minor: number | null
  readonly started_on: LocalDate | null
  readonly matures_on: LocalDate | null
  readonly payments_left: number | null
}

const TERMS = /* sql */ `
  SELECT terms.* FROM loan_terms AS terms JOIN import_batch AS batch ON batch.id = terms.batch_id
   WHERE terms.account_id = ? AND batch.reverted_at IS NULL
   ORDER BY terms.stated_at DESC, coalesce(batch.sha256, '') DESC, batch.id DESC, terms.position DESC LIMIT 1`

/** What the bank stated last of a loan's terms; undefined where no living batch says any. */
export const readTerms = (db: ReadableLedger, accountId: AccountId): Terms | undefined => db.query<Terms>(TERMS).get([accountId])

export interface PaymentParts {
  readonly external_id: string
  readonly principal_minor: number | null
  readonly interest_minor: number | null
  readonly escrow_minor: number | null
  readonly insurance_minor: number | null
}

const PARTS = /* sql */ `
  SELECT external_id, principal_minor, interest_minor, escrow_minor, insurance_minor FROM (
    SELECT payment.*, row_number() OVER (PARTITION BY payment.external_id ORDER BY payment.stated_at DESC, coalesce(batch.sha256, '') DESC, batch.id DESC) AS place
      FROM loan_payment AS payment JOIN import_batch AS batch ON batch.id = payment.batch_id
     WHERE payment.account_id = ? AND batch.reverted_at IS NULL)
   WHERE place = 1 ORDER BY external_id`

/** How the bank divides payments, by their ids. */
export const readPayments = (db: ReadableLedger, accountId: AccountId): PaymentParts[] => db.query<PaymentParts>(PARTS).all([accountId])

interface Row { readonly id: TransactionId; readonly bookedOn: LocalDate; readonly amount: number; readonly externalId: string }

const ROWS = /* sql */ `
  SELECT id, booked_on AS bookedOn, amount_minor AS amount, external_id AS externalId FROM txn NOT INDEXED
   WHERE id IN (SELECT txn.id FROM txn_run AS run CROSS JOIN txn ON txn.id BETWEEN run.first_id AND run.last_id WHERE run.account_id = :accountId AND txn.account_id = :accountId AND txn.external_id <> '')
     AND deleted_at IS NULL AND is_pending = 0 ORDER BY booked_on DESC, id DESC`

const ACCOUNT = /* sql */ `
  SELECT account.currency, state.balance_minor AS balance, coalesce(state.bank_as_of, state.last_on) AS asOf FROM account JOIN account_state AS state ON state.account_id = account.id
   WHERE account.id = ? AND account.deleted_at IS NULL`

/** What is owed, on which terms, and what was paid. */
export function readLoan(db: ReadableLedger, { accountId }: { readonly accountId: AccountId }): Loan {
  const account = db.query<{ currency: Currency; balance: number; asOf: LocalDate | null }>(ACCOUNT).get([accountId])
  if (!account) throw new AppFailure({ kind: 'not_found', what: 'account' })
  const money = (value: number | null | undefined): Money | null => (value == null ? null : { minor: minor(value), currency: account.currency })
  const terms = readTerms(db, accountId)
  const parts = new Map(readPayments(db, accountId).map((payment) => [payment.external_id, payment]))
  const payments = parts.size === 0 ? [] : db.query<Row>(ROWS).all({ accountId }).flatMap(({ id, bookedOn, amount, externalId }) => {
    const said = parts.get(externalId)
    if (!said) return []
    return [{
      transactionId: id, bookedOn, amount: { minor: minor(amount), currency: account.currency },
      principal: money(said.principal_minor), interest: money(said.interest_minor), escrow: money(said.escrow_minor), insurance: money(said.insurance_minor),
    }]
  })
  return {
    accountId, outstanding: { minor: minor(-account.balance), currency: account.currency }, asOf: account.asOf,
    rate: terms?.rate ?? null, rateType: terms?.rate_type ?? null, nextPaymentOn: terms?.next_payment_on ?? null, nextPayment: money(terms?.next_payment_minor),
    escrow: money(terms?.escrow_minor), lent: money(terms?.lent_minor), startedOn: terms?.started_on ?? null, maturesOn: terms?.matures_on ?? null, paymentsLeft: terms?.payments_left ?? null,
    payments,
  }
}
