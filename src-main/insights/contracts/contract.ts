import type { LocalDate } from '#shared/dates.ts'
import type { Payment } from '#shared/payment.ts'
import type { Rhythm } from './rhythms.ts'

/** What contract detection looks at in one booked row. */
export interface ContractRow extends Pick<Payment, 'id' | 'accountId' | 'bookedOn' | 'amountMinor' | 'currency' | 'payee' | 'purpose' | 'bookingText' | 'counterpartyIban' | 'mandateReference' | 'creditorId'> {
  readonly counterpartyAccount?: string
  readonly category: string | null
  /** One leg of a transfer between own accounts: never part of a contract (R9). */
  readonly isTransfer: boolean
}

export interface PriceChange {
  readonly on: LocalDate
  readonly fromMinor: number
  readonly toMinor: number
}

export type ContractStatus = 'active' | 'early' | 'ended'

/** A series of payments that comes back. Amounts have the bank's sign: money out is negative. */
export interface Contract {
  /** The same as long as the series begins with the same row. */
  readonly id: string
  readonly accountId: number
  readonly currency: string
  readonly counterparty: string
  /** `merchantOf`: what a user's choice for this merchant is kept under. */
  readonly merchantKey: string
  readonly via: string
  readonly category: string | null
  readonly rhythm: Rhythm
  /** Days of the month that it names, which a month too short may have hidden in `nextOn`; empty for a rhythm in days. */
  readonly anchors: readonly number[]
  /** Months of the year, 1 to 12, in which it never takes anything; missing where it takes something in all. */
  readonly restMonths?: readonly number[]
  readonly status: ContractStatus
  readonly firstOn: LocalDate
  readonly lastOn: LocalDate
  readonly lastMinor: number
  readonly averageMinor: number
  /** Null once it has ended. */
  readonly nextOn: LocalDate | null
  readonly nextMinor: number | null
  readonly toleranceDays: number
  /** R9: what it comes to per month, and R14: per year. */
  readonly monthlyMinor: number
  readonly yearlyMinor: number
  readonly isVariable: boolean
  /** Payments missed between the first and the last. */
  readonly skipped: number
  readonly priceChanges: readonly PriceChange[]
  /** Oldest first. */
  readonly transactionIds: readonly number[]
  /** Those of them that a person has put in; missing where there are none. */
  readonly putIn?: readonly number[]
  /** From 0 to 1: how sure it is that this is one contract. */
  readonly confidence: number
}
