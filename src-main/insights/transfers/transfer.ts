import type { LocalDate } from '#shared/dates.ts'
import type { Payment } from '#shared/payment.ts'

/** What pairing looks at in one row. Text the source did not give is empty. */
export interface TransferRow extends Pick<Payment, 'id' | 'accountId' | 'bookedOn' | 'amountMinor' | 'currency' | 'payee' | 'purpose' | 'bookingText' | 'counterpartyIban'> {
  readonly counterpartyAccount: string
  /** What the other side booked, where the bank says it in another currency: exact decimal text, and its currency. */
  readonly originalAmount: string | null
  readonly originalCurrency: string | null
  readonly category: string | null
  /** A person put it into a category, and not that of transfers: it is none. */
  readonly isSpokenFor: boolean
}

export interface OwnAccount {
  readonly id: number
  readonly type: 'checking' | 'savings' | 'credit' | 'cash' | 'loan' | 'investment' | 'asset' | 'liability'
  readonly currency: string
  readonly name: string
  readonly iban: string | null
  readonly number: string | null
}

export type TransferMethod = 'iban' | 'card-settlement' | 'wording' | 'currency' | 'amount-date'

/** Two rows that are one movement of money between own accounts. */
export interface Transfer {
  readonly outId: number
  readonly inId: number
  /** `confirmed` counts as a transfer at once; `proposed` waits for a person. */
  readonly state: 'confirmed' | 'proposed'
  readonly method: TransferMethod
  /** From 0 to 1. */
  readonly score: number
}

/** How many of `to` one of `from` was worth that day; undefined where that is not known. */
export type RateOn = (from: string, to: string, day: LocalDate) => number | undefined

export interface TransferOptions {
  /** Pairs a person has rejected, `outId:inId`: they never come back. */
  readonly rejected: ReadonlySet<string>
  /** Names of the people whose ledger it is. */
  readonly names: readonly string[]
  readonly rateOn?: RateOn | undefined
}

export const pairKey = (outId: number, inId: number): string => `${outId}:${inId}`
