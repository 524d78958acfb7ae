import { CALENDAR_MONTH, monthSpan } from '#shared/budget-months.ts'
import type { LocalDate } from '#shared/dates.ts'
import { ibanOf } from '#shared/iban.ts'
import type { Payment } from '#shared/payment.ts'
import type { AccountType } from '#shared/statement.ts'
import type { DayRange } from '../coverage.ts'
import type { ReadableLedger } from '../database.ts'

/** One booked row as the searches for transfers and contracts see it: the bank's words alone, and what it is said to be for. */
export interface InsightRow extends Pick<Payment, 'id' | 'accountId' | 'bookedOn' | 'amountMinor' | 'currency' | 'payee' | 'purpose' | 'bookingText' | 'counterpartyIban' | 'mandateReference' | 'creditorId'> {
  readonly counterpartyAccount: string
  readonly originalAmount: string | null
  readonly originalCurrency: string | null
  /** What it would be without the transfer that it is part of: a pair must not speak for itself. */
  readonly category: string | null
  /** A person, or a person's rule, has said that it is something else than a transfer. */
  readonly isSpokenFor: boolean
  /** Where legs of transfers matter, whoever reads these rows leaves them out himself. */
  readonly isTransfer: false
}

/** Given category by a confirmed pair, and by nobody since. */
const IS_LEG = /* sql */ `leg.txn_id IS NOT NULL AND txn.category_why GLOB 'transfer *'`
const CATEGORY = /* sql */ `iif(${IS_LEG}, leg.category_id, txn.category_id)`
const BY = /* sql */ `iif(${IS_LEG}, leg.category_by, txn.category_by)`

const COLUMNS = /* sql */ `
  txn.id, txn.account_id, txn.booked_on, txn.amount_minor, account.currency, iif(txn.raw_payee = '', coalesce(txn.payee, ''), txn.raw_payee), txn.purpose,
  coalesce(txn.booking_text, ''), coalesce(txn.counterparty_iban, ''), coalesce(txn.counterparty_account, ''), txn.original_amount, txn.original_currency,
  coalesce(txn.mandate_reference, ''), coalesce(txn.creditor_id, ''), ${CATEGORY},
  txn.is_split = 1 OR ${BY} IS NOT NULL AND ${BY} IN ('user', 'rule') AND ${CATEGORY} IS NOT 'transfers.internal'`

const NEXT = /* sql */ `
  SELECT ${COLUMNS} FROM txn JOIN account ON account.id = txn.account_id LEFT JOIN transfer_leg AS leg ON leg.txn_id = txn.id
   WHERE txn.id > :after AND txn.deleted_at IS NULL AND txn.is_pending = 0 AND txn.is_adjusting = 0 ORDER BY txn.id LIMIT :limit`

const OF_IDS = /* sql */ `
  SELECT ${COLUMNS} FROM txn JOIN account ON account.id = txn.account_id LEFT JOIN transfer_leg AS leg ON leg.txn_id = txn.id
   WHERE txn.id IN (SELECT value FROM json_each(:ids)) AND txn.deleted_at IS NULL AND txn.is_pending = 0 AND txn.is_adjusting = 0`

const OF_DAYS = /* sql */ `
  SELECT ${COLUMNS} FROM txn INDEXED BY txn_by_day JOIN account ON account.id = txn.account_id LEFT JOIN transfer_leg AS leg ON leg.txn_id = txn.id
   WHERE txn.booked_on BETWEEN :from AND :to AND txn.deleted_at IS NULL AND txn.is_pending = 0 AND txn.is_adjusting = 0`

const MONTHS = /* sql */ `SELECT DISTINCT substr(booked_on, 1, 7) FROM txn INDEXED BY txn_by_day WHERE deleted_at IS NULL`

type Tuple = readonly [
  id: number, accountId: number, bookedOn: LocalDate, amountMinor: number, currency: string, payee: string, purpose: string, bookingText: string, counterpartyIban: string,
  counterpartyAccount: string, originalAmount: string | null, originalCurrency: string | null, mandateReference: string, creditorId: string, category: string | null, isSpokenFor: 0 | 1,
]

/** Living booked rows by id, a stride at a time. */
export const insightRows = (db: ReadableLedger, after: number, limit: number): InsightRow[] => db.tuples<Tuple>(NEXT).all({ after, limit }).map(toRow)

/** The same, of these rows alone. */
export const insightRowsOf = (db: ReadableLedger, ids: readonly number[]): InsightRow[] => db.tuples<Tuple>(OF_IDS).all({ ids: JSON.stringify(ids) }).map(toRow)

/** The same, of some days alone, in any order. */
export const insightRowsIn = (db: ReadableLedger, { from, to }: DayRange): InsightRow[] => db.tuples<Tuple>(OF_DAYS).all({ from, to }).map(toRow)

/** The months in which rows are booked. */
export const monthsWithRows = (db: ReadableLedger): DayRange[] => db.column<string>(MONTHS).all().map((month) => monthSpan(month, CALENDAR_MONTH))

/** A row that is there, and when. */
export interface LivingRow { readonly id: number; readonly bookedOn: LocalDate }

const LIVING = /* sql */ `SELECT id, booked_on AS bookedOn FROM txn WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`

/** Which of these rows are still there. */
export const livingRowsOf = (db: ReadableLedger, ids: readonly number[]): LivingRow[] => db.query<LivingRow>(LIVING).all([JSON.stringify(ids)])

/** How many rows there are, nearly: pending ones are among them. */
export const insightRowCount = (db: ReadableLedger): number => db.column<number>('SELECT coalesce(sum(row_count), 0) FROM account_state').get() ?? 0

const toRow = ([id, accountId, bookedOn, amountMinor, currency, payee, purpose, bookingText, counterpartyIban, counterpartyAccount, originalAmount, originalCurrency, mandateReference, creditorId, category, isSpokenFor]: Tuple): InsightRow => ({
  id, accountId, bookedOn, amountMinor, currency, payee, purpose, bookingText, counterpartyIban, counterpartyAccount, originalAmount, originalCurrency, mandateReference, creditorId, category,
  isSpokenFor: isSpokenFor === 1, isTransfer: false,
})

export interface InsightAccount { readonly id: number; readonly type: AccountType; readonly currency: string; readonly name: string; readonly iban: string | null; readonly number: string | null }

/** Also the closed ones: their past is part of everybody's. */
export const insightAccounts = (db: ReadableLedger): InsightAccount[] =>
  db.query<InsightAccount & { readonly bankCode: string | null }>('SELECT id, type, currency, name, iban, bank_code AS bankCode, number FROM account WHERE deleted_at IS NULL ORDER BY id').all()
    .map(({ bankCode, ...account }) => ({ ...account, iban: ibanOf({ ...account, bankCode }) }))
