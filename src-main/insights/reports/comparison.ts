import type { DayRange, Figure } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { cellsOf } from './cells.ts'
import { elapsed, periodBefore, yearBefore } from './compared.ts'
import { leavesOf } from './classes.ts'
import { derived, figure, figureRows, percent } from './figures.ts'
import { addInOut, isMeasure, noSums, share, type Measure, type Sums } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
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
    const sides: Readonly<Record<Period, Side>> = { current: sideOf(frame, periods.current), previous: sideOf(frame, periods.previous), yearBefore: sideOf(frame, periods.yearBefore) }
    const told = (key: string, of: (side: Side) => number): Body['income'] => compared(frame, key, { current: of(sides.current), previous: of(sides.previous), yearBefore: of(sides.yearBefore) })
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
    const counted: Measure = isMeasure(measure) ? measure : 'spending'
    return figureRows(found.map((posting) => [posting.id, share(counted, posting.categoryId, posting.baseMinor ?? 0)] as const).filter(([, minor]) => minor !== 0), frame.base)
  },
}

const periodsOf = (frame: Frame): Periods => ({ current: elapsed(frame), previous: periodBefore(frame), yearBefore: yearBefore(frame) })

function sideOf(frame: Frame, range: DayRange): Side {
  const sums = noSums()
  const spent = new Map<string | null, number>()
  for (const { categoryId, base } of cellsOf(frame, [range])) {
    addInOut(sums, categoryId, base)
    const minor = share('spending', categoryId, base.inMinor) + share('spending', categoryId, base.outMinor)
    if (minor !== 0) spent.set(categoryId, (spent.get(categoryId) ?? 0) + minor)
  }
  return { sums, spent }
}

function compared({ base }: Frame, key: string, { current, previous, yearBefore: before }: Readonly<Record<Period, number>>): Body['income'] {
  const told = (period: Period, value: number): Figure => figure(value, base, `${period}/${key}`)
  return {
    current: told('current', current), previous: told('previous', previous), yearBefore: told('yearBefore', before),
    sincePrevious: derived(current - previous, base), sincePreviousPercent: percent(current - previous, Math.abs(previous)),
    sinceYear: derived(current - before, base), sinceYearPercent: percent(current - before, Math.abs(before)),
  }
}
