import type { Flow, Flows } from '#shared/reports/money-reports.ts'
import type { Month } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { Cell, TableModel, View } from '../view.ts'
import type { Words } from '../words.ts'
import { before, below, end, figure, indexesOf, mark, tinted } from './parts.ts'

const COLUMNS = ['income', 'spending', 'net', 'saving', 'transfersIn', 'transfersOut', 'adjusting', 'revaluation', 'change'] as const

/** R5: what came in and went out month by month. */
export function presentCashFlow(report: ReportOf<'cash-flow'>, words: Words): View {
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
    tables: [...(only ? [] : report.currencies), total].map((flows) => table(flows, months, words, only ? '' : flows === total ? t('insights.word.inBase', { currency: flows.currency }) : flows.currency)),
    notes: [t('insights.note.transfers')],
  }
}

function table({ months: flows, sum }: Flows, months: readonly Month[], words: Words, suffix: string): TableModel {
  const { t } = words
  const shown = COLUMNS.filter((column) => !['adjusting', 'revaluation'].includes(column) || [...flows, sum].some((flow) => (flow[column].minor ?? 0) !== 0))
  const cells = (flow: Flow): Cell[] => shown.map((column) => (column === 'net' || column === 'change' ? tinted(flow[column]) : figure(flow[column])))
  const rows = months.flatMap((month, index) => {
    const flow = flows[index]
    return flow ? [{ key: month.key, head: month.isPartial ? t('insights.word.soFar', { month: words.month(month) }) : words.month(month), cells: cells(flow) }] : []
  })
  return {
    title: [t('insights.table.months'), suffix].filter((part) => part !== '').join(' · '), head: t('insights.word.month'), columns: shown.map((column) => end(t(`insights.word.${column}`))),
    rows: [...rows.toReversed(), { key: 'sum', head: t('insights.word.total'), isTotal: true, cells: cells(sum) }],
  }
}
