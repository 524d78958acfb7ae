import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 18 says of rows and statements themselves that they were written by hand', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 17))
  db.exec(`
    INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'manual', '', 'by-hand', ''), (2, 'file', 'a.ofx', 'ofx', '');
    INSERT INTO account (id, name, type, currency, created_by, created_at) VALUES (1, 'Kasse', 'cash', 'EUR', 1, '');
    INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, 1, 1, '2026-01-01', -100, '', 'Bäcker', ''), (2, 1, 2, '2026-01-02', -100, '', 'Post', '');
    INSERT INTO import_statement (batch_id, position, account_id, kind, line, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor)
    VALUES (1, 0, 1, 'bank', 0, 'cash', '', 0, 1, 0, 0, 0, 0, -100), (2, 0, 1, 'bank', 0, 'cash', '', 0, 1, 0, 0, 0, 0, -100);`)
  migrate(db)
  expect(db.tuples('SELECT id, is_by_hand FROM txn ORDER BY id').all()).toEqual([[1, 1], [2, 0]])
  expect(db.tuples('SELECT batch_id, is_by_hand FROM import_statement ORDER BY batch_id').all()).toEqual([[1, 1], [2, 0]])
  db.close()
})
