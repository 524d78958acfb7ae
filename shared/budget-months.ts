import { addDays, addMonths, localDate, weekday, type LocalDate } from './dates.ts'

/** When a month begins, in budgets and reports: on a day of the month, on payday for instance, and what a weekend does to it. */
export interface MonthStart {
  /** 1 to 28: a day that every month has. */
  readonly day: number
  readonly shift: 'none' | 'before' | 'after'
}

/** Both ends included. */
export interface Span { readonly from: LocalDate; readonly to: LocalDate }

export const CALENDAR_MONTH: MonthStart = { day: 1, shift: 'none' }

const FRIDAY = 4
const SATURDAY = 5

/** A month `2026-03` begins in March, whatever the day: [its day in March, its day in April). */
export function monthSpan(month: string, start: MonthStart): Span {
  return { from: beginOf(month, start), to: addDays(beginOf(monthAfter(month), start), -1) }
}

/** The twelve months of a year, as one. */
export function yearSpan(year: string, start: MonthStart): Span {
  return { from: beginOf(`${year}-01`, start), to: addDays(beginOf(monthAfter(`${year}-12`), start), -1) }
}

export const monthAfter = (month: string, count = 1): string => addMonths(localDate(`${month}-01`), count).slice(0, 7)

/** The month that a day belongs to. */
export function monthOf(day: LocalDate, start: MonthStart): string {
  const calendar = day.slice(0, 7)
  if (day < beginOf(calendar, start)) return monthAfter(calendar, -1)
  // The 1st, brought forward by a weekend, begins its month in the one before.
  return day >= beginOf(monthAfter(calendar), start) ? monthAfter(calendar) : calendar
}

/** The month that a day belongs to, or one so many months later; before it for a negative count. */
export const monthFrom = (day: LocalDate, count: number, start: MonthStart): Span => monthSpan(monthAfter(monthOf(day, start), count), start)

function beginOf(month: string, { day, shift }: MonthStart): LocalDate {
  const nominal = localDate(`${month}-${String(day).padStart(2, '0')}`)
  const at = weekday(nominal)
  if (shift === 'none' || at < SATURDAY) return nominal
  return addDays(nominal, shift === 'before' ? FRIDAY - at : 7 - at)
}
