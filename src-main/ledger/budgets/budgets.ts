import { BudgetsSchema, MonthStartSchema, type BudgetLine, type Budgets } from '#shared/budgets.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

const LINES = /* sql */ `
  SELECT category_id AS category, from_month AS "from", period, carry, limit_minor AS limitMinor, currency FROM budget_line ORDER BY category_id, from_month`
const SETTING = /* sql */ `SELECT value FROM setting WHERE key = ?`

export function readBudgets(db: ReadableLedger): Budgets {
  return BudgetsSchema.parse({
    lines: db.query<BudgetLine>(LINES).all(),
    monthStart: readMonthStart(db),
  })
}

/** When months begin, for budgets and reports alike. */
export const readMonthStart = (db: ReadableLedger): Budgets['monthStart'] =>
  MonthStartSchema.parse({ day: Number(db.column<string>(SETTING).get(['month_start']) ?? 1), shift: db.column<string>(SETTING).get(['month_start_shift']) ?? 'none' })

/** The line that holds for a category in a month; undefined where it has no budget then. */
export function lineFor(lines: readonly BudgetLine[], category: string, month: string): BudgetLine | undefined {
  const line = lines.findLast((one) => one.category === category && one.from <= month)
  return line?.limitMinor === null ? undefined : line
}

export function writeBudgets(db: WritableLedger, { lines, monthStart }: Budgets): void {
  db.command('DELETE FROM budget_line').run()
  const add = db.command('INSERT INTO budget_line (category_id, from_month, period, carry, limit_minor, currency) VALUES (?, ?, ?, ?, ?, ?)')
  for (const { category, from, period, carry, limitMinor, currency } of lines) add.run([category, from, period, carry, limitMinor, currency])
  const set = db.command('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  set.run(['month_start', String(monthStart.day)])
  set.run(['month_start_shift', monthStart.shift])
}
