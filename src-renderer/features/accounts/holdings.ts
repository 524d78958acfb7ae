import type { DecimalText } from '#shared/decimal.ts'
import { isCurrency } from '#shared/money.ts'
import type { AccountHoldings, Holding, HeldSecurity } from '#shared/investments.ts'
import { numberFormat } from '#renderer/ui/number-format.ts'

export type HoldingColumn = 'name' | 'value' | 'gain'
export interface HoldingOrder { readonly by: HoldingColumn; readonly descending: boolean }

/** A position as the table shows it. Its share is of what is held in the same currency. */
export interface HoldingLine { readonly holding: Holding; readonly name: string; readonly id: string; readonly share: number | null; readonly gainRatio: number | null }

export const nameOf = ({ name, ticker, id }: HeldSecurity): string => name || ticker || id

/** What tells two of one name apart: ticker and number, whatever of them is not the name already. */
export const idOf = (security: HeldSecurity): string => [security.ticker, security.id].filter((text) => text !== null && text !== '' && text !== nameOf(security)).join(' · ')

export function linesOf({ holdings, totals }: Pick<AccountHoldings, 'holdings' | 'totals'>, { by, descending }: HoldingOrder): HoldingLine[] {
  const sums = new Map(totals.map(({ value }) => [value.currency, value.minor]))
  const lines = holdings.map((holding) => ({
    holding, name: nameOf(holding.security), id: idOf(holding.security),
    share: ratio(holding.value?.minor, holding.value ? sums.get(holding.value.currency) : undefined),
    gainRatio: ratio(holding.gain?.minor, holding.cost?.minor),
  }))
  const turn = descending ? -1 : 1
  return lines.sort((left, right) => turn * (by === 'name' ? left.name.localeCompare(right.name) : measure(left, by) - measure(right, by)))
}

/** What is unknown stands last where the largest stands first. */
const measure = ({ holding }: HoldingLine, by: 'value' | 'gain'): number => holding[by]?.minor ?? Number.MIN_SAFE_INTEGER

const ratio = (part: number | undefined, whole: number | undefined): number | null => (part === undefined || whole === undefined || whole <= 0 ? null : part / whole)

/** Quantities and prices with all the decimals they have, and no zeros behind them. */
export const quantityText = (value: DecimalText, locale: string, decimals = 0): string =>
  numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: 12 }).format(value as `${number}`).replace('-', '\u2212')

/** A price of one unit, written as amounts are; what is no currency (a percent, a point) stands behind its number. */
export function priceText(price: DecimalText, unit: string | null, locale: string): string {
  if (unit === null || !isCurrency(unit)) return [quantityText(price, locale, 2), unit].filter(Boolean).join(' ')
  return numberFormat(locale, { style: 'currency', currency: unit, maximumFractionDigits: 12 }).format(price as `${number}`).replace('-', '\u2212')
}

/** What a trade was, by the bank's word for it (OFX §13.9.2.4.4). */
export function tradeKind(code: string): 'buy' | 'sell' | 'reinvest' | 'income' | 'capital' | 'transfer' | 'split' | 'option' | 'expense' | 'other' {
  if (code.startsWith('BUY')) return 'buy'
  if (code.startsWith('SELL')) return 'sell'
  if (code.startsWith('JRNL') || code === 'TRANSFER') return 'transfer'
  return KINDS[code] ?? 'other'
}

const KINDS: Readonly<Record<string, 'reinvest' | 'income' | 'capital' | 'split' | 'option' | 'expense'>> = {
  REINVEST: 'reinvest', INCOME: 'income', RETOFCAP: 'capital', SPLIT: 'split', CLOSUREOPT: 'option', INVEXPENSE: 'expense', MARGININTEREST: 'expense',
}
