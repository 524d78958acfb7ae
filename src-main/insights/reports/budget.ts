import { currency as toCurrency } from '#shared/money.ts'
import { BUDGETABLE, type BudgetLine } from '#shared/budgets.ts'
import { monthAfter, monthOf, monthSpan, yearSpan, type MonthStart, type Span } from '#shared/budget-months.ts'
import { addDays, toDayNumber } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { lineFor, readBudgets } from '#main/ledger/budgets/budgets.ts'
import { MONTH_DAYS } from '../forecast/variable.ts'
import { medianOf } from './averages.ts'
import { cellsOf } from './cells.ts'
import { contractBook, isOutgoing, money, stillDue, worthOf } from './contract-book.ts'
import { derived, figure, figureRows, percent } from './figures.ts'
import { share } from './flows.ts'
import { isKnown, type Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { postings } from './postings.ts'

type Body = BodyOf<'budget'>
type Row = Body['rows'][number]

/** What is left of a period decides nothing where fewer complete months are known, and older ones say little. */
const MONTHS_MIN = 3
const MONTHS_MAX = 6

/** R18: budgets in the month, or the year, that the report's day lies in. */
export const budget: ReportModule<'budget'> = {
  name: 'budget',
  run: (frame) => {
    const { lines, monthStart } = readBudgets(frame.db)
    const month = monthOf(frame.asOf, monthStart)
    const current = [...new Set(lines.map(({ category }) => category))].flatMap((category) => lineFor(lines, category, month) ?? [])
    const usual = usualBySpending(frame, month, monthStart)
    const spent = spentByMonth(frame, current.map((line) => earliest(lines, line, month)).sort()[0] ?? month, month, monthStart)
    const rows = current.map((line) => rowOf(frame, { line, lines, month, monthStart, usual, spent }))
    return { month, rows, total: totalOf(frame, rows, monthSpan(month, monthStart)) }
  },
  rows: (frame, key) => {
    const { lines, monthStart } = readBudgets(frame.db)
    const month = monthOf(frame.asOf, monthStart)
    const line = key.startsWith('spent/') ? lineFor(lines, key.slice('spent/'.length), month) : undefined
    const monthly = (category: string): boolean => lineFor(lines, category, month)?.period === 'month'
    if (key === 'spent') return figureRows(spentRows(frame, monthSpan(month, monthStart), (id) => monthly(id) || monthly(groupName(id))), frame.base)
    return line && figureRows(spentRows(frame, spanOf(line, month, monthStart), (id) => isWithin(id, line.category)), frame.base)
  },
}

const groupName = (leaf: string): string => leaf.split('.')[0] ?? leaf
const isWithin = (leaf: string, category: string): boolean => leaf === category || groupName(leaf) === category
const spanOf = ({ period }: BudgetLine, month: string, start: MonthStart): Span => (period === 'year' ? yearSpan(month.slice(0, 4), start) : monthSpan(month, start))

/** What counts against a budget: what is spent, or put by, less what came back. */
const against = (categoryId: string | null, minor: number): number => (BUDGETABLE.has(categoryId ?? '') ? share('spending', categoryId, minor) + share('saving', categoryId, minor) : 0)

function spentRows(frame: Frame, { from }: Span, counts: (leaf: string) => boolean): (readonly [number, number])[] {
  return postings(frame, { from, to: frame.asOf })
    .filter(({ categoryId }) => categoryId !== null && counts(categoryId))
    .map(({ id, categoryId, baseMinor }) => [id, against(categoryId, baseMinor ?? 0)] as const).filter(([, minor]) => minor !== 0)
}

interface Setting { readonly line: BudgetLine; readonly lines: readonly BudgetLine[]; readonly month: string; readonly monthStart: MonthStart; readonly usual: ReadonlyMap<string, readonly number[]> | null; readonly spent: SpentByMonth }

function rowOf(frame: Frame, setting: Setting): Row {
  const { line, month, monthStart, usual } = setting
  const { base, asOf } = frame
  const span = spanOf(line, month, monthStart)
  const { contracts } = contractBook(frame)
  const due = stillDue(frame, contracts.filter((contract) => isOutgoing(contract) && isWithin(contract.category ?? '', line.category)), span.to).filter(({ on }) => asOf <= frame.today || on >= span.from)
  const contractsDue = due.reduce((sum, { contract, minor }) => sum - (worthOf(frame, minor, contract.currency) ?? 0), 0)
  const spent = spentOn(setting, line, month)
  const everyday = usual && usualFor(usual, line.category)
  const left = toDayNumber(span.to) - toDayNumber(asOf)
  const limit = worthOf(frame, line.limitMinor ?? 0, line.currency)
  const carried = line.carry === 'accumulating' ? carriedOver(frame, setting) : null
  return {
    categoryId: line.category, every: line.period, isAccumulating: line.carry === 'accumulating',
    ownLimit: money(line.limitMinor ?? 0, toCurrency(line.currency)), currency: toCurrency(line.currency),
    ...told(frame, { span, limit, carried, isCarrying: line.carry === 'accumulating', spent, contractsDue, projection: everyday === null ? null : spent + contractsDue + Math.floor((everyday * left) / MONTH_DAYS + 0.5) }),
    spent: figure(spent, base, `spent/${line.category}`),
  }
}

function usualFor(usual: ReadonlyMap<string, readonly number[]>, category: string): number {
  const its = [...usual].flatMap(([leaf, sums]) => (isWithin(leaf, category) ? [sums] : []))
  return medianOf((its[0] ?? []).map((_, index) => its.reduce((sum, sums) => sum + (sums[index] ?? 0), 0))) ?? 0
}

interface Told { readonly span: Span; readonly limit: number | null; readonly carried: number | null; readonly isCarrying: boolean; readonly spent: number; readonly contractsDue: number; readonly projection: number | null }

function told({ base, asOf, today }: Frame, { span, limit, carried, isCarrying, spent, contractsDue, projection }: Told): Omit<NonNullable<Body['total']>, 'spent'> {
  // No more of a period is over than today knows of, whatever day to come it is looked at from.
  const upTo = asOf <= today ? asOf : today < span.from ? addDays(span.from, -1) : today
  const [passed, whole] = [upTo, span.to].map((day) => toDayNumber(day) - toDayNumber(span.from) + 1)
  const elapsed = percent(passed ?? 0, whole ?? 1)
  const used = limit === null ? null : percent(spent, limit)
  return {
    period: span, limit: derived(limit, base), carried: derived(carried, base),
    remaining: derived(limit === null || (isCarrying && carried === null) ? null : limit + (carried ?? 0) - spent, base),
    pace: used === null || elapsed === null ? null : Math.round((used - elapsed) * 10) / 10, elapsed,
    contractsDue: derived(contractsDue, base), projection: derived(projection, base),
  }
}

/** By month and leaf, up to the report's day. */
type SpentByMonth = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What every month took from every category, all in one go. */
function spentByMonth(frame: Frame, from: string, to: string, monthStart: MonthStart): SpentByMonth {
  const months: string[] = []
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month)
  const spans = months.map((month) => monthSpan(month, monthStart)).map((span) => ({ from: span.from, to: span.to < frame.asOf ? span.to : frame.asOf }))
  const spent = new Map(months.map((month) => [month, new Map<string, number>()]))
  for (const { index, categoryId, base } of cellsOf(frame, spans)) {
    const its = spent.get(months[index] ?? '')
    if (categoryId !== null) its?.set(categoryId, (its.get(categoryId) ?? 0) + against(categoryId, base.inMinor) + against(categoryId, base.outMinor))
  }
  return spent
}

