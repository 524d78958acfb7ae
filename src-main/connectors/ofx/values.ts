import { isLocalDate, toDayNumber, fromDayNumber, type Instant, type LocalDate } from '#shared/dates.ts'
import { isDecimal, type DecimalText } from '#shared/decimal.ts'

const AMOUNT_CHARS_MAX = 64
const [MINUS, POINT, ZERO] = [45, 46, 48]
/** A sign, a currency's symbol or code, digits with their marks, and the same again after them. */
const WRITTEN = /^([-+]?)(?:R?\$|[€£¥]|[A-Z]{3})? ?([-+]?)(\d[\d.,' ]*|[.,]\d+) ?(?:R?\$|[€£¥]|[A-Z]{3})?([-+]?)$/
const SCIENTIFIC = /^([-+]?)(\d+)(?:\.(\d*))?[eE]([-+]?\d{1,2})$/

/**
 * Reads an amount exactly. The specification allows a point or a comma before the decimals and nothing between thousands
 * (OFX 2.3 §3.2.9.1); banks write both. Undefined where the text is no amount, or could be two: `1,234` is one and a bit by
 * the specification and a thousand to many a bank, and nothing in it tells which.
 */
export function readAmount(text: string): DecimalText | undefined {
  if (text.length === 0 || text.length > AMOUNT_CHARS_MAX) return undefined
  if (isDecimal(text)) return hasIdleZero(text) ? plain('', text) : text
  const clean = text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').replace(/[\u2212\u2013]/g, '-').replace(/\u2019/g, '\'')
  const inBrackets = /^\((.*)\)$/.exec(clean)?.[1]
  const [, before = '', inner = '', digits, after = ''] = WRITTEN.exec(inBrackets ?? clean) ?? []
  if (digits === undefined) return readScientific(clean)
  const signs = before + inner + after
  const value = signs.length > 1 ? undefined : resolveMarks(digits.trimEnd())
  return value === undefined ? undefined : plain(inBrackets !== undefined || signs === '-' ? '-' : '', value)
}

function hasIdleZero(text: string): boolean {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  return text.charCodeAt(first) === ZERO && first + 1 < text.length && text.charCodeAt(first + 1) !== POINT
}

/** Tells the decimal mark from the marks between thousands; the answer has a point, or no mark at all. */
function resolveMarks(digits: string): string | undefined {
  const marks = digits.replace(/\d/g, '')
  const last = marks.at(-1)
  if (last === undefined) return digits
  const at = digits.lastIndexOf(last)
  const whole = digits.slice(0, at)
  const rest = digits.slice(at + 1)
  if (marks.length === 1 && (last === '.' || last === ',')) {
    const isAmbiguous = last === ',' && /^[1-9]\d{0,2}$/.test(whole) && rest.length === 3
    return isAmbiguous ? undefined : `${whole}.${rest}`
  }
  const isOneMark = marks === last.repeat(marks.length)
  if (isOneMark) return isGrouped(digits, last) ? digits.replaceAll(last, '') : undefined
  const thousands = marks.slice(0, -1)
  const separator = thousands.charAt(0)
  if ((last !== '.' && last !== ',') || thousands !== separator.repeat(thousands.length) || separator === last || !isGrouped(whole, separator)) return undefined
  return `${whole.replaceAll(separator, '')}.${rest}`
}

const isGrouped = (digits: string, mark: string): boolean => digits.split(mark).every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))

/** Some programs print decimals as `0E-10`. */
function readScientific(text: string): DecimalText | undefined {
  const [, sign = '', whole, fraction = '', exponent] = SCIENTIFIC.exec(text) ?? []
  if (whole === undefined || exponent === undefined) return undefined
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return plain(sign, `0.${'0'.repeat(-point)}${digits}`)
  return plain(sign, point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
}

/** Digits with at most one point as decimal text: no idle zeros before, no bare point. */
function plain(sign: string, digits: string): DecimalText | undefined {
  const isNegative = sign === '-' || digits.startsWith('-')
  const [whole = '', fraction = ''] = digits.replace(/^-/, '').split('.')
  const short = whole.replace(/^0+(?=\d)/, '')
  const value = `${isNegative ? '-' : ''}${short === '' ? '0' : short}${fraction === '' ? '' : `.${fraction}`}`
  return isDecimal(value) ? value : undefined
}

const YEAR_MIN = 1900
const YEAR_MAX = 2199

/**
 * Reads calendar days as the bank wrote them, never shifted by the zone behind them: a ledger books on the bank's day
 * (OFX 2.3 §3.2.8.2). Remembers the days it has seen, since a year of entries has few.
 */
export class DayReader {
  readonly #seen = new Map<string, LocalDate>()
  #lastText = ''
  #lastDay: LocalDate | undefined

  /** Entries stand in order, so the day before is mostly the day. */
  read(text: string): LocalDate | undefined {
    if (text === this.#lastText) return this.#lastDay
    this.#lastText = text
    this.#lastDay = this.#find(text)
    return this.#lastDay
  }

  #find(text: string): LocalDate | undefined {
    const head = text.slice(0, 8)
    const seen = this.#seen.get(head)
    if (seen !== undefined) return seen
    const day = /^\d{8}$/.test(head) ? inRange(head.slice(0, 4), head.slice(4, 6), head.slice(6)) : readOtherDay(text)
    if (day !== undefined && /^\d{8}$/.test(head)) this.#seen.set(head, day)
    return day
  }
}

/** `2026-01-31`, `2026/01/31`, and `31/01/2026` where no other order is possible. */
function readOtherDay(text: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) return inRange(year, month, day)
  const [, first, second, last] = /^(\d{2})[-/.](\d{2})[-/.](\d{4})(?!\d)/.exec(text) ?? []
  if (first === undefined || second === undefined || last === undefined) return undefined
  const dayFirst = inRange(last, second, first)
  const monthFirst = inRange(last, first, second)
  return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst ? undefined : dayFirst ?? monthFirst
}

function inRange(year: string, month: string, day: string): LocalDate | undefined {
  const date = `${year}-${month}-${day}`
  return Number(year) >= YEAR_MIN && Number(year) <= YEAR_MAX && isLocalDate(date) ? date : undefined
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2})(?:\.(\d{1,3}))?)?)?\s*(?:\[([-+]?\d{1,2}(?:\.\d{1,2})?)(?::[^\]]*)?\])?$/
const DAY_MINUTES = 1440

/** Reads a moment in UTC. Without a zone it is GMT (OFX 2.3 §3.2.8.2). Undefined where anything about it is unclear. */
export function readInstant(text: string): Instant | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', millis = '', zone = '0'] = MOMENT.exec(text) ?? []
  const date = year === undefined || month === undefined || day === undefined ? undefined : inRange(year, month, day)
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const minutes = toDayNumber(date) * DAY_MINUTES + Number(hour) * 60 + Number(minute) - Math.round(Number(zone) * 60)
  const dayNumber = Math.floor(minutes / DAY_MINUTES)
  const ofDay = minutes - dayNumber * DAY_MINUTES
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${fromDayNumber(dayNumber)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:${second}.${millis.padEnd(3, '0')}Z` as Instant
}
