import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 12 takes the days that older statements cover from their booked rows and balances', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 11))
  db.exec(/* sql */ `
    INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'file', 'a', 'ofx', ''), (2, 'file', 'b', 'ofx', '');
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
    INSERT INTO import_statement (batch_id, position, account_id, kind, line, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor)
      VALUES (1, 0, 1, 'bank', 1, 'checking', '', 0, 2, 0, 0, 0, 0, 0), (2, 0, 1, 'bank', 1, 'checking', '', 0, 0, 0, 0, 0, 0, 0);
    INSERT INTO txn (account_id, batch_id, booked_on, amount_minor, is_pending, external_id, raw_payee, purpose) VALUES
      (1, 1, '2026-01-05', 1, 0, '', '', ''), (1, 1, '2026-01-20', 1, 0, '', '', ''), (1, 1, '2026-02-09', 1, 1, '', '', '');
    INSERT INTO balance_snapshot (account_id, batch_id, kind, name, as_of, amount_minor, stated_at) VALUES (1, 1, 'booked', '', '2026-01-31', 2, '')`)
  migrate(db, MIGRATIONS.slice(0, 12))
  expect(db.tuples('SELECT batch_id, covers_from, covers_to FROM import_statement ORDER BY batch_id').all()).toEqual([[1, '2026-01-05', '2026-01-31'], [2, null, null]])
  const insert = (rate: string) => () => { db.command(`INSERT INTO fx_rate (base, quote, date, rate, is_typed) VALUES ('EUR', 'USD', '2026-01-02', ?, 0)`).run([rate]) }
  insert('1.0321')()
  expect(insert('1.04')).toThrow(/UNIQUE/)
  db.close()
})
