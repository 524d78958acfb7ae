import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'

/** A month by its name, its days, and what of them the period leaves. */
export interface MonthPiece extends DayRange {
  /** `2026-03`: the month in which it begins. */
  readonly key: string
  /** All of its days are in the period. */
  readonly isWhole: boolean
}

/** The first day of the month that a day lies in, when months begin on day `start` (G2). */
export function monthBegin(day: LocalDate, start: number): LocalDate {
  const begin = localDate(`${day.slice(0, 7)}-${String(start).padStart(2, '0')}`)
  return begin <= day ? begin : addMonths(begin, -1)
}

/** The last day of the month that begins on a day. */
export const monthEnd = (begin: LocalDate): LocalDate => addDays(addMonths(begin, 1), -1)

/** The months of a period, cut where it begins and ends. */
export function monthPieces({ from, to }: DayRange, start: number): MonthPiece[] {
  const pieces: MonthPiece[] = []
  for (let begin = monthBegin(from, start); begin <= to; begin = addMonths(begin, 1)) {
    const end = monthEnd(begin)
    pieces.push({ key: begin.slice(0, 7), from: begin < from ? from : begin, to: end > to ? to : end, isWhole: begin >= from && end <= to })
  }
  return pieces
}
