import type { ReportOf } from '#shared/reports/report.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { before, below, count, day, end, figure, indexesOf, mark, percent, start, text } from './parts.ts'

const BARS_MAX = 15

/** R16: who was paid, and who paid. */
export function presentMerchants(report: ReportOf<'merchants'>, words: Words): View {
  const { t } = words
  const paid = report.merchants.filter(({ sum }) => (sum.minor ?? 0) < 0).toSorted((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0))
  const drawn = paid.slice(0, BARS_MAX)
  const rest = report.merchants.filter(({ sum }) => (sum.minor ?? 0) >= 0).toSorted((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0))
  return {
    leads: [{ label: t('insights.word.counterparties'), cell: count(report.merchants.length) }, { label: t('insights.word.inLessOut'), cell: figure(report.total), ...before(report.compared?.total, words) }],
    chart: { kind: 'bars', currency: report.base, labels: drawn.map(({ name }) => name), series: [{ name: t('insights.word.spending'), marks: drawn.map(({ sum }) => below(sum)) }] },
    tables: [{
      title: t('insights.table.parties'), head: t('insights.word.counterparty'),
      columns: [end(t('insights.word.sum')), end(t('insights.word.count')), end(t('insights.word.average')), start(t('insights.word.category')), end(t('insights.word.first')), end(t('insights.word.last'))],
      rows: [...paid, ...rest].map((merchant) => ({ key: merchant.key, head: merchant.name, cells: [figure(merchant.sum), count(merchant.count), figure(merchant.average), text(words.category(merchant.categoryId)), day(merchant.firstOn), day(merchant.lastOn)] })),
    }],
    notes: [t('insights.note.lookThrough')],
  }
}

/** R7: where income comes from, what of it is regular, and when the next is due. */
export function presentIncome(report: ReportOf<'income'>, words: Words): View {
  const { t } = words
  const sources = report.sources.toSorted((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0))
  const cells = (line: ReportOf<'income'>['total']) => [figure(line.sum), count(line.count), figure(line.monthlyAverage), figure(line.monthlyMedian), figure(line.yearBefore), percent(line.change)]
  const more = [text(''), text('')]
  return {
    leads: [
      { label: t('insights.word.income'), cell: figure(report.total.sum), ...before(report.compared?.total.sum, words) },
      { label: t('insights.word.monthlyAverage'), cell: figure(report.total.monthlyAverage), detail: t('insights.word.completeMonths', { count: report.completeMonths }) },
      ...(report.nextOn ? [{ label: t('insights.word.nextIncome'), cell: day(report.nextOn) }] : []),
      ...(report.total.change === null ? [] : [{ label: t('insights.word.sinceYear'), cell: percent(report.total.change) }]),
    ],
    chart: {
      kind: 'columns', currency: report.base, labels: report.months.map(words.month), partial: indexesOf(report.months, ({ isPartial }) => isPartial),
      series: [
        { name: t('insights.word.regular'), stack: 'income', marks: report.regular.months.map((sum) => mark(sum)) },
        { name: t('insights.word.irregular'), stack: 'income', marks: report.irregular.months.map((sum) => mark(sum)) },
      ],
    },
    tables: [{
      title: t('insights.table.sources'), head: t('insights.word.source'),
      columns: [end(t('insights.word.sum')), end(t('insights.word.count')), end(t('insights.word.monthlyAverage')), end(t('insights.word.monthlyMedian')), end(t('insights.word.yearBefore')), end(t('insights.word.changePercent')), start(t('insights.word.kind')), end(t('insights.word.next'))],
      rows: [
        ...sources.map((source) => ({ key: source.key, head: source.counterparty, cells: [...cells(source), text(t(source.isRegular ? 'insights.word.regular' : 'insights.word.irregular')), source.nextOn ? day(source.nextOn) : text('')] })),
        { key: 'regular', head: t('insights.word.regular'), isTotal: true, cells: [...cells(report.regular), ...more] },
        { key: 'irregular', head: t('insights.word.irregular'), isTotal: true, cells: [...cells(report.irregular), ...more] },
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [...cells(report.total), ...more] },
      ],
    }],
    notes: [],
  }
}

/** Where money comes from, through the household, to where it goes. */
export function presentFlow(income: ReportOf<'income'>, spending: ReportOf<'spending'>, flow: ReportOf<'cash-flow'>, words: Words): View {
  const { t } = words
  const home = t('insights.word.household')
  const positive = <T extends { sum: { minor: number | null } }>(list: readonly T[]): T[] => list.filter(({ sum }) => (sum.minor ?? 0) > 0).toSorted((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0))
  const sources = positive(income.sources)
  const groups = positive(spending.groups)
  const { saving, net } = flow.total.sum
  const left = (net.minor ?? 0) - (saving.minor ?? 0)
  const links = [
    ...sources.slice(0, 6).map(({ counterparty, sum }) => ({ source: counterparty, target: home, minor: sum.minor, key: null })),
    ...rest(sources.slice(6).map(({ sum }) => sum.minor ?? 0), t('insights.word.otherIncome')).map(({ name, minor }) => ({ source: name, target: home, minor, key: null })),
    ...(left < 0 ? [{ source: t('insights.word.fromSavings'), target: home, minor: -left, key: null }] : []),
    ...groups.slice(0, 10).map(({ group, sum }) => ({ source: home, target: words.group(group), minor: sum.minor, key: null })),
    ...rest(groups.slice(10).map(({ sum }) => sum.minor ?? 0), t('insights.word.otherSpending')).map(({ name, minor }) => ({ source: home, target: name, minor, key: null })),
    ...((saving.minor ?? 0) > 0 ? [{ source: home, target: t('insights.word.saving'), minor: saving.minor, key: null }] : []),
    ...(left > 0 ? [{ source: home, target: t('insights.word.net'), minor: left, key: null }] : []),
  ]
  return {
    leads: [{ label: t('insights.word.income'), cell: figure({ ...flow.total.sum.income, key: null }) }, { label: t('insights.word.spending'), cell: figure({ ...flow.total.sum.spending, key: null }) }, { label: t('insights.word.net'), cell: figure({ ...net, key: null }) }],
    chart: { kind: 'flow', currency: flow.total.currency, links },
    tables: [
      { title: t('insights.table.sources'), head: t('insights.word.source'), columns: [end(t('insights.word.sum'))], rows: sources.map(({ key, counterparty, sum }) => ({ key, head: counterparty, cells: [figure(sum)] })) },
      { title: t('insights.table.categories'), head: t('insights.word.category'), columns: [end(t('insights.word.spending'))], rows: groups.map(({ group, sum }) => ({ key: group ?? 'none', head: words.group(group), cells: [figure({ ...sum, key: null })] })) },
    ],
    notes: [t('insights.note.transfers')],
  }
}

const rest = (sums: readonly number[], name: string): { name: string; minor: number }[] => {
  const minor = sums.reduce((sum, value) => sum + value, 0)
  return minor > 0 ? [{ name, minor }] : []
}
