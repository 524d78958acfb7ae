import { isDecimal, type DecimalText } from '#shared/decimal.ts'

/**
 * A SWIFT amount (15d): digits with a decimal comma. Banks also leave the comma out, group by points, or write a
 * decimal point; undefined where that could mean two numbers ("1.234").
 */
export function parseSwiftAmount(text: string): DecimalText | undefined {
  const comma = text.indexOf(',')
  if (comma >= 0) return plain(text.slice(0, comma).replaceAll('.', ''), text.slice(comma + 1))
  const point = text.lastIndexOf('.')
  if (point < 0) return plain(text, '')
  const fraction = text.slice(point + 1)
  if (fraction.length !== 3) return plain(text.slice(0, point), fraction)
  return text.indexOf('.') === point ? undefined : plain(text.replaceAll('.', ''), '')
}

/** An XML decimal; a comma is taken for the point only where it cannot group thousands. */
export function parseXmlAmount(text: string): DecimalText | undefined {
  const [, sign, whole, mark, fraction = ''] = /^\s*([+-]?)(\d*)(?:([.,])(\d*))?\s*$/.exec(text) ?? []
  if (whole === undefined || (mark === ',' && fraction.length === 3)) return undefined
  const value = plain(whole, fraction)
  return value === undefined || sign !== '-' ? value : negate(value)
}

function plain(whole: string, fraction: string): DecimalText | undefined {
  if (whole === '' && fraction === '') return undefined
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const text = fraction === '' ? digits : `${digits}.${fraction}`
  return isDecimal(text) ? text : undefined
}

const ZERO = /^-?[0.]+$/

/** The other sign; zero has none. */
export function negate(value: DecimalText): DecimalText {
  if (ZERO.test(value)) return value
  return (value.startsWith('-') ? value.slice(1) : `-${value}`) as DecimalText
}

/** The exact product, for prices and rates. */
export function multiply(left: DecimalText, right: DecimalText): DecimalText {
  const places = scaleOf(left) + scaleOf(right)
  const units = BigInt(left.replace('.', '')) * BigInt(right.replace('.', ''))
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const split = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`.replace(/\.?0+$/, '')
  return (units < 0n ? `-${text}` : text) as DecimalText
}

const scaleOf = (value: string): number => (value.includes('.') ? value.length - value.indexOf('.') - 1 : 0)
