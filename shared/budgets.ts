import { z } from 'zod'
import { CATEGORIES, CATEGORY_GROUPS } from './categories.ts'
import { CurrencySchema, MinorSchema } from './model.ts'

/** What is spent, or put by: what a budget can be for. */
export const BUDGETABLE: ReadonlySet<string> = new Set(CATEGORIES.filter((category) => category.class === 'expense' || category.class === 'saving').map(({ id }) => id))

/** A leaf, or a group (`food`) for all of its leaves. */
export const BudgetCategorySchema = z.string().refine((id) => BUDGETABLE.has(id) || (id !== 'income' && Object.hasOwn(CATEGORY_GROUPS, id)))

/** `2026-03`: it begins in March, on the day that months begin on. */
export const BudgetMonthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** Expiring: what is left is gone when the period ends. Accumulating: it is added to the next one, and so is what was overspent. */
export const CarrySchema = z.enum(['expiring', 'accumulating'])

export const BudgetPeriodSchema = z.enum(['month', 'year'])

/** Holds from its month on, until a later line of the same category. A yearly line begins with the first month of its year. */
export const BudgetLineSchema = z.strictObject({
  category: BudgetCategorySchema,
  from: BudgetMonthSchema,
  period: BudgetPeriodSchema,
  carry: CarrySchema,
  /** Null: from here on there is no budget. */
  limitMinor: MinorSchema.refine((limit) => limit >= 0).nullable(),
  currency: CurrencySchema,
})
export type BudgetLine = z.infer<typeof BudgetLineSchema>

/** See `budget-months.ts`. */
export const MonthStartSchema = z.strictObject({ day: z.int().min(1).max(28), shift: z.enum(['none', 'before', 'after']) })

/** All that is kept of budgets: every line, by category and month, and when months begin. */
export const BudgetsSchema = z.strictObject({ lines: z.array(BudgetLineSchema), monthStart: MonthStartSchema })
export type Budgets = z.infer<typeof BudgetsSchema>
