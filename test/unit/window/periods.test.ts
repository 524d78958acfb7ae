import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, localDate, toDayNumber, fromDayNumber } from '#shared/dates.ts'
import { PERIOD_PRESETS, periodOf } from '#renderer/stores/period.ts'

it('knows the ends of months and years', () => {
  const today = localDate('2024-03-31')
  expect(periodOf('this-month', today)).toEqual({ from: '2024-03-01', to: '2024-03-31' })
  expect(periodOf('last-month', today)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(periodOf('last-3-months', today)).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(periodOf('last-12-months', today)).toEqual({ from: '2023-04-01', to: '2024-03-31' })
  expect(periodOf('last-year', today)).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  expect(periodOf('all', today)).toEqual({ from: null, to: null })
})

it('takes months as payday begins them, and years as the calendar does', () => {
  const [today, payday] = [localDate('2026-11-22'), { day: 27, shift: 'before' } as const]
  // 27 September 2026 is a Sunday, 27 December 2025 a Saturday.
  expect(periodOf('this-month', today, payday)).toEqual({ from: '2026-10-27', to: '2026-11-26' })
  expect(periodOf('last-month', today, payday)).toEqual({ from: '2026-09-25', to: '2026-10-26' })
  expect(periodOf('last-12-months', today, payday)).toEqual({ from: '2025-11-27', to: '2026-11-26' })
  expect(periodOf('this-year', today, payday)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

it('begins on a first, ends on a last day of a month, on any day of any year', () => {
  const days = fc.integer({ min: toDayNumber(localDate('1970-01-01')), max: toDayNumber(localDate('2199-12-31')) }).map(fromDayNumber)
  fc.assert(fc.property(days, fc.constantFrom(...PERIOD_PRESETS), (today, preset) => {
    if (preset === 'custom' || preset === 'all') return
    const { from, to } = periodOf(preset, today)
    expect(from?.slice(8)).toBe('01')
    expect(to && addDays(to, 1).slice(8)).toBe('01')
    expect(from && to && from < to).toBe(true)
  }))
})
