import { isOverdue } from '#shared/contract-rules.ts'
import type { LocalDate } from '#shared/dates.ts'
import { currency as toCurrency, minor, type Currency, type Money } from '#shared/money.ts'
import type { NotConverted } from '#shared/reports/envelope.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { TransactionId } from '#shared/model.ts'
import type { KnownContract } from '../contracts/choices.ts'
import type { Contract } from '../contracts/contract.ts'
import { contractsAsOf } from '../contracts/known.ts'
import { namedDays } from '../contracts/occurrences.ts'
import { classOf, leavesOf, type FlowClass } from './classes.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { isWithinLimits, postingsOf, type Posting } from './postings.ts'

/** A contract of one of the accounts that a report is about. */
export interface BookedContract extends Omit<KnownContract, 'currency'> {
  readonly account: ReportAccount
  readonly currency: Currency
  readonly flow: FlowClass
}

/** The contracts of a report, and which of them a row was paid on. */
export interface ContractBook {
  readonly contracts: readonly BookedContract[]
  /** By row, of every account: what belongs to a contract is no everyday spending, whoever is asked about. */
  readonly ofRow: ReadonlyMap<number, Contract>
}

const books = new WeakMap<Frame, ContractBook>()

/** As of the report's day, looked up once. */
export function contractBook(frame: Frame): ContractBook {
  const known = books.get(frame)
  if (known) return known
  const all = contractsAsOf(frame.db, knownOn(frame))
  const accounts = new Map<number, ReportAccount>(frame.accounts.map((account) => [account.id, account]))
  const book = {
    contracts: all.flatMap((contract): BookedContract[] => {
      const account = accounts.get(contract.accountId)
      return account && isAskedFor(frame, account, contract) ? [{ ...contract, account, currency: toCurrency(contract.currency), flow: classOf(contract.category, contract.lastMinor > 0) }] : []
    }),
    ofRow: new Map(all.flatMap((contract) => contract.transactionIds.map((id) => [id, contract] as const))),
  }
  books.set(frame, book)
  return book
}

/** Of a day to come nothing else is known than today: what has not come yet is not missing. */
const knownOn = ({ asOf, today }: Frame): LocalDate => (asOf < today ? asOf : today)

/** R13: expected, and past its tolerance on the last day that anything is known of. */
export const isMissing = (frame: Frame, contract: BookedContract): boolean => isGoingOn(contract) && isOverdue(contract, knownOn(frame))

/** What was paid on contracts in a time. */
export function contractPostings(frame: Frame, period: DayRange): Posting[] {
  const { ofRow } = contractBook(frame)
  const touched = new Set<number>()
  for (const [id, { firstOn, lastOn }] of ofRow) if (firstOn <= period.to && lastOn >= period.from) touched.add(id)
  return postingsOf(frame, period, touched)
}

/** A contract is of the categories asked for, and its amount within the limits. */
function isAskedFor(frame: Frame, account: ReportAccount, { category, nextMinor, lastMinor }: Contract): boolean {
  const { categories } = frame.request
  const { ids, withNone } = leavesOf(categories ?? [])
  if (categories !== undefined && !(category === null ? withNone : ids.includes(category))) return false
  return isWithinLimits(frame, account, nextMinor ?? lastMinor)
}

export const money = (value: number, currency: Currency): Money => ({ minor: minor(value), currency })

/** What an amount is worth on the report's day; null where no rate is known. */
export const worthOf = ({ rates, base, asOf }: Frame, value: number, currency: Currency): number | null => rates.convert(value, currency, base, asOf)

/** The sum of what contracts come to, as far as it can be told in the base currency (G7). */
export const sumOf = (frame: Frame, contracts: readonly BookedContract[], amount: (contract: BookedContract) => number): number =>
  contracts.reduce((sum, contract) => sum + (worthOf(frame, amount(contract), contract.currency) ?? 0), 0)

/** What such a sum leaves out: by currency, how many payments of how much together (G7). */
export function unconverted(frame: Frame, payments: readonly (readonly [minor: number, currency: Currency])[]): NotConverted[] {
  const found = new Map<Currency, NotConverted>()
  for (const [amount, currency] of payments) {
    if (worthOf(frame, amount, currency) !== null) continue
    const { minor: sum, count } = found.get(currency) ?? { minor: 0, count: 0 }
    found.set(currency, { currency, minor: minor(sum + amount), count: count + 1 })
  }
  return [...found.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1))
}

/** Its rows, as the contract of the window names them. */
export const rowsOf = (ids: readonly number[]): TransactionId[] => ids.map((id) => id as TransactionId)

export const isGoingOn = ({ status }: Pick<Contract, 'status'>): boolean => status !== 'ended'
export const isOutgoing = ({ lastMinor }: Pick<Contract, 'lastMinor'>): boolean => lastMinor < 0

/** A payment that is still to come. */
export interface Due { readonly on: LocalDate; readonly contract: BookedContract; readonly minor: number }

/** What is still to come up to a day, what is late by no more than its tolerance included. */
export function stillDue({ asOf }: Pick<Frame, 'asOf'>, contracts: readonly BookedContract[], through: LocalDate): Due[] {
  return contracts.filter(isGoingOn).flatMap((contract) => namedDays(contract, through)
    .filter((on) => !isOverdue({ ...contract, nextOn: on }, asOf))
    .map((on) => ({ on, contract, minor: contract.nextMinor ?? 0 })))
    .sort((left, right) => (left.on === right.on ? left.minor - right.minor : left.on < right.on ? -1 : 1))
}

/** As reports list it. */
export const expected = ({ on, contract, minor: amount }: Due) => ({
  on, contractId: contract.id, counterparty: contract.counterparty, accountId: contract.account.id, amount: money(amount, contract.currency),
})
