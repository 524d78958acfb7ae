/** Amounts in cents as of 2024, money out negative; `household.ts` moves them with the years. */
export type AccountKey = 'checking' | 'savings' | 'card'

/** Something that comes on a fixed day: a salary, the rent, a subscription. */
export interface Bill {
  readonly name: string
  readonly memo: string
  readonly account: AccountKey
  readonly type: string
  readonly cents: number
  /** How far the amount may lie off, in percent: heating is not rent. */
  readonly spread?: number
  readonly when: Schedule
  /** A subscription knows its own price of each year instead of following all prices. */
  readonly prices?: readonly (readonly [sinceYear: number, cents: number])[]
  /** Years in which it exists. */
  readonly from?: number
  readonly until?: number
}

export type Schedule =
  | { readonly every: 'month'; readonly day: number; readonly months?: readonly number[] }
  /** 14 days counted from a known payday. */
  | { readonly every: 'fortnight'; readonly anchor: string }

/** The `low` of a cash machine, which pays in notes. */
export const CASH = -1

/** Somewhere money is spent by chance. */
export interface Shop {
  readonly names: readonly [string, ...string[]]
  readonly memo: string
  readonly account: AccountKey
  readonly type: string
  readonly low: number
  readonly high: number
  /** How often in a month, on average. */
  readonly perMonth: number
  /** Only in these months: a holiday, presents. */
  readonly months?: readonly number[]
}

export interface Transfers {
  /** Above this, checking hands over to savings on the third; below `floor`, savings help out. */
  readonly ceiling: number
  readonly floor: number
  readonly toSavings: readonly [name: string, memo: string]
  readonly fromSavings: readonly [name: string, memo: string]
  readonly cardPaid: readonly [name: string, memo: string]
  readonly cardThanks: readonly [name: string, memo: string]
  readonly interest: readonly [name: string, memo: string]
}

export interface Persona {
  readonly language: string
  readonly currency: string
  /** The text of a card payment, with `{memo}`, `{MM}` and `{DD}`. */
  readonly purchase: string
  readonly bank: { readonly org: string; readonly fid: string; readonly bankId: string }
  readonly accounts: Readonly<Record<AccountKey, { readonly number: string; readonly opening: number }>>
  readonly bills: readonly Bill[]
  readonly shops: readonly [Shop, ...Shop[]]
  readonly transfers: Transfers
  /** Yearly interest on savings in thousandths; 18 where nothing else is said. */
  readonly interestPermille?: number
  readonly comebacks?: Comebacks
}

/** Money that comes back days later. A persona without it lives exactly as it did before this was known. */
export interface Comebacks {
  /** Of a thousand purchases by post, so many are sent back. */
  readonly refundPermille: number
  /** Of a thousand direct debits, so many are returned. */
  readonly returnPermille: number
  /** Memos of shops that take goods back. */
  readonly refundable: readonly string[]
  readonly refundMemo: string
  readonly returnMemo: string
}
