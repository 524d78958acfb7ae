import { minor } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { AccountType } from '#shared/statement.ts'
import type { ChartModel, Mark, Series, TableModel, View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, count, end, figure, mark, tinted, unsaid } from './parts.ts'

type NetWorth = ReportOf<'net-worth'>
type Point = NetWorth['points'][number]
type Side = 'assets' | 'liabilities'

/** R4: what there is and what is owed, month by month, by what the accounts are. */
export function presentNetWorth(report: NetWorth, words: Words): View {
  const { t, date } = words
  const known = report.points.filter(({ net }) => net.minor !== null)
  const last = known.at(-1)
  // An account that becomes known makes nobody richer: the change is told over the days on which the same accounts are.
  const first = known.find(({ unknownAccounts }) => unknownAccounts.length === last?.unknownAccounts.length)
  return {
    leads: [
      ...(last ? [{ label: t('insights.word.netWorth'), cell: tinted(last.net), detail: date(last.on, 'medium') }] : []),
      ...(first && last && first !== last ? [{ label: t('insights.word.grown'), cell: tinted(between(first.net, last.net)), detail: t('insights.word.since', { day: date(first.on, 'medium') }) }] : []),
    ],
    chart: chartOf(report, words),
    tables: [tableOf(report, words)],
    notes: [t('insights.note.worth')],
  }
}

const between = (before: Figure, after: Figure): Figure => ({ ...after, minor: before.minor === null || after.minor === null ? null : minor(after.minor - before.minor), key: null })

/** As they stand on each other, from nothing upwards: what lies ready first. And downwards: what is owed by its nature first. */
const UPWARDS: readonly AccountType[] = ['checking', 'savings', 'cash', 'investment', 'asset', 'credit', 'loan', 'liability']
const DOWNWARDS: readonly AccountType[] = ['credit', 'loan', 'liability', 'checking', 'savings', 'cash', 'investment', 'asset']

const sumsOf = ({ byType }: Point, type: AccountType): Point['byType'][number] | undefined => byType.find((sums) => sums.type === type)
const amountOf = (point: Point, type: AccountType, side: Side): number => sumsOf(point, type)?.[side].minor ?? 0

/** What a type has and what it owes lie apart, so that a month with both can be read; their line is what is left of all. */
function chartOf({ points, base }: NetWorth, { t, date }: Words): ChartModel {
  const labels = points.map(({ on }) => date(on, 'month-short'))
  const net: Series = { name: t('insights.word.netWorth'), marks: points.map((point) => mark(point.net)) }
  const types = UPWARDS.filter((type) => points.some((point) => amountOf(point, type, 'assets') !== 0 || amountOf(point, type, 'liabilities') !== 0))
  const isOver = (type: AccountType, side: Side): boolean => points.some((point) => amountOf(point, type, side) !== 0)
  const stacked = (side: Side) => (type: AccountType): Series => ({
    name: t(`accounts.type.${type}`), stack: side, hue: types.indexOf(type), marks: points.map((point) => markOf(sumsOf(point, type)?.[side])),
  })
  const isPlain = types.length <= 1 && !points.some(({ assets, liabilities }) => (assets.minor ?? 0) !== 0 && (liabilities.minor ?? 0) !== 0)
  const series = isPlain ? [{ ...net, stack: 'assets' }] : [
    { ...net, isLine: true, isSum: true },
    ...types.filter((type) => isOver(type, 'assets')).map(stacked('assets')),
    ...DOWNWARDS.filter((type) => types.includes(type) && isOver(type, 'liabilities')).map(stacked('liabilities')),
  ]
  // An area takes two points.
  const isArea = points.filter((point) => point.net.minor !== null).length > 1
  return isArea ? { kind: 'areas', currency: base, labels, series } : { kind: 'columns', currency: base, labels, series, partial: [] }
}

/** What adds nothing is no mark. */
const markOf = (value: Figure | undefined): Mark => (value === undefined || value.minor === 0 ? bare(null) : mark(value))

/** What is left first, as many types may push the rest out of sight. A column for every type of which anything is known; a single one is all that there is. */
function tableOf({ points }: NetWorth, { t, date }: Words): TableModel {
  const known = UPWARDS.filter((type) => points.some((point) => (sumsOf(point, type)?.net.minor ?? null) !== null))
  const types = known.length > 1 ? known : []
  const rowOf = (point: Point): TableModel['rows'][number] => ({
    key: point.on, head: date(point.on, 'medium'),
    cells: [
      tinted(point.net), ...types.map((type) => figure(sumsOf(point, type)?.net ?? unsaid(point.net))),
      figure(point.assets), figure(point.liabilities), count(point.unknownAccounts.length),
    ],
  })
  return {
    title: t('insights.table.worth'), head: t('insights.word.day'),
    columns: [t('insights.word.netWorth'), ...types.map((type) => t(`accounts.type.${type}`)), t('insights.word.assets'), t('insights.word.liabilities'), t('insights.word.unknownAccounts')].map(end),
    rows: points.map(rowOf).toReversed(),
  }
}
