import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { FREQUENCIES } from '../aggregates/transfers.ts'
import { accountKey, type BankAccount, type BrokerAccount, type CardAccount, type LoanAccount, type OfxAccount } from './account.ts'
import type { OfxMoment } from './moments.ts'
import type { SignOn } from './sign-on.ts'

/** Days, or the DTEND an earlier answer closed with, which is where the next one begins. */
export interface Range { readonly from?: LocalDate | OfxMoment | undefined; readonly to?: LocalDate | OfxMoment | undefined }

interface Common {
  /** Sign-on data that must be the batch's; one request has one sign-on. */
  readonly signOn?: Partial<Pick<SignOn, 'userId' | 'org' | 'fid'>> | undefined
  /** Comes back with the answer, for whoever keeps a reference of their own. */
  readonly cookie?: string | undefined
  /** Kept where a request is asked again: the bank carries out no number twice. */
  readonly uid?: string | undefined
}
interface Statement { readonly range?: Range | undefined; /** False: balances only. */ readonly withEntries?: boolean | undefined }
interface Closing { readonly range?: Range | undefined }

export type Frequency = (typeof FREQUENCIES)[number]

/** What is to be moved. Shares of principal and interest are for loans; elsewhere all of it is principal. */
export interface TransferOrder {
  readonly source: BankAccount | CardAccount | LoanAccount
  readonly target: BankAccount | CardAccount | LoanAccount
  readonly amount: DecimalText
  readonly on?: LocalDate | undefined
  readonly loanShares?: { readonly principal: DecimalText; readonly interest: DecimalText } | undefined
}
export type TransferAction =
  | { readonly action: 'add'; readonly order: TransferOrder }
  | { readonly action: 'modify'; readonly serverId: string; readonly order: TransferOrder }
  | { readonly action: 'cancel'; readonly serverId: string }
export interface Repetition { readonly frequency: Frequency; /** Without it until cancelled. */ readonly times?: number | undefined }
export type RecurringAction =
  | { readonly action: 'add'; readonly order: TransferOrder; readonly repetition: Repetition }
  | { readonly action: 'modify'; readonly serverId: string; readonly order: TransferOrder; readonly repetition: Repetition; readonly changesPending: boolean }
  | { readonly action: 'cancel'; readonly serverId: string; readonly cancelsPending: boolean }

/** One request of a batch. */
export type OfxItem = Common & (
  | { readonly kind: 'accounts'; readonly since?: OfxMoment | undefined }
  | ({ readonly kind: 'bank-statement'; readonly account: BankAccount; readonly withPending?: boolean | undefined } & Statement)
  | ({ readonly kind: 'card-statement'; readonly account: CardAccount; readonly withPending?: boolean | undefined } & Statement)
  | ({ readonly kind: 'loan-statement'; readonly account: LoanAccount } & Statement)
  | ({ readonly kind: 'broker-statement'; readonly account: BrokerAccount; readonly withPositions?: boolean | undefined; readonly withOrders?: boolean | undefined } & Statement)
  | ({ readonly kind: 'bank-closing'; readonly account: BankAccount } & Closing)
  | ({ readonly kind: 'card-closing'; readonly account: CardAccount } & Closing)
  | ({ readonly kind: 'loan-closing'; readonly account: LoanAccount } & Closing)
  | ({ readonly kind: 'broker-closing'; readonly account: BrokerAccount } & Closing)
  | ({ readonly kind: 'transfer'; readonly between: 'own' | 'banks' } & TransferAction)
  | ({ readonly kind: 'recurring-transfer'; readonly between: 'own' | 'banks' } & RecurringAction)
  /** What the bank knows of an account's transfers: tells what became of one whose answer was lost, and carries nothing out. */
  | { readonly kind: 'transfers'; readonly between: 'own' | 'banks'; readonly account: BankAccount | CardAccount | LoanAccount; readonly isRecurring?: boolean | undefined; /** A token of an earlier answer; without it everything. */ readonly since?: string | undefined }
  | { readonly kind: 'securities'; readonly tickers: readonly string[] }
  | { readonly kind: 'profile'; readonly since?: OfxMoment | undefined }
)
export type ItemKind = OfxItem['kind']

/** Moves money, or will: never sent again under another number. */
export const isTransfer = ({ kind }: OfxItem): boolean => kind === 'transfer' || kind === 'recurring-transfer'

/** A synchronisation has no number of its own: its answer is known by what it is about. */
export const syncUid = (between: 'own' | 'banks', isRecurring: boolean, account: OfxAccount): string => `sync:${between}:${isRecurring ? 'recurring' : 'single'}:${accountKey(account)}`
