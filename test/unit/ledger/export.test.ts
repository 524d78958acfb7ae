import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TransactionId } from '#shared/model.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { booked, entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

describe('exporting', () => {
  let ledger: LedgerClient
  let folder: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-export-'))
    ledger = await openedInMemory()
    await importReadings(ledger, statement({
      entries: [entry({ on: '2026-01-02', amount: '-12.50', payee: '=HYPERLINK("x")', purpose: 'Brot, "frisch"', externalId: 'A' }), entry({ on: '2026-01-03', amount: '9.99', payee: 'Erstattung', originalAmount: '10.50' as never, originalCurrency: 'USD' })],
      pending: [entry({ on: '2026-01-04', amount: '-1.00' })],
      balances: [booked('100.00', '2026-01-31')],
    }))
    await value(ledger.call('transactions.edit', { ids: [1 as TransactionId], change: { notes: 'Zeile 1\nZeile 2', categoryId: 'food.groceries', addTags: ['Nachbarn', 'Fest'] } }))
  })
  afterEach(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  async function exported(format: 'json' | 'csv'): Promise<string> {
    const file = join(folder, `ledger.${format}`)
    await value(ledger.job('export', { file, format }))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual([`ledger.${format}`])
    return readFileSync(file, 'utf8')
  }

  it('writes everything as Kontor JSON, the bank’s words beside the owner’s', async () => {
    expect(JSON.parse(await exported('json'))).toMatchObject({
      format: 'kontor', version: 1, baseCurrency: 'EUR',
      accounts: [{ id: 1, type: 'checking', currency: 'EUR', openingBalance: '102.51', balances: [{ kind: 'booked', asOf: '2026-01-31', amount: '100.00' }] }],
      transactions: [
        { id: 1, account: 1, status: 'booked', bookedOn: '2026-01-02', amount: '-12.50', payee: '=HYPERLINK("x")', externalId: 'A', own: { notes: 'Zeile 1\nZeile 2', category: 'food.groceries', categoryBy: 'user' } },
        { id: 2, amount: '9.99', originalAmount: '10.50', originalCurrency: 'USD' },
        { id: 3, status: 'pending', amount: '-1.00' },
      ],
    })
  })

  it('writes a CSV that no spreadsheet mistakes for formulas', async () => {
    const lines = (await exported('csv')).split('\r\n')
    expect(lines[0]).toBe('\uFEFFbooked_on,value_on,account,account_iban,amount,currency,status,payee,purpose,notes,category,tags,counterparty_iban,external_id')
    expect(lines[1]).toBe('2026-01-02,,Checking ··3000,DE89370400440532013000,-12.50,EUR,booked,"\'=HYPERLINK(""x"")","Brot, ""frisch""","Zeile 1\nZeile 2",food.groceries,Fest; Nachbarn,,A')
    expect(lines).toHaveLength(5)
  })

  it('says where it could not write', async () => {
    expect(await ledger.job('export', { file: join(folder, 'nowhere', 'x.json'), format: 'json' })).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(await ledger.call('accounts.list', undefined)).toMatchObject({ ok: true })
  })
})

describe('verifying', () => {
  let ledger: OpenLedger

  beforeEach(() => {
    ledger = openLedger({ file: ':memory:', key: null, create: true, now: '2026-01-01T00:00:00.000Z' as never })
    ledger.db.exec(`
      INSERT INTO import_batch (id, source, file_name, format, imported_at) VALUES (1, 'file', 'a', 'ofx', '');
      INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', '');
      INSERT INTO import_statement (batch_id, position, account_id, kind, line, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor)
        VALUES (1, 0, 1, 'bank', 1, 'checking', '', 0, 2, 0, 0, 0, 0, -30);
      INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, is_split, external_id, raw_payee, purpose) VALUES (1, 1, 1, '2026-01-01', -10, 0, '', '', ''), (2, 1, 1, '2026-01-02', -20, 1, '', '', '');
      INSERT INTO txn_run VALUES (1, 1, 2);
      INSERT INTO split (txn_id, amount_minor) VALUES (2, -15), (2, -5);
      INSERT INTO account_state VALUES (1, 0, -30, 0, 2, '2026-01-01', '2026-01-02', NULL, NULL, NULL, NULL);`)
  })
  afterEach(() => { ledger.close() })

  it('finds nothing wrong with a sound ledger', () => {
    expect(verifyLedger(ledger.db)).toEqual([])
  })

  it.each([
    ['a changed amount', `UPDATE txn SET amount_minor = -11 WHERE id = 1`, /balance that is not the sum/],
    ['a lost part', `DELETE FROM split WHERE amount_minor = -5`, /not the sum of their parts/],
    ['a part of nothing divided', `INSERT INTO split (txn_id, amount_minor) VALUES (1, 0)`, /not the sum of their parts/],
    ['a lost row', `DELETE FROM txn WHERE id = 1`, /receipts name/],
    ['a row gone without its import', `UPDATE txn SET deleted_at = 'now' WHERE id = 1`, /do not follow the imports/],
    ['a row left from a reverted import', `UPDATE import_batch SET reverted_at = 'now'`, /do not follow the imports/],
    ['a row that imports would overlook', `UPDATE txn_run SET last_id = 1`, /no import would look/],
    ['a damaged source', `INSERT INTO import_source VALUES ('00', 1, x'00')`, /stored files/],
    ['a dangling reference', `PRAGMA foreign_keys = OFF; UPDATE txn SET account_id = 9 WHERE id = 1`, /not there/],
  ])('finds %s', (_, sql, sentence) => {
    ledger.db.exec(sql)
    expect(verifyLedger(ledger.db).join(' ')).toMatch(sentence)
  })
})
