import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { exponentOf, type Currency } from '#shared/money.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

/** What one smallest unit is worth in another currency's: exact, as a fraction. */
interface Factor { readonly numerator: bigint; readonly denominator: bigint }
type Pair = readonly (readonly [date: LocalDate, rate: DecimalText])[]

const PAIR = /* sql */ `SELECT date, rate FROM fx_rate WHERE base = ? AND quote = ? ORDER BY date`
/** Every currency that a rate names, those first that others are told in; looked up one after the other, past their many days. */
const NAMED = /* sql */ `
  WITH RECURSIVE
    base_of (code) AS (
      SELECT min(base) FROM fx_rate
       UNION ALL SELECT (SELECT min(base) FROM fx_rate WHERE base > base_of.code) FROM base_of WHERE code IS NOT NULL),
    quote_of (base, code) AS (
      SELECT code, (SELECT min(quote) FROM fx_rate WHERE base = base_of.code) FROM base_of WHERE code IS NOT NULL
       UNION ALL SELECT base, (SELECT min(quote) FROM fx_rate WHERE fx_rate.base = quote_of.base AND quote > quote_of.code) FROM quote_of WHERE code IS NOT NULL)
  SELECT code FROM (SELECT code, 0 AS place FROM base_of UNION ALL SELECT code, 1 FROM quote_of) WHERE code IS NOT NULL GROUP BY code ORDER BY min(place), code`

/**
 * Exchange rates as the ledger knows them: the last one on or before a day, told for the pair itself, the other way round,
 * or by way of a third currency, as the European Central Bank tells all of them against the euro (G7).
 */
export class Rates {
  readonly #db: ReadableLedger
  readonly #pairs = new Map<string, Pair>()
  readonly #factors = new Map<string, Factor | null>()
  readonly #thirds = new Map<string, readonly Currency[]>()
  #named: readonly Currency[] | undefined

  constructor(db: ReadableLedger) {
    this.#db = db
  }

  /** Rounded half away from zero, so that what is paid and what comes back are worth the same. Nothing is nothing in every currency; else null where no rate is known. */
  convert(minor: number, from: Currency, to: Currency, on: LocalDate): number | null {
    if (from === to || minor === 0) return minor
    const factor = this.#factor(from, to, on)
    return factor === null ? null : times(minor, factor)
  }

  /** How many of `to` one of `from` was worth, nearly: to compare amounts with, not to convert them. Undefined where no rate is known. */
  near(from: Currency, to: Currency, on: LocalDate): number | undefined {
    if (from === to) return 1
    const factor = this.#factor(from, to, on)
    return factor === null ? undefined : (Number(factor.numerator) / Number(factor.denominator)) * 10 ** (exponentOf(from) - exponentOf(to))
  }

  has(from: Currency, to: Currency, on: LocalDate): boolean {
    return from === to || this.#factor(from, to, on) !== null
  }

  #factor(from: Currency, to: Currency, on: LocalDate): Factor | null {
    const key = `${from}${to}${on}`
    const known = this.#factors.get(key)
    if (known !== undefined) return known
    const rate = this.#rate(from, to, on) ?? this.#crossRate(from, to, on)
    const factor = rate && inSmallestUnits(rate, from, to)
    this.#factors.set(key, factor)
    return factor
  }

  #crossRate(from: Currency, to: Currency, on: LocalDate): Factor | null {
    for (const third of this.#thirdsOf(from, to)) {
      const [first, second] = [this.#rate(from, third, on), this.#rate(third, to, on)]
      if (first && second) return { numerator: first.numerator * second.numerator, denominator: first.denominator * second.denominator }
    }
    return null
  }

  /** Currencies that both are told against, whichever way round. */
  #thirdsOf(from: Currency, to: Currency): readonly Currency[] {
    const key = `${from}${to}`
    const known = this.#thirds.get(key)
    if (known !== undefined) return known
    this.#named ??= this.#db.column<Currency>(NAMED).all()
    const isTold = (one: Currency, other: Currency): boolean => this.#pair(one, other).length + this.#pair(other, one).length > 0
    const thirds = this.#named.filter((third) => third !== from && third !== to && isTold(from, third) && isTold(third, to))
    this.#thirds.set(key, thirds)
    return thirds
  }

  /** Told either way round, the newer word counts. */
  #rate(from: Currency, to: Currency, on: LocalDate): Factor | null {
    const told = lastUpTo(this.#pair(from, to), on)
    const turned = lastUpTo(this.#pair(to, from), on)
    if (turned && (!told || turned[0] > told[0])) return inverse(toFactor(turned[1]))
    return told ? toFactor(told[1]) : null
  }

  #pair(base: Currency, quote: Currency): Pair {
    const key = `${base}${quote}`
    const pair = this.#pairs.get(key) ?? this.#db.tuples<readonly [LocalDate, DecimalText]>(PAIR).all([base, quote])
    this.#pairs.set(key, pair)
    return pair
  }
}

function lastUpTo(pair: Pair, on: LocalDate): Pair[number] | undefined {
  let [low, high] = [0, pair.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pair[middle]?.[0] ?? on) <= on) low = middle + 1
    else high = middle
  }
  return pair[low - 1]
}

function toFactor(rate: DecimalText): Factor {
  const point = rate.indexOf('.')
  const places = point < 0 ? 0 : rate.length - point - 1
  return { numerator: BigInt(rate.replace('.', '')), denominator: 10n ** BigInt(places) }
}

const inverse = ({ numerator, denominator }: Factor): Factor => ({ numerator: denominator, denominator: numerator })

/** Yen have no smaller unit, dinars a thousand: the fraction takes that in. */
function inSmallestUnits({ numerator, denominator }: Factor, from: Currency, to: Currency): Factor {
  const shift = exponentOf(to) - exponentOf(from)
  return shift >= 0 ? { numerator: numerator * 10n ** BigInt(shift), denominator } : { numerator, denominator: denominator * 10n ** BigInt(-shift) }
}

function times(minor: number, { numerator, denominator }: Factor): number {
  const doubled = 2n * BigInt(Math.abs(minor)) * numerator + denominator
  const rounded = Number(doubled / (2n * denominator))
  return minor < 0 ? -rounded : rounded
}
