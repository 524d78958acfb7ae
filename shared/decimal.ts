/**
 * Exact decimal text: an optional minus, digits, an optional point and digits. The only form in which amounts,
 * quantities and rates travel between a file and the ledger, because a double cannot hold them.
 */
export type DecimalText = string & { readonly __brand: 'DecimalText' }

const [MINUS, POINT, ZERO, NINE] = [45, 46, 48, 57]

/** Asked of every amount of every file, and a pattern would cost four times as much. */
export function isDecimal(text: string): text is DecimalText {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  const point = endOfDigits(text, start)
  if (point === start) return false
  if (point === text.length) return true
  return text.charCodeAt(point) === POINT && point + 1 < text.length && endOfDigits(text, point + 1) === text.length
}

function endOfDigits(text: string, from: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) break
  }
  return at
}

/** Adds exactly; the answer has no trailing zeros and no "-0". */
export function sumDecimals(values: Iterable<DecimalText>): DecimalText {
  let total = 0n
  let scale = 0
  for (const value of values) {
    const point = value.indexOf('.')
    const places = point < 0 ? 0 : value.length - point - 1
    if (places > scale) {
      total *= 10n ** BigInt(places - scale)
      scale = places
    }
    const units = BigInt(point < 0 ? value : value.slice(0, point) + value.slice(point + 1))
    total += places < scale ? units * 10n ** BigInt(scale - places) : units
  }
  return fromUnits(total, scale)
}

/** The same number in its shortest spelling: "-0.10" and "-0.1" are one value. */
export function normalizeDecimal(value: DecimalText): DecimalText {
  return sumDecimals([value])
}

function fromUnits(units: bigint, scale: number): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const sign = units < 0n ? '-' : ''
  return (fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`) as DecimalText
}
