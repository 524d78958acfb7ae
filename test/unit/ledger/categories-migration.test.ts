import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { APPLICATION_ID } from '#main/ledger/migrate.ts'
import { MIGRATIONS } from '#main/ledger/migrations/all.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { sound } from '../../fixtures/connections.ts'
import { steadyClock, value } from '../../fixtures/readings.ts'

/** A ledger as version 3 left it: two rows that nobody has looked at, one that a person has categorised. */
const DATA = /* sql */ `
  INSERT INTO setting VALUES ('base_currency', 'EUR');
  INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'file', 'january.ofx', 'ofx/102-sgml', '2026-02-01T08:00:00.000Z');
  INSERT INTO account (id, name, type, currency, created_by, created_at) VALUES (1, 'Giro', 'checking', 'EUR', 1, '2026-02-01T08:00:00.000Z');
  INSERT INTO import_statement (batch_id, position, account_id, kind, line, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor)
    VALUES (1, 0, 1, 'bank', 1, 'checking', '2026-01-31T00:00:00.000Z', 0, 3, 0, 0, 0, 0, -3500);
  INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, external_id, raw_payee, purpose, category_id, category_by) VALUES
    (1, 1, 1, '2026-01-02', -1000, 'a', 'REWE Markt', '', NULL, NULL), (2, 1, 1, '2026-01-03', -2000, 'b', 'Qzx', '', NULL, NULL), (3, 1, 1, '2026-01-04', -500, 'c', 'Netflix', '', 'travel.other', 'user');
  INSERT INTO txn_fts (rowid, text) VALUES (1, 'REWE Markt     '), (2, 'Qzx     '), (3, 'Netflix     ');
  INSERT INTO account_state (account_id, opening_minor, balance_minor, pending_minor, row_count, first_on, last_on) VALUES (1, 0, -3500, 0, 3, '2026-01-02', '2026-01-04');`

describe('a ledger of version 3', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'kontor-test-')) })
  afterEach(() => { rmSync(folder, { recursive: true }) })

  it('opens with what a person had chosen, and gives the rest its categories', async () => {
    const file = join(folder, 'ledger.kontor')
    const old = connect(file, { key: null })
    for (const { sql } of MIGRATIONS.slice(0, 3)) old.exec(sql)
    old.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 3; ${DATA}`)
    old.close()

    const ledger = createDirectClient({ clock: steadyClock() })
    await value(ledger.open({ file, key: null, create: false }))
    while (!(await value(ledger.job('categories.next', null))).isDone);
    const rows = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))
    expect(rows.map(({ id, categoryId, categoryBy, tags, splits }) => [id, categoryId, categoryBy, tags, splits])).toEqual([
      [3, 'travel.other', 'user', [], []], [2, null, null, [], []], [1, 'food.groceries', 'guess', [], []],
    ])
    await value(ledger.call('transactions.edit', { ids: [rows[0]?.id ?? 0 as never], change: { addTags: ['Abo'] } }))
    expect(await value(ledger.call('transactions.page', { filter: { search: 'netfl abo' }, after: null, limit: 10 }))).toHaveLength(1)
    await sound(ledger)
    await ledger.close()
  })
})
