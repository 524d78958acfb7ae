import type { LocalDate } from '#shared/dates.ts'
import type { AccountKey, Persona } from '../../persona.ts'

export interface Owner {
  readonly name: string
  readonly secondName?: string
  readonly street: string
  readonly postal: string
  readonly city: string
}

/** An account whose entries the household makes. */
export interface MoneyAccount {
  readonly key: AccountKey
  readonly number: string
  /** Cards have none. */
  readonly iban: string | null
  readonly product: string
  /** Kontoart (Formals, Data-Dictionary): 1 current, 10 savings, 50 card. */
  readonly kind: number
  readonly creditLineCents: number
}

export interface DepotPosition {
  readonly isin: string
  readonly wkn: string
  readonly name: string
  /** Price on the first day, in cents. */
  readonly firstCents: number
  /** So many thousandths a year it gains on average. */
  readonly growthPermille: number
  /** Thousandths of a unit held from the first day. */
  readonly firstMilli: number
  /** Bought with each monthly saving, in cents; 0 is none. */
  readonly monthlyCents: number
}

export interface Depot {
  readonly number: string
  readonly product: string
  readonly positions: readonly DepotPosition[]
}

/** A customer of the demo bank. Who they are and what they do is a pure function of this and today. */
export interface FintsPersona {
  readonly id: string
  readonly pin: string
  readonly owner: Owner
  readonly household: Persona
  readonly seed: number
  /** Where the household begins, so that its past does not depend on when somebody looks. */
  readonly born: LocalDate
  readonly extraPurchases?: (day: number) => number
  readonly money: readonly MoneyAccount[]
  readonly depot: Depot | null
}
