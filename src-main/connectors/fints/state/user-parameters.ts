import { valuesOf } from '../message/message.ts'
import { HIUPA2, HIUPA3, HIUPA4, HIUPD5, HIUPD6 } from '../segments/user-parameters.ts'
import type { RawSegment } from '../syntax/wire.ts'

/** An account as orders name it; which parts a bank wants differs. Plain data, so that it can be stored anywhere. */
export interface AccountReference {
  readonly iban: string | null
  readonly bic: string | null
  readonly number: string | null
  readonly subaccount: string | null
  readonly country: string
  readonly bankCode: string | null
}

export interface AccountInfo extends AccountReference {
  readonly owner: string | null
  readonly product: string | null
  readonly currency: string | null
  /** Kontoart (Formals, Data-Dictionary): 1 to 9 current, 10 to 19 savings, 30 to 39 depot, 40 to 49 loan, 50 to 59 card … */
  readonly kindCode: number | null
  /** Orders the customer may give for it; null where the bank says nothing. */
  readonly orders: readonly string[] | null
}

/** What the bank tells about the customer (UPD, Formals E). */
export class UserParameters {
  readonly segments: readonly RawSegment[]
  readonly version: number
  readonly accounts: readonly AccountInfo[]
  readonly #isComplete: boolean

  constructor(segments: readonly RawSegment[]) {
    this.segments = segments
    const [general] = [...valuesOf(segments, HIUPA4), ...valuesOf(segments, HIUPA3), ...valuesOf(segments, HIUPA2)]
    this.version = general?.version ?? 0
    this.#isComplete = general?.usage === '0'
    this.accounts = [...valuesOf(segments, HIUPD6), ...valuesOf(segments, HIUPD5)].flatMap((entry) => toAccount(entry, this.#isComplete))
  }

  /** Whether the customer may give this order for the account, as far as the bank says. */
  allows(order: string, account: AccountReference): boolean {
    const entry = this.accounts.find((known) => isSameAccount(known, account))
    return entry?.orders?.includes(order) ?? true
  }
}

type Entry = ReturnType<typeof valuesOf<typeof HIUPD6.fields>>[number]

function toAccount(entry: Omit<Entry, 'iban' | 'extension'> & { readonly iban?: string | undefined }, isComplete: boolean): AccountInfo[] {
  const { account, iban } = entry
  if ((account?.number ?? '') === '' && iban === undefined) return []
  return [{
    iban: iban?.slice(0, 34) ?? null,
    bic: null,
    number: account?.number ?? null,
    subaccount: account?.subaccount ?? null,
    country: account?.bank.country ?? '280',
    bankCode: account?.bank.bankCode ?? null,
    owner: ownersOf(entry) || null,
    product: entry.product ?? null,
    currency: entry.currency ?? null,
    kindCode: entry.kind ?? null,
    // A list that is empty is one that the bank does not keep; nobody has an account for nothing.
    orders: isComplete && entry.orders.length > 0 ? entry.orders.map(({ order }) => order) : null,
  }]
}

/** All who hold an account: a list, for two names beside each other would be read as one. */
export const ownersOf = ({ owner, secondOwner }: { readonly owner?: string | undefined; readonly secondOwner?: string | undefined }): string =>
  [owner, secondOwner].filter((name) => name !== undefined && name.trim() !== '').join(', ')

/** Two names of one account: by IBAN where both have one, else by national number. */
export function isSameAccount(a: AccountReference, b: AccountReference): boolean {
  if (a.iban !== null && b.iban !== null) return a.iban === b.iban
  return a.number !== null && a.number === b.number && (a.subaccount ?? '') === (b.subaccount ?? '')
}

/** The UPD in a reply, or null where it has none. */
export function userParametersIn(segments: readonly RawSegment[]): UserParameters | null {
  const own = segments.filter(({ type }) => type === 'HIUPA' || type === 'HIUPD')
  return own.length === 0 ? null : new UserParameters(own)
}
