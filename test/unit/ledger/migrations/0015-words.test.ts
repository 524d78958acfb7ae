import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 15 counts when the words of a row change or a row goes for good, and nothing else', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 14))
  db.exec(`
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
    INSERT INTO txn (id, account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, 1, '2026-01-01', -100, '', 'Bäcker', 'Brot');`)
  migrate(db)
  const stampAfter = (sql: string): number => {
    db.exec(sql)
    return db.column<number>('SELECT words FROM insight_state').get() ?? -1
  }
  expect(stampAfter(`UPDATE txn SET category_id = 'food.groceries', notes = 'n', deleted_at = NULL`)).toBe(0)
  expect(stampAfter(`INSERT INTO txn (id, account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (2, 1, '2026-01-02', -100, '', 'Post', '')`)).toBe(0)
  expect(stampAfter(`UPDATE txn SET payee = 'Die Post' WHERE id = 2`)).toBe(1)
  expect(stampAfter('DELETE FROM txn WHERE id = 2')).toBe(2)
  db.close()
})
