import { STRIDE, type Steps } from '../steps.ts'
import type { Beat } from './rhythms.ts'

/** One payment, as the search for rhythms sees it. Amounts are positive: a group has one direction. */
export interface Point {
  readonly id: number
  readonly accountId: number
  readonly day: number
  readonly amount: number
  /** What the purpose or the mandate says that stays the same. */
  readonly signature: string
  /** The signature is a mandate's or a contract number's: another one is another contract. */
  readonly hasMandate: boolean
}

export interface Chain {
  readonly members: readonly Point[]
  readonly score: number
}

const SKIPS_MAX = 2
const SKIP_COST = 0.7
const LOOK_BACK = 160
/** A summer without lessons, a gym membership at rest for a season: longer than that, and it is another contract. */
export const PAUSE_DAYS_MAX = 130
const PAUSE_COST = 2

/**
 * The best chain of payments that follow each other in a beat. Each is worth one; being off, another amount or another purpose
 * costs. Skipped payments cost more, so that a slower beat wins over a faster one with holes.
 */
export function* bestChain(points: readonly Point[], beat: Beat): Steps<Chain> {
  const scores = new Float64Array(points.length)
  const before = new Int32Array(points.length).fill(-1)
  const days = new Int32Array(points.length)
  const lives = livesOf(points)
  const prices = pricesOf(points)
  for (const [at, { day }] of points.entries()) days[at] = day
  let best = -1
  // The latest point that is far enough back; it only ever moves on.
  let near = -1
  for (let at = 0; at < points.length; at += 1) {
    while ((days[near + 1] ?? 0) <= (days[at] ?? 0) - beat.days + beat.slack && near + 1 < at) near += 1
    if (at % STRIDE === STRIDE - 1) yield
    linkBack({ points, days, scores, before, lives, prices }, at, near, beat)
    if (best < 0 || (scores[at] ?? 0) >= (scores[best] ?? 0)) best = at
  }
  const members: Point[] = []
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const point = points[at]
    if (point) members.push(point)
  }
  return { members: members.reverse(), score: best < 0 ? 0 : scores[best] ?? 0 }
}

interface Search { readonly points: readonly Point[]; readonly days: Int32Array; readonly scores: Float64Array; readonly before: Int32Array; readonly lives: Lives; readonly prices: Prices }

/** Amounts that come again and again, as prices do. */
type Prices = ReadonlySet<number>

const PRICE_REPEATS_MIN = 3
const LEAP = 0.4
const LEAP_COST = 1.6

function pricesOf(points: readonly Point[]): Prices {
  const counts = new Map<number, number>()
  for (const { amount } of points) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return new Set([...counts].flatMap(([amount, count]) => (count >= PRICE_REPEATS_MIN ? [amount] : [])))
}

/** From one price to a far other one is from contract to contract, unless many payments follow: the end of a half-price year. */
function leapCost(prices: Prices, { amount: before, day }: Point, { amount: after, day: later }: Point, { days, slack }: Beat): number {
  if (before === after || !prices.has(before) || !prices.has(after)) return 0
  const change = Math.abs(before - after) / Math.max(before, after)
  // Another price on another day is another contract, whatever the weekday.
  if (change > LEAP / 2 && isWeekday(later - day, days) && Math.abs(later - day - days) > slack / 2) return Number.POSITIVE_INFINITY
  return change > LEAP ? LEAP_COST : 0
}

/** The first and the last day of each mandate, or contract number. */
type Lives = ReadonlyMap<string, readonly [first: number, last: number]>

function livesOf(points: readonly Point[]): Lives {
  const lives = new Map<string, readonly [number, number]>()
  for (const { hasMandate, signature, day } of points) if (hasMandate) lives.set(signature, [lives.get(signature)?.[0] ?? day, day])
  return lives
}

/** One mandate takes the place of another only where that had come to its end: two that were paid at once are two contracts. */
const areAtOnce = (lives: Lives, earlier: Point, later: Point): boolean =>
  earlier.signature !== later.signature && earlier.hasMandate && later.hasMandate && (lives.get(later.signature)?.[0] ?? 0) <= (lives.get(earlier.signature)?.[1] ?? 0)

function linkBack({ points, days, scores, before, lives, prices }: Search, at: number, near: number, beat: Beat): void {
  const point = points[at]
  if (!point) return
  const earliest = Math.ceil(point.day - beat.days * (SKIPS_MAX + 1) - beat.slack)
  let best = 1
  for (let from = near; from >= 0 && at - from <= LOOK_BACK; from -= 1) {
    const day = days[from] ?? 0
    if (day < earliest) break
    const most = 1 + (scores[from] ?? 0)
    const earlier = most > best ? points[from] : undefined
    if (!earlier) continue
    const score = most - linkCost(earlier, point, point.day - day, beat) - leapCost(prices, earlier, point, beat)
    if (score > best && !areAtOnce(lives, earlier, point)) {
      best = score
      before[at] = from
    }
  }
  if (best === 1 && at > 2) best = resume(points, at, beat, scores, before)
  scores[at] = best
}

/** A payment that follows no other may go on with a series that rested: at its price, on its day. */
function resume(points: readonly Point[], at: number, { days: period, slack }: Beat, scores: Float64Array, before: Int32Array): number {
  const point = points[at]
  let best = 1
  for (let from = at - 1; point && from >= 0 && at - from <= LOOK_BACK; from -= 1) {
    const earlier = points[from]
    const gap = point.day - (earlier?.day ?? 0)
    if (!earlier || gap > PAUSE_DAYS_MAX) break
    if (earlier.amount !== point.amount || earlier.signature !== point.signature || gap < period * (SKIPS_MAX + 1)) continue
    const score = 1 + (scores[from] ?? 0) - PAUSE_COST
    if (score <= best || Math.abs(gap - Math.round(gap / period) * period) > slack / 2) continue
    best = score
    before[at] = from
  }
  return best
}

/** What it costs to take two payments as neighbours; more than one where they cannot be. */
function linkCost(earlier: Point, later: Point, gap: number, { days: period, slack }: Beat): number {
  const beats = Math.round(gap / period)
  const off = Math.abs(gap - beats * period)
  if (off > slack) return Number.POSITIVE_INFINITY
  const amount = amountCost(earlier.amount, later.amount)
  // Another amount on another day is another contract.
  if (amount >= 0.3 && off > slack / 2 && !isWeekday(gap, period)) return Number.POSITIVE_INFINITY
  const purpose = earlier.signature === later.signature ? 0 : earlier.hasMandate && later.hasMandate ? 0.9 : 0.25
  // Neither the price nor the words: the rent and the parking space of one landlord.
  if (purpose > 0 && amount >= 0.85) return Number.POSITIVE_INFINITY
  return (0.25 * off) / slack + (beats - 1) * SKIP_COST + amount + purpose
}

/** Four or five weeks: the second Tuesday of a month. */
const isWeekday = (gap: number, period: number): boolean => (gap === 28 || gap === 35) && period > 30 && period < 31

function amountCost(left: number, right: number): number {
  if (left === right) return 0
  const change = Math.abs(left - right) / Math.max(left, right)
  if (change <= 0.03) return 0.06
  if (change <= 0.15) return 0.15
  return change <= 0.4 ? 0.35 : 0.85
}
