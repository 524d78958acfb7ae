import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import type { Contract } from '#main/insights/contracts/contract.ts'
import { forecast } from '#main/insights/forecast/forecast.ts'
import type { ForecastInput } from '#main/insights/forecast/input.ts'
import type { PastRow } from '#main/insights/forecast/variable.ts'

/** A household's rows, with their categories, as of some day in its past. */
export interface Lived {
  readonly rows: readonly PastRow[]
  readonly contracts: readonly Contract[]
  readonly partners: ReadonlyMap<number, number>
  readonly accountIds: readonly number[]
  readonly currency: string
}

/** Errors of one forecast, in percent of what left the accounts in those days: what we say, and what only contracts say. */
export interface Errors { readonly total: number; readonly accounts: readonly number[]; readonly contractsOnly: number; readonly flat: number; readonly bias: number }

const DAYS = 30

/** What 30 days were expected to do to balances, as of a day in the past, against what they did. */
export function backTest({ rows, contracts, partners, accountIds, currency }: Lived, asOf: LocalDate): Errors {
  const past = rows.filter(({ bookedOn }) => bookedOn <= asOf).sort((left, right) => (left.bookedOn === right.bookedOn ? left.id - right.id : left.bookedOn < right.bookedOn ? -1 : 1))
  const next = rows.filter(({ bookedOn }) => bookedOn > asOf && bookedOn <= addDays(asOf, DAYS))
  const input = { asOf, days: DAYS, rows: past, contracts, partners, accounts: accountIds.map((id) => ({ id, currency, balanceMinor: sum(past.filter(({ accountId }) => accountId === id)), completeMonths: monthsBefore(asOf) })) }
  const said = endings(input, true)
  const peer = endings(input, false)
  const truth = accountIds.map((id, at) => (input.accounts[at]?.balanceMinor ?? 0) + sum(next.filter(({ accountId }) => accountId === id)))
  const began = input.accounts.reduce((all, { balanceMinor }) => all + balanceMinor, 0)
  const spent = -sum(next.filter(({ minor, categoryId }) => minor < 0 && categoryId !== 'transfers.internal'))
  const off = (values: readonly number[]): number => total(values) - total(truth)
  const share = (value: number): number => (100 * value) / Math.max(1, spent)
  return { total: share(Math.abs(off(said))), accounts: said.map((value, at) => share(Math.abs(value - (truth[at] ?? 0)))), contractsOnly: share(Math.abs(off(peer))), flat: share(Math.abs(began - total(truth))), bias: share(off(said)) }
}

const sum = (rows: readonly PastRow[]): number => rows.reduce((all, { minor }) => all + minor, 0)
const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

const endings = (input: Omit<ForecastInput, 'withVariable'>, withVariable: boolean): number[] => forecast({ ...input, withVariable }).lines.map(({ values }) => values.at(-1) ?? 0)

function monthsBefore(asOf: LocalDate): { from: LocalDate; to: LocalDate }[] {
  const begin = localDate(`${asOf.slice(0, 7)}-01`)
  return Array.from({ length: 6 }, (_, index) => ({ from: addMonths(begin, index - 6), to: addDays(addMonths(begin, index - 5), -1) }))
}
