import { expect, it } from 'vitest'
import { parseTime, timeText } from '#renderer/ui/time-input.ts'

it.each([['7', '07:00'], ['7:30', '07:30'], ['07.30', '07:30'], ['23:59', '23:59'], ['7 Uhr', '07:00'], ['7:05 pm', '19:05'], ['12 am', '00:00'], ['12:10 PM', '12:10'], ['1930', '19:30']])('reads %s as %s', (text, time) => {
  expect(parseTime(text)).toBe(time)
})

it.each(['', 'soon', '24:00', '7:60', '13 pm', '0 am'])('reads no time from %j', (text) => { expect(parseTime(text)).toBeUndefined() })

it('writes a time so that it can be read again in every language', () => {
  for (const locale of ['de-DE', 'en-US', 'en-GB']) for (const time of ['00:00', '07:05', '12:30', '23:59']) expect(parseTime(timeText(time, locale))).toBe(time)
})
