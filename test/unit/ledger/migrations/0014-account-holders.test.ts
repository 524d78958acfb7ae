import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 14 leaves the accounts of connections as they are, without a holder until their bank names one', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 13))
  db.exec(`
    INSERT INTO connection (id, protocol, bank_name, bank_key, user_id, customer_id, name, max_days, skip_positions, is_provisional, created_at) VALUES (1, 'fints', 'Bank', 'fints 10000000', 'u', '', 'Giro', 0, 0, 0, '');
    INSERT INTO connection_account (connection_id, key, name, type) VALUES (1, 'DE1', 'Giro', 'checking');`)
  migrate(db)
  expect(db.tuples('SELECT key, name, holder FROM connection_account').all()).toEqual([['DE1', 'Giro', null]])
  db.close()
})
