import { BUDGETABLE } from '#shared/budgets.ts'
import { monthAfter, monthSpan, type MonthStart, type Span } from '#shared/budget-months.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Currency } from '#shared/money.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

/** Net: what came back to a category lowers it. Booked rows of accounts in one currency; a divided row by its parts. */
const SPENT = /* sql */ `
  SELECT posting.category_id, -sum(posting.amount_minor)
    FROM posting JOIN account ON account.id = posting.account_id
   WHERE posting.is_pending = 0 AND posting.category_id IS NOT NULL AND posting.booked_on BETWEEN :from AND :to AND account.currency = :currency
   GROUP BY 1`
const FIRST = /* sql */ `SELECT min(booked_on) FROM txn WHERE deleted_at IS NULL AND is_pending = 0`

export interface Usual {
  /** How many complete months before this one there were, at most as many as asked. */
  readonly months: number
  /** By leaf and by group, rounded half up; only what is above nothing. */
  readonly averages: ReadonlyMap<string, number>
}

/** What was spent on average in the complete months before one. */
export function usualSpending(db: ReadableLedger, { month, months, currency, monthStart }: { month: string; months: number; currency: Currency; monthStart: MonthStart }): Usual {
  const first = db.column<LocalDate | null>(FIRST).get() ?? null
  const spans = Array.from({ length: months }, (_, index) => monthSpan(monthAfter(month, -1 - index), monthStart)).filter(({ from }) => first !== null && first <= from)
  const sums = new Map<string, number>()
  for (const span of spans) for (const [category, spent] of spentIn(db, span, currency)) sums.set(category, (sums.get(category) ?? 0) + spent)
  const averages = [...sums].map(([category, sum]) => [category, Math.floor((2 * sum + spans.length) / (2 * spans.length))] as const)
  return { months: spans.length, averages: new Map(averages.filter(([, average]) => average > 0)) }
}

function spentIn(db: ReadableLedger, { from, to }: Span, currency: Currency): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [category, spent] of db.tuples<readonly [string, number]>(SPENT).all({ from, to, currency })) {
    if (!BUDGETABLE.has(category)) continue
    const [group = ''] = category.split('.')
    for (const id of [category, group]) sums.set(id, (sums.get(id) ?? 0) + spent)
  }
  return sums
}
