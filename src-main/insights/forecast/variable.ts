import type { LocalDate } from '#shared/dates.ts'
import { medianOf } from '../reports/averages.ts'
import { classOf } from '../reports/classes.ts'

/** A booked row as expectations are made from it; one whose parts were divided comes part by part. */
export interface PastRow {
  readonly id: number
  readonly accountId: number
  readonly bookedOn: LocalDate
  readonly minor: number
  readonly categoryId: string | null
}

export interface Days { readonly from: LocalDate; readonly to: LocalDate }

/** Days of a month, on average: 365.25 / 12, as R12 rounds it. */
export const MONTH_DAYS = 30.44

const MONTHS_MIN = 3
const MONTHS_MAX = 6

/** What a row adds to everyday spending: what is spent, on no contract; what comes back lowers it. */
const everyday = ({ id, categoryId, minor }: Pick<PastRow, 'id' | 'categoryId' | 'minor'>, onContract: ReadonlySet<number>): number =>
  (onContract.has(id) || classOf(categoryId, minor > 0) !== 'spending' ? 0 : -minor)

export interface Variable {
  /** What everyday life costs in a month; null where too little is known to say. */
  readonly monthlyMinor: number | null
  /** Complete months that say so. */
  readonly months: number
}

/**
 * R12: the median of what the last three to six complete months cost beside contracts. Who spends nothing needs no months to
 * say so.
 */
export function variableSpending(rows: readonly PastRow[], onContract: ReadonlySet<number>, completeMonths: readonly Days[]): Variable {
  const months = completeMonths.slice(-MONTHS_MAX)
  const sums = months.map(() => 0)
  let isSpending = false
  for (const row of rows) {
    const spent = everyday(row, onContract)
    if (spent === 0) continue
    isSpending = true
    const at = months.findIndex(({ from, to }) => row.bookedOn >= from && row.bookedOn <= to)
    if (at >= 0) sums[at] = (sums[at] ?? 0) + spent
  }
  if (!isSpending) return { monthlyMinor: 0, months: months.length }
  return { monthlyMinor: months.length < MONTHS_MIN ? null : medianOf(sums), months: months.length }
}
