import type { Instant, LocalDate } from './dates.ts'
import type { DecimalText } from './decimal.ts'

/** What an account held on a day, as its bank says: all of it, though it be nothing. */
export interface StatedHoldings {
  readonly asOf: LocalDate | null
  readonly positions: readonly Position[]
  /** Only where a source repeats what another one once stated. */
  readonly statedAt?: Instant | undefined
}

export interface Trade {
  readonly line: number
  readonly externalId: string
  /** BUYSTOCK, SELLMF, REINVEST, INCOME, TRANSFER …: the aggregate's own name. */
  readonly code: string
  readonly tradedOn: LocalDate
  readonly settledOn: LocalDate | null
  readonly securityId: string | null
  readonly units: DecimalText | null
  readonly unitPrice: DecimalText | null
  /** Everything that it cost: commission, taxes, load and other fees. */
  readonly fees: DecimalText | null
  /** Effect on the cash account; null where the aggregate carries none (a transfer of units). */
  readonly total: DecimalText | null
  readonly purpose: string
  /** CUSIP, ISIN …; left out where the source names the security without one. */
  readonly securityIdType?: string | undefined
  readonly commission?: DecimalText | null | undefined
  readonly taxes?: DecimalText | null | undefined
  /** The part of `total` that moved on this account's own money, as far as the source tells. */
  readonly cash?: DecimalText | null | undefined
  /** Set only where it is not the statement's. */
  readonly currency?: string | null | undefined
  /** As in an entry. */
  readonly exchangeRate?: DecimalText | null | undefined
  /** CASH, MARGIN, SHORT, OTHER: where the units are. */
  readonly subAccount?: string | undefined
}

export interface Position {
  readonly line: number
  readonly securityId: string | null
  readonly code: string
  readonly units: DecimalText | null
  /** Per unit; a price in per cent of a nominal amount is divided by 100, so that units times price is the value. */
  readonly unitPrice: DecimalText | null
  /** Set only where the price is not in the position's currency. */
  readonly priceCurrency: string | null
  readonly marketValue: DecimalText | null
  /** Interest earned and not yet paid (MT535 ACRU); it is part of the depot's total, not of `marketValue`. */
  readonly accruedInterest: DecimalText | null
  readonly costBasis: DecimalText | null
  readonly currency: string | null
  readonly asOf: LocalDate | null
  /** As in a trade. */
  readonly securityIdType?: string | undefined
  readonly subAccount?: string | undefined
  /** Units of the statement's currency per unit of the position's (OFX §5.2). */
  readonly exchangeRate?: DecimalText | null | undefined
}

export interface Security {
  readonly id: string
  readonly idType: string
  readonly name: string
  readonly ticker: string | null
  readonly unitPrice: DecimalText | null
  readonly asOf: LocalDate | null
}

/** Loan facts as delivered: OFX 2.3 §11.10 and after; all optional. */
export interface LoanTerms {
  readonly principal: DecimalText | null
  readonly rate: DecimalText | null
  readonly nextPaymentOn: LocalDate | null
  readonly nextPayment: DecimalText | null
  readonly maturesOn: LocalDate | null
  readonly payments: readonly LoanPayment[]
  /** FIXED, FLOATING, ARM. */
  readonly rateType?: string | undefined
  /** The part of the next payment that is put by for taxes and insurance. */
  readonly escrow?: DecimalText | null | undefined
  readonly lent?: DecimalText | null | undefined
  readonly startedOn?: LocalDate | null | undefined
  readonly paymentsLeft?: number | null | undefined
}

export interface LoanPayment {
  readonly line: number
  readonly externalId: string
  readonly principal: DecimalText | null
  readonly interest: DecimalText | null
  readonly escrow?: DecimalText | null | undefined
  readonly insurance?: DecimalText | null | undefined
}
