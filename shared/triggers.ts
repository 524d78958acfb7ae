/**
 * What a notification can be about: the names of the reference API (finAPI NotificationRules), those of them that can be
 * seen without a server. Apart from the schemas, because the window must not load zod.
 */
export const TRIGGERS = [
  /** Booked entries that a later refresh brought. */
  'NEW_TRANSACTIONS',
  /** The balance of an account is another than the one last told. */
  'NEW_ACCOUNT_BALANCE',
  /** The balance falls below the limit; once until it is back at it or above. */
  'LOW_ACCOUNT_BALANCE',
  /** A booked entry of this amount or more, in or out. */
  'HIGH_TRANSACTION_AMOUNT',
  /** The sum of a category in a calendar month reaches the limit; once until it is below again. */
  'CATEGORY_CASH_FLOW',
  /** The bank refuses the login, or wants a person to act. */
  'BANK_LOGIN_ERROR',
  /** A booked entry whose other IBAN belongs to another country than the account's own. */
  'FOREIGN_MONEY_TRANSFER',
] as const
export type Trigger = (typeof TRIGGERS)[number]

/** Those that need an amount to hold against. */
export const LIMITED_TRIGGERS: ReadonlySet<Trigger> = new Set<Trigger>(['LOW_ACCOUNT_BALANCE', 'HIGH_TRANSACTION_AMOUNT', 'CATEGORY_CASH_FLOW'])
