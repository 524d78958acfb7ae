import { assert } from './result.ts'
import { isDecimal, type DecimalText } from './decimal.ts'

/** A count of the currency's smallest unit: cents for EUR, yen for JPY. */
export type Minor = number & { readonly __brand: 'Minor' }
/** An ISO 4217 code. */
export type Currency = string & { readonly __brand: 'Currency' }
export interface Money { readonly minor: Minor; readonly currency: Currency }

const EXPONENT_DEFAULT = 2
/** Source: ISO 4217 list one; every code that is not listed here has two decimals. */
const EXPONENTS = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
])

/** Decimals of a currency's smallest unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export const exponentOf = (currency: string): number => EXPONENTS.get(currency) ?? EXPONENT_DEFAULT

export const isCurrency = (text: string): text is Currency => /^[A-Z]{3}$/.test(text)

export function currency(code: string): Currency {
  assert(isCurrency(code), 'a currency is three capital letters')
  return code
}

export function minor(value: number): Minor {
  assert(Number.isSafeInteger(value), `money must be a safe integer, got ${value}`)
  return (value === 0 ? 0 : value) as Minor
}

const [MINUS, ZERO] = [45, 48]

/**
 * Exact decimal text to minor units, without ever passing through a float.
 * Undefined when the currency has fewer decimals than the text needs, or the integer is not safe: refuse rather than guess.
 */
export function toMinor(text: DecimalText, code: string): Minor | undefined {
  const exponent = exponentOf(code)
  const isNegative = text.charCodeAt(0) === MINUS
  let value = 0
  let decimals = -1
  // Beyond a safe integer the sum rounds, but never back below it.
  for (let at = isNegative ? 1 : 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0) decimals = 0
    else if (decimals < exponent) {
      value = value * 10 + digit
      if (decimals >= 0) decimals += 1
    } else if (digit > 0) return undefined
  }
  value *= 10 ** (exponent - Math.max(decimals, 0))
  return Number.isSafeInteger(value) ? minor(isNegative ? -value : value) : undefined
}

/** Reads what a person types: "1234,5", "-12.50", "1.234,56". Undefined where it could mean two things ("1,234", "1.000"). */
export function parseMoney(text: string, code: Currency): Money | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f']/g, '').replace('\u2212', '-').replace(/^\+/, '')
  const marks = plain.replace(/[^.,]/g, '')
  const decimal = marks.at(-1) ?? '.'
  if (marks.length > 1 && (marks.slice(0, -1).includes(decimal) || !groupedByThree(plain, decimal))) return undefined
  if (couldBeThousands(plain, code)) return undefined
  const value = marks.length > 1 ? plain.replaceAll(decimal === '.' ? ',' : '.', '') : plain
  const point = value.replace(decimal, '.').replace(/\.$/, '')
  if (!isDecimal(point)) return undefined
  const units = toMinor(point, code)
  return units === undefined ? undefined : { minor: units, currency: code }
}

const THOUSAND_DIGITS = 3

/** `1.000`, which is a thousand to one and one to another. Nobody writes thousands that begin with nothing; and some currencies have a thousand parts. */
export const couldBeThousands = (text: string, code: string): boolean => exponentOf(code) < THOUSAND_DIGITS && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)

function groupedByThree(text: string, decimal: string): boolean {
  const whole = text.slice(0, text.lastIndexOf(decimal))
  return /^-?\d{1,3}(?:[.,]\d{3})+$/.test(whole)
}

export function addMoney(left: Money, right: Money): Money {
  assert(left.currency === right.currency, `cannot add ${left.currency} and ${right.currency}`)
  return { minor: minor(left.minor + right.minor), currency: left.currency }
}

/** Exact decimal text with all the currency's decimals, so that even the largest amount formats without a float in between. */
export function toDecimal({ minor: value, currency: code }: Money): DecimalText {
  const exponent = exponentOf(code)
  const digits = String(Math.abs(value)).padStart(exponent + 1, '0')
  const split = digits.length - exponent
  const sign = value < 0 ? '-' : ''
  return (exponent === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, split)}.${digits.slice(split)}`) as DecimalText
}

const formats = new Map<string, Intl.NumberFormat>()

/** For people: the locale's separators and a true minus (U+2212). `locale` is a BCP 47 tag. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`
  let format = formats.get(key)
  if (!format) {
    const digits = exponentOf(money.currency)
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, minimumFractionDigits: digits, maximumFractionDigits: digits })
    formats.set(key, format)
  }
  return format.format(toDecimal(money) as `${number}`).replace('-', '\u2212')
}
