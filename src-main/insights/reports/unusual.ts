import { addMonths, toDayNumber } from '#shared/dates.ts'
import { exponentOf } from '#shared/money.ts'
import type { DayRange, Month } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { cellsOf, indexOn } from './cells.ts'
import { contractPostings } from './contract-book.ts'
import { derived, figure, figureRows } from './figures.ts'
import { share } from './flows.ts'
import { frameOf, type Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { monthEnd } from './months.ts'
import { postings } from './postings.ts'
import { unusualAbove } from '../alerts/unusual.ts'

type Row = BodyOf<'unusual'>['rows'][number]

const HISTORY_MAX = 12
/** A month that has just begun says nothing yet of its end. */
const SETTLING_DAYS = 7
/** In whole units: less is not worth a word. */
const LEAST_UNITS = 50

/** R15: categories that cost far more in a month than in the complete months before it. */
export const unusual: ReportModule<'unusual'> = {
  name: 'unusual',
  run: (frame) => {
    const wide = withHistory(frame)
    const spent = spentByMonth(wide)
    const first = wide.months.length - frame.months.length
    const fixed = fixedByMonth(wide, frame.period)
    const rows = wide.months.flatMap((month, index) => (index < first || !isJudged(month, frame) ? [] : [...spent].flatMap(([categoryId, sums]) => judge(wide, { categoryId, sums, month, index, fixed: fixed.get(`${month.key} ${categoryId}`) ?? 0 }))))
    return { rows: rows.sort((left, right) => (left.month.key === right.month.key ? (right.above.minor ?? 0) - (left.above.minor ?? 0) : left.month.key < right.month.key ? 1 : -1)) }
  },
  rows: (frame, key) => {
    const [name, categoryId, monthKey] = key.split('/')
    // A period that begins within a month judges all of that month.
    const month = withHistory(frame).months.find((one) => one.key === monthKey)
    if ((name !== 'spent' && name !== 'contracts') || month === undefined) return undefined
    const found = (name === 'spent' ? postings : contractPostings)(frame, month).filter((posting) => posting.categoryId === categoryId)
    return figureRows(found.map(({ id, baseMinor }) => [id, share('spending', categoryId ?? null, baseMinor ?? 0)] as const).filter(([, minor]) => minor !== 0), frame.base)
  },
}

/** The same report, with the year before it. */
function withHistory(frame: Frame): Frame {
  const first = frame.months[0]?.from ?? frame.period.from
  return frameOf(frame.db, { ...frame.request, from: addMonths(first, -HISTORY_MAX), to: frame.period.to, days: undefined }, frame.today)
}

/** Complete, or the one that runs on the report's own day. */
const isJudged = (month: Month, { asOf, request, today }: Frame): boolean => month.isComplete || (month.to === asOf && asOf <= today && monthEnd(month.from) >= asOf && isWholeFromStart(month, request.monthStart))
const isWholeFromStart = ({ from }: Month, monthStart: number): boolean => Number(from.slice(8)) === monthStart

/** Spending by category, month by month. What has no category is in none. */
function spentByMonth(frame: Frame): Map<string, number[]> {
  const spent = new Map<string, number[]>()
  for (const { index, categoryId, base } of cellsOf(frame, frame.months)) {
    if (categoryId === null) continue
    const minor = share('spending', categoryId, base.inMinor) + share('spending', categoryId, base.outMinor)
    const sums = spent.get(categoryId) ?? frame.months.map(() => 0)
    spent.set(categoryId, sums)
    sums[index] = (sums[index] ?? 0) + minor
  }
  return spent
}

interface Candidate { readonly categoryId: string; readonly sums: readonly number[]; readonly month: Month; readonly index: number; readonly fixed: number }

function judge(frame: Frame, { categoryId, sums, month, index, fixed }: Candidate): Row[] {
  const { base } = frame
  const history = frame.months.slice(Math.max(0, index - HISTORY_MAX), index).flatMap((one, at) => (one.isComplete ? [sums[Math.max(0, index - HISTORY_MAX) + at] ?? 0] : []))
  const spent = sums[index] ?? 0
  // What is below its usual limit now may only be so because the month is not over.
  const projected = spent <= 0 ? spent : projectedSpending(month, spent, fixed)
  const found = unusualAbove(projected, history, LEAST_UNITS * 10 ** exponentOf(base))
  if (found === null) return []
  return [{
    categoryId, month, comparedMonths: history.length, isScaled: projected !== spent,
    spent: figure(spent, base, `spent/${categoryId}/${month.key}`), onContracts: figure(fixed, base, `contracts/${categoryId}/${month.key}`), projected: derived(projected, base),
    median: derived(Math.round(found.median), base), limit: derived(Math.round(found.limit), base), above: derived(Math.round(projected - found.median), base),
  }]
}

/** What contracts took, by month and category. */
function fixedByMonth(frame: Frame, period: DayRange): Map<string, number> {
  const fixed = new Map<string, number>()
  for (const { bookedOn, categoryId, baseMinor } of contractPostings(frame, period)) {
    const key = `${frame.months[indexOn(frame.months, bookedOn)]?.key ?? ''} ${categoryId ?? ''}`
    fixed.set(key, (fixed.get(key) ?? 0) + share('spending', categoryId, baseMinor ?? 0))
  }
  return fixed
}

/** After its first days a month that runs is taken to go on as it began; what contracts cost comes once. */
function projectedSpending(month: Month, spent: number, fixed: number): number {
  const end = monthEnd(month.from)
  const [passed, whole] = [month.to, end].map((day) => toDayNumber(day) - toDayNumber(month.from) + 1)
  if (month.isComplete || month.to >= end || passed === undefined || whole === undefined || passed <= SETTLING_DAYS) return spent
  return fixed + Math.floor(((spent - fixed) * whole) / passed + 0.5)
}
