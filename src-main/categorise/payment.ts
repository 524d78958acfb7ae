import type { Payment } from '#shared/payment.ts'

export type { Payment } from '#shared/payment.ts'

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
