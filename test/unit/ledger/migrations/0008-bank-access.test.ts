import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 8 leaves the connections that are there as they are, reached as the system has it', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 7))
  db.exec(`INSERT INTO connection (protocol, bank_name, bank_key, user_id, customer_id, name, max_days, skip_positions, is_provisional, created_at) VALUES ('ofx', 'Bank', 'ofx x', 'u', '', 'Checking', 0, 0, 0, '')`)
  migrate(db)
  expect(db.tuples('SELECT name, bank_key, access, sealed_proxy, sealed_certificate FROM connection').all()).toEqual([['Checking', 'ofx x', null, null, null]])
  db.close()
})
