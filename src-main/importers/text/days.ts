import { daysInMonth, isLocalDate, plainDate, toDayNumber, type LocalDate } from '#shared/dates.ts'

export interface ReadDay {
  readonly date: LocalDate
  /** The bank wrote a day its month does not have (30 or 31 February in 30/360 books): the month's last day stands for it. */
  readonly isClamped: boolean
}

/** SWIFT YYMMDD. The century turns at 80, as in the SWIFT user handbook. */
export function parseSwiftDay(text: string): ReadDay | undefined {
  const short = Number(text.slice(0, 2))
  return clampedDay(short < 80 ? 2000 + short : 1900 + short, Number(text.slice(2, 4)), Number(text.slice(4, 6)))
}

/**
 * The entry date MMDD of field 61 has no year: it is the one that brings it closest to the value date. No fixed rule
 * works, for an entry of 30 December can have its value in January and the other way round.
 */
export function parseEntryDay(text: string, value: LocalDate): ReadDay | undefined {
  const month = Number(text.slice(0, 2))
  const day = Number(text.slice(2, 4))
  const year = Number(value.slice(0, 4))
  if (Math.abs(month - Number(value.slice(5, 7))) < 5) return clampedDay(year, month, day)
  const target = toDayNumber(value)
  const distance = (read: ReadDay): number => Math.abs(toDayNumber(read.date) - target)
  return [year - 1, year, year + 1]
    .map((candidate) => clampedDay(candidate, month, day))
    .filter((read) => read !== undefined)
    .sort((left, right) => distance(left) - distance(right))[0]
}

function clampedDay(year: number, month: number, day: number): ReadDay | undefined {
  const last = daysInMonth(year, month)
  if (!(last > 0 && day >= 1 && day <= 31)) return undefined
  return { date: plainDate(year, month, Math.min(day, last)), isClamped: day > last }
}

/** The day at the head of an ISO 8601 date or date-time, as the bank wrote it: no zone moves it. */
export function parseIsoDay(text: string): LocalDate | undefined {
  const day = text.trim().slice(0, 10)
  return isLocalDate(day) ? day : undefined
}
