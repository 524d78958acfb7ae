import { monthAfter, monthFrom, monthOf, monthSpan, type MonthStart } from '#shared/budget-months.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'

/** A month by its name, its days, and what of them the period leaves. */
export interface MonthPiece extends DayRange {
  /** `2026-03`: the month in which it begins, but for a 1st that a weekend brought forward. */
  readonly key: string
  /** All of its days are in the period. */
  readonly isWhole: boolean
}

/** The first and the last day of the month that a day lies in (G2). */
export const monthAround = (day: LocalDate, start: MonthStart): DayRange => monthFrom(day, 0, start)

/** The months of a period, cut where it begins and ends. */
export function monthPieces({ from, to }: DayRange, start: MonthStart): MonthPiece[] {
  const pieces: MonthPiece[] = []
  for (let key = monthOf(from, start); ; key = monthAfter(key)) {
    const month = monthSpan(key, start)
    if (month.from > to) return pieces
    pieces.push({ key, from: month.from < from ? from : month.from, to: month.to > to ? to : month.to, isWhole: month.from >= from && month.to <= to })
  }
}
