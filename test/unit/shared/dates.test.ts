import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, fromDayNumber, isLocalDate, localDate, toDayNumber, weekday } from '#shared/dates.ts'

describe('calendar days', () => {
  it.each([['1970-01-01', 0], ['2000-02-29', 11_016], ['2026-11-21', 20_778], ['1969-12-31', -1]])('%s is day %i', (date, day) => {
    expect(toDayNumber(localDate(date))).toBe(day)
  })

  it('count without gaps for a thousand years', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 400_000 }), (day) => {
      const date = fromDayNumber(day)
      expect(isLocalDate(date)).toBe(true)
      expect(toDayNumber(date)).toBe(day)
      expect(addDays(date, 1) > date).toBe(true)
    }))
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', ''])('%j is no day', (text) => {
    expect(isLocalDate(text)).toBe(false)
  })

  it('months end where they end', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(localDate('2026-01-15'), -13)).toBe('2024-12-15')
  })

  it('weeks begin on Monday', () => {
    expect(weekday(localDate('2026-11-21'))).toBe(5)
    expect(weekday(localDate('1969-12-29'))).toBe(0)
  })
})
