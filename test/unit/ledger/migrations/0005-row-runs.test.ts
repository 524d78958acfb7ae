import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type LedgerConnection } from '#main/ledger/database.ts'
import { rowsAstray } from '#main/ledger/import/runs.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

describe('migration 5, the runs of rows', () => {
  let db: LedgerConnection

  beforeEach(() => {
    db = connect(':memory:', { key: null })
    migrate(db, MIGRATIONS.slice(0, 4))
  })
  afterEach(() => { db.close() })

  it('finds the rows that are there, account by account and import by import, but none that only adjusts', () => {
    db.exec(`
      INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'file', 'a', 'ofx', ''), (2, 'file', 'b', 'ofx', '');
      INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', ''), (2, 'Card', 'credit', 'EUR', '');
      INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, is_adjusting, external_id, raw_payee, purpose) VALUES
        (1, 1, 1, '2026-01-01', 1, 0, '', '', ''), (2, 1, 1, '2026-01-01', 1, 0, '', '', ''), (3, 2, 1, '2026-01-01', 1, 0, '', '', ''),
        (4, 2, NULL, '2026-01-01', 1, 1, '', '', ''), (5, 1, 2, '2026-01-01', 1, 0, '', '', '');`)
    migrate(db)
    expect(db.tuples('SELECT account_id, first_id, last_id FROM txn_run ORDER BY 1, 2').all()).toEqual([[1, 1, 2], [1, 5, 5], [2, 3, 3]])
    expect(rowsAstray(db)).toBe(0)
  })

  it('has nothing to do in an empty ledger', () => {
    migrate(db)
    expect(db.column('SELECT count(*) FROM txn_run').get()).toBe(0)
  })
})
