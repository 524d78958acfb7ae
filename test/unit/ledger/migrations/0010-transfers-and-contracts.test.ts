import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 10 has each row in one pair at most, and notices what becomes of rows', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 10))
  db.exec(`
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '2026-01-01T00:00:00.000Z');
    INSERT INTO txn (id, account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, 1, '2026-01-02', -5, '', '', ''), (2, 1, '2026-01-02', 5, '', '', ''), (3, 1, '2026-01-02', 5, '', '', '');
    INSERT INTO transfer VALUES (1, 2, 'proposed', 'wording', 80)`)
  const changes = () => db.column<number>('SELECT changes FROM insight_state').get()
  expect(() => { db.exec(`INSERT INTO transfer VALUES (3, 2, 'proposed', 'wording', 80)`) }).toThrow(/UNIQUE/)
  expect(() => { db.exec(`INSERT INTO transfer VALUES (1, 3, 'proposed', 'wording', 80)`) }).toThrow(/UNIQUE/)
  expect(changes()).toBe(1)
  db.exec(`UPDATE txn SET deleted_at = '2026-01-03T00:00:00.000Z' WHERE id = 2`)
  db.exec(`UPDATE txn SET deleted_at = '2026-01-04T00:00:00.000Z' WHERE id = 2`)
  expect(changes()).toBe(2)
  db.exec(`UPDATE txn SET notes = 'x' WHERE id = 1; UPDATE account SET name = 'Konto'`)
  expect(changes()).toBe(2)
  db.exec(`UPDATE account SET iban = 'DE00'`)
  expect(changes()).toBe(3)
  db.close()
})
