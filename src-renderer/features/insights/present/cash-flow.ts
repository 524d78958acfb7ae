import type { Flow, Flows } from '#shared/reports/money-reports.ts'
import type { DayRange, Month } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { Cell, TableModel, View } from '../view.ts'
import type { Words } from '../words.ts'
import { before, below, end, figure, indexesOf, isUnknown, mark, rangeText, tinted, unsaid } from './parts.ts'

const COLUMNS = ['income', 'spending', 'net', 'saving', 'transfersIn', 'transfersOut', 'adjusting', 'revaluation', 'change'] as const

/** R5: what came in and went out month by month. */
export function presentCashFlow(asked: ReportOf<'cash-flow'>, words: Words): View {
  const report = withoutUnknown(asked)
  const { t } = words
  const { total, months, compared } = report
  const only = report.currencies.length === 1
  return {
    leads: [
      { label: t('insights.word.income'), cell: figure(total.sum.income), ...before(compared?.total.sum.income, words) },
      { label: t('insights.word.spending'), cell: figure(total.sum.spending), ...before(compared?.total.sum.spending, words) },
      { label: t('insights.word.net'), cell: tinted(total.sum.net), ...before(compared?.total.sum.net, words) },
    ],
    chart: {
      kind: 'columns', currency: total.currency, labels: months.map(words.month), partial: indexesOf(months, ({ isPartial }) => isPartial),
      series: [
        { name: t('insights.word.income'), stack: 'flow', marks: total.months.map(({ income }) => mark(income)) },
        { name: t('insights.word.spending'), stack: 'flow', marks: total.months.map(({ spending }) => below(spending)) },
        { name: t('insights.word.net'), isLine: true, marks: total.months.map(({ net }) => mark(net)) },
      ],
    },
    tables: [
      ...(only ? [] : report.currencies).map((flows) => table(flows, months, words, flows.currency, then(report, ({ currencies }) => currencies.find(({ currency }) => currency === flows.currency)))),
      table(total, months, words, only ? '' : t('insights.word.inBase', { currency: total.currency }), then(report, (earlier) => earlier.total)),
    ],
    notes: [t('insights.note.transfers')],
  }
}

/** Months of which nothing is known say nothing, not that nothing moved. */
function withoutUnknown(report: ReportOf<'cash-flow'>): ReportOf<'cash-flow'> {
  const unknown = report.months.map((month) => isUnknown(report, month))
  if (!unknown.includes(true)) return report
  const told = (flows: Flows): Flows => ({ ...flows, months: flows.months.map((flow, index) => (unknown[index] ? silent(flow) : flow)) })
  return { ...report, currencies: report.currencies.map(told), total: told(report.total) }
}

const silent = (flow: Flow): Flow => ({
  income: unsaid(flow.income), spending: unsaid(flow.spending), net: unsaid(flow.net), saving: unsaid(flow.saving), transfersIn: unsaid(flow.transfersIn),
  transfersOut: unsaid(flow.transfersOut), adjusting: unsaid(flow.adjusting), revaluation: unsaid(flow.revaluation), change: unsaid(flow.change),
})

interface Then { readonly period: DayRange; readonly sum: Flow }

/** The same sums of the period that it is compared with. */
function then({ compared }: ReportOf<'cash-flow'>, of: (compared: NonNullable<ReportOf<'cash-flow'>['compared']>) => Flows | undefined): Then | undefined {
  const flows = compared === null ? undefined : of(compared)
  return flows && compared ? { period: compared.period, sum: flows.sum } : undefined
}

function table({ months: flows, sum }: Flows, months: readonly Month[], words: Words, suffix: string, earlier: Then | undefined): TableModel {
  const { t } = words
  const shown = COLUMNS.filter((column) => !['adjusting', 'revaluation'].includes(column) || [...flows, sum].some((flow) => (flow[column].minor ?? 0) !== 0))
  const cells = (flow: Flow, period?: DayRange): Cell[] => shown.map((column) => ({ ...figure(flow[column], period), ...((column === 'net' || column === 'change') && { tinted: true }) }))
  const rows = months.flatMap((month, index) => {
    const flow = flows[index]
    return flow ? [{ key: month.key, head: month.isPartial ? t('insights.word.soFar', { month: words.month(month) }) : words.month(month), cells: cells(flow) }] : []
  })
  return {
    title: [t('insights.table.months'), suffix].filter((part) => part !== '').join(' · '), head: t('insights.word.month'), columns: shown.map((column) => end(t(`insights.word.${column}`))),
    rows: [...rows.toReversed(), { key: 'sum', head: t('insights.word.total'), isTotal: true, cells: cells(sum) }, ...(earlier ? [{ key: 'compared', head: t('insights.word.comparedTo', { range: rangeText(earlier.period, words) }), cells: cells(earlier.sum, earlier.period) }] : [])],
  }
}
