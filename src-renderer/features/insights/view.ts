import type { LocalDate } from '#shared/dates.ts'
import type { Currency, Money } from '#shared/money.ts'
import type { DayRange, Figure } from '#shared/reports/figure.ts'
import type { ReportName } from '#shared/reports/names.ts'

/**
 * A report as it is looked at: some figures to begin with, a chart, and tables that hold every number of it. Pages, CSV files
 * and prints are made from this, so that all of them say the same.
 */
export interface View {
  readonly leads: readonly Lead[]
  readonly chart: ChartModel | null
  readonly tables: readonly TableModel[]
  /** What has to be known to read it right. */
  readonly notes: readonly string[]
  /** The days that the answer is about, where they are not the ones asked for: what is to come, a cycle, a single day. */
  readonly period?: DayRange
}

/** A figure that answers the question by itself. */
export interface Lead { readonly label: string; readonly cell: Cell; readonly detail?: string }

/**
 * `period` where the figure's rows lie in another one than the report's: what it is compared with. `report` where several
 * answer the question, and not the first of them has the rows.
 */
export type Cell =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly tinted?: boolean; readonly period?: DayRange; readonly report?: ReportName }
  | { readonly kind: 'money'; readonly money: Money | null; readonly tinted?: boolean }
  | { readonly kind: 'percent'; readonly value: number | null }
  | { readonly kind: 'day'; readonly day: LocalDate | null }
  | { readonly kind: 'count'; readonly value: number | null }
  | { readonly kind: 'text'; readonly text: string; readonly to?: string }

export type FigureCell = Extract<Cell, { kind: 'figure' }>

export interface Column { readonly title: string; readonly align: 'start' | 'end' }

export interface Row {
  readonly key: string
  readonly head: string
  /** Where the head leads to. */
  readonly to?: string
  /** 1 for what is part of the row above it. */
  readonly level?: 0 | 1
  readonly isTotal?: boolean
  readonly cells: readonly Cell[]
}

/** `columns` does not count the heads, which `head` names. */
export interface TableModel { readonly title: string; readonly head: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }

/** One mark of a chart that leads to rows. `detail` is said after its value. */
export interface Mark { readonly minor: number | null; readonly key: string | null; readonly period?: DayRange; readonly report?: ReportName; readonly detail?: string }

/** What lies behind the lines: between which values they use to lie. */
export interface Band { readonly name: string; readonly low: Edge; readonly high: Edge }
export interface Edge { readonly name: string; readonly values: readonly (number | null)[] }

export interface Series {
  readonly name: string
  readonly marks: readonly Mark[]
  /** Bars of the same stack stand on each other; a line lies over the bars. */
  readonly stack?: string
  readonly isLine?: boolean
  /** Percent instead of money, on an axis of its own. */
  readonly isPercent?: boolean
  /** A comparison: drawn paler, and dashed where it is a line. */
  readonly isBefore?: boolean
  /** What all the others add up to: drawn in ink. */
  readonly isSum?: boolean
  /** Whose colour it has, counted from 0: those with the same are one for whoever reads the chart. Without it each has its own. */
  readonly hue?: number
}

export type ChartModel =
  /** Values beside names, longest first: bars that lie. With `isDiverging` to both sides of nothing. */
  | { readonly kind: 'bars'; readonly currency: Currency; readonly labels: readonly string[]; readonly series: readonly Series[] }
  /** Values over time or groups: bars that stand, and lines. `partial`: labels whose time is not over. */
  | { readonly kind: 'columns'; readonly currency: Currency; readonly labels: readonly string[]; readonly series: readonly Series[]; readonly partial: readonly number[] }
  /** Values at moments in time: areas that stand on each other, each stack from nothing upwards or downwards, and lines over them. */
  | { readonly kind: 'areas'; readonly currency: Currency; readonly labels: readonly string[]; readonly series: readonly Series[] }
  /** A value for each day from the first on. `today` divides what was from what is expected. `summary` tells it in a sentence where its highest and lowest value say little. */
  | { readonly kind: 'days'; readonly currency: Currency; readonly from: LocalDate; readonly series: readonly Series[]; readonly today: LocalDate | null; readonly isArea: boolean; readonly band?: Band; readonly summary?: string }
  /** Money on its way from the names on the left to those on the right. */
  | { readonly kind: 'flow'; readonly currency: Currency; readonly links: readonly (Mark & { readonly source: string; readonly target: string })[] }
