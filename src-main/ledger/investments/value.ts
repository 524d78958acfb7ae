import type { DecimalText } from '#shared/decimal.ts'
import { exponentOf, isCurrency, toMinor, type Currency } from '#shared/money.ts'
import type { Position } from '#shared/statement.ts'
import { multiply } from '../import/amounts.ts'

/** More than any position is worth; a hundred such still add up exactly. */
const VALUE_MAX = 9e13
const ONE = '1' as DecimalText

/** What a position comes to in minor units: in its own currency, and in the account's where the two are one or the bank gives a rate. */
export interface Valuation {
  readonly currency: Currency
  readonly valueMinor: number | null
  readonly ownMinor: number | null
  readonly accruedMinor: number | null
  readonly costMinor: number | null
}

export function valuationOf(position: Position, accountCurrency: Currency): Valuation {
  const currency = position.currency !== null && isCurrency(position.currency) ? position.currency : accountCurrency
  const { accruedInterest, costBasis, exchangeRate = null } = position
  const market = position.marketValue ?? computed(position)
  const accruedMinor = rounded(accruedInterest, ONE, currency)
  const marketMinor = rounded(market, ONE, currency)
  const valueMinor = marketMinor === null ? accruedMinor : marketMinor + (accruedMinor ?? 0)
  const converted = exchangeRate === null || market === null ? null : rounded(market, exchangeRate, accountCurrency)
  return { currency, valueMinor, ownMinor: currency === accountCurrency ? valueMinor : converted, accruedMinor, costMinor: rounded(costBasis, ONE, currency) }
}

/** Without a value of the bank's: units times price, where the price is in the same money. */
const computed = ({ units, unitPrice, priceCurrency }: Position): DecimalText | null => (units === null || unitPrice === null || priceCurrency !== null ? null : multiply(units, unitPrice, PRODUCT_DECIMALS))

const PRODUCT_DECIMALS = 12

/** In minor units, half away from zero: banks give values with more decimals than money has. */
function rounded(amount: DecimalText | null, rate: DecimalText, currency: Currency): number | null {
  if (amount === null) return null
  const minor = toMinor(multiply(amount, rate, exponentOf(currency)), currency)
  return minor === undefined || Math.abs(minor) > VALUE_MAX ? null : minor
}

export const roundedMinor = (amount: DecimalText | null | undefined, currency: Currency): number | null => rounded(amount ?? null, ONE, currency)
