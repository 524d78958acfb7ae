import { localDate, type LocalDate } from '#shared/dates.ts'
import type { Statement } from '#shared/statement.ts'

/** The first and the last day that a statement answers for; null where it has neither a period, nor rows, nor a balance. */
export interface CoveredDays { readonly coversFrom: LocalDate | null; readonly coversTo: LocalDate | null }

/**
 * A bank says for which days it answers; a file without such a period answers for the days of its rows and its balances. A
 * period that leaves out a row of its own is stretched to it, and none reaches beyond the day on which it was told.
 */
export function coveredDays({ from, to, entries, balances, covered = [] }: Pick<Statement, 'from' | 'to' | 'entries' | 'balances' | 'covered'>, statedAt: string): CoveredDays {
  const [stated] = covered
  if (stated) return { coversFrom: stated.from, coversTo: stated.to }
  let first = from !== null && from >= EARLIEST ? from : null
  let last = to !== null && statedAt !== '' && to > statedAt ? localDate(statedAt.slice(0, 10)) : to
  let before: LocalDate | null = null
  const include = (day: LocalDate): void => {
    if (day === before) return
    before = day
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  for (const { bookedOn } of entries) include(bookedOn)
  for (const { kind, asOf } of balances) if (kind === 'booked' && asOf !== null) include(asOf)
  return first === null || last === null ? { coversFrom: null, coversTo: null } : { coversFrom: first, coversTo: last }
}

/** Programs write such days for "from the beginning": no bank's rows go back that far. */
const EARLIEST = localDate('1980-01-01')
