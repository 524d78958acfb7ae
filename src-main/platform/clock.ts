import { plainDate, type Instant, type LocalDate } from '#shared/dates.ts'

/** Where time comes from. Everything that needs it takes a Clock, so that tests and simulations own the hour. */
export interface Clock {
  now(): Instant
  /** The calendar day where the user is. */
  today(): LocalDate
  /** Milliseconds that only go forward: for durations, never for dates. */
  monotonicMs(): number
}

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  today: () => {
    const now = new Date()
    return plainDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  },
  monotonicMs: () => performance.now(),
}

/** The moment so many milliseconds later. */
export const instantAfter = (instant: Instant, milliseconds: number): Instant => new Date(Date.parse(instant) + milliseconds).toISOString() as Instant

/** The moment so many milliseconds after 1970 began in UTC. */
export const instantOf = (atMs: number): Instant => new Date(atMs).toISOString() as Instant
