import type { LocalDate } from './dates.ts'

/** What those look at in one row of the ledger who say what it is for. Text the source did not give is empty. */
export interface Payment {
  readonly id: number
  readonly accountId: number
  readonly bookedOn: LocalDate
  readonly amountMinor: number
  readonly currency: string
  readonly payee: string
  readonly purpose: string
  /** The bank's own words for the kind of entry: FOLGELASTSCHRIFT, POS, ATM. */
  readonly bookingText: string
  /** The bank's code for the kind of entry: a GV code (`105`) or an OFX TRNTYPE (`DIRECTDEP`). */
  readonly code: string
  /** ISO 20022: SALA, RENT, CHAR. */
  readonly purposeCode: string
  readonly counterpartyIban: string
  readonly creditorId: string
  readonly mandateReference: string
  readonly ultimateCounterparty: string
}
