import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchId } from '#shared/model.ts'
import { connect, type LedgerConnection } from '#main/ledger/database.ts'
import { APPLICATION_ID, schemaVersion } from '#main/ledger/migrate.ts'
import { firstLedger } from '#main/ledger/migrations/0001-first-ledger.ts'
import { SCHEMA_VERSION } from '#main/ledger/migrations/all.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { fetched, imported, offered, sound } from '../../fixtures/connections.ts'
import { booked, entry, statement, steadyClock, value } from '../../fixtures/readings.ts'
import { spentOn } from '../../fixtures/reports.ts'

const KEY = new Uint8Array(32).fill(3)

/** A ledger as version 1 left it: an import that lives, one that is reverted, a split row, an edit and its undo step. */
const DATA = /* sql */ `
  INSERT INTO setting VALUES ('base_currency', 'EUR');
  INSERT INTO import_batch (id, source, file_name, format, imported_at, reverted_at) VALUES
    (1, 'file', 'january.ofx', 'ofx/102-sgml', '2026-02-01T08:00:00.000Z', NULL), (2, 'demo', 'demo.ofx', 'ofx/102-sgml', '2026-02-02T08:00:00.000Z', '2026-02-03T08:00:00.000Z');
  INSERT INTO account (id, name, type, currency, iban, created_by, created_at) VALUES (1, 'Giro', 'checking', 'EUR', 'DE89370400440532013000', 1, '2026-02-01T08:00:00.000Z');
  INSERT INTO import_statement (batch_id, position, account_id, kind, line, iban, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor)
    VALUES (1, 0, 1, 'bank', 1, 'DE89370400440532013000', 'checking', '2026-01-31T00:00:00.000Z', 0, 2, 0, 0, 0, 0, -3000), (2, 0, 1, 'bank', 1, 'DE89370400440532013000', 'checking', '2026-01-31T00:00:00.000Z', 0, 1, 0, 0, 0, 0, -500);
  INSERT INTO balance_snapshot (account_id, batch_id, kind, name, as_of, amount_minor, day_minor, stated_at) VALUES (1, 1, 'booked', '', '2026-01-31', 7000, 0, '2026-01-31T00:00:00.000Z');
  INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, external_id, raw_payee, purpose, notes, is_split, deleted_at) VALUES
    (1, 1, 1, '2026-01-02', -1000, 'id-2', 'Payee 2', '', 'mine', 0, NULL), (2, 1, 1, '2026-01-03', -2000, 'id-3', 'Payee 3', '', NULL, 1, NULL), (3, 1, 2, '2026-01-04', -500, 'x', 'Demo', '', NULL, 0, '2026-02-03T08:00:00.000Z');
  INSERT INTO split (txn_id, amount_minor, category_id) VALUES (2, -500, 'food.groceries'), (2, -1500, NULL);
  INSERT INTO txn_fts (rowid, text) VALUES (1, 'Payee 2   mine   '), (2, 'Payee 3     '), (3, 'Demo     ');
  INSERT INTO account_state (account_id, opening_minor, balance_minor, pending_minor, row_count, first_on, last_on, bank_minor, bank_as_of, proof_minor) VALUES (1, 10000, 7000, 0, 2, '2026-01-02', '2026-01-03', 7000, '2026-01-31', 7000);
  INSERT INTO undo_log (at, label, row_count, forward, inverse) VALUES ('2026-02-03T08:00:00.000Z', 'revert', 1, '{"kind":"batches","ids":[2],"reverted":true}', '{"kind":"batches","ids":[2],"reverted":false}');`

describe('a ledger of version 1', () => {
  let folder: string
  let file: string
  const clock = steadyClock()

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-test-'))
    file = join(folder, 'ledger.kontor')
    const old: LedgerConnection = connect(file, { key: KEY })
    old.exec(firstLedger.sql)
    old.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1; ${DATA}`)
    old.close()
  })
  afterEach(() => { rmSync(folder, { recursive: true }) })

  it('opens with all it holds, a copy beside it, and takes bank connections from then on', async () => {
    const ledger = createDirectClient({ clock })
    expect((await value(ledger.open({ file, key: KEY.slice(), create: false }))).backup).toMatch(/\.v1-2026-01-31\.backup$/)
    await sound(ledger)
    const filter = {}
    const rows = () => value(ledger.call('transactions.page', { filter, after: null, limit: 10 }))
    expect(await rows()).toMatchObject([{ id: 2, amount: { minor: -2000 }, isNew: false, isAdjusting: false, isPotentialDuplicate: false }, { id: 1, notes: 'mine' }])
    expect(await value(ledger.call('accounts.list', undefined))).toMatchObject([{ name: 'Giro', balance: { minor: 7000 }, connectionId: null, status: null, proof: { difference: { minor: 0 } } }])
    expect((await spentOn(ledger, { from: '2026-01-01', to: '2026-12-31' })).map(([, minor]) => minor)).toEqual([2500, 500])
    await value(ledger.call('history.undo', undefined))
    expect(await rows()).toHaveLength(3)
    await value(ledger.call('imports.revert', { batchId: 2 as BatchId }))
    const again = statement({ entries: [entry({ on: '2026-01-03', amount: '-20.00', payee: 'Payee 3', externalId: 'id-3' })], balances: [booked('70.00', '2026-01-31')] })
    await imported(ledger, { fetched: [fetched(offered(0), { statements: [again] })] })
    expect(await value(ledger.call('accounts.list', undefined))).toMatchObject([{ id: 1, connectionId: 1, transactionCount: 2, balance: { minor: 7000 } }])
    await sound(ledger)
    await ledger.close()
    const db = connect(file, { key: KEY, readonly: true })
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION)
    db.close()
  })
})
