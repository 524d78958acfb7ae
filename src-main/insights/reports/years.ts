import { plainDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { Frame } from './frame.ts'

export interface Year extends DayRange { readonly key: string; readonly isPartial: boolean }

/** The calendar years of a period, cut where it begins and ends. */
export function yearsOf({ period, today }: Pick<Frame, 'period' | 'today'>): Year[] {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const [begin, end] = [plainDate(first + place, 1, 1), plainDate(first + place, 12, 31)]
    const [from, to] = [begin < period.from ? period.from : begin, end > period.to ? period.to : end]
    return { key: String(first + place), from, to, isPartial: from !== begin || to !== end || end >= today }
  })
}
