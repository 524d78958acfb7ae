import { ibanOf, type NamedAccount } from '#shared/iban.ts'
import type { TransactionId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { Payment } from '#shared/payment.ts'
import type { ReadableLedger } from '../database.ts'
import { withWord } from '../transactions/search.ts'

/** A row as those see it who say what it is for: the bank's words alone, because the user's would make a circle. */
export interface PaymentRow extends Payment {
  readonly id: TransactionId
  readonly currency: Currency
  readonly categoryId: string | null
  readonly categoryBy: 'user' | 'rule' | 'guess' | null
}

export const PAYMENT_COLUMNS = /* sql */ `
  txn.id, txn.account_id AS accountId, txn.booked_on AS bookedOn, txn.amount_minor AS amountMinor, account.currency,
  iif(txn.raw_payee = '', iif(txn.payee_by IS 'rule', '', coalesce(txn.payee, '')), txn.raw_payee) AS payee, txn.purpose, coalesce(txn.booking_text, '') AS bookingText, coalesce(txn.code, '') AS code,
  coalesce(txn.purpose_code, '') AS purposeCode, coalesce(txn.counterparty_iban, '') AS counterpartyIban, coalesce(txn.creditor_id, '') AS creditorId,
  coalesce(txn.mandate_reference, '') AS mandateReference, coalesce(txn.ultimate_counterparty, '') AS ultimateCounterparty,
  txn.category_id AS categoryId, txn.category_by AS categoryBy`

const FROM = /* sql */ `SELECT ${PAYMENT_COLUMNS} FROM txn JOIN account ON account.id = txn.account_id`

/** So many choices are enough to know a person by; the latest rows count. */
const CHOICES_MAX = 20_000

/** What a person has chosen, oldest row first, so that the latest word counts where choices contradict each other. */
export const chosenPayments = (db: ReadableLedger): PaymentRow[] =>
  db.query<PaymentRow>(`${FROM} WHERE txn.id IN (SELECT id FROM txn INDEXED BY txn_chosen WHERE category_by = 'user' ORDER BY id DESC LIMIT ${CHOICES_MAX}) AND txn.category_id IS NOT NULL AND txn.is_split = 0 AND txn.deleted_at IS NULL ORDER BY txn.booked_on, txn.account_id, txn.id`).all()

/** Changes whenever what is learned from does. */
export const choicesStamp = (db: ReadableLedger): string =>
  db.column<string>(`SELECT count(*) || ' ' || total(id) || ' ' || coalesce(group_concat(DISTINCT category_id), '') || ' ' || total(length(category_id) * id) FROM txn INDEXED BY txn_chosen WHERE category_by = 'user'`).get() ?? ''

export const findPayment = (db: ReadableLedger, id: TransactionId): PaymentRow | undefined => db.query<PaymentRow>(`${FROM} WHERE txn.id = ? AND txn.deleted_at IS NULL`).get([id])

/** Rows that money moved by and that nobody has decided on. */
const OPEN = /* sql */ `txn.deleted_at IS NULL AND txn.is_split = 0 AND txn.is_adjusting = 0 AND (txn.category_by IS NULL OR txn.category_by <> 'user')`

/** Every row that money moved by: for a rule's count. */
export const livePayments = (db: ReadableLedger): IterableIterator<PaymentRow> => db.query<PaymentRow>(`${FROM} WHERE txn.deleted_at IS NULL AND txn.is_adjusting = 0`).iterate()

/** The same, a bounded number after a row. */
export const livePaymentsAfter = (db: ReadableLedger, after: number, limit: number): PaymentRow[] =>
  db.query<PaymentRow>(`${FROM} WHERE txn.id > :after AND txn.deleted_at IS NULL AND txn.is_adjusting = 0 ORDER BY txn.id LIMIT :limit`).all({ after, limit })

export const openPayments = (db: ReadableLedger): IterableIterator<PaymentRow> => db.query<PaymentRow>(`${FROM} WHERE ${OPEN}`).iterate()

/** Such rows that a word occurs in, or that have the same creditor: those among which similar ones are. */
export function openPaymentsLike(db: ReadableLedger, { word, creditorId }: { word: string; creditorId: string }): PaymentRow[] {
  const ids = new Set(withWord(db, word))
  if (creditorId !== '') for (const id of db.column<TransactionId>('SELECT id FROM txn WHERE creditor_id = ? AND deleted_at IS NULL').all([creditorId])) ids.add(id)
  return db.query<PaymentRow>(`${FROM} WHERE txn.id IN (SELECT value FROM json_each(?)) AND ${OPEN} ORDER BY txn.booked_on DESC, txn.id DESC`).all([JSON.stringify([...ids])])
}

/** The ledger's own accounts, as others write them. */
export const ownAccounts = (db: ReadableLedger): string[] =>
  db.query<NamedAccount>('SELECT iban, bank_code AS bankCode, number FROM account WHERE deleted_at IS NULL ORDER BY id').all().flatMap((account) => ibanOf(account)?.replaceAll(' ', '') ?? [])

const HOLDERS = /* sql */ `
  SELECT DISTINCT said.holder FROM connection_account AS said JOIN connection ON connection.id = said.connection_id
   WHERE said.holder IS NOT NULL AND said.account_id IS NOT NULL AND connection.deleted_at IS NULL ORDER BY said.holder`

/** Whose accounts these are, as their banks say. */
export const holderNames = (db: ReadableLedger): string[] => db.column<string>(HOLDERS).all()
