import type { Figure } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { ChartModel, Lead, TableModel } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, end, figure, mark } from './parts.ts'

type Available = ReportOf<'available'>
type PaceDay = Available['pace']['days'][number]

/** This cycle's spending by each day, before the range of the cycles before it. */
export function paceChart({ base, asOf, cycle, until, pace }: Available, words: Words): ChartModel {
  const { t } = words
  const today = pace.days.find(({ on }) => on === asOf)
  return {
    kind: 'days', currency: base, from: cycle.from, today: asOf, isArea: false,
    series: [
      { name: t('insights.word.spentSoFar'), marks: pace.days.map((day) => ({ ...mark(day.spent), ...detailOf(usually(day, words)) })) },
      ...(isUsualKnown(pace) ? [{ name: t('insights.word.usual'), isBefore: true, marks: pace.days.map(({ median }) => bare(median.minor)) }] : []),
    ],
    ...(isUsualKnown(pace) && {
      band: {
        name: t(`insights.word.range.${until}`, { count: pace.cycles.length }),
        low: { name: t('insights.word.least'), values: pace.days.map(({ low }) => low.minor) }, high: { name: t('insights.word.most'), values: pace.days.map(({ high }) => high.minor) },
      },
    }),
    ...(today && today.spent.minor !== null && { summary: [t('insights.chart.soFar', { amount: words.money({ minor: today.spent.minor, currency: base }) }), usually(today, words)].filter((part) => part !== undefined).join(', ') }),
  }
}

/** What it comes to today, and what it usually does by then. */
export function paceLead({ asOf, pace }: Available, words: Words): Lead[] {
  const today = pace.days.find(({ on }) => on === asOf)
  return today ? [{ label: words.t('insights.word.spentSoFar'), cell: figure(today.spent), ...detailOf(usually(today, words)) }] : []
}

/** Day by day, those to come too: by then it will usually have been so much. */
export function paceTable({ pace }: Available, { t, date }: Words): TableModel {
  const usual: readonly (readonly [string, (day: PaceDay) => Figure])[] = isUsualKnown(pace)
    ? [[t('insights.word.least'), ({ low }) => low], [t('insights.word.usual'), ({ median }) => median], [t('insights.word.most'), ({ high }) => high]]
    : []
  return {
    title: t('insights.table.days'), head: t('insights.word.day'),
    columns: [end(t('insights.word.onDay')), end(t('insights.word.spentSoFar')), ...usual.map(([title]) => end(title))],
    rows: pace.days.map((day) => ({ key: day.on, head: date(day.on, 'medium'), cells: [figure(day.onDay), figure(day.spent), ...usual.map(([, of]) => figure(of(day)))] })),
  }
}

/** What the range is made of, or what it takes for one and from when on that will be there. */
export function paceNote({ until, pace }: Available, { t, date }: Words): string {
  const [first, last] = [pace.cycles[0], pace.cycles.at(-1)]
  if (isUsualKnown(pace) && first && last) return t(`insights.note.pacing.${until}`, { count: pace.cycles.length, from: date(first.from), to: date(last.to) })
  return [t(`insights.note.unpaced.${until}`), ...(pace.usualFrom === null ? [] : [t('insights.none.from', { day: date(pace.usualFrom, 'medium') })])].join(' ')
}

const isUsualKnown = ({ days }: Available['pace']): boolean => days.some(({ median }) => median.minor !== null)
const detailOf = (detail: string | undefined): { detail?: string } => (detail === undefined ? {} : { detail })

/** `usually 640 to 980 € by this day`. */
function usually({ low, high }: PaceDay, { t, money }: Words): string | undefined {
  if (low.minor === null || high.minor === null) return undefined
  const [least, most] = [low, high].map(({ minor, currency }) => (minor === null ? '' : money({ minor, currency })))
  return least === most ? t('insights.chart.usuallyOne', { amount: least ?? '' }) : t('insights.chart.usually', { least: least ?? '', most: most ?? '' })
}
