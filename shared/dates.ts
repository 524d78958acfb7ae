import { assert } from './result.ts'

/** A bank's calendar day, `2026-01-31`: no time, no zone, compared as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }
/** A moment, ISO 8601 in UTC: `2026-01-31T12:00:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' }

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1] ?? 0)

export function isLocalDate(text: string): text is LocalDate {
  const [, year, month, day] = DATE.exec(text) ?? []
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

export function localDate(text: string): LocalDate {
  assert(isLocalDate(text), 'not a calendar day')
  return text
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. Pure arithmetic: no Date, so no zone can shift it. */
export function toDayNumber(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The inverse of `toDayNumber`. */
export function fromDayNumber(days: number): LocalDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** Builds a day from its parts; `month` counts from 1. */
export function plainDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days)

/** The same day some months on, or the month's last day where it has none: 31 January + 1 is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return plainDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))
}

/** Where the day begins first, it is fourteen hours ahead of UTC. */
const NEXT_DAY_FROM_HOUR = 10

/** The latest day that it is anywhere on Earth at that moment: a day is its owner's, an instant is UTC. */
export function lastDayAnywhere(at: Instant): LocalDate {
  const day = localDate(at.slice(0, 10))
  return Number(at.slice(11, 13)) >= NEXT_DAY_FROM_HOUR ? addDays(day, 1) : day
}

/** 0 is Monday, 6 is Sunday. */
export const weekday = (date: LocalDate): number => (((toDayNumber(date) + 3) % 7) + 7) % 7
