import { exponentOf, minor, toDecimal, type Currency } from '#shared/money.ts'
import { numberFormat } from '#renderer/ui/number-format.ts'

/** From steps of this many minor units on, millions are written as such. */
const COMPACT_FROM = 1e7
const DIGITS_MAX = 3

/**
 * Axis labels are short: whole units unless the steps are smaller than one, "9.5M" where the numbers are long. As many
 * decimals as the steps need: two marks of one axis never have the same label.
 */
export function axisMoney(locale: string, currency: Currency, value: number, step: number): string {
  const unit = 10 ** exponentOf(currency)
  const isCompact = step >= COMPACT_FROM
  const digits = isCompact ? digitsFor(step, thousandOf(Math.abs(value) / unit) * unit) : step >= unit ? 0 : exponentOf(currency)
  const format = numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits, minimumFractionDigits: isCompact ? 0 : digits, notation: isCompact ? 'compact' : 'standard' })
  return format.format(toDecimal({ minor: minor(Math.round(value)), currency }) as `${number}`).replace('-', '\u2212')
}

/** The power of a thousand that a compact number is written in. */
const thousandOf = (amount: number): number => (amount < 1 ? 1 : 1000 ** Math.floor(Math.log10(amount) / 3 + 1e-9))

function digitsFor(step: number, scale: number): number {
  for (let digits = 0; digits < DIGITS_MAX; digits += 1) if (Number.isInteger(step * 10 ** digits / scale)) return digits
  return DIGITS_MAX
}
