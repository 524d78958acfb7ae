import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate, type LocalDate } from '#shared/dates.ts'
import { minor } from '#shared/money.ts'
import { balanceOn, cut, downsample, extremes, monthEnds, monthTicks, rangeStart } from '#renderer/features/charts/series.ts'
import type { BalancePoint } from '#renderer/stores/reports.ts'

const day = localDate
const point = (on: string, value: number): BalancePoint => ({ on: day(on), minor: minor(value) })
const START = day('2024-01-31')
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -100_000, max: 100_000 })), { minLength: 1, maxLength: 400 })
  .map((steps) => {
    let on: LocalDate = START
    return steps.map(([days, value]) => point(on = addDays(on, days), value))
  })

describe('a balance over time', () => {
  it('is that of the last change on or before the day, and unknown before the first', () => {
    const points = [point('2026-01-10', 100), point('2026-01-20', -50)]
    expect(balanceOn(points, day('2026-01-09'))).toBeUndefined()
    expect(balanceOn(points, day('2026-01-10'))).toBe(100)
    expect(balanceOn(points, day('2026-01-19'))).toBe(100)
    expect(balanceOn(points, day('2026-03-01'))).toBe(-50)
  })

  it('says the same inside a range as in the whole history', () => {
    fc.assert(fc.property(history, fc.nat(4000), fc.nat(4000), (points, left, right) => {
      const from = addDays(START, Math.min(left, right))
      const to = addDays(START, Math.max(left, right))
      const part = cut(points, from, to)
      for (const on of [from, to, ...points.map((known) => known.on).filter((known) => known >= from && known <= to)]) {
        expect(balanceOn(part, on)).toBe(balanceOn(points, on))
      }
      expect(part.every(({ on }) => on >= from && on <= to)).toBe(true)
    }))
  })

  it('keeps its ends, its peak and its low point when it is thinned out', () => {
    fc.assert(fc.property(history, fc.integer({ min: 8, max: 120 }), (points, pointsMax) => {
      const thin = downsample(points, pointsMax)
      expect(thin.length).toBeLessThanOrEqual(Math.max(pointsMax, 4))
      expect([thin[0], thin.at(-1)]).toEqual([points[0], points.at(-1)])
      expect(extremes(thin)).toEqual(extremes(points))
      expect(thin.every((kept) => points.includes(kept))).toBe(true)
    }))
  })

  it('has one line per month in its table, the running month up to today', () => {
    const points = [point('2026-01-10', 100), point('2026-02-20', 300)]
    expect(monthEnds(points, null, day('2026-03-05'))).toEqual([
      { month: '2026-03-01', on: '2026-03-05', minor: 300 },
      { month: '2026-02-01', on: '2026-02-28', minor: 300 },
      { month: '2026-01-01', on: '2026-01-31', minor: 100 },
    ])
    expect(monthEnds([], null, day('2026-03-05'))).toEqual([])
  })

  it('marks month starts, never more than fit', () => {
    fc.assert(fc.property(fc.nat(8000), fc.integer({ min: 2, max: 12 }), (days, ticksMax) => {
      const ticks = monthTicks(START, addDays(START, days), ticksMax)
      expect(ticks.length).toBeLessThanOrEqual(ticksMax + 1)
      expect(ticks.every((tick) => tick.endsWith('-01') && tick >= START)).toBe(true)
    }))
    expect(monthTicks(day('2025-11-15'), day('2026-11-15'), 6)).toEqual(['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01', '2026-11-01'])
  })

  it('reaches back by the calendar', () => {
    expect(rangeStart('3m', day('2026-05-31'))).toBe('2026-02-28')
    expect(rangeStart('1y', day('2026-05-31'))).toBe('2025-05-31')
    expect(rangeStart('all', day('2026-05-31'))).toBeNull()
  })
})
