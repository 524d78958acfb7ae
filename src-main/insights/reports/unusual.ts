import type { MonthStart } from '#shared/budget-months.ts'
import { addMonths, toDayNumber } from '#shared/dates.ts'
import { exponentOf } from '#shared/money.ts'
import type { Month } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { cellsOf, indexOn } from './cells.ts'
import { contractBook, contractPostings } from './contract-book.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import { share } from './flows.ts'
import { frameOf, type Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { monthAround } from './months.ts'
import { postings } from './postings.ts'
import { unusualAbove } from '../alerts/unusual.ts'

type Row = BodyOf<'unusual'>['rows'][number]

const HISTORY_MAX = 12
/** A month that has just begun says nothing yet of its end. */
const SETTLING_DAYS = 7
/** A contract that takes a quarter more than on average still takes what it always does. */
const USUAL_RISE = 0.25
/** In whole units: less is not worth a word. */
const LEAST_UNITS = 50

/**
 * R15: categories that cost far more in a month than in the complete months before it. What contracts take as they always do is
 * no news, however seldom they take it: it must still be far more without that.
 */
export const unusual: ReportModule<'unusual'> = {
  name: 'unusual',
  run: (frame) => {
    const wide = withHistory(frame)
    const spent = spentByMonth(wide)
    const first = wide.months.length - frame.months.length
    const { fixed, usual } = contractsByMonth(wide)
    const rows = wide.months.flatMap((month, index) => {
      if (index < first || !isJudged(month, frame)) return []
      const before = completeBefore(wide.months, index)
      return [...spent].flatMap(([categoryId, sums]) => judge(wide, { categoryId, sums, month, index, before, fixed: fixed.get(categoryId)?.[index] ?? 0, usual: usual.get(categoryId) ?? [] }))
    })
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
const isJudged = (month: Month, { asOf, request, today }: Frame): boolean => month.isComplete || (month.to === asOf && asOf <= today && isWholeFromStart(month, request.monthStart))
const isWholeFromStart = ({ from }: Month, monthStart: MonthStart): boolean => monthAround(from, monthStart).from === from

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

/** Which of the months before one it is held against. */
const completeBefore = (months: readonly Month[], index: number): number[] => months.slice(0, index).flatMap(({ isComplete }, at) => (isComplete && at >= index - HISTORY_MAX ? [at] : []))

interface Candidate { readonly categoryId: string; readonly sums: readonly number[]; readonly month: Month; readonly index: number; readonly before: readonly number[]; readonly fixed: number; readonly usual: readonly number[] }

function judge({ base, request }: Frame, { categoryId, sums, month, index, before, fixed, usual }: Candidate): Row[] {
  const spent = sums[index] ?? 0
  // What is below its usual limit now may only be so because the month is not over.
  const projected = spent <= 0 ? spent : projectedSpending(month, request.monthStart, spent, fixed)
  const least = LEAST_UNITS * 10 ** exponentOf(base)
  const found = unusualAbove(projected, before.map((at) => sums[at] ?? 0), least)
  if (found === null || unusualAbove(projected - (usual[index] ?? 0), before.map((at) => (sums[at] ?? 0) - (usual[at] ?? 0)), least) === null) return []
  return [{
    categoryId, month, comparedMonths: before.length, isScaled: projected !== spent,
    spent: figure(spent, base, `spent/${categoryId}/${month.key}`), onContracts: figure(fixed, base, `contracts/${categoryId}/${month.key}`), projected: derived(projected, base),
    median: derived(roundedShare(found.median, 1), base), limit: derived(roundedShare(found.limit, 1), base), above: derived(roundedShare(projected - found.median, 1), base),
  }]
}

type Sums = ReadonlyMap<string, readonly number[]>

/** By category, month by month: what contracts took, and what of it was as usual for them. */
function contractsByMonth(frame: Frame): { readonly fixed: Sums; readonly usual: Sums } {
  const [fixed, usual] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const { ofRow } = contractBook(frame)
  for (const { id, bookedOn, categoryId, minor, baseMinor } of contractPostings(frame, frame.period)) {
    if (categoryId === null) continue
    const spent = share('spending', categoryId, baseMinor ?? 0)
    const index = indexOn(frame.months, bookedOn)
    add(fixed, categoryId, index, spent)
    add(usual, categoryId, index, Math.round(spent * usualShare(minor, ofRow.get(id)?.averageMinor ?? 0)))
  }
  return { fixed, usual }
}

function add(sums: Map<string, number[]>, categoryId: string, index: number, value: number): void {
  const own = sums.get(categoryId) ?? []
  sums.set(categoryId, own)
  own[index] = (own[index] ?? 0) + value
}

/** All of a payment that is about what its contract takes on average; of a far higher one so much. */
function usualShare(minor: number, averageMinor: number): number {
  const [paid, average] = [Math.abs(minor), Math.abs(averageMinor)]
  return paid <= (1 + USUAL_RISE) * average ? 1 : average / paid
}

/** After its first days a month that runs is taken to go on as it began; what contracts cost comes once. */
function projectedSpending(month: Month, start: MonthStart, spent: number, fixed: number): number {
  if (month.isComplete) return spent
  const end = monthAround(month.from, start).to
  const [passed, whole] = [month.to, end].map((day) => toDayNumber(day) - toDayNumber(month.from) + 1)
  if (month.to >= end || passed === undefined || whole === undefined || passed <= SETTLING_DAYS) return spent
  return fixed + Math.floor(((spent - fixed) * whole) / passed + 0.5)
}
