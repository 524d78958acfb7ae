import { addDays, addMonths, fromDayNumber, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { BalancePoint } from '#renderer/stores/reports.ts'

export type ChartRange = '3m' | '1y' | 'all'
export const CHART_RANGES: readonly ChartRange[] = ['3m', '1y', 'all']

/** First day of a range that ends today; null is the beginning of the history. */
export function rangeStart(range: ChartRange, today: LocalDate): LocalDate | null {
  switch (range) {
    case '3m': return addMonths(today, -3)
    case '1y': return addMonths(today, -12)
    case 'all': return null
    default: return range satisfies never
  }
}

/** The balance at the end of a day: that of the last change on or before it. Undefined before the history begins. */
export function balanceOn(points: readonly BalancePoint[], day: LocalDate): BalancePoint['minor'] | undefined {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    const point = points[middle]
    if (point && point.on <= day) low = middle + 1
    else high = middle
  }
  return points[low - 1]?.minor
}

/** The points of a range, the balance carried in from before it and carried on to its last day. */
export function cut(points: readonly BalancePoint[], from: LocalDate | null, to: LocalDate): BalancePoint[] {
  const inside = points.filter(({ on }) => (from === null || on >= from) && on <= to)
  const before = from === null ? undefined : balanceOn(points, addDays(from, -1))
  const head = from !== null && before !== undefined && inside[0]?.on !== from ? [{ on: from, minor: before }] : []
  const whole = [...head, ...inside]
  const last = whole.at(-1)
  return last && last.on < to ? [...whole, { on: to, minor: last.minor }] : whole
}

/**
 * At most about `pointsMax` points that draw the same picture: of each stretch of days its first, lowest, highest and last
 * point stay, so that no peak and no low point is lost.
 */
export function downsample(points: readonly BalancePoint[], pointsMax: number): BalancePoint[] {
  if (points.length <= pointsMax) return [...points]
  const stretches = Math.max(1, Math.floor(pointsMax / 4))
  const size = points.length / stretches
  const kept: BalancePoint[] = []
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const part = points.slice(Math.floor(stretch * size), Math.floor((stretch + 1) * size))
    for (const point of part.filter(isExtreme(part))) if (kept.at(-1) !== point) kept.push(point)
  }
  return kept
}

function isExtreme(part: readonly BalancePoint[]): (point: BalancePoint, index: number) => boolean {
  const { lowest, highest } = extremes(part)
  return (point, index) => index === 0 || index === part.length - 1 || point === lowest || point === highest
}

/** The first of the lowest and the first of the highest points. */
export function extremes(points: readonly BalancePoint[]): { lowest: BalancePoint | undefined; highest: BalancePoint | undefined } {
  let lowest = points[0]
  let highest = points[0]
  for (const point of points) {
    if (lowest && point.minor < lowest.minor) lowest = point
    if (highest && point.minor > highest.minor) highest = point
  }
  return { lowest, highest }
}

export interface MonthEnd { readonly month: LocalDate; readonly on: LocalDate; readonly minor: BalancePoint['minor'] }

/** The chart as a table: one line per month, newest first, with the balance on its last day (or today). */
export function monthEnds(points: readonly BalancePoint[], from: LocalDate | null, to: LocalDate): MonthEnd[] {
  const first = from ?? points[0]?.on
  if (first === undefined) return []
  const rows: MonthEnd[] = []
  for (let end: LocalDate = to; end >= first; end = addDays(firstOfMonth(end), -1)) {
    const minor = balanceOn(points, end)
    if (minor === undefined) break
    rows.push({ month: firstOfMonth(end), on: end, minor })
  }
  return rows
}

const firstOfMonth = (day: LocalDate): LocalDate => fromDayNumber(toDayNumber(day) - Number(day.slice(8, 10)) + 1)

/** Days that make calm axis labels: month starts, in steps of 1, 2, 3, 6, 12, … months, at most `ticksMax` of them. */
export function monthTicks(from: LocalDate, to: LocalDate, ticksMax: number): LocalDate[] {
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => monthsBetween(from, to) / months <= ticksMax) ?? 120
  const ticks: LocalDate[] = []
  const aligned = (monthIndex(from) + step - 1) - ((monthIndex(from) + step - 1) % step)
  for (let day = addMonths(firstOfMonth(from), aligned - monthIndex(from)); day <= to; day = addMonths(day, step)) {
    if (day >= from) ticks.push(day)
  }
  return ticks
}

const monthIndex = (day: LocalDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthsBetween = (from: LocalDate, to: LocalDate): number => monthIndex(to) - monthIndex(from)
