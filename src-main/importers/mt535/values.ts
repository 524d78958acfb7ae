import { localDate, type LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { parseIsoDay } from '../text/days.ts'
import { negate, parseSwiftAmount } from '../text/decimal-text.ts'
import type { QualifiedField } from './blocks.ts'

export interface CurrencyAmount { readonly amount: DecimalText; readonly currency: string }

/** 19A: `EUR5270,`, with N before it where it is negative. */
export function readAmount(field: QualifiedField): CurrencyAmount | undefined {
  const [, sign, currency = '', text = ''] = /^(N?)([A-Z]{3})([\d.,]+)\s*$/.exec(field.lines[0] ?? '') ?? []
  const amount = parseSwiftAmount(text)
  return amount === undefined ? undefined : { amount: sign === 'N' ? negate(amount) : amount, currency }
}

export interface Quantity { readonly kind: string; readonly units: DecimalText }

/** 93B: `UNIT/100,` in pieces, `FAMT/10000,` as a nominal amount; N before a negative number. */
export function readQuantity(field: QualifiedField): Quantity | undefined {
  const [, kind = '', sign, text = ''] = /^(UNIT|FAMT|AMOR)\/(?:[A-Z]{4}\/)?(N?)([\d.,]+)\s*$/.exec(field.lines[0] ?? '') ?? []
  const units = parseSwiftAmount(text)
  return units === undefined ? undefined : { kind, units: sign === 'N' ? negate(units) : units }
}

export interface Price { readonly price: DecimalText; readonly currency: string | null; readonly day: LocalDate | null }

/** 90A: `PRCT/105,` in per cent; 90B: `ACTU/EUR52,7` as an amount. */
export function readPrice(field: QualifiedField): Price | undefined {
  const [, kind, currency = '', text = ''] = /^(PRCT|YIEL|ACTU|DISC|PREM)\/([A-Z]{3})?([\d.,]+)\s*$/.exec(field.lines[0] ?? '') ?? []
  const price = parseSwiftAmount(text)
  if (price === undefined || kind === 'YIEL') return undefined
  return kind === 'PRCT' ? { price: perCent(price), currency: null, day: null } : { price, currency: currency || null, day: null }
}

/** Baader and its customers put the price into line 3 of 70C: `3 EDE 17.332000000EUR 2024-08-30T18:50:35.76`. */
export function readTextPrice(field: QualifiedField): Price | undefined {
  for (const line of field.lines) {
    const [, text = '', currency = '', day = ''] = /^3 +(?:[A-Z]+ +)?(\d+\.\d+)([A-Z]{3}) +(\d{4}-\d\d-\d\d)/.exec(line) ?? []
    if (text !== '') return { price: text as DecimalText, currency, day: parseIsoDay(day) ?? null }
  }
  return undefined
}

/** A hundredth, exactly. */
export function perCent(value: DecimalText): DecimalText {
  const isNegative = value.startsWith('-')
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const digits = whole.padStart(3, '0')
  return `${isNegative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}` as DecimalText
}

/** 98A `20240830` and 98C `20260110153747`. */
export function readDay(field: QualifiedField | undefined): LocalDate | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)/.exec(field?.lines[0] ?? '') ?? []
  const date = parseIsoDay(`${year}-${month}-${day}`)
  return date === undefined ? null : localDate(date)
}

/** Free lines of at most 35 characters: a full one goes on in the next, a shorter one ended by itself. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  let isFull = true
  for (const line of lines.map((line) => line.trimEnd()).filter((line) => line !== '')) {
    text += isFull ? line : ` ${line.trimStart()}`
    isFull = line.length >= TEXT_WIDTH
  }
  return text.trim()
}

export const TEXT_WIDTH = 35
