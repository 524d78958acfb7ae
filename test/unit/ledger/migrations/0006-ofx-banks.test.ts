import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 6 leaves the connections that are there as they are, without ORG and FID', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 5))
  db.exec(`INSERT INTO connection (protocol, bank_name, bank_key, user_id, customer_id, name, max_days, skip_positions, is_provisional, created_at) VALUES ('fints', 'Bank', 'fints 10000000', 'u', '', 'Giro', 0, 0, 0, '')`)
  migrate(db)
  expect(db.tuples('SELECT name, bank_key, org, fid FROM connection').all()).toEqual([['Giro', 'fints 10000000', null, null]])
  db.close()
})
