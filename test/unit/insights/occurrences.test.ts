import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOverdue } from '#shared/contract-rules.ts'
import { addDays, addMonths, localDate } from '#shared/dates.ts'
import { expectedDays, namedDays, endedOn, type Timed } from '#main/insights/contracts/occurrences.ts'
import { BEATS } from '#main/insights/contracts/rhythms.ts'

const monthly = (nextOn: string, anchor: number): Timed => ({ rhythm: 'monthly', anchors: [anchor], status: 'active', nextOn: localDate(nextOn), toleranceDays: 7 })

describe('the days a contract names', () => {
  it('keep to the last of the month after a month that is too short for them', () => {
    expect(namedDays(monthly('2026-02-28', 31), localDate('2026-05-15'))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  })

  it('come every fourteen days, twice a month, or once a quarter', () => {
    const through = localDate('2026-06-30')
    expect(namedDays({ ...monthly('2026-06-05', 5), rhythm: 'biweekly', anchors: [] }, through)).toEqual(['2026-06-05', '2026-06-19'])
    expect(namedDays({ ...monthly('2026-05-31', 31), rhythm: 'semimonthly', anchors: [15, 31] }, through)).toEqual(['2026-05-31', '2026-06-15', '2026-06-30'])
    expect(namedDays({ ...monthly('2026-01-10', 10), rhythm: 'quarterly' }, through)).toEqual(['2026-01-10', '2026-04-10'])
  })

  it('are none once it has ended', () => expect(namedDays({ ...monthly('2026-01-01', 1), nextOn: null }, localDate('2027-01-01'))).toEqual([]))

  it('are expected tomorrow where a payment is late, and not at all where it was skipped', () => {
    const through = localDate('2026-04-30')
    expect(expectedDays(monthly('2026-03-28', 28), localDate('2026-03-30'), through)).toEqual(['2026-03-31', '2026-04-28'])
    expect(expectedDays(monthly('2026-03-20', 20), localDate('2026-03-28'), through)).toEqual(['2026-04-20'])
    expect(isOverdue(monthly('2026-03-20', 20), localDate('2026-03-27'))).toBe(false)
    expect(isOverdue(monthly('2026-03-20', 20), localDate('2026-03-28'))).toBe(true)
  })

  it('end with the second one missed, of a year with 45 days', () => {
    expect(endedOn({ rhythm: 'monthly', anchors: [10], lastOn: localDate('2026-01-10') })).toBe('2026-03-18')
    expect(endedOn({ rhythm: 'yearly', anchors: [10], lastOn: localDate('2025-01-10') })).toBe('2026-02-25')
  })

  it('rise, whatever the rhythm, and never leave out a beat', () => {
    fc.assert(fc.property(fc.constantFrom(...BEATS), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 3000 }), (beat, anchor, off) => {
      const today = addDays(localDate('2020-01-01'), off)
      const timed: Timed = { rhythm: beat.rhythm, anchors: beat.rhythm === 'semimonthly' ? [1, 16] : beat.months > 0 ? [anchor] : [], status: 'active', nextOn: today, toleranceDays: beat.tolerance }
      const days = namedDays(timed, addMonths(today, 30))
      const gaps = days.slice(1).map((day, index) => (Date.parse(day) - Date.parse(days[index] ?? day)) / 86_400_000)
      // The first may be moved to the day the contract names.
      for (const gap of gaps.slice(1)) expect(Math.abs(gap - beat.days)).toBeLessThanOrEqual(4)
      expect(days.length).toBeGreaterThan(1)
    }))
  })
})
