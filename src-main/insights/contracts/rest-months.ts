import { fromDayNumber } from '#shared/dates.ts'
import type { Point } from './chains.ts'
import { homeMonth, type Beat, type Fit } from './rhythms.ts'

const MEMBERS_MIN = 8
const REST_MAX = 3
const NONE: readonly number[] = []

/**
 * Months of the year, 1 to 12, in which a monthly contract never takes anything: the energy supplier's year has eleven
 * instalments, a school closes in August, a British council collects from April to January. One year shows it of an
 * authority that rests for two months or more; of anybody else two do, because a single payment may be skipped.
 */
export function restMonths(members: readonly Point[], { months, days, rhythm }: Beat, { anchors }: Fit, category: string | null): readonly number[] {
  if (rhythm !== 'monthly' || months !== 1 || members.length < MEMBERS_MIN || isWhole(members, days)) return NONE
  const paid = new Set(members.map(({ day }) => monthIndex(fromDayNumber(day), anchors[0])))
  const taken = new Set([...paid].map((index) => index % 12))
  const missed = new Map<number, number>()
  for (let index = Math.min(...paid); index < Math.max(...paid); index += 1) if (!taken.has(index % 12)) missed.set(index % 12, (missed.get(index % 12) ?? 0) + 1)
  const isRest = missed.size <= REST_MAX && (isYearly([...missed.values()], 2) || (category === 'finance.taxes_government' && missed.size >= 2))
  return isRest ? [...missed.keys()].map((month) => month + 1).sort((left, right) => left - right) : NONE
}

/** Nothing was missed, as with most. */
const isWhole = (members: readonly Point[], days: number): boolean => Math.round(((members.at(-1)?.day ?? 0) - (members[0]?.day ?? 0)) / days) < members.length

const isYearly = (counts: readonly number[], years: number): boolean => counts.length > 0 && counts.every((count) => count >= years)

function monthIndex(day: ReturnType<typeof fromDayNumber>, anchor: number | undefined): number {
  const home = homeMonth(day, anchor ?? Number(day.slice(8)))
  return Number(home.slice(0, 4)) * 12 + Number(home.slice(5, 7)) - 1
}
