import { plainDate, type Instant, type LocalDate } from '#shared/dates.ts'

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

/** Milliseconds from now until `moment`; negative once it has passed. */
export const millisecondsUntil = (moment: Instant): number => Date.parse(moment) - Date.now()

/** The next moment the clock shows this time of day. */
export function nextAt(time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const now = new Date()
  const day = now.getHours() * 60 + now.getMinutes() < hours * 60 + minutes ? now.getDate() : now.getDate() + 1
  return new Date(now.getFullYear(), now.getMonth(), day, hours, minutes).toISOString() as Instant
}
