import { expect, it } from 'vitest'
import { listRules } from '#main/ledger/categories/rules.ts'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

const FITS = JSON.stringify({ kind: 'all', of: [{ kind: 'sign', sign: 'out' }] })

it('migration 9 makes of each category an action, keeps the count of ids, and counts every payee as its owner’s', () => {
  const db = connect(':memory:', { key: null })
  migrate(db, MIGRATIONS.slice(0, 8))
  db.exec(`
    INSERT INTO category_rule (id, position, name, is_enabled, fits, category_id) VALUES (4, 0, 'Trips', 1, '${FITS}', 'travel.other'), (9, 1, 'Gone', 1, '${FITS}', 'travel.other');
    DELETE FROM category_rule WHERE id = 9;
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
    INSERT INTO txn (id, account_id, booked_on, amount_minor, payee, raw_payee, external_id, purpose) VALUES (1, 1, '2026-01-01', 1, 'Mine', 'BANK', '', ''), (2, 1, '2026-01-01', 1, NULL, 'BANK', '', '');`)
  migrate(db)
  expect(listRules(db)).toEqual([{ id: 4, name: 'Trips', isEnabled: true, when: JSON.parse(FITS) as unknown, then: [{ kind: 'categorise', category: 'travel.other' }], stops: false }])
  expect(db.column(`SELECT seq FROM sqlite_sequence WHERE name = 'category_rule'`).get()).toBe(9)
  expect(db.tuples('SELECT payee_by FROM txn ORDER BY id').all()).toEqual([['user'], [null]])
  db.close()
})
