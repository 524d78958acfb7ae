import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromDayNumber, localDate, toDayNumber } from '#shared/dates.ts'
import { datePattern, parseDay } from '#renderer/ui/date-input.ts'
import { dateText } from '#renderer/ui/text.ts'

const days = fc.integer({ min: toDayNumber(localDate('1970-01-01')), max: toDayNumber(localDate('2069-12-31')) }).map(fromDayNumber)
const locales = fc.constantFrom('de-DE', 'de-AT', 'de-CH', 'en-US', 'en-GB', 'en-CA', 'en-ZA', 'en-IN')

it('reads every day it writes, in every region', () => {
  fc.assert(fc.property(days, locales, (day, locale) => {
    expect(parseDay(dateText(day, 'short', locale), locale)).toBe(day)
    expect(parseDay(day, locale)).toBe(day)
  }))
})

it.each([
  ['31.12.2025', 'de-DE', '2025-12-31'], ['1.2.25', 'de-DE', '2025-02-01'], ['01022025', 'de-DE', '2025-02-01'], ['010225', 'de-DE', '2025-02-01'],
  ['2/1/2025', 'en-US', '2025-02-01'], ['1/2/2025', 'en-GB', '2025-02-01'], ['12-31-99', 'en-US', '1999-12-31'], ['2025-02-01', 'en-US', '2025-02-01'],
])('reads %s as %s does', (text, locale, day) => {
  expect(parseDay(text, locale)).toBe(day)
})

it.each(['', '31.2.2025', '13/13/2025', '1.1', 'gestern', '00.01.2025', '1.1.20255', '123456789'])('finds no day in %j', (text) => {
  expect(parseDay(text, 'de-DE')).toBeUndefined()
})

it('says what belongs into the field', () => {
  expect(datePattern('de-DE', { day: 'TT', month: 'MM', year: 'JJJJ' })).toBe('TT.MM.JJJJ')
  expect(datePattern('en-US', { day: 'DD', month: 'MM', year: 'YYYY' })).toBe('MM/DD/YYYY')
})
