import { addDays, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { Contract } from '../contracts/contract.ts'
import { expectedDays } from '../contracts/occurrences.ts'
import type { ForecastInput } from './input.ts'
import { settledMinor, standingTransfers, type StandingTransfer } from './standing-transfers.ts'
import { MONTH_DAYS, variableSpending, type Variable } from './variable.ts'

export interface Expectation {
  readonly on: LocalDate
  readonly accountId: number
  readonly minor: number
  readonly currency: string
  /** Null: a transfer between own accounts that comes back. */
  readonly contract: Contract | null
  /** Of a transfer: the account on its other side. */
  readonly otherAccountId: number | null
}

export interface ForecastLine {
  readonly accountId: number
  readonly variable: Variable
  /** The balance at the end of each day after the as-of day; null where too little is known. */
  readonly values: readonly (number | null)[]
}

export interface Forecast { readonly lines: readonly ForecastLine[]; readonly expected: readonly Expectation[] }

/**
 * R12: bal(t + n) = bal(t) + what contracts are expected to bring and take in (t, t + n] − n × v. Own transfers that come
 * back move money from one line to another; a card's bill is what stood against it.
 */
export function forecast(input: ForecastInput): Forecast {
  const { asOf, days, accounts, rows, contracts } = input
  const through = addDays(asOf, days)
  const onContract = new Set(contracts.flatMap(({ transactionIds }) => transactionIds))
  const due = contracts.flatMap((contract) => expectedDays(contract, asOf, through).map((on): Expectation => ({ on, accountId: contract.accountId, minor: contract.nextMinor ?? 0, currency: contract.currency, contract, otherAccountId: null })))
  const byAccount = Map.groupBy(rows, ({ accountId }) => accountId)
  const variables = new Map(accounts.map(({ id, completeMonths }) => [id, variableSpending(byAccount.get(id) ?? [], onContract, completeMonths)]))
  const flows = new Flows(input, variables)
  for (const one of due) flows.add(one.accountId, one.on, one.minor)
  const moved = standingTransfers(input).flatMap((standing) => expectedDays(standing.contract, asOf, through).map((on) => ({ on, standing })))
  const legs = moved.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)).flatMap(({ on, standing }) => legsOf(flows, input, on, standing))
  return {
    lines: accounts.map(({ id }) => ({ accountId: id, variable: variables.get(id) ?? { monthlyMinor: null, months: 0 }, values: flows.valuesOf(id) })),
    expected: [...due, ...legs].sort((left, right) => (left.on === right.on ? left.minor - right.minor : left.on < right.on ? -1 : 1)),
  }
}

/** Both sides of a transfer, in their order of days: a card's bill depends on what was settled before. */
function legsOf(flows: Flows, input: ForecastInput, on: LocalDate, standing: StandingTransfer): Expectation[] {
  const { contract, otherAccountId, settles } = standing
  const minor = settles === null ? contract.nextMinor ?? 0 : settledMinor(settles, contract, (day) => flows.balanceOn(settles.cardId, day) ?? null, on)
  if (minor === 0) return []
  const legs: Expectation[] = [{ on, accountId: contract.accountId, minor, currency: contract.currency, contract: null, otherAccountId }]
  if (otherAccountId !== null) legs.push({ on, accountId: otherAccountId, minor: -minor, currency: contract.currency, contract: null, otherAccountId: contract.accountId })
  return legs.filter(({ accountId, currency }) => {
    const account = input.accounts.find(({ id }) => id === accountId)
    return account?.currency === currency
  }).map((leg) => {
    flows.add(leg.accountId, leg.on, leg.minor)
    return leg
  })
}

/** What is known and expected to flow, account by account and day by day. */
class Flows {
  readonly #input: ForecastInput
  readonly #variables: ReadonlyMap<number, Variable>
  readonly #byDay = new Map<number, number[]>()

  constructor(input: ForecastInput, variables: ReadonlyMap<number, Variable>) {
    this.#input = input
    this.#variables = variables
    for (const { id } of input.accounts) this.#byDay.set(id, Array.from({ length: input.days }, () => 0))
  }

  add(accountId: number, on: LocalDate, minor: number): void {
    const at = toDayNumber(on) - toDayNumber(this.#input.asOf) - 1
    const flows = this.#byDay.get(accountId)
    if (flows?.[at] !== undefined) flows[at] += minor
  }

  /** Everyday spending is rounded once, at the end of its days, so that no cents go astray. */
  valuesOf(accountId: number): (number | null)[] {
    const account = this.#input.accounts.find(({ id }) => id === accountId)
    const monthly = this.#input.withVariable ? this.#variables.get(accountId)?.monthlyMinor ?? null : 0
    let sum = account?.balanceMinor ?? 0
    return (this.#byDay.get(accountId) ?? []).map((flow, index) => {
      sum += flow
      return monthly === null ? null : sum - Math.floor(((index + 1) * monthly) / MONTH_DAYS + 0.5)
    })
  }

  /** Of the past, from the rows; of the future, as far as it has been expected. Undefined where too little is known. */
  balanceOn(accountId: number, day: LocalDate): number | null | undefined {
    const { asOf, rows, accounts } = this.#input
    if (day > asOf) return this.valuesOf(accountId)[toDayNumber(day) - toDayNumber(asOf) - 1]
    const account = accounts.find(({ id }) => id === accountId)
    return account && rows.reduce((balance, row) => (row.accountId === accountId && row.bookedOn > day ? balance - row.minor : balance), account.balanceMinor)
  }
}

/** The lowest of some balances, and the first day on which it is reached. */
export function lowestOf(values: readonly (number | null)[], asOf: LocalDate): { readonly on: LocalDate; readonly minor: number } | null {
  let lowest: { on: LocalDate; minor: number } | null = null
  for (const [index, minor] of values.entries()) if (minor !== null && (lowest === null || minor < lowest.minor)) lowest = { on: addDays(asOf, index + 1), minor }
  return lowest
}