/** What the period that a month lies in took from a line's category. */
function spentOn({ spent }: Setting, { period, category }: BudgetLine, month: string): number {
  const months = period === 'year' ? Array.from({ length: 12 }, (_, index) => monthAfter(`${month.slice(0, 4)}-01`, index)) : [month]
  return months.reduce((sum, one) => sum + [...spent.get(one) ?? []].reduce((all, [leaf, minor]) => all + (isWithin(leaf, category) ? minor : 0), 0), 0)
}

/** The periods before, since the budget began to accumulate without a break, latest first. */
function accumulatedBefore(lines: readonly BudgetLine[], line: BudgetLine, month: string): { readonly line: BudgetLine; readonly month: string }[] {
  const earlier: { readonly line: BudgetLine; readonly month: string }[] = []
  const step = line.period === 'year' ? -12 : -1
  for (let at = monthAfter(line.period === 'year' ? `${month.slice(0, 4)}-01` : month, step); line.carry === 'accumulating'; at = monthAfter(at, step)) {
    const before = lineFor(lines, line.category, at)
    if (before?.carry !== 'accumulating' || before.period !== line.period) break
    earlier.push({ line: before, month: at })
  }
  return earlier
}

/** The first month that a line's figures are made of. */
const earliest = (lines: readonly BudgetLine[], line: BudgetLine, month: string): string =>
  accumulatedBefore(lines, line, month).at(-1)?.month ?? (line.period === 'year' ? `${month.slice(0, 4)}-01` : month)

