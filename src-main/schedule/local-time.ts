import type { Zone } from '#main/platform/zone.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** The calendar day where the user is, as a number that only counts days. */
export const localDay = (atMs: number, zone: Zone): number => Math.floor((atMs + zone.offsetMinutes(atMs) * MINUTE_MS) / DAY_MS)

/**
 * The moment a day's clock shows a time. Where clocks go back the earlier of two such moments; where they go forward over
 * it, as much later as they skip: each day has exactly one.
 */
export function momentOf(day: number, minutes: number, zone: Zone): number {
  const local = day * DAY_MS + minutes * MINUTE_MS
  const [before, after] = [local - DAY_MS, local + DAY_MS].map((atMs) => zone.offsetMinutes(atMs) * MINUTE_MS) as [number, number]
  const isTrue = (offset: number): boolean => zone.offsetMinutes(local - offset) * MINUTE_MS === offset
  return isTrue(before) || !isTrue(after) ? local - before : local - after
}

/** Minutes since midnight of `HH:MM`. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The latest moment up to now, and the first after it, at which a clock shows this time. */
export function around(time: string, nowMs: number, zone: Zone): { readonly last: number; readonly next: number } {
  const today = localDay(nowMs, zone)
  const moments = [-2, -1, 0, 1, 2].map((days) => momentOf(today + days, minutesOf(time), zone))
  return { last: Math.max(...moments.filter((moment) => moment <= nowMs)), next: Math.min(...moments.filter((moment) => moment > nowMs)) }
}
