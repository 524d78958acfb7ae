import { currency, type Currency } from '#shared/money.ts'
import type { SelectOption } from './options.ts'

const COMMON = ['EUR', 'USD', 'CHF', 'GBP'].map(currency)
/** In use today (ISO 4217) where our users may hold accounts. */
const OTHERS = [
  'AED', 'AUD', 'BRL', 'CAD', 'CNY', 'CZK', 'DKK', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'ISK', 'JPY', 'KRW', 'KWD', 'MXN', 'MYR',
  'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'RSD', 'SAR', 'SEK', 'SGD', 'THB', 'TND', 'TRY', 'TWD', 'UAH', 'VND', 'ZAR',
].map(currency)
const BY_REGION: Readonly<Record<string, string>> = { US: 'USD', GB: 'GBP', CH: 'CHF', LI: 'CHF', CA: 'CAD', AU: 'AUD', NZ: 'NZD' }

/** The common ones first, the rest by name. */
export function currencyOptions(locale: string): SelectOption<Currency>[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const option = (code: Currency): SelectOption<Currency> => ({ value: code, label: `${code} · ${names.of(code) ?? code}` })
  const others = OTHERS.map(option).sort((left, right) => left.label.localeCompare(right.label, locale))
  return [...COMMON.map(option), ...others]
}

/** What people where this locale is from mostly bank in. */
export function currencyOf(locale: string): Currency {
  return currency(BY_REGION[locale.split('-').at(-1) ?? ''] ?? 'EUR')
}
