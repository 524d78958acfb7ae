import { daysInMonth, plainDate, type LocalDate } from '#shared/dates.ts'
import type { DateOrder } from '#shared/mapping.ts'

/** A day as written where its order is not fixed: three numbers, or two and the name of a month. */
export interface DayParts { readonly parts: readonly [number, number, number]; readonly order: DateOrder | null; readonly hasYearFirst: boolean; readonly mark: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
/** Where German differs in the first three letters. */
const GERMAN: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 }

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T ,])/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const YEAR_LAST = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?(?:[-/.']) ?(\d{4}|\d{2})(?=$|[T ,])/
const NAMED = /^(\d{1,2})[-. ]{1,2}(\p{L}{3,9})\.?[-. ,]{1,2}(\d{4}|\d{2})(?=$|[T ,])/u
const NAMED_FIRST = /^(\p{L}{3,9})\.?[- ](\d{1,2}),?[- ](\d{4}|\d{2})(?=$|[T ,])/u

/** Takes a day apart without deciding what its order is. Undefined for what is no day. */
export function dayParts(text: string): DayParts | undefined {
  const plain = text.trim().replace(/^'+/, '')
  const first = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain)
  if (first) {
    const [year = '', month = '', day = ''] = first.slice(1).filter((part) => /^\d+$/.test(part))
    return { parts: [Number(year), Number(month), Number(day)], order: 'ymd', hasYearFirst: true, mark: '-' }
  }
  const last = YEAR_LAST.exec(plain)
  if (last) return { parts: [Number(last[1]), Number(last[3]), fullYear(last[4] ?? '', plain.includes('\''))], order: null, hasYearFirst: false, mark: last[2] ?? '' }
  const named = NAMED.exec(plain)
  if (named) return withName(named[1], named[2], named[3])
  const american = NAMED_FIRST.exec(plain)
  return american ? withName(american[2], american[1], american[3]) : undefined
}

function withName(day = '', name = '', year = ''): DayParts | undefined {
  const short = name.slice(0, 3).toLowerCase()
  const month = GERMAN[short] ?? MONTHS.findIndex((known) => known === short) + 1
  return month === 0 ? undefined : { parts: [Number(day), month, fullYear(year, false)], order: 'dmy', hasYearFirst: false, mark: ' ' }
}

/** Two digits from 70 on are the last century; Quicken's apostrophe means this one. */
function fullYear(text: string, isThisCentury: boolean): number {
  if (text.length === 4) return Number(text)
  return Number(text) + (isThisCentury || Number(text) < 70 ? 2000 : 1900)
}

/** The day in a given order; undefined where there is none. */
export function dayIn({ parts: [a, b, c], order }: DayParts, wanted: DateOrder): LocalDate | undefined {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : (order ?? wanted) === 'mdy' ? [c, a, b] : [c, b, a]
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? plainDate(year, month, day) : undefined
}

/** What the days of one file say about their order: `open` where both would do. */
export function orderOf(days: readonly DayParts[]): DateOrder | 'open' {
  const loose = days.filter(({ order }) => order === null)
  if (loose.length === 0) return days[0]?.order ?? 'ymd'
  const fits = (order: DateOrder): boolean => loose.every((parts) => dayIn(parts, order) !== undefined)
  const [dayFirst, monthFirst] = [fits('dmy'), fits('mdy')]
  if (dayFirst !== monthFirst) return dayFirst ? 'dmy' : 'mdy'
  // Nobody writes the month first between points.
  if (loose.every(({ mark }) => mark === '.')) return 'dmy'
  if (!dayFirst) return majority(loose)
  return isSame(loose) ? 'dmy' : sortedOrder(loose)
}

const isSame = (days: readonly DayParts[]): boolean => days.every((parts) => dayIn(parts, 'dmy') === dayIn(parts, 'mdy'))

/** A few broken days do not hide what the others say. */
function majority(days: readonly DayParts[]): DateOrder | 'open' {
  const dayFirst = days.filter(({ parts: [a] }) => a > 12).length
  const monthFirst = days.filter(({ parts: [, b] }) => b > 12).length
  if (dayFirst === 0 || monthFirst === 0) return dayFirst > 0 ? 'dmy' : monthFirst > 0 ? 'mdy' : 'open'
  return 'open'
}

const SORTED_DAYS_MIN = 6

/** Statements are in order: where enough days follow each other in one reading and jump about in the other, that tells. */
function sortedOrder(days: readonly DayParts[]): DateOrder | 'open' {
  const [dayFirst, monthFirst] = (['dmy', 'mdy'] as const).map((order) => days.map((parts) => dayIn(parts, order) ?? ''))
  if (!dayFirst || !monthFirst || new Set(dayFirst).size < SORTED_DAYS_MIN) return 'open'
  const [inDays, inMonths] = [isSorted(dayFirst), isSorted(monthFirst)]
  if (inDays === inMonths) return 'open'
  return inDays ? 'dmy' : 'mdy'
}

const isSorted = (days: readonly string[]): boolean =>
  days.every((day, index) => index === 0 || day >= (days[index - 1] ?? '')) || days.every((day, index) => index === 0 || day <= (days[index - 1] ?? ''))
