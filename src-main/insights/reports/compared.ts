import { monthFrom, monthOf } from '#shared/budget-months.ts'
import { addDays, addMonths, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { Frame } from './frame.ts'
import { monthAround } from './months.ts'

/** What of a period has passed: one that still runs is compared by as many days (R17). */
export const elapsed = ({ period, today }: Pick<Frame, 'period' | 'today'>): DayRange => ({ from: period.from, to: period.to > today && period.from <= today ? today : period.to })

/** The same days a year earlier. */
export function yearBefore(frame: Pick<Frame, 'period' | 'today'>): DayRange {
  const { from, to } = elapsed(frame)
  return { from: addMonths(from, -12), to: addMonths(to, -12) }
}

/** As many whole months before, where the period begins with a month; else as many days. */
export function periodBefore(frame: Pick<Frame, 'period' | 'today' | 'request'>): DayRange {
  const { request: { monthStart } } = frame
  const { from, to } = elapsed(frame)
  const days = toDayNumber(to) - toDayNumber(from)
  if (monthAround(from, monthStart).from !== from) return { from: addDays(from, -days - 1), to: addDays(from, -1) }
  const months = monthsBetween(monthOf(from, monthStart), monthOf(frame.period.to, monthStart)) + 1
  const begin = monthFrom(from, -months, monthStart).from
  const isWhole = monthAround(to, monthStart).to === to
  return { from: begin, to: isWhole ? addDays(from, -1) : earlier(addDays(begin, days), addDays(from, -1)) }
}

const monthsBetween = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
const earlier = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? left : right)
