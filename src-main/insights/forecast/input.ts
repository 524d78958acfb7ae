import type { LocalDate } from '#shared/dates.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Days, PastRow } from './variable.ts'

export interface ForecastAccount {
  readonly id: number
  readonly currency: string
  /** At the end of the as-of day. */
  readonly balanceMinor: number
  /** Oldest first: the months that everyday spending is told from. */
  readonly completeMonths: readonly Days[]
}

export interface ForecastInput {
  readonly asOf: LocalDate
  readonly days: number
  /** Also everyday spending; without it only what is agreed. */
  readonly withVariable: boolean
  readonly accounts: readonly ForecastAccount[]
  /** Booked up to the as-of day, in the order of their days, at least those of the last year. */
  readonly rows: readonly PastRow[]
  readonly contracts: readonly Contract[]
  /** The other leg of a transfer between own accounts, by row. */
  readonly partners: ReadonlyMap<number, number>
}
