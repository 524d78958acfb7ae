import { isCategoryId } from '#shared/categories.ts'
import { isLocalDate, type Instant, type LocalDate } from '#shared/dates.ts'
import { isDecimal, type DecimalText } from '#shared/decimal.ts'

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes what a person should know of; `detail` is a name of the format. */
export type Warn = (code: string, detail: string) => void

/** The objects of a list. What is left out because it is none is said; that there is no such list needs no word. */
export function listOf(fields: Fields, name: string, warn: Warn): Fields[] {
  const value = fields[name] ?? []
  if (!Array.isArray(value)) {
    warn('not-a-list', name)
    return []
  }
  const objects = value.filter(isFields)
  if (objects.length < value.length) warn('not-an-object', name)
  return objects
}

/** Numbers are taken for text where a producer forgot the quotes: an id stays an id. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export const textOrNull = (fields: Fields, name: string): string | null => textOf(fields, name) || null

/** Amounts are text, because a JSON number is a double; whole or short numbers survive that and are taken. */
export function amountOf(fields: Fields, name: string): DecimalText | null {
  const value = fields[name]
  const text = typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12 ? String(value) : value
  return typeof text === 'string' && isDecimal(text) ? text : null
}

export function dateOf(fields: Fields, name: string): LocalDate | null {
  const text = textOf(fields, name)
  return isLocalDate(text) ? text : null
}

/** A category that this version does not know is no category. */
export function categoryOf(fields: Fields, name: string): string | null {
  const id = textOf(fields, name)
  return isCategoryId(id) ? id : null
}

const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

export function instantOf(fields: Fields, name: string): Instant | null {
  const text = textOf(fields, name)
  return INSTANT.test(text) && isLocalDate(text.slice(0, 10)) ? text as Instant : null
}
