import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'

it('migration 17 counts no words that stay as they are, though they are written', () => {
  const db = connect(':memory:', { key: null })
  migrate(db)
  db.exec(`
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
    INSERT INTO txn (id, account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, 1, '2026-01-01', -100, '', 'Bäcker', 'Brot');`)
  const stampAfter = (sql: string): number => {
    db.exec(sql)
    return db.column<number>('SELECT words FROM insight_state').get() ?? -1
  }
  expect(stampAfter(`UPDATE txn SET payee = payee, raw_payee = 'Bäcker', purpose = 'Brot', notes = 'n'`)).toBe(0)
  expect(stampAfter(`UPDATE txn SET payee = 'Bäckerei'`)).toBe(1)
  expect(stampAfter(`UPDATE txn SET payee = NULL`)).toBe(2)
  expect(stampAfter(`UPDATE txn SET purpose = 'Brötchen'`)).toBe(3)
  db.close()
})
