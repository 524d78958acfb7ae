import { minor, type Currency } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { TableModel, View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, before, below, byAmount, comparedCell, comparedColumn, count, day, end, figure, indexesOf, isUnknown, mark, percent, start, text, unsaid } from './parts.ts'

const BARS_MAX = 15

/** R16: who was paid, and who paid. */
export function presentMerchants(report: ReportOf<'merchants'>, words: Words): View {
  const { t } = words
  const { compared } = report
  const merchants = withGoneMerchants(report)
  const earlier = new Map((compared?.merchants ?? []).map(({ key, sum }) => [key, sum]))
  const paid = merchants.filter(({ sum }) => (sum.minor ?? 0) < 0).toSorted((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0))
  const drawn = paid.slice(0, BARS_MAX)
  const rest = merchants.filter(({ sum }) => (sum.minor ?? 0) >= 0).toSorted((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0))
  return {
    leads: [{ label: t('insights.word.counterparties'), cell: count(report.merchants.length) }, { label: t('insights.word.inLessOut'), cell: figure(report.total), ...before(compared?.total, words) }],
    chart: {
      kind: 'bars', currency: report.base, labels: drawn.map(({ name }) => name),
      series: [
        { name: t('insights.word.spending'), marks: drawn.map(({ sum }) => below(sum)) },
        ...(compared ? [{ name: t('insights.word.compared'), isBefore: true, marks: drawn.map(({ key }) => { const sum = earlier.get(key); return sum ? below(sum, compared.period) : bare(null) }) }] : []),
      ],
    },
    tables: [{
      title: t('insights.table.parties'), head: t('insights.word.counterparty'),
      columns: [end(t('insights.word.sum')), end(t('insights.word.count')), end(t('insights.word.average')), ...comparedColumn(compared, words), start(t('insights.word.category')), end(t('insights.word.first')), end(t('insights.word.last'))],
      rows: [
        ...[...paid, ...rest].map((merchant) => ({ key: merchant.key, head: merchant.name, cells: [figure(merchant.sum), count(merchant.count), figure(merchant.average), ...comparedCell(compared, earlier.get(merchant.key), report.base), text(words.category(merchant.categoryId)), day(merchant.firstOn), day(merchant.lastOn)] })),
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [figure(report.total), text(''), text(''), ...comparedCell(compared, compared?.total, report.base), text(''), text(''), text('')] },
      ],
    }],
    notes: [t('insights.note.lookThrough')],
  }
}

/** Who was paid before and is no more belongs into a comparison, or its column would not add up. */
function withGoneMerchants({ merchants, compared, base }: ReportOf<'merchants'>): ReportOf<'merchants'>['merchants'] {
  const known = new Set(merchants.map(({ key }) => key))
  return [...merchants, ...(compared?.merchants ?? []).filter(({ key }) => !known.has(key)).map((line) => ({ ...line, sum: nothing(base), count: 0, average: unknownIn(base) }))]
}

const nothing = (currency: Currency): Figure => ({ minor: minor(0), currency, key: null })
const unknownIn = (currency: Currency): Figure => unsaid(nothing(currency))

type Income = ReportOf<'income'>

/** R7: where income comes from, what of it is regular, and when the next is due. */
export function presentIncome(report: Income, words: Words): View {
  const { t } = words
  const unknown = report.months.map((month) => isUnknown(report, month))
  const markOf = (sum: Figure, index: number) => (unknown[index] ? bare(null) : mark(sum))
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
        { name: t('insights.word.regular'), stack: 'income', marks: report.regular.months.map(markOf) },
        { name: t('insights.word.irregular'), stack: 'income', marks: report.irregular.months.map(markOf) },
      ],
    },
    tables: [sourcesTable(report, words)],
    notes: [],
  }
}

function sourcesTable(report: Income, words: Words): TableModel {
  const { t } = words
  const { compared } = report
  const earlier = new Map((compared?.sources ?? []).map(({ key, sum }) => [key, sum]))
  const cells = (line: Income['total'], then: Figure | undefined) => [
    figure(line.sum), count(line.count), figure(line.monthlyAverage), figure(line.monthlyMedian), ...comparedCell(compared, then, report.base), figure(line.yearBefore), percent(line.change),
  ]
  const sum = (key: 'regular' | 'irregular' | 'total') => ({ key, head: t(`insights.word.${key}`), isTotal: true, cells: [...cells(report[key], compared?.[key].sum), text(''), text('')] })
  return {
    title: t('insights.table.sources'), head: t('insights.word.source'),
    columns: [
      end(t('insights.word.sum')), end(t('insights.word.count')), end(t('insights.word.monthlyAverage')), end(t('insights.word.monthlyMedian')), ...comparedColumn(compared, words),
      end(t('insights.word.yearBefore')), end(t('insights.word.changePercent')), start(t('insights.word.kind')), end(t('insights.word.next')),
    ],
    rows: [
      ...withGoneSources(report).toSorted(byAmount((source) => source.sum)).map((source) => ({
        key: source.key, head: source.counterparty, cells: [...cells(source, earlier.get(source.key)), text(t(source.isRegular ? 'insights.word.regular' : 'insights.word.irregular')), source.nextOn ? day(source.nextOn) : text('')],
      })),
      sum('regular'), sum('irregular'), sum('total'),
    ],
  }
}

/** Who paid before and does no more. */
function withGoneSources({ sources, compared, base }: Income): Income['sources'] {
  const known = new Set(sources.map(({ key }) => key))
  const gone = (compared?.sources ?? []).filter(({ key }) => !known.has(key))
  return [...sources, ...gone.map((line) => ({ ...line, sum: nothing(base), count: 0, monthlyAverage: unknownIn(base), monthlyMedian: unknownIn(base), yearBefore: unknownIn(base), change: null, nextOn: null }))]
}
