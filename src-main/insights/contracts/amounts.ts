import { fromDayNumber } from '#shared/dates.ts'
import type { PriceChange } from './contract.ts'
import type { Point } from './chains.ts'

const RECENT = 6
/** No raise is as large: a month with a bonus, or the thirteenth salary. */
const BONUS = 1.3
/** So few payments in one direction may be chance in electricity, but are prices in what is paid once a year. */
const ONE_WAY_MAX = 5

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2)
}

/** Whether neighbours mostly have different amounts: electricity by the meter, not rent. A price that only ever rises varies not. */
export function isVariable(members: readonly Point[]): boolean {
  let rises = 0
  let falls = 0
  for (let index = 1; index < members.length; index += 1) {
    const change = (members[index]?.amount ?? 0) - (members[index - 1]?.amount ?? 0)
    if (change > 0) rises += 1
    if (change < 0) falls += 1
  }
  const isOneWay = members.length <= ONE_WAY_MAX && (rises === 0 || falls === 0)
  return members.length > 2 && !isOneWay && (rises + falls) / (members.length - 1) > 0.5
}

/** What comes next: the last amount where it has settled, else what is usual of late. */
export function nextAmount(members: readonly Point[], isSeldom: boolean, isIncome: boolean): number {
  const amounts = members.map(({ amount }) => amount)
  const last = amounts.at(-1) ?? 0
  const recent = amounts.slice(-RECENT)
  // What comes once or twice a year has its price changed more often than it varies.
  if (isSeldom) return last
  if (isVariable(members)) return medianOf(recent)
  if (amounts.at(-2) === last || amounts.length <= 2) return last
  const before = amounts.at(-2) ?? last
  if (isIncome && before === amounts.at(-3) && last > before * BONUS) return before
  const counts = new Map<number, number>()
  for (const amount of recent) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  const [usual = last, times = 0] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? []
  // One other amount at the end is a new price, unless single amounts have come and gone before.
  return hasOutliers(amounts.slice(0, -1)) && times >= 2 ? usual : last
}

/** An amount that differs from both of its equal neighbours came and went. */
function hasOutliers(amounts: readonly number[]): boolean {
  return amounts.some((amount, index) => index > 0 && index < amounts.length - 1 && amount !== amounts[index - 1] && amounts[index - 1] === amounts[index + 1])
}

/** R14: a new level that stays, other than the one before. One other payment in between changes no price. */
export function priceChangesOf(members: readonly Point[], sign: 1 | -1): PriceChange[] {
  if (isVariable(members)) return []
  const changes: PriceChange[] = []
  let level = members[0]?.amount ?? 0
  for (let index = 1; index < members.length; index += 1) {
    const point = members[index]
    if (!point || point.amount === level) continue
    const next = members[index + 1]
    if (next && next.amount !== point.amount) continue
    if (!next && hasOutliers(members.slice(0, -1).map(({ amount }) => amount))) continue
    changes.push({ on: fromDayNumber(point.day), fromMinor: sign * level, toMinor: sign * point.amount })
    level = point.amount
  }
  return changes
}
