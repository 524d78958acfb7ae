import type { DecimalText } from '#shared/decimal.ts'
import type { AppError } from '#shared/errors.ts'
import type { AccountTerms, StandingOrder as ListedOrder, StatementDocument } from '#main/connectors/fints/index.ts'
import type { OfferedAccount } from '#main/worker/connection-jobs.ts'

/** An electronic statement as the bank issued it. */
export type BankDocument = StatementDocument

/** A payment that the bank repeats, its pain.001 read. What its order does not say, or says unreadably, is null. */
export interface StandingOrder extends Omit<ListedOrder, 'pain' | 'format'> {
  readonly payee: string | null
  readonly iban: string | null
  readonly amount: DecimalText | null
  readonly currency: string | null
  readonly purpose: string | null
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
