import type { LocalDate } from '#shared/dates.ts'

/** What categorising looks at in one row of the ledger. Text the source did not give is empty. */
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

/** A row of which nothing is known but what is given. */
export const BLANK_PAYMENT: Omit<Payment, 'id' | 'accountId' | 'bookedOn' | 'amountMinor' | 'currency'> = {
  payee: '', purpose: '', bookingText: '', code: '', purposeCode: '', counterpartyIban: '', creditorId: '', mandateReference: '', ultimateCounterparty: '',
}

/** What is known of the ledger's owner. */
export interface Owner {
  /** IBANs and numbers of the ledger's own accounts, without spaces. */
  readonly accounts: ReadonlySet<string>
  /** Names of the people whose ledger it is; a payment to oneself is no spending. */
  readonly names: readonly string[]
}

export const NOBODY: Owner = { accounts: new Set(), names: [] }

/** Why a category was chosen, in a form that the window can put into words and a test can compare. */
export type ReasonKind = 'rule' | 'learned' | 'own-account' | 'own-name' | 'code' | 'merchant' | 'wording' | 'person' | 'trade'

export interface Answer {
  readonly category: string
  /** From 0 to 1; below `CONFIDENCE_MIN` there is no answer. */
  readonly confidence: number
  readonly reason: Reason
}

export interface Reason {
  readonly kind: ReasonKind
  /** The words, the code, the merchant or the rule that decided. */
  readonly evidence: string
}

/** Better no answer than a guess. */
export const CONFIDENCE_MIN = 0.7
