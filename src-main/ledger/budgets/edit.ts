import { BudgetsSchema, type BudgetLine, type Budgets } from '#shared/budgets.ts'
import { monthAfter, monthOf } from '#shared/budget-months.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import { BUDGET_LINES_MAX } from '#shared/ipc/limits.ts'
import type { WritableLedger } from '../database.ts'
import { logStep } from '../history.ts'
import { totalsCurrency } from '../settings.ts'
import { lineFor, readBudgets, writeBudgets } from './budgets.ts'

/** Call these inside `transact`. */
export function setBudget(db: WritableLedger, { category, month, limitMinor, period, carry, onlyThis }: Parsed<'budgets.set'>, at: Instant): Budgets {
  const { lines, monthStart } = readBudgets(db)
  const from = period === 'year' ? `${month.slice(0, 4)}-01` : month
  const after = period === 'year' ? monthAfter(from, 12) : monthAfter(from)
  const line: BudgetLine = { category, from, period, carry, limitMinor, currency: totalsCurrency(db) }
  // A yearly line speaks for its whole year.
  const others = lines.filter((one) => one.category !== category || one.from < from || one.from >= after)
  return change(db, { lines: [...others, line, ...(onlyThis ? asBefore(lines, line, after) : [])], monthStart }, at)
}

/** What holds after a line that is for one period alone: what held until then, or nothing. */
function asBefore(lines: readonly BudgetLine[], { category, from, ...line }: BudgetLine, after: string): BudgetLine[] {
  if (lines.some((one) => one.category === category && one.from === after)) return []
  const before = lineFor(lines, category, from)
  return [before ? { ...before, from: after } : { ...line, category, from: after, limitMinor: null }]
}

export function copyLast(db: WritableLedger, { month }: Parsed<'budgets.copyLast'>, at: Instant): Budgets {
  const { lines, monthStart } = readBudgets(db)
  return change(db, { lines: lines.filter(({ from }) => from !== month), monthStart }, at)
}

/** Monthly limits, each expiring or accumulating as it was. */
export function setLimits(db: WritableLedger, month: string, limits: ReadonlyMap<string, number>, at: Instant): Budgets {
  const { lines, monthStart } = readBudgets(db)
  const currency = totalsCurrency(db)
  const set = [...limits].map(([category, limit]) => ({ category, from: month, period: 'month' as const, carry: lineFor(lines, category, month)?.carry ?? 'expiring', limitMinor: limit, currency }))
  const others = lines.filter(({ category, from }) => !limits.has(category) || from !== month)
  return change(db, BudgetsSchema.parse({ lines: [...others, ...set], monthStart }), at)
}

export function deleteBudget(db: WritableLedger, { category, month }: Parsed<'budgets.delete'>, at: Instant): Budgets {
  const { lines, monthStart } = readBudgets(db)
  if (!lines.some((line) => line.category === category)) throw new AppFailure({ kind: 'not_found', what: 'budget' })
  const others = lines.filter((line) => line.category !== category || (month !== null && line.from < month))
  const before = month === null ? undefined : lineFor(others, category, month)
  return change(db, { lines: before && month !== null ? [...others, { ...before, from: month, limitMinor: null }] : others, monthStart }, at)
}

/** What holds today goes on holding, also where the month of today is now called by the name of the one before. */
export function setMonthStart(db: WritableLedger, monthStart: Budgets['monthStart'], { at, today }: { readonly at: Instant; readonly today: LocalDate }): Budgets {
  const { lines, monthStart: former } = readBudgets(db)
  const [was, is] = [former, monthStart].map((start) => monthOf(today, start))
  if (was === undefined || is === undefined || was <= is) return change(db, { lines, monthStart }, at)
  const earlier = new Set(lines.filter((line) => line === lineFor(lines, line.category, was) && lineFor(lines, line.category, is) === undefined))
  const kept = lines.filter(({ category, from }) => from !== is || ![...earlier].some((line) => line.category === category))
  return change(db, { lines: kept.map((line) => (earlier.has(line) ? { ...line, from: line.period === 'year' ? `${is.slice(0, 4)}-01` : is } : line)), monthStart }, at)
}

/** A step takes all budgets from one state to another, so that its undo is the same act. */
function change(db: WritableLedger, wanted: Budgets, at: Instant): Budgets {
  const before = readBudgets(db)
  const after = { ...wanted, lines: withoutEchoes(wanted.lines) }
  if (after.lines.length > BUDGET_LINES_MAX) throw new AppFailure({ kind: 'invalid_input', path: 'budgets' })
  if (JSON.stringify(before) === JSON.stringify(after)) return before
  writeBudgets(db, after)
  logStep(db, { label: 'edit-budgets', count: 1, forward: { kind: 'budgets', budgets: after }, inverse: { kind: 'budgets', budgets: before } }, at)
  return readBudgets(db)
}

/** A line that says what holds anyway would only stand in the way of a later change. */
function withoutEchoes(lines: readonly BudgetLine[]): BudgetLine[] {
  const kept: BudgetLine[] = []
  for (const line of lines.toSorted((left, right) => (left.category === right.category ? (left.from < right.from ? -1 : 1) : left.category < right.category ? -1 : 1))) {
    const last = kept.at(-1)
    const before = last?.category === line.category ? last : undefined
    if (before === undefined ? line.limitMinor !== null : !saysTheSame(before, line)) kept.push(line)
  }
  return kept
}

function saysTheSame(left: BudgetLine, right: BudgetLine): boolean {
  if (left.limitMinor === null || right.limitMinor === null) return left.limitMinor === right.limitMinor
  return left.limitMinor === right.limitMinor && left.period === right.period && left.carry === right.carry && left.currency === right.currency
}
