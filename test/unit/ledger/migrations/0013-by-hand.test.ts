import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 13 keeps where each batch came from, and lets batches come from hand', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 12))
  db.exec(`INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'fints', '', '', ''), (2, 'file', 'a.ofx', 'ofx', ''), (3, 'demo', '', '', '')`)
  db.exec(`INSERT INTO account (id, name, type, currency, created_by, created_at) VALUES (1, 'Giro', 'checking', 'EUR', 2, '')`)
  migrate(db)
  expect(db.tuples('SELECT id, source, file_name FROM import_batch').all()).toEqual([[1, 'fints', ''], [2, 'file', 'a.ofx'], [3, 'demo', '']])
  db.exec(`INSERT INTO import_batch (source, file_name, format, imported_at) VALUES ('manual', '', '', '')`)
  expect(() => { db.exec(`INSERT INTO import_batch (source, file_name, format, imported_at) VALUES ('rumour', '', '', '')`) }).toThrow('CHECK')
  expect(db.tuples('PRAGMA foreign_key_check').all()).toEqual([])
  db.close()
})
