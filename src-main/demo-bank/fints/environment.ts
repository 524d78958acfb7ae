import type { Instant, LocalDate } from '#shared/dates.ts'

/** Time and chance come from outside, so that a simulation owns both. The clock and random of `platform` fit. */
export interface DemoClock {
  now(): Instant
  today(): LocalDate
  monotonicMs(): number
}

export interface DemoRandom {
  bytes(count: number): Uint8Array
}