/** What earlier periods left over, or overspent; null where a limit cannot be converted. One that is not over yet leaves nothing that is known. */
const carriedOver = (frame: Frame, setting: Setting): number | null => accumulatedBefore(setting.lines, setting.line, setting.month)
  .filter(({ line, month }) => spanOf(line, month, setting.monthStart).to < frame.today)
  .reduce<number | null>((sum, { line, month }) => {
    const limit = worthOf(frame, line.limitMinor ?? 0, line.currency)
    return sum === null || limit === null ? null : sum + limit - spentOn(setting, line, month)
  }, 0)

/** What the last complete months took from each category beside contracts; null where they are too few. */
function usualBySpending(frame: Frame, month: string, monthStart: MonthStart): Map<string, number[]> | null {
  const spans = Array.from({ length: MONTHS_MAX }, (_, index) => monthSpan(monthAfter(month, index - MONTHS_MAX), monthStart))
    .filter((span) => frame.accounts.some(({ rowCount }) => rowCount > 0) && frame.accounts.every((account) => isKnown(account, span)))
  if (spans.length < MONTHS_MIN) return null
  const { ofRow } = contractBook(frame)
  const sums = new Map<string, number[]>()
  for (const [index, span] of spans.entries()) for (const { id, categoryId, baseMinor } of postings(frame, span)) {
    if (categoryId === null || ofRow.has(id)) continue
    const its = sums.get(categoryId) ?? spans.map(() => 0)
    sums.set(categoryId, its)
    its[index] = (its[index] ?? 0) + against(categoryId, baseMinor ?? 0)
  }
  return sums
}

/** The monthly budgets together; what a group and its own category both count, counts once. */
function totalOf(frame: Frame, rows: readonly Row[], span: Span): Body['total'] {
  const monthly = rows.filter(({ every }) => every === 'month')
  const groups = new Set(monthly.map(({ categoryId }) => categoryId))
  const top = monthly.filter(({ categoryId }) => !categoryId.includes('.') || !groups.has(groupName(categoryId)))
  if (top.length === 0) return null
  const sum = (amount: (row: Row) => number | null, of = top): number | null => of.reduce<number | null>((all, row) => (all === null || amount(row) === null ? null : all + (amount(row) ?? 0)), 0)
  const spent = sum((row) => row.spent.minor) ?? 0
  const carrying = top.filter(({ isAccumulating }) => isAccumulating)
  const isCarrying = carrying.length > 0
  return {
    ...told(frame, {
      span, limit: sum((row) => row.limit.minor), carried: isCarrying ? sum((row) => row.carried.minor, carrying) : null, isCarrying, spent,
      contractsDue: sum((row) => row.contractsDue.minor) ?? 0, projection: sum((row) => row.projection.minor),
    }),
    spent: figure(spent, frame.base, 'spent'),
  }
}
