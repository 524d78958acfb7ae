import type { FigureRows } from '#shared/reports/figure.ts'
import type { Report } from '#shared/reports/report.ts'
import { isCurrency, minor, toDecimal, type Currency } from '#shared/money.ts'

/**
 * A report for programs (docs/formats/reports.md): amounts are exact decimal text, `null` where nothing can be said, in the
 * currency that stands beside them or is the report's base. Ids lose their ending, as in every other command.
 */
export const reportJson = (report: Report): unknown => plain(report)

export const rowsJson = ({ rows, openingMinor, sum, currency }: FigureRows): unknown => ({
  currency,
  opening: toDecimal({ minor: openingMinor, currency }),
  sum: toDecimal({ minor: sum, currency }),
  rows: rows.map(({ id, minor: value }) => ({ id, amount: toDecimal({ minor: value, currency }) })),
})

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return isObject(value) ? plainObject(value) : value
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** An amount with nothing but its currency is one text; daily values and sums with a count keep what stands beside them. */
function plainObject(value: Readonly<Record<string, unknown>>): unknown {
  const code = currencyOf(value)
  if (code !== undefined && 'minor' in value && Object.keys(value).every((name) => name === 'minor' || name === 'currency' || name === 'key')) return decimal(value['minor'], code)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => {
    if (code !== undefined && name === 'minor') return ['amount', decimal(inner, code)]
    if (code !== undefined && name === 'values' && Array.isArray(inner)) return [name, inner.map((one) => decimal(one, code))]
    return [PLAIN_NAMES[name] ?? name, plain(inner)]
  }))
}

const PLAIN_NAMES: Readonly<Record<string, string>> = { accountId: 'account', categoryId: 'category', contractId: 'contract' }

const currencyOf = ({ currency }: Readonly<Record<string, unknown>>): Currency | undefined => (typeof currency === 'string' && isCurrency(currency) ? currency : undefined)

const decimal = (value: unknown, currency: Currency): string | null => (typeof value === 'number' ? toDecimal({ minor: minor(value), currency }) : null)
