import { minor, type Currency, type Money } from '#shared/money.ts'
import type { Envelope } from '#shared/reports/envelope.ts'
import type { DayRange, Figure } from '#shared/reports/figure.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { Cell, Column, FigureCell, Mark } from '../view.ts'
import type { Words } from '../words.ts'

/** The small words that presenters build views from. */
export const figure = (value: Figure, period?: DayRange): FigureCell => ({ kind: 'figure', figure: value, ...(period && { period }) })
export const tinted = (value: Figure): FigureCell => ({ kind: 'figure', figure: value, tinted: true })
export const money = (value: Money | null): Cell => ({ kind: 'money', money: value })
export const percent = (value: number | null): Cell => ({ kind: 'percent', value })
export const count = (value: number | null): Cell => ({ kind: 'count', value })
export const day = (value: Extract<Cell, { kind: 'day' }>['day']): Cell => ({ kind: 'day', day: value })
export const text = (value: string, to?: string): Cell => ({ kind: 'text', text: value, ...(to !== undefined && { to }) })

export const end = (title: string): Column => ({ title, align: 'end' })
export const start = (title: string): Column => ({ title, align: 'start' })

export const mark = ({ minor: value, key }: Figure, period?: DayRange): Mark => ({ minor: value, key, ...(period && { period }) })
/** The same on the other side of nothing: what leaves is drawn downwards. */
export const below = ({ minor: value, key }: Figure, period?: DayRange): Mark => ({ minor: value === null ? null : minor(0 - value), key, ...(period && { period }) })
/** A value that no rows stand behind: percent, limits. */
export const bare = (value: number | null): Mark => ({ minor: value, key: null })

/** The largest first; what cannot be said last. */
export const byAmount = <T>(of: (item: T) => Figure) => (left: T, right: T): number => (of(right).minor ?? -Infinity) - (of(left).minor ?? -Infinity)
export const indexesOf = <T>(list: readonly T[], holds: (item: T) => boolean): number[] => list.flatMap((item, index) => (holds(item) ? [index] : []))

/** Of one of several reports that answer together. */
export const of = <T extends object>(report: ReportName, part: T): T & { report: ReportName } => ({ ...part, report })

/** A comparison's column, where there is one: the same line of the other period, or a dash. */
export const comparedColumn = (compared: object | null, { t }: Words): Column[] => (compared === null ? [] : [end(t('insights.word.compared'))])
export const comparedCell = (compared: { readonly period: DayRange } | null, value: Figure | undefined, currency: Currency): Cell[] =>
  (compared === null ? [] : [value ? figure(value, compared.period) : figure({ minor: null, currency, key: null })])

export const rangeText = ({ from, to }: DayRange, { date }: Words): string => `${date(from)} – ${date(to)}`

/** Whether nothing is known of a month: every account that misses days misses all of these. What nobody knows is not nothing. */
export function isUnknown({ accounts, missing }: Pick<Envelope, 'accounts' | 'missing'>, { from, to }: DayRange): boolean {
  return accounts.length > 0 && accounts.every((id) => missing.some((gap) => gap.account === id && gap.from <= from && gap.to >= to))
}

/** The same without what it says of nothing. */
export const unsaid = (value: Figure): Figure => ({ ...value, minor: null, key: null })

/** What a lead was in the period that it is compared with. */
export const before = (value: Figure | undefined, { t, money: told }: Words): { detail?: string } =>
  (value === undefined || value.minor === null ? {} : { detail: t('insights.word.before', { amount: told({ minor: value.minor, currency: value.currency }) }) })
