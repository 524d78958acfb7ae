import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 11 leaves accounts as they are, holding nothing', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 10))
  db.exec(`INSERT INTO account (name, type, currency, created_at) VALUES ('Depot', 'investment', 'EUR', '')`)
  migrate(db, MIGRATIONS.slice(0, 11))
  expect(db.tuples('SELECT name FROM account').all()).toEqual([['Depot']])
  expect(db.tuples('SELECT * FROM holding_snapshot').all()).toEqual([])
  db.close()
})
