import { minor } from '#shared/money.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import { categoryGroupKey } from '../keys.ts'
import type { Row, View } from '../view.ts'
import type { Words } from '../words.ts'
import { byAmount, comparedCell, comparedColumn, count, end, figure, isUnknown, mark, percent, rangeText, unsaid } from './parts.ts'

type Body = ReportOf<'spending'>
type Line = Body['total']
/** More bars than these say less; the table has all. */
const BARS_MAX = 14

/** R6: where the money went, the largest first, and month by month. */
export function presentSpending(asked: Body, words: Words): View {
  const { t } = words
  const report = withGone(asked)
  const { total, compared } = report
  const groups = report.groups.toSorted(byAmount(({ sum }) => sum))
  const earlier = compared && new Map(compared.groups.map(({ group, sum }) => [group, sum]))
  const drawn = groups.filter(({ group, sum }) => (sum.minor ?? 0) !== 0 || (earlier?.get(group)?.minor ?? 0) !== 0).slice(0, BARS_MAX)
  return {
    leads: [
      { label: t('insights.word.spending'), cell: figure(total.sum) },
      { label: t('insights.word.monthlyAverage'), cell: figure(total.monthlyAverage), detail: t('insights.word.completeMonths', { count: report.completeMonths }) },
      ...(compared ? [{ label: t('insights.word.compared'), cell: figure(compared.total.sum, compared.period), detail: rangeText(compared.period, words) }] : []),
    ],
    chart: {
      kind: 'bars', currency: total.sum.currency, labels: drawn.map(({ group }) => words.group(group)),
      series: [
        { name: t('insights.word.spending'), marks: drawn.map(({ sum }) => mark(sum)) },
        ...(compared && earlier ? [{ name: t('insights.word.compared'), isBefore: true, marks: drawn.map(({ group }) => { const sum = earlier.get(group); return sum ? mark(sum, compared.period) : { minor: null, key: null } }) }] : []),
      ],
    },
    tables: [sums(report, groups, words), months(report, groups, words)],
    notes: [t('insights.note.refunds'), t('insights.note.transfers')],
  }
}

/** What was spent on before and is no more belongs into a comparison, or its column would not add up. */
function withGone(report: Body): Body {
  const { compared, months, total } = report
  if (compared === null) return report
  const nothing = { ...total.sum, minor: minor(0), key: null }
  const silent = unsaid(nothing)
  const gone = <L extends Line>(now: readonly L[], before: readonly L[], idOf: (line: L) => string | null): L[] => {
    const known = new Set(now.map(idOf))
    return [...now, ...before.filter((line) => !known.has(idOf(line))).map((line) => ({ ...line, sum: nothing, count: 0, average: silent, monthlyAverage: silent, share: 0, months: months.map(() => nothing) }))]
  }
  return { ...report, groups: gone(report.groups, compared.groups, ({ group }) => group), categories: gone(report.categories, compared.categories, ({ categoryId }) => categoryId) }
}

function sums(report: Body, groups: readonly Body['groups'][number][], words: Words) {
  const { t } = words
  const earlier = new Map((report.compared?.categories ?? []).map(({ categoryId, sum }) => [categoryId, sum]))
  const earlierGroups = new Map((report.compared?.groups ?? []).map(({ group, sum }) => [group, sum]))
  const compared = report.compared
  const cells = (line: Line, before: Line['sum'] | undefined) => [
    figure(line.sum), percent(line.share), count(line.count), figure(line.average), figure(line.monthlyAverage),
    ...comparedCell(compared, before, line.sum.currency),
  ]
  const rows = tree(report, groups, words, (line) => cells(line, 'categoryId' in line ? earlier.get(line.categoryId) : earlierGroups.get(line.group)))
  return {
    title: t('insights.table.categories'), head: t('insights.word.category'),
    columns: [end(t('insights.word.spending')), end(t('insights.word.share')), end(t('insights.word.count')), end(t('insights.word.average')), end(t('insights.word.monthlyAverage')), ...comparedColumn(compared, words)],
    rows: [...rows, { key: 'total', head: t('insights.word.total'), isTotal: true, cells: cells(report.total, compared?.total.sum) }],
  }
}

function months(report: Body, groups: readonly Body['groups'][number][], words: Words) {
  const { t } = words
  const unknown = report.months.map((month) => isUnknown(report, month))
  const cells = (line: Line) => line.months.map((sum, index) => figure(unknown[index] ? unsaid(sum) : sum))
  return {
    title: t('insights.table.byMonth'), head: t('insights.word.category'), columns: report.months.map((month) => end(words.month(month))),
    rows: [...tree(report, groups, words, cells), { key: 'total', head: t('insights.word.total'), isTotal: true, cells: cells(report.total) }],
  }
}

/** Groups with their categories under them, both the largest first. */
function tree(report: Body, groups: readonly Body['groups'][number][], words: Words, cells: (line: Body['groups'][number] | Body['categories'][number]) => Row['cells']): Row[] {
  return groups.flatMap((group) => {
    const parts = report.categories.filter((category) => category.group === group.group && category.categoryId !== null).toSorted(byAmount(({ sum }) => sum))
    return [
      { key: categoryGroupKey(group.group), head: words.group(group.group), cells: cells(group) },
      ...parts.map((part) => ({ key: part.categoryId ?? '', head: words.category(part.categoryId), level: 1 as const, cells: cells(part) })),
    ]
  })
}
