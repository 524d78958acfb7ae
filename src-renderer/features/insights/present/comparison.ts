import type { ReportOf } from '#shared/reports/report.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { end, figure, mark, percent } from './parts.ts'

type Compared = ReportOf<'comparison'>['income']
const BARS_MAX = 14

/** R17: the period against the one before and against the year before, by as many days. */
export function presentComparison(report: ReportOf<'comparison'>, words: Words): View {
  const { t, date } = words
  const range = ({ from, to }: ReportOf<'comparison'>['current']) => `${date(from)} – ${date(to)}`
  const moved = report.categories.toSorted((left, right) => Math.abs(right.sincePrevious.minor ?? 0) - Math.abs(left.sincePrevious.minor ?? 0))
  const drawn = moved.filter(({ sincePrevious }) => (sincePrevious.minor ?? 0) !== 0).slice(0, BARS_MAX)
  const cells = (line: Compared) => [
    figure(line.current), figure(line.previous), figure(line.sincePrevious), percent(line.sincePreviousPercent), figure(line.yearBefore), figure(line.sinceYear), percent(line.sinceYearPercent),
  ]
  const sums = (['income', 'spending', 'saving', 'net'] as const).map((name) => ({ key: name, head: t(`insights.word.${name}`), isTotal: true, cells: cells(report[name]) }))
  return {
    leads: (['income', 'spending', 'net'] as const).map((name) => ({ label: t(`insights.word.${name}`), cell: figure(report[name].current), detail: t('insights.word.before', { amount: amount(report[name].previous, words) }) })),
    chart: { kind: 'bars', currency: report.base, labels: drawn.map(({ categoryId }) => words.category(categoryId)), series: [{ name: t('insights.word.sincePrevious'), marks: drawn.map(({ sincePrevious }) => mark(sincePrevious)) }] },
    tables: [{
      title: t('insights.table.comparison'), head: t('insights.word.category'),
      columns: [end(t('insights.word.now')), end(t('insights.word.previous')), end(t('insights.word.difference')), end('%'), end(t('insights.word.yearBefore')), end(t('insights.word.differenceYear')), end('% ')],
      rows: [...moved.map((line) => ({ key: line.categoryId ?? 'none', head: words.category(line.categoryId), cells: cells(line) })), ...sums],
    }],
    notes: [t('insights.note.comparison', { now: range(report.current), previous: range(report.previous), year: range(report.yearBefore) })],
  }
}

const amount = ({ minor, currency }: Compared['current'], { money }: Words): string => (minor === null ? '—' : money({ minor, currency }))
