import { isLocalDate, type LocalDate } from '#shared/dates.ts'
import { AccountTypeSchema, type AccountType } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { balanceRows } from './account-balances.ts'
import { derived, figure } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { moneyOf, worthInBase, worthOnDays, type Worth } from './worth.ts'

type Point = BodyOf<'net-worth'>['points'][number]

/** R4: what everything was worth at the end of every month, each at that day's rates. */
export const netWorth: ReportModule<'net-worth'> = {
  name: 'net-worth',
  run: (frame) => {
    const days = monthEnds(frame)
    const worths = worthOnDays(frame, days)
    const codes = [...new Set(worths.flatMap((onDay) => onDay.flatMap((worth) => [...moneyOf(worth).keys()])))].sort()
    return {
      points: days.map((on, place) => pointOf(frame, on, worths[place] ?? [])),
      currencies: codes.map((currency) => ({ currency, points: days.map((on, place) => ({ on, net: netOf(worths[place] ?? [], currency, on) })) })),
    }
  },
  rows: (frame, key) => {
    const [part = '', on = '', of] = key.split('/')
    if (!isLocalDate(on) || !monthEnds(frame).includes(on)) return undefined
    const worths = (worthOnDays(frame, [on])[0] ?? []).filter(({ account }) => of === undefined || account.currency === of || account.type === of)
    const chosen = worths.filter((worth) => isPart(part, worth.balanceMinor))
    // A currency's own sums are told in it, all others in the base currency.
    const currency = of === undefined || worths[0]?.account.type === of ? frame.base : worths[0]?.account.currency
    return (part !== 'net' && part !== 'assets' && part !== 'liabilities') || currency === undefined ? undefined : balanceRows(frame, chosen.map(({ account }) => account), on, currency)
  },
}

const isPart = (part: string, minor: number): boolean => part === 'net' || (minor < 0) === (part === 'liabilities')

/** The ends of all months that are over, and today where the last one is not: nothing is known of tomorrow. */
function monthEnds({ months, period, today }: Frame): LocalDate[] {
  const last = period.to > today ? today : period.to
  const ends = months.map(({ to }) => to).filter((to) => to <= last)
  return ends.at(-1) === last || last < period.from ? ends : [...ends, last]
}

function pointOf(frame: Frame, on: LocalDate, worths: readonly Worth[]): Point {
  const values = worths.map((worth): Valued => ({ worth, minor: worthInBase(frame, worth, on) }))
  const known = new Set(values.filter(({ minor }) => minor !== null).map(({ worth }) => worth.account.id))
  return {
    on, ...sumsOf(values, frame.base, on),
    unknownAccounts: frame.accounts.map(({ id }) => id).filter((id) => !known.has(id)),
    byType: typesOf(frame).map((type) => ({ type, ...sumsOf(values.filter(({ worth }) => worth.account.type === type), frame.base, `${on}/${type}`) })),
  }
}

/** In the order in which types are told everywhere. */
const typesOf = ({ accounts }: Frame): AccountType[] => AccountTypeSchema.options.filter((type) => accounts.some((account) => account.type === type))

/** An account in the base currency; null without an exchange rate. */
interface Valued { readonly worth: Worth; readonly minor: number | null }

/** What there is, what is owed and what is left. Securities are no rows, so what counts them has none to show. */
function sumsOf(values: readonly Valued[], base: Currency, key: string): Pick<Point, 'assets' | 'liabilities' | 'net'> {
  const assets = values.reduce((sum, { minor }) => sum + Math.max(minor ?? 0, 0), 0)
  const liabilities = values.reduce((sum, { minor }) => sum + Math.min(minor ?? 0, 0), 0)
  const isKnown = values.some(({ minor }) => minor !== null)
  const hasRows = values.every(({ worth }) => worth.holdings === null)
  const part = (value: number, name: string): Figure => (!isKnown ? derived(null, base) : hasRows ? figure(value, base, `${name}/${key}`) : derived(value, base))
  return { assets: part(assets, 'assets'), liabilities: part(liabilities, 'liabilities'), net: part(assets + liabilities, 'net') }
}

function netOf(worths: readonly Worth[], currency: Currency, on: LocalDate): Figure {
  const values = worths.flatMap((worth) => moneyOf(worth).get(currency) ?? [])
  const hasRows = worths.every(({ holdings, account }) => holdings === null || (account.currency !== currency && !holdings.others.some((other) => other.currency === currency)))
  if (values.length === 0) return derived(null, currency)
  const sum = values.reduce((total, value) => total + value, 0)
  return hasRows ? figure(sum, currency, `net/${on}/${currency}`) : derived(sum, currency)
}
