import { AppFailure } from '#shared/failure.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { Currency } from '#shared/money.ts'
import type { ExchangeRate } from '#shared/rates.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import { markChanged } from './insights/state.ts'

interface Row extends Omit<ExchangeRate, 'isTyped'> { readonly is_typed: 0 | 1 }

const PAIRS = /* sql */ `
  SELECT base, quote, count(*) AS count, min(date) AS "from", max(date) AS "to",
         (SELECT rate FROM fx_rate AS last WHERE last.base = fx_rate.base AND last.quote = fx_rate.quote ORDER BY date DESC LIMIT 1) AS latest
    FROM fx_rate GROUP BY base, quote ORDER BY base, quote`
const OF_PAIR = /* sql */ `SELECT base, quote, date, rate, is_typed FROM fx_rate WHERE base = :base AND quote = :quote ORDER BY date DESC LIMIT :limit`

/** What is known, pair by pair. */
export function listRates(db: ReadableLedger, { pair, limit }: Parsed<'rates.list'>): Output<'rates.list'> {
  return {
    pairs: db.query<Output<'rates.list'>['pairs'][number]>(PAIRS).all(),
    rates: pair === undefined ? [] : db.query<Row>(OF_PAIR).all({ ...pair, limit }).map(toRate),
  }
}

const toRate = ({ is_typed: isTyped, ...rate }: Row): ExchangeRate => ({ ...rate, isTyped: isTyped === 1 })

/** Every one, by pair, who told it, and day. */
export const allRates = (db: ReadableLedger): ExchangeRate[] => db.query<Row>('SELECT base, quote, date, rate, is_typed FROM fx_rate ORDER BY base, quote, is_typed, date').all().map(toRate)

/** A file's word replaces an older file's, never a person's. All rates in one statement: a history has a quarter of a million. */
const KEEP = /* sql */ `
  INSERT INTO fx_rate (base, quote, date, rate, is_typed) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 0 FROM json_each(?) WHERE true
  ON CONFLICT (base, quote, date) DO UPDATE SET rate = excluded.rate WHERE fx_rate.is_typed = 0 AND fx_rate.rate <> excluded.rate`

/** Those that a person has typed. */
export const listTyped = (db: ReadableLedger): ExchangeRate[] => allRates(db).filter(({ isTyped }) => isTyped)

type FileRate = Omit<ExchangeRate, 'isTyped'>

/** Keeps what a file tells. Returns how many rates are new or others than before. */
export function keepRates(db: WritableLedger, rates: readonly FileRate[]): number {
  const { changes } = db.command(KEEP).run([JSON.stringify(rates.map(({ base, quote, date, rate }) => [base, quote, date, rate]))])
  if (changes > 0) markChanged(db)
  return changes
}

/** A person's word. */
export function setRate(db: WritableLedger, { base, quote, date, rate }: Parsed<'rates.set'>): ExchangeRate {
  db.command('INSERT OR REPLACE INTO fx_rate (base, quote, date, rate, is_typed) VALUES (?, ?, ?, ?, 1)').run([base, quote, date, rate])
  markChanged(db)
  return { base, quote, date, rate, isTyped: true }
}

export function deleteRates(db: WritableLedger, { base, quote, date }: { readonly base: Currency; readonly quote: Currency; readonly date?: string | undefined }): number {
  const { changes } = db.command('DELETE FROM fx_rate WHERE base = ? AND quote = ? AND (date = ? OR ? IS NULL)').run([base, quote, date ?? null, date ?? null])
  if (changes === 0) throw new AppFailure({ kind: 'not_found', what: 'rate' })
  markChanged(db)
  return changes
}
