import { z } from 'zod'
import { BudgetCategorySchema, BudgetMonthSchema, BudgetPeriodSchema, BudgetsSchema, CarrySchema, MonthStartSchema } from '../budgets.ts'
import { CATEGORIES } from '../categories.ts'
import { MinorSchema } from '../model.ts'

/** Each change is one step of the history, and answers with everything as it is then. How a budget goes is the report `budget`. */
export const budgetEndpoints = {
  'budgets.list': { input: z.void(), output: BudgetsSchema },
  /** From this month on, or for it alone. Amounts are of the ledger's base currency. */
  'budgets.set': {
    input: z.strictObject({ category: BudgetCategorySchema, month: BudgetMonthSchema, limitMinor: MinorSchema.refine((limit) => limit >= 0), period: BudgetPeriodSchema, carry: CarrySchema, onlyThis: z.boolean() }),
    output: BudgetsSchema,
  },
  /** This month as the one before: forgets what was set with it. */
  'budgets.copyLast': { input: z.strictObject({ month: BudgetMonthSchema }), output: BudgetsSchema },
  /**
   * Sets monthly limits to what was spent on average in the complete months before this one, at most so many; without
   * categories those that have a budget, else all that something was spent on. Refused where no month is complete.
   */
  'budgets.average': {
    input: z.strictObject({ month: BudgetMonthSchema, months: z.union([z.literal(3), z.literal(6), z.literal(12)]), categories: z.array(BudgetCategorySchema).max(CATEGORIES.length * 2).optional() }),
    output: BudgetsSchema,
  },
  /** From this month on; null: as if it had never been. */
  'budgets.delete': { input: z.strictObject({ category: BudgetCategorySchema, month: BudgetMonthSchema.nullable() }), output: BudgetsSchema },
  'budgets.setMonthStart': { input: MonthStartSchema, output: BudgetsSchema },
} as const
