import type { Output } from '#shared/ipc/contract.ts'
import type { BatchId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'

export type LedgerSettings = Output<'ledger.settings'>

/** The newest demo batch that still lives: the one the window offers to remove. */
const DEMO = /* sql */ `SELECT max(id) FROM import_batch WHERE source = 'demo' AND connection_id IS NULL AND reverted_at IS NULL`

export function readSettings(db: ReadableLedger): LedgerSettings {
  return { baseCurrency: readBaseCurrency(db), demoBatchId: db.column<BatchId | null>(DEMO).get() ?? null }
}

export function readBaseCurrency(db: ReadableLedger): Currency {
  const code = db.column<Currency>(`SELECT value FROM setting WHERE key = 'base_currency'`).get()
  assert(code !== undefined, 'every ledger has a base currency')
  return code
}

export function setBaseCurrency(db: WritableLedger, code: Currency): void {
  db.command(`INSERT INTO setting (key, value) VALUES ('base_currency', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run([code])
}
