import type { Leg } from './signs.ts'
import type { TransferMethod } from './transfer.ts'

/** How many days may lie between the two legs, and how many where each names the other by number. */
export const DAYS_MAX = 4
const DAYS_MAX_CERTAIN = 7
/** A month of standing orders of the same amount has a few dozen; more neighbours are looked at only nearest first. */
const NEIGHBOURS_MAX = 40

/** Two legs that may be one movement. */
export interface Match {
  readonly out: Leg
  readonly into: Leg
  readonly method: TransferMethod
  /** How sure it is that they are one movement. */
  readonly score: number
  /** Which of several pairs is the likelier: the same, with what says nothing by itself. */
  readonly rank: number
}

/** Undefined now and then: a good moment to pause. */
export type Matches = Generator<Match | undefined>

/** Money that comes before it goes, and other words on either side, are the less likely of two pairs. */
export function matched(out: Leg, into: Leg, { method, score }: Pick<Match, 'method' | 'score'>): Match {
  const isEarly = into.day < out.day
  const isUnlike = out.row.purpose !== '' && into.row.purpose !== '' && out.row.purpose !== into.row.purpose
  return { out, into, method, score, rank: score - (isEarly ? 0.03 : 0) - (isUnlike ? 0.02 : 0) }
}

export const byDay = (left: Leg, right: Leg): number => left.day - right.day || left.row.id - right.row.id

/** Legs around a day, found by halving. */
export function* near(sorted: readonly Leg[], day: number): Generator<Leg> {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.day ?? 0) < day - DAYS_MAX_CERTAIN) low = middle + 1
    else high = middle
  }
  for (let at = low; at < sorted.length && at < low + NEIGHBOURS_MAX; at += 1) {
    const leg = sorted[at]
    if (!leg || leg.day > day + DAYS_MAX_CERTAIN) return
    yield leg
  }
}
