import type { MonthStart } from '#shared/budget-months.ts'
import { addDays } from '#shared/dates.ts'
import type { DayRange, Figure } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { cellsOf, type Cell } from './cells.ts'
import { elapsed, periodBefore, yearBefore } from './compared.ts'
import { isCategoryKnown, leavesOf } from './classes.ts'
import { reachOf, type Reach } from './coverage.ts'
import { derived, figure, figureRows, percent } from './figures.ts'
import { addInOut, isMeasure, noSums, share, type Measure, type Sums } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { monthPieces } from './months.ts'
import { postings } from './postings.ts'

type Body = BodyOf<'comparison'>

/** What was spent in every category, beside the sums. */
interface Side { readonly sums: Sums; readonly spent: ReadonlyMap<string | null, number> }

const PERIODS = ['current', 'previous', 'yearBefore'] as const
type Period = (typeof PERIODS)[number]
type Periods = Readonly<Record<Period, DayRange>>

/** R17: the period against the one before it and the same days a year earlier. */
export const comparison: ReportModule<'comparison'> = {
  name: 'comparison',
  run: (frame) => {
    const periods = periodsOf(frame)
    const sides = sidesOf(frame, periods)
    const reach = { previous: reachOf(frame.accounts, periods.previous), yearBefore: reachOf(frame.accounts, periods.yearBefore) }
    const told = (key: string, of: (side: Side) => number): Body['income'] => compared(frame, key, { current: of(sides.current), previous: of(sides.previous), yearBefore: of(sides.yearBefore) }, reach)
    const measured = (measure: Measure): Body['income'] => told(measure, ({ sums }) => sums[measure])
    const categories = [...new Set(PERIODS.flatMap((period) => [...sides[period].spent.keys()]))]
    return {
      ...periods,
      income: measured('income'), spending: measured('spending'), saving: measured('saving'), net: measured('net'),
      categories: categories.map((categoryId) => ({ categoryId, ...told(`category/${categoryId ?? 'none'}`, ({ spent }) => spent.get(categoryId) ?? 0) }))
        .sort((left, right) => (right.current.minor ?? 0) - (left.current.minor ?? 0)),
    }
  },
  rows: (frame, key) => {
    const [period = '', measure = '', categoryId = ''] = key.split('/')
    const range = PERIODS.some((one) => one === period) ? periodsOf(frame)[period as Period] : undefined
    if (!range || (measure !== 'category' && !isMeasure(measure))) return undefined
    const { ids, withNone } = leavesOf([categoryId])
    const found = postings(frame, range).filter((posting) => measure !== 'category' || (posting.categoryId === null ? withNone : ids.includes(posting.categoryId)))
    if (measure === 'category' && found.length === 0 && !isCategoryKnown(categoryId)) return undefined
    const counted: Measure = isMeasure(measure) ? measure : 'spending'
    return figureRows(found.map((posting) => [posting.id, share(counted, posting.categoryId, posting.baseMinor ?? 0)] as const).filter(([, minor]) => minor !== 0), frame.base)
  },
}

const periodsOf = (frame: Frame): Periods => ({ current: elapsed(frame), previous: periodBefore(frame), yearBefore: yearBefore(frame) })

/** The three periods may overlap: the days of all of them are added up once, in pieces that lie in a period or do not. */
function sidesOf(frame: Frame, periods: Periods): Readonly<Record<Period, Side>> {
  const pieces = piecesOf(Object.values(periods), frame.request.monthStart)
  const cells = cellsOf(frame, pieces)
  const sideOf = ({ from, to }: DayRange): Side => {
    const isInside = pieces.map((piece) => piece.from >= from && piece.to <= to)
    return addedUp(cells.filter(({ index }) => isInside[index]))
  }
  return { current: sideOf(periods.current), previous: sideOf(periods.previous), yearBefore: sideOf(periods.yearBefore) }
}

/** Cut where a month or a period begins or ends. */
function piecesOf(periods: readonly DayRange[], monthStart: MonthStart): DayRange[] {
  const cuts = [...new Set(periods.flatMap((period) => [...monthPieces(period, monthStart).map(({ from }) => from), addDays(period.to, 1)]))].sort()
  return cuts.slice(0, -1).map((from, place) => ({ from, to: addDays(cuts[place + 1] ?? from, -1) })).filter(({ from }) => periods.some((period) => from >= period.from && from <= period.to))
}

function addedUp(cells: readonly Cell[]): Side {
  const sums = noSums()
  const spent = new Map<string | null, number>()
  for (const { categoryId, base } of cells) {
    addInOut(sums, categoryId, base)
    const minor = share('spending', categoryId, base.inMinor) + share('spending', categoryId, base.outMinor)
    if (minor !== 0) spent.set(categoryId, (spent.get(categoryId) ?? 0) + minor)
  }
  return { sums, spent }
}

/** What the ledger does not reach back to is not nothing; and what it reaches back to in part says nothing about a change. */
function compared({ base }: Frame, key: string, { current, previous, yearBefore: before }: Readonly<Record<Period, number>>, reach: Readonly<Record<'previous' | 'yearBefore', Reach>>): Body['income'] {
  const told = (period: Period, value: number): Figure => (period !== 'current' && reach[period] === 'none' ? derived(null, base) : figure(value, base, `${period}/${key}`))
  const [isOfPrevious, isOfYear] = [reach.previous === 'whole', reach.yearBefore === 'whole']
  return {
    current: told('current', current), previous: told('previous', previous), yearBefore: told('yearBefore', before),
    sincePrevious: derived(isOfPrevious ? current - previous : null, base), sincePreviousPercent: isOfPrevious ? percent(current - previous, Math.abs(previous)) : null,
    sinceYear: derived(isOfYear ? current - before : null, base), sinceYearPercent: isOfYear ? percent(current - before, Math.abs(before)) : null,
  }
}
