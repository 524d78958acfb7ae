import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { migrate } from '#main/ledger/migrate.ts'

describe('migration 19 counts what has become another', () => {
  const db = connect(':memory:', { key: null })
  migrate(db)
  db.exec(`
    INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', ''), (2, 'Tagesgeld', 'savings', 'EUR', '');
    INSERT INTO txn (id, account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES
      (1, 1, '2026-01-31', -100, '', 'Bäcker', 'Brot'), (2, 1, '2026-02-01', -200, '', 'Bäcker', 'Brot'), (3, 1, '2026-03-01', -200, '', 'Bäcker', 'Brot');`)
  afterAll(() => { db.close() })

  const countedBy = (sql: string): Record<string, number> => {
    db.exec('DELETE FROM change_count')
    db.exec(sql)
    return Object.fromEntries(db.tuples<readonly [string, number]>('SELECT what, count FROM change_count').all())
  }

  it('in the month of a row, and in both where it moves', () => {
    expect(countedBy(`UPDATE txn SET category_id = 'food.groceries' WHERE id < 3`)).toEqual({ '2026-01': 1, '2026-02': 1 })
    expect(countedBy(`UPDATE txn SET booked_on = '2025-12-31' WHERE id = 1`)).toEqual({ '2025-12': 1, '2026-01': 1 })
    expect(countedBy(`UPDATE txn SET booked_on = '2026-01-31' WHERE id = 1`)).toEqual({ '2025-12': 1, '2026-01': 1 })
  })

  it.each([
    'account_id = 2', 'amount_minor = -300', 'is_pending = 1', 'is_split = 1', 'is_adjusting = 1', `category_by = 'user'`, `category_why = 'x'`, `payee = 'Bäckerei'`, `raw_payee = 'Backstube'`, `purpose = 'Brötchen'`,
  ])('whatever of it changes that a report may ask for: %s', (change) => {
    expect(countedBy(`UPDATE txn SET ${change} WHERE id = 3`)).toEqual({ '2026-03': 1 })
  })

  it('not where nothing becomes another, nor where a row comes', () => {
    expect(countedBy(`UPDATE txn SET payee = payee, category_id = category_id, amount_minor = amount_minor, notes = 'n', is_new = 1`)).toEqual({})
    expect(countedBy(`INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-01-31', -100, '', '', '')`)).toEqual({})
  })

  it('parts and tags in the month of their row, though they are written with a clause of their own for what is there', () => {
    expect(countedBy(`INSERT INTO split (txn_id, amount_minor) VALUES (1, -50), (1, -50)`)).toEqual({ '2026-01': 2 })
    expect(countedBy(`UPDATE split SET amount_minor = -50, txn_id = 2 WHERE id = (SELECT min(id) FROM split)`)).toEqual({ '2026-01': 1, '2026-02': 1 })
    expect(countedBy('DELETE FROM split')).toEqual({ '2026-01': 1, '2026-02': 1 })
    expect(countedBy(`INSERT OR IGNORE INTO txn_tag (txn_id, tag) VALUES (1, 'a'), (1, 'b'), (1, 'a')`)).toEqual({ '2026-01': 2 })
    expect(countedBy('DELETE FROM txn_tag')).toEqual({ '2026-01': 2 })
  })

  it('rows that go and come back, go for good, or have other money', () => {
    expect(countedBy(`UPDATE txn SET deleted_at = 'now' WHERE id = 2`)).toEqual({ '2026-02': 1, lives: 1 })
    expect(countedBy(`UPDATE txn SET deleted_at = 'then' WHERE id = 2`)).toEqual({ '2026-02': 1 })
    expect(countedBy(`UPDATE txn SET deleted_at = NULL WHERE id = 2`)).toEqual({ '2026-02': 1, lives: 1 })
    expect(countedBy('DELETE FROM txn WHERE id = 2')).toEqual({ all: 1 })
    expect(countedBy(`UPDATE account SET currency = 'CHF', name = 'x' WHERE id = 2`)).toEqual({ all: 1 })
    expect(countedBy(`UPDATE account SET currency = 'CHF', name = 'y' WHERE id = 2`)).toEqual({})
  })

  it('contracts that are found anew', () => {
    expect(countedBy(`INSERT INTO contract (position, id, body) VALUES (0, 'a', '{}')`)).toEqual({ contracts: 1 })
    expect(countedBy(`UPDATE contract SET body = '[]'`)).toEqual({ contracts: 1 })
    expect(countedBy('DELETE FROM contract')).toEqual({ contracts: 1 })
  })
})
