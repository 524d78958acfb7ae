import { readAmount, type DayReader } from '#main/connectors/ofx/values.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'

/** What turns a bank's texts into values. Each that cannot be read leaves a warning with its line and tag. */
export interface Tools {
  readonly days: DayReader
  warn(code: string, line: number | null, detail: string): void
}

/** A day that may be missing (all zeros say so too); null, with a warning, where it is there and unreadable. */
export function optionalDay(tools: Tools, line: number, tag: string, text: string): LocalDate | null {
  if (text === '' || /^0+$/.test(text)) return null
  const day = tools.days.read(text)
  if (day === undefined) tools.warn('bad-date', line, tag)
  return day ?? null
}

/** A number that may be missing; null, with a warning, where it is there and unreadable. */
export function optionalNumber(tools: Tools, line: number, tag: string, text: string): DecimalText | null {
  if (text === '') return null
  const value = readAmount(text)
  if (value === undefined) tools.warn('bad-number', line, tag)
  return value ?? null
}

/** An ISO 4217 code in upper case; null, with a warning, where the text is none. */
export function optionalCurrency(tools: Tools, line: number, tag: string, text: string): string | null {
  if (text === '') return null
  const code = text.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return code
  tools.warn('bad-currency', line, tag)
  return null
}
