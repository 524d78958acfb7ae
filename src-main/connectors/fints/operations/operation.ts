import { addDays, type LocalDate } from '#shared/dates.ts'
import type { Shape, ShapeValue } from '../schema/field.ts'
import { decode, type SegmentDefinition } from '../schema/segment.ts'
import type { Draft } from '../message/message.ts'
import type { BankParameters } from '../state/bank-parameters.ts'
import type { AccountReference, UserParameters } from '../state/user-parameters.ts'
import type { RawSegment } from '../syntax/wire.ts'

/** What decides whether and how an order may be given. */
export interface Facts {
  readonly bank: BankParameters
  readonly user: UserParameters | null
  readonly today: LocalDate
}

/** One way to give an order: segment version and, where banks differ, a variant. Plain data, it is stored with a paused dialog. */
export interface Plan {
  readonly order: string
  readonly version: number
  /** Which parts of an account are named. */
  readonly naming: 'national' | 'sepa' | 'full'
  readonly format: string | null
  /** Before this day the bank keeps nothing and may refuse to be asked. */
  readonly earliest?: LocalDate | undefined
}

/** Something a customer asks a bank; every operation reads only, so doing it twice is the same as once. */
export interface Operation<Input, Result> {
  /** Ways to ask, best first; none where the bank does not announce the order or the account does not allow it. */
  plans(input: Input, facts: Facts): readonly Plan[]
  draft(plan: Plan, input: Input, touchdown: string | undefined): Draft
  /** Puts the pages together; `pages` holds the reply segments of each page in order. */
  collect(plan: Plan, input: Input, pages: readonly (readonly RawSegment[])[]): Result
}

export interface Range {
  readonly account: AccountReference
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/** Announced versions that Kontor can speak, newest first, if PIN/TAN and the account allow the order. */
export function usableVersions(order: string, known: readonly number[], { bank, user }: Facts, account: AccountReference | null): readonly number[] {
  if (!bank.allows(order) || (account !== null && user?.allows(order, account) === false)) return []
  return bank.versionsOf(order).filter((version) => known.includes(version))
}

/** The ways to name an account: national numbers, or IBAN and BIC with or without them. */
export function namings(account: AccountReference, isInternational: boolean, nationalFirst: boolean): readonly Plan['naming'][] {
  if (!isInternational) return account.number === null ? [] : ['national']
  if (account.iban === null) return account.number === null ? [] : ['full']
  if (account.number === null) return ['sepa']
  return nationalFirst ? ['full', 'sepa'] : ['sepa', 'full']
}

export const nationalName = (account: AccountReference) => ({
  number: account.number ?? '',
  subaccount: account.subaccount ?? undefined,
  bank: { country: account.country, bankCode: account.bankCode ?? undefined },
})

export function internationalName(account: AccountReference, naming: Plan['naming']) {
  const sepa = { iban: account.iban ?? undefined, bic: account.bic ?? undefined }
  if (naming === 'sepa') return sepa
  return { ...sepa, number: account.number ?? undefined, subaccount: account.subaccount ?? undefined, bank: { country: account.country, bankCode: account.bankCode ?? undefined } }
}

/** The first day to ask for: what the caller wants, as far back as the bank goes. */
export function firstDay(from: LocalDate | undefined, { earliest }: Plan): LocalDate | undefined {
  return from !== undefined && earliest !== undefined && from < earliest ? earliest : from
}

export const earliestDay = (today: LocalDate, days: number | undefined): LocalDate | undefined => (days === undefined || days === 0 ? undefined : addDays(today, -days))

/** Values of every page for one of several versions that share a shape. */
export function pagesOf<S extends Shape>(pages: readonly (readonly RawSegment[])[], definitions: readonly SegmentDefinition<S>[]): ShapeValue<S>[] {
  return pages.flat().flatMap((segment) => {
    const definition = definitions.find(({ type, version }) => type === segment.type && version === segment.version)
    const read = definition === undefined ? null : decode(definition, segment)
    return read?.ok === true ? [read.value] : []
  })
}
