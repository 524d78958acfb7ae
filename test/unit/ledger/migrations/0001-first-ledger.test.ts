import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type LedgerConnection } from '#main/ledger/database.ts'
import { APPLICATION_ID, migrate, refuseNewer, schemaVersion } from '#main/ledger/migrate.ts'
import { firstLedger } from '#main/ledger/migrations/0001-first-ledger.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'

describe('migration 1, the first ledger', () => {
  let db: LedgerConnection

  beforeEach(() => { db = connect(':memory:', { key: null }) })
  afterEach(() => { db.close() })

  it('turns an empty file into a ledger of version 1', () => {
    migrate(db, [firstLedger])
    expect(schemaVersion(db)).toBe(1)
    expect(db.pragma('application_id')).toBe(APPLICATION_ID)
    expect(db.column<string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'txn_fts_%' ORDER BY name`).all()).toEqual([
      'account', 'account_state', 'balance_snapshot', 'import_batch', 'import_row', 'import_source', 'import_statement', 'import_warning', 'pending_claim',
      'setting', 'split', 'txn', 'txn_fts', 'txn_part', 'undo_log',
    ])
  })

  it('keeps amounts whole: no text, no fraction gets into an integer column', () => {
    migrate(db, [firstLedger])
    db.exec(`INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '')`)
    const insert = (amount: string) => () => { db.exec(`INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (1, '2026-01-01', ${amount}, '', '', '')`) }
    expect(insert('1')).not.toThrow()
    expect(insert(`'ten'`)).toThrow(/INTEGER/)
    expect(insert('1.5')).toThrow(/INTEGER/)
  })

  it('refuses rows of accounts and batches that are not there', () => {
    migrate(db, [firstLedger])
    expect(() => { db.exec(`INSERT INTO txn (account_id, booked_on, amount_minor, external_id, raw_payee, purpose) VALUES (7, '2026-01-01', 1, '', '', '')`) }).toThrow(/FOREIGN KEY/)
  })

  it('counts a divided row by its parts and every other row once', () => {
    migrate(db, [firstLedger])
    db.exec(`
      INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
      INSERT INTO txn (id, account_id, booked_on, amount_minor, is_split, external_id, raw_payee, purpose, category_id, deleted_at) VALUES
        (1, 1, '2026-01-01', -10, 0, '', '', '', 'food.groceries', NULL), (2, 1, '2026-01-02', -30, 1, '', '', '', NULL, NULL), (3, 1, '2026-01-03', -99, 0, '', '', '', NULL, 'gone');
      INSERT INTO split (txn_id, amount_minor, category_id) VALUES (2, -20, 'food.groceries'), (2, -10, NULL);`)
    expect(db.tuples('SELECT txn_id, amount_minor, category_id FROM posting ORDER BY 1, 2').all()).toEqual([[1, -10, 'food.groceries'], [2, -20, 'food.groceries'], [2, -10, null]])
  })

  it('stands at the beginning of a row of versions without gaps, and runs once', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
    migrate(db)
    migrate(db)
    expect(schemaVersion(db)).toBe(MIGRATIONS.length)
  })

  it('leaves the old schema when a later step fails half way', () => {
    migrate(db, [firstLedger])
    const broken = { version: 2, name: 'broken', sql: 'CREATE TABLE half (id INTEGER); CREATE TABLE account (id INTEGER)' }
    expect(() => { migrate(db, [firstLedger, broken]) }).toThrow()
    expect(schemaVersion(db)).toBe(1)
    expect(db.column(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).get()).toBe(0)
  })

  it('does not go back: a newer file is refused', () => {
    migrate(db, [firstLedger])
    db.exec('PRAGMA user_version = 2')
    expect(() => { refuseNewer(db, [firstLedger]) }).toThrow('too_new')
  })
})
