import type { DayRange } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, end, figure, indexesOf, isUnknown, mark, percent, rangeText, unsaid } from './parts.ts'

/** R8: what is left of the income. A month that still runs has its rate in the table only: before payday it says nothing. */
export function presentSavingsRate(asked: ReportOf<'savings-rate'>, words: Words): View {
  const report = { ...asked, months: asked.months.map((month) => (isUnknown(asked, month) ? { ...month, income: unsaid(month.income), spending: unsaid(month.spending), saved: unsaid(month.saved), rate: null } : month)) }
  const { t } = words
  const cells = (saved: ReportOf<'savings-rate'>['total'], period?: DayRange) => [figure(saved.income, period), figure(saved.spending, period), { ...figure(saved.saved, period), tinted: true }, percent(saved.rate)]
  const hasIncome = report.months.some(({ income }) => (income.minor ?? 0) > 0)
  return {
    leads: [
      { label: t('insights.word.rate'), cell: percent(report.total.rate), ...(typeof report.compared?.total.rate === 'number' && { detail: t('insights.word.before', { amount: words.percent(report.compared.total.rate / 100, 1) }) }) },
      ...report.trailing.map(({ months, count, rate }) => ({ label: t('insights.word.trailing', { count: months }), cell: percent(rate), detail: t('insights.word.completeMonths', { count }) })),
    ],
    chart: !hasIncome ? null : {
      kind: 'columns', currency: report.base, labels: report.months.map(words.month), partial: indexesOf(report.months, ({ isPartial }) => isPartial),
      series: [
        { name: t('insights.word.income'), marks: report.months.map(({ income }) => mark(income)) },
        { name: t('insights.word.spending'), marks: report.months.map(({ spending }) => mark(spending)) },
        { name: t('insights.word.rate'), isLine: true, isPercent: true, marks: report.months.map(({ rate, isPartial }) => bare(isPartial ? null : rate)) },
      ],
    },
    tables: !hasIncome ? [] : [{
      title: t('insights.table.months'), head: t('insights.word.month'), columns: [end(t('insights.word.income')), end(t('insights.word.spending')), end(t('insights.word.left')), end(t('insights.word.rate'))],
      rows: [
        ...report.months.map((month) => ({ key: month.key, head: month.isPartial ? t('insights.word.soFar', { month: words.month(month) }) : words.month(month), cells: cells(month) })).toReversed(),
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: cells(report.total) },
        ...(report.compared ? [{ key: 'compared', head: t('insights.word.comparedTo', { range: rangeText(report.compared.period, words) }), cells: cells(report.compared.total, report.compared.period) }] : []),
      ],
    }],
    notes: [t('insights.note.savingsRate')],
  }
}
