import { addDays, type LocalDate } from '#shared/dates.ts'
import type { KnownAccount } from '#main/worker/connection-jobs.ts'

/** Banks book late and change what they announced, so the last days are fetched again (A2). */
export const OVERLAP_DAYS = 10

/** Never fetched, or all of it was taken back since. */
export const isFirstTime = (known: KnownAccount | undefined): boolean => known?.accountId == null || known.fetchedTo === null

/** The first day to ask for; null is everything. `days` counts for an account that was never fetched, 0 is everything. */
export function firstDayFor(known: KnownAccount | undefined, days: number, today: LocalDate): LocalDate | null {
  const fetchedTo = known?.accountId == null ? null : known.fetchedTo
  // A clock that was ahead wrote a day of the future: nobody knows how much is missing, and dedupe drops what is not.
  if (fetchedTo === null || fetchedTo > addDays(today, 1)) return days === 0 ? null : addDays(today, -days)
  const overlap = addDays(fetchedTo, -OVERLAP_DAYS)
  const pendingFrom = known?.pendingFrom ?? null
  return pendingFrom !== null && pendingFrom < overlap ? pendingFrom : overlap
}
