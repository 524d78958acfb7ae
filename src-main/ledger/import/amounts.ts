import { isDecimal, type DecimalText } from '#shared/decimal.ts'
import type { Reason } from '#shared/model.ts'
import { exponentOf, toMinor, type Currency, type Minor } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { StatementEntry } from '#shared/statement.ts'

export type EntryAmount = { readonly minor: Minor; readonly isConverted: boolean } | { readonly problem: Reason }

/**
 * What an entry moves on the account, in minor units. An entry in another currency is converted with the rate the bank
 * gives (OFX §5.2: units of the statement's currency per unit of the entry's); without one it is refused, not guessed.
 */
export function entryAmount({ amount, currency, exchangeRate }: StatementEntry, accountCurrency: Currency): EntryAmount {
  if (currency === null || currency === accountCurrency) {
    const minor = toMinor(amount, accountCurrency)
    return minor === undefined ? { problem: amount.includes('.') && isShort(amount) ? 'too-precise' : 'bad-amount' } : { minor, isConverted: false }
  }
  if (exchangeRate === null) return { problem: 'bad-currency' }
  const minor = toMinor(multiply(amount, exchangeRate, exponentOf(accountCurrency)), accountCurrency)
  return minor === undefined ? { problem: 'bad-amount' } : { minor, isConverted: true }
}

/** Fifteen whole digits fit a safe integer with two decimals; longer amounts are wrong rather than precise. */
const isShort = (amount: string): boolean => (amount.split('.')[0] ?? '').replace('-', '').length < 14

/** Exact product, rounded half away from zero to so many decimals. */
export function multiply(left: DecimalText, right: DecimalText, decimals: number): DecimalText {
  const [leftUnits, leftScale] = toUnits(left)
  const [rightUnits, rightScale] = toUnits(right)
  const product = leftUnits * rightUnits
  const scale = leftScale + rightScale
  if (scale <= decimals) return fromUnits(product * 10n ** BigInt(decimals - scale), decimals)
  const divisor = 10n ** BigInt(scale - decimals)
  const magnitude = product < 0n ? -product : product
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return fromUnits(product < 0n ? -rounded : rounded, decimals)
}

function toUnits(text: DecimalText): [units: bigint, scale: number] {
  const point = text.indexOf('.')
  return point < 0 ? [BigInt(text), 0] : [BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1]
}

function fromUnits(units: bigint, decimals: number): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const text = `${units < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`}`
  assert(isDecimal(text), 'a product of decimals is one')
  return text
}
