import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { OfferedAccount } from '#main/worker/connection-jobs.ts'
import type { Visit } from './source.ts'
import { endsRefresh } from './verdict.ts'

/** What a person may look up at a bank; nothing of it is stored in the ledger. */
export type Inquiry =
  /** Without a year whatever the bank delivers by itself, often only what was never fetched before. */
  | { readonly kind: 'documents'; readonly year: number | null }
  | { readonly kind: 'standing-orders' }
  | { readonly kind: 'terms' }

/** An electronic statement as the bank issued it. */
export interface BankDocument {
  readonly content: Uint8Array
  readonly number: number | null
  readonly year: number | null
  readonly createdOn: LocalDate | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** As the bank names it; never to be taken for a path. */
  readonly fileName: string | null
}

/** A payment that the bank repeats. What its order does not say, or says unreadably, is null. */
export interface StandingOrder {
  readonly orderId: string | null
  readonly payee: string | null
  readonly iban: string | null
  readonly amount: DecimalText | null
  readonly currency: string | null
  readonly purpose: string | null
  readonly firstOn: LocalDate
  readonly lastOn: LocalDate | null
  readonly unit: 'month' | 'week'
  readonly every: number
  /** Of the week from Monday, or of the month; 97 to 99 are its last days but two, but one, and the last. */
  readonly executionDay: number
  readonly suspendedFrom: LocalDate | null
  readonly suspendedTo: LocalDate | null
}

/** Terms of an account as the bank keeps them; interest in percent a year. */
export interface AccountTerms {
  readonly owner: string
  readonly product: string | null
  readonly currency: string | null
  readonly openedOn: LocalDate | null
  readonly debitInterest: DecimalText | null
  readonly creditInterest: DecimalText | null
  readonly overdraftInterest: DecimalText | null
  readonly creditLine: DecimalText | null
}

export type Found =
  | { readonly kind: 'documents'; readonly documents: readonly BankDocument[] }
  | { readonly kind: 'standing-orders'; readonly orders: readonly StandingOrder[] }
  | { readonly kind: 'terms'; readonly terms: AccountTerms | null }

/** What was found for one account. An error beside it says that there may be more. */
export interface Finding {
  readonly account: OfferedAccount
  readonly found: Found | null
  readonly error: AppError | null
}

export interface InquiryOrder {
  readonly inquiry: Inquiry
  /** Key or IBAN; null asks for every account that the bank allows it for. */
  readonly account: string | null
}

const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

/** Asks account by account. `keep` hears of each at once: a bank may deliver a document only once, so a later failure must not lose it. */
export async function inquireAll(visit: Visit, accounts: readonly OfferedAccount[], { inquiry, account: wanted }: InquiryOrder, keep: (finding: Finding) => void): Promise<Result<null, AppError>> {
  const chosen = wanted === null ? accounts : accounts.filter(({ key, iban }) => [key, iban ?? key].some((name) => plain(name) === plain(wanted)))
  if (chosen.length === 0 && wanted !== null) return err({ kind: 'not_found', what: 'account' })
  const errors: (AppError | null)[] = []
  for (const account of chosen) {
    const answer = await visit.inquire?.(inquiry, account.key) ?? null
    if (answer === null) continue
    errors.push(answer.error)
    if (answer.found !== null || answer.error === null || !endsRefresh(answer.error)) keep({ account, ...answer })
    if (answer.error !== null && endsRefresh(answer.error)) return err(answer.error)
  }
  if (errors.length === 0) return err({ kind: 'unsupported', what: 'operation' })
  const [first] = errors
  return first != null && errors.every((error) => error !== null) ? err(first) : ok(null)
}
