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

/** What was chosen; where nobody was asked, the first account's, and until there is one what the language makes likely. */
const BASE = /* sql */ `
  SELECT coalesce(
    (SELECT value FROM setting WHERE key = 'base_currency'),
    (SELECT currency FROM account WHERE deleted_at IS NULL ORDER BY id LIMIT 1),
    (SELECT value FROM setting WHERE key = 'likely_currency'))`

export function readBaseCurrency(db: ReadableLedger): Currency {
  const code = db.column<Currency | null>(BASE).get()
  assert(code, 'every ledger has a base currency')
  return code
}

interface Used { readonly currency: Currency; readonly rowCount: number }

const USED = /* sql */ `
  SELECT account.currency, state.row_count AS rowCount FROM account JOIN account_state AS state ON state.account_id = account.id
   WHERE account.deleted_at IS NULL ORDER BY account.id`

/**
 * What limits and totals of these accounts, or of all, are told in: the ledger's own currency; where none of them has that one
 * and no exchange rate leads to it, that of most rows, for in the other one nothing could be said.
 */
export function totalsCurrency(db: ReadableLedger, accounts: readonly Used[] = db.query<Used>(USED).all()): Currency {
  const own = readBaseCurrency(db)
  if (accounts.some(({ currency }) => currency === own) || db.column<number>('SELECT EXISTS (SELECT 1 FROM fx_rate)').get() === 1) return own
  const rows = new Map<Currency, number>()
  for (const { currency, rowCount } of accounts) rows.set(currency, (rows.get(currency) ?? 0) + rowCount)
  return [...rows].sort(([, left], [, right]) => right - left)[0]?.[0] ?? own
}

const SET = /* sql */ `INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`

export function setBaseCurrency(db: WritableLedger, code: Currency): void {
  db.command(SET).run(['base_currency', code])
}

/** For a ledger that is made without asking anybody: it holds until an account says what the money really is. */
export function setLikelyCurrency(db: WritableLedger, code: Currency): void {
  db.command(SET).run(['likely_currency', code])
}
