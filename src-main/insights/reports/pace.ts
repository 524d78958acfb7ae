import { monthFrom } from '#shared/budget-months.ts'
import { addDays, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { DayRange, FigureRows } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { livingRowsOf } from '#main/ledger/insights/rows.ts'
import { medianOf } from './averages.ts'
import type { BookedContract } from './contract-book.ts'
import { missingIn } from './coverage.ts'
import { derived, figure, figureRows } from './figures.ts'
import { share } from './flows.ts'
import { isKnown, type Frame, type ReportAccount } from './frame.ts'
import { postings, type Posting } from './postings.ts'

/** A cycle, and what it depends on: a salary's payments, or none where a month is the cycle. */
export interface Cycle { readonly cycle: DayRange; readonly pay: BookedContract | undefined }

const CYCLES_MAX = 6
/** Of one earlier cycle alone nobody can tell what is usual. */
const CYCLES_MIN = 2
/** Nobody lives from one bonus or thirteenth salary to the next, and a salary that stayed away makes no cycle of two. */
export const PAY_DAYS_MAX = 62

/** What was spent by each day of a cycle, and by that day of the cycles before it. */
export function paceOf(frame: Frame, current: Cycle): BodyOf<'available'>['pace'] {
  const { base, asOf } = frame
  const { cycle } = current
  const cycles = cyclesBefore(frame, current).filter((one) => isCovered(frame, one))
  const found = postings(frame, { from: cycles[0]?.from ?? cycle.from, to: asOf })
  const spent = spentBy(found, cycle)
  const begin = knownFrom(frame)
  const earlier = cycles.map((one) => spentBy(found, one))
  return {
    cycles,
    usualFrom: cycles.length < CYCLES_MIN ? usualFrom(frame, current, CYCLES_MIN - cycles.length) : null,
    days: spent.map((minor, index) => {
      const on = addDays(cycle.from, index)
      // A cycle that was shorter stays at what it came to.
      const then = cycles.length < CYCLES_MIN ? [] : earlier.map((sums) => sums[index] ?? sums.at(-1) ?? 0)
      // What nobody knows is not nothing.
      const known = on <= asOf && on >= begin
      return {
        on,
        spent: known ? figure(minor, base, `spent/${on}`) : derived(null, base), onDay: known ? figure(minor - (spent[index - 1] ?? 0), base, `day/${on}`) : derived(null, base),
        low: derived(then.length === 0 ? null : Math.min(...then), base), median: derived(medianOf(then), base), high: derived(then.length === 0 ? null : Math.max(...then), base),
      }
    }),
  }
}

/** `spent/2026-03-12`: from the cycle's first day to this one; `day/2026-03-12`: on it alone. */
export function paceRows(frame: Frame, cycle: DayRange, key: string): FigureRows | undefined {
  const [measure, on = ''] = key.split('/')
  const day = paceDays(cycle).find((one) => one === on)
  if ((measure !== 'spent' && measure !== 'day') || day === undefined || day > frame.asOf) return undefined
  const found = postings(frame, { from: measure === 'spent' ? cycle.from : day, to: day })
  return figureRows(found.map((posting) => [posting.id, spentIn(posting)] as const).filter(([, minor]) => minor !== 0), frame.base)
}

const lengthOf = ({ from, to }: DayRange): number => toDayNumber(to) - toDayNumber(from) + 1
const paceDays = (cycle: DayRange): LocalDate[] => Array.from({ length: lengthOf(cycle) }, (_, index) => addDays(cycle.from, index))

/** G6: contracts and everything else together. */
const spentIn = ({ categoryId, baseMinor }: Posting): number => share('spending', categoryId, baseMinor ?? 0)

/** The sum by each day of a cycle, the first to the last. */
function spentBy(found: readonly Posting[], cycle: DayRange): number[] {
  const first = toDayNumber(cycle.from)
  const sums = Array.from({ length: lengthOf(cycle) }, () => 0)
  for (const posting of found) {
    if (posting.bookedOn < cycle.from || posting.bookedOn > cycle.to) continue
    const index = toDayNumber(posting.bookedOn) - first
    sums[index] = (sums[index] ?? 0) + spentIn(posting)
  }
  let sum = 0
  return sums.map((minor) => (sum += minor))
}

/** The first day of which any account tells something. */
const knownFrom = ({ accounts, asOf }: Frame): LocalDate => accounts.flatMap(({ coverage, firstOn }) => [coverage[0]?.from ?? asOf, firstOn ?? asOf]).sort()[0] ?? asOf

/** Those of the same kind before it, the oldest first. */
function cyclesBefore(frame: Frame, { cycle, pay }: Cycle): DayRange[] {
  if (pay === undefined) return Array.from({ length: CYCLES_MAX }, (_, index) => monthFrom(cycle.from, index - CYCLES_MAX, frame.request.monthStart))
  // A salary may come in two rows of a day; more than that are not looked for.
  const rows = livingRowsOf(frame.db, pay.transactionIds.slice(-2 * (CYCLES_MAX + 1)))
  const paid = [...new Set(rows.map(({ bookedOn }) => bookedOn))].filter((on) => on < cycle.from).sort()
  const ends = [...paid.slice(1), cycle.from]
  return paid.map((from, index) => ({ from, to: addDays(ends[index] ?? cycle.from, -1) })).filter((one) => lengthOf(one) <= PAY_DAYS_MAX).slice(-CYCLES_MAX)
}

/** G8: nothing is told by a time that is not known of every account. */
const isCovered = ({ accounts }: Frame, cycle: DayRange): boolean => accounts.some(({ rowCount }) => rowCount > 0) && accounts.every((account) => isKnown(account, cycle))

/** The day on which as many more cycles are over, if every account goes on to be known. Another salary is about as far away as the last one. */
function usualFrom(frame: Frame, { cycle, pay }: Cycle, missing: number): LocalDate | null {
  if (!frame.accounts.some(({ rowCount, coverage }) => rowCount > 0 && coverage.length > 0)) return null
  const count = missing + (frame.accounts.every((account) => isBegun(account, cycle, frame.asOf)) ? 0 : 1)
  return pay === undefined ? monthFrom(cycle.from, count, frame.request.monthStart).from : addDays(cycle.from, count * lengthOf(cycle))
}

/** Whether the cycle may become a whole one: days since the last refresh will still come, a gap before them will not. */
function isBegun({ rowCount, coverage }: ReportAccount, cycle: DayRange, asOf: LocalDate): boolean {
  const last = coverage.at(-1)?.to
  if (rowCount === 0 || last === undefined || last < cycle.from) return rowCount === 0 || last !== undefined
  return missingIn({ from: cycle.from, to: last < asOf ? last : asOf }, coverage).length === 0
}
