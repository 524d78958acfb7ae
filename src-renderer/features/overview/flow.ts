import { CATEGORIES } from '#shared/categories.ts'
import { addMonths, type LocalDate } from '#shared/dates.ts'
import { addMoney, minor, type Currency, type Money } from '#shared/money.ts'
import type { CashFlowCell } from '#renderer/stores/reports.ts'
import { firstOfMonth } from '../charts/series.ts'

export interface Days { readonly from: LocalDate; readonly to: LocalDate }

/** This month until today, and the same days of the month before: 31 March is held against 28 February. */
export function monthToDate(today: LocalDate): { readonly now: Days; readonly before: Days } {
  const from = firstOfMonth(today)
  return { now: { from, to: today }, before: { from: addMonths(from, -1), to: addMonths(today, -1) } }
}

/** What came in and what went out, as amounts with their sign. */
export interface Flow { readonly currency: Currency; readonly income: Money; readonly spending: Money; readonly count: number }

const TRANSFERS = new Set(CATEGORIES.filter(({ class: kind }) => kind === 'transfer').map(({ id }) => id))
export const isTransfer = ({ categoryId }: Pick<CashFlowCell, 'categoryId'>): boolean => categoryId !== null && TRANSFERS.has(categoryId)

/** One flow per currency, the busiest first. Money moved between own accounts is neither income nor spending. */
export function flowsOf(cells: readonly CashFlowCell[]): Flow[] {
  const own = cells.filter((cell) => !isTransfer(cell))
  return [...Map.groupBy(own, ({ currency }) => currency)].map(([currency, part]) => ({
    currency,
    income: { minor: minor(part.reduce((sum, { inMinor }) => sum + inMinor, 0)), currency },
    spending: { minor: minor(part.reduce((sum, { outMinor }) => sum - Math.abs(outMinor), 0)), currency },
    count: part.reduce((sum, { count }) => sum + count, 0),
  })).sort((left, right) => right.count - left.count)
}

export interface FlowLine { readonly categoryId: string | null; readonly now: Money; readonly before: Money }

/** The table behind the two numbers: what each category added up to, the largest first. */
export function flowLines(now: readonly CashFlowCell[], before: readonly CashFlowCell[], currency: Currency): FlowLine[] {
  const sum = (cells: readonly CashFlowCell[], categoryId: string | null): Money => ({
    minor: minor(cells.filter((cell) => cell.currency === currency && cell.categoryId === categoryId).reduce((total, { inMinor, outMinor }) => total + inMinor - Math.abs(outMinor), 0)), currency,
  })
  const ids = new Set([...now, ...before].filter((cell) => cell.currency === currency && !isTransfer(cell)).map(({ categoryId }) => categoryId))
  return [...ids].map((categoryId) => ({ categoryId, now: sum(now, categoryId), before: sum(before, categoryId) }))
    .sort((left, right) => Math.abs(right.now.minor) - Math.abs(left.now.minor) || Math.abs(right.before.minor) - Math.abs(left.before.minor))
}

export interface MonthFlow { readonly month: LocalDate; readonly income: Money; readonly spending: Money; readonly left: Money }

const MONTHS = 12
/** The twelve months up to now, the present one included. */
export const lastMonths = (today: LocalDate): Days => ({ from: addMonths(firstOfMonth(today), 1 - MONTHS), to: today })

/** In and out month by month, the months without any entry too; currencies with nothing in them are left out. */
export function monthsOf(cells: readonly CashFlowCell[], today: LocalDate): { readonly currency: Currency; readonly months: readonly MonthFlow[] }[] {
  const { from } = lastMonths(today)
  return flowsOf(cells).map(({ currency }) => ({
    currency,
    months: Array.from({ length: MONTHS }, (_, index) => {
      const month = addMonths(from, index)
      const own = flowsOf(cells.filter((cell) => cell.currency === currency && cell.month === month.slice(0, 7)))[0]
      const income = own?.income ?? { minor: minor(0), currency }
      const spending = own?.spending ?? { minor: minor(0), currency }
      return { month, income, spending, left: addMoney(income, spending) }
    }),
  }))
}
