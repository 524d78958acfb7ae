import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 7 keeps one line per category and month, and no limit below nothing', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 7))
  const insert = (category: string, month: string, limit: number | null) => () => {
    db.command(`INSERT INTO budget_line VALUES (?, ?, 'month', 'expiring', ?, 'EUR')`).run([category, month, limit])
  }
  insert('food', '2026-01', 50_000)()
  insert('food', '2026-02', null)()
  expect(insert('food', '2026-01', 60_000)).toThrow(/UNIQUE/)
  expect(insert('food', '2026-03', -1)).toThrow(/CHECK/)
  expect(insert('food', 'January', 1)).toThrow(/CHECK/)
  expect(db.tuples('SELECT category_id, from_month, limit_minor FROM budget_line').all()).toEqual([['food', '2026-01', 50_000], ['food', '2026-02', null]])
  db.close()
})
