import type { DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Position, ReadingWarning, Security } from '#shared/statement.ts'
import { multiply } from '../text/decimal-text.ts'
import { readAcquisition, type Acquisition } from './acquisition.ts'
import { find, type Holding, type QualifiedField } from './blocks.ts'
import { joinLines, readAmount, readDay, readPrice, readQuantity, readTextPrice, type CurrencyAmount, type Price } from './values.ts'

export interface ReadHolding { readonly position: Position; readonly security: Security | null }

/** What the whole depot says about each of its positions. */
export interface DepotContext { readonly currency: string | null; readonly asOf: LocalDate | null }

/** One FIN block as a position and the security it is of. */
export function readHolding({ line, fields, parts }: Holding, depot: DepotContext, warnings: ReadingWarning[]): ReadHolding {
  const quantity = readWith(readQuantity, find(fields, '93', 'AGGR') ?? fields.find(({ tag }) => tag === '93B'), warnings)
  const price = readWith(readPrice, fields.find(({ tag }) => tag === '90A' || tag === '90B'), warnings) ?? textPrice(parts)
  const acquisition = acquired(fields)
  const value = ownCurrency(amounts(fields, 'HOLD', warnings), depot.currency)
  const accrued = ownCurrency(amounts(fields, 'ACRU', warnings), value?.currency ?? depot.currency)
  const currency = value?.currency ?? accrued?.currency ?? price?.currency ?? null
  const asOf = readDay(find(fields, '98', 'PRIC')) ?? price?.day ?? depot.asOf
  const identity = identify(fields)
  if (!identity) warnings.push({ line, code: 'no-security', detail: ':35B:' })
  const priceCurrency = price && (price.currency ?? nominalCurrency(acquisition))
  return {
    position: {
      line,
      securityId: identity?.id ?? null,
      code: quantity?.kind ?? '',
      units: quantity?.units ?? null,
      unitPrice: price?.price ?? null,
      priceCurrency: priceCurrency === currency ? null : priceCurrency ?? null,
      marketValue: value?.amount ?? null,
      accruedInterest: accrued?.amount ?? null,
      costBasis: costOf(quantity?.units, acquisition, currency),
      currency,
      asOf,
    },
    security: identity && { ...identity, ticker: null, unitPrice: price?.price ?? null, asOf },
  }
}

function readWith<T>(read: (field: QualifiedField) => T | undefined, field: QualifiedField | undefined, warnings: ReadingWarning[]): T | undefined {
  if (!field) return undefined
  const value = read(field)
  if (value === undefined) warnings.push({ line: field.line, code: 'bad-number', detail: `:${field.tag}:` })
  return value
}

const amounts = (fields: readonly QualifiedField[], qualifier: string, warnings: ReadingWarning[]): CurrencyAmount[] =>
  fields.filter((field) => field.tag === '19A' && field.qualifier === qualifier).map((field) => readWith(readAmount, field, warnings)).filter((amount) => amount !== undefined)

/** A value may stand twice, in the depot's currency and in the security's: the depot's counts. */
const ownCurrency = (all: readonly CurrencyAmount[], currency: string | null): CurrencyAmount | undefined => all.find((amount) => amount.currency === currency) ?? all[0]

function textPrice(parts: readonly QualifiedField[]): Price | undefined {
  return parts.filter(({ tag }) => tag === '70C').map(readTextPrice).find((price) => price !== undefined)
}

function acquired(fields: readonly QualifiedField[]): Acquisition | undefined {
  const field = find(fields, '70', 'HOLD')
  return field && readAcquisition(field)
}

const nominalCurrency = (acquisition: Acquisition | undefined): string | null => (acquisition && /^(?!STK|KON)[A-Z]{3}$/.test(acquisition.unit) ? acquisition.unit : null)

/** What the position cost, where that is told in its own currency. */
function costOf(units: DecimalText | undefined, acquisition: Acquisition | undefined, currency: string | null): DecimalText | null {
  if (units === undefined || acquisition?.price == null) return null
  return (acquisition.currency ?? nominalCurrency(acquisition)) === currency ? multiply(units, acquisition.price) : null
}

/** 35B: the ISIN on the first line, or `/DE/` and the WKN; the other lines are the name. */
function identify(fields: readonly QualifiedField[]): Pick<Security, 'id' | 'idType' | 'name'> | null {
  const lines = fields.find(({ tag }) => tag === '35B')?.lines ?? []
  const isin = /^\s*ISIN\s+([A-Z]{2}[A-Z0-9]{9}\d)/.exec(lines[0] ?? '')?.[1]
  const national = lines.map((line) => /^\/[A-Z]{2}\/(\S+)/.exec(line)?.[1]).find((number) => number !== undefined)
  const name = joinLines(lines.filter((line) => !/^\s*ISIN\s/.test(line) && !/^\/[A-Z]{2}\//.test(line)))
  if (isin !== undefined) return { id: isin, idType: 'ISIN', name }
  if (national !== undefined) return { id: national, idType: 'WKN', name }
  return name === '' ? null : { id: name, idType: 'NAME', name }
}
