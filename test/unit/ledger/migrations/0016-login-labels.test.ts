import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 16 leaves connections as they are, without labels until their bank has told some', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 15))
  db.exec(`INSERT INTO connection (id, protocol, bank_name, bank_key, user_id, customer_id, name, max_days, skip_positions, is_provisional, created_at) VALUES (1, 'fints', 'Bank', 'fints 10000000', 'u', '', 'Giro', 0, 0, 0, '')`)
  migrate(db)
  expect(db.tuples('SELECT user_id, name, login_labels FROM connection').all()).toEqual([['u', 'Giro', null]])
  db.close()
})
