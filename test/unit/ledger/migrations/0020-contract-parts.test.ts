import { expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

it('migration 20 holds one word about a row, and leaves what was said of contracts as it is', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 19))
  db.exec(`INSERT INTO contract_choice (anchor_id, merchant_key, currency, direction, rhythm, state) VALUES (7, 'netflix', 'EUR', 'out', 'monthly', 'confirmed')`)
  migrate(db, MIGRATIONS.slice(0, 20))
  db.exec('INSERT INTO contract_part (txn_id, anchor_id) VALUES (8, 7), (9, NULL)')
  expect(() => { db.exec('INSERT INTO contract_part (txn_id, anchor_id) VALUES (9, 7)') }).toThrow()
  expect(db.tuples('SELECT txn_id, anchor_id FROM contract_part').all()).toEqual([[8, 7], [9, null]])
  expect(db.column('SELECT state FROM contract_choice').get()).toBe('confirmed')
  db.close()
})
