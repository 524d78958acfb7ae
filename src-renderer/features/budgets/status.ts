import { CATEGORIES, CATEGORY_GROUPS } from '#shared/categories.ts'
import { minor, type Money } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import { groupOf } from '../transactions/categories.ts'

export type BudgetRow = ReportOf<'budget'>['rows'][number]
export type BudgetTotal = NonNullable<ReportOf<'budget'>['total']>
export type SpendingLine = ReportOf<'spending'>['categories'][number]

/** How a budget goes: `by` says by how much it is over, or will be when its period ends. */
export interface Status { readonly kind: 'unknown' | 'over' | 'fast' | 'good' | 'kept'; readonly by: Money | null }

/** So much faster than time goes may be chance: rent is paid on the first. */
const PACE_LEEWAY = 10
const WHOLE = 100

/** Without a projection the pace decides; where the period is over, what is left. */
export function statusOf({ limit, carried, remaining, spent, projection, pace, elapsed }: BudgetTotal): Status {
  if (limit.minor === null || remaining.minor === null) return { kind: 'unknown', by: null }
  if (remaining.minor < 0) return { kind: 'over', by: money(Math.abs(remaining.minor), remaining) }
  if (elapsed !== null && elapsed >= WHOLE) return { kind: 'kept', by: null }
  const available = limit.minor + (carried.minor ?? 0)
  if (projection.minor !== null) return projection.minor > available ? { kind: 'fast', by: money(projection.minor - available, projection) } : { kind: 'good', by: null }
  return { kind: pace !== null && pace > PACE_LEEWAY && (spent.minor ?? 0) > 0 ? 'fast' : 'good', by: null }
}

const money = (value: number, { currency }: Figure): Money => ({ minor: minor(value), currency })

/** How far the bar goes, and how far the time: 0 to 100. Of a limit that cannot be said nothing is spent. */
export function barOf({ limit, carried, spent, elapsed }: BudgetTotal): { readonly spent: number; readonly elapsed: number } {
  const available = (limit.minor ?? 0) + (carried.minor ?? 0)
  const gone = Math.max(spent.minor ?? 0, 0)
  const share = limit.minor === null ? 0 : available > 0 ? (gone / available) * WHOLE : gone > 0 ? WHOLE : 0
  return { spent: Math.min(share, WHOLE), elapsed: Math.min(elapsed ?? 0, WHOLE) }
}

const PLACES = new Map(Object.keys(CATEGORY_GROUPS).flatMap((group) => [group, ...CATEGORIES.flatMap(({ id }) => (groupOf(id) === group ? [id] : []))]).map((id, index) => [id, index]))

/** Each group before its leaves, in the order of the taxonomy. */
export const inOrder = (rows: readonly BudgetRow[]): BudgetRow[] => rows.toSorted((left, right) => (PLACES.get(left.categoryId) ?? 0) - (PLACES.get(right.categoryId) ?? 0))

/** What was spent outside of every budget, most first. */
export function unbudgeted(categories: readonly SpendingLine[], rows: readonly BudgetRow[]): SpendingLine[] {
  const budgeted = new Set(rows.map(({ categoryId }) => categoryId))
  return categories
    .filter(({ categoryId, sum }) => (sum.minor ?? 0) > 0 && (categoryId === null || !(budgeted.has(categoryId) || budgeted.has(groupOf(categoryId)))))
    .toSorted((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0))
}

export interface Budgetable { readonly group: string; readonly leaves: readonly string[] }

/** What a budget can be for: what is spent or put by. A group stands for all of its leaves. */
export const BUDGETABLES: readonly Budgetable[] = Object.keys(CATEGORY_GROUPS).filter((group) => group !== 'income').map((group) => ({
  group,
  leaves: CATEGORIES.filter((category) => groupOf(category.id) === group && (category.class === 'expense' || category.class === 'saving')).map(({ id }) => id),
})).filter(({ leaves }) => leaves.length > 0)
