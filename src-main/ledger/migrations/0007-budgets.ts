import type { Migration } from './migration.ts'

/**
 * What a person means to spend. A line holds from its month on, until a later line of the same category takes its place;
 * a line without a limit ends the ones before it. When a month begins is `month_start` and `month_start_shift` in `setting`.
 */
export const budgets: Migration = {
  version: 7,
  name: 'budgets',
  sql: /* sql */ `
    -- category_id: a leaf, or a group ('food'). from_month: 'YYYY-MM', for a yearly line the year's first.
    CREATE TABLE budget_line (
      category_id TEXT NOT NULL,
      from_month  TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      period      TEXT NOT NULL CHECK (period IN ('month', 'year')),
      carry       TEXT NOT NULL CHECK (carry IN ('expiring', 'accumulating')),
      limit_minor INTEGER CHECK (limit_minor >= 0),
      currency    TEXT NOT NULL CHECK (length(currency) = 3),
      PRIMARY KEY (category_id, from_month)
    ) STRICT, WITHOUT ROWID;
  `,
}
