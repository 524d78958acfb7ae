import { plainDate, type LocalDate } from '#shared/dates.ts'

/** The calendar day where the user sits. The window's only clock: components take days as values. */
export function today(): LocalDate {
  const now = new Date()
  return plainDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Milliseconds until the calendar turns, so that a window left open overnight does not live in yesterday. */
export function millisecondsToMidnight(): number {
  const now = new Date()
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime()
}
