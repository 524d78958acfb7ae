import { localDate, type Instant, type LocalDate } from '#shared/dates.ts'
import { currency } from '#shared/money.ts'
import type { ReportName } from '#shared/reports/names.ts'
import { ReportSchema, type Report, type ReportOf } from '#shared/reports/report.ts'
import { ReportRequestSchema, type ReportQuestion } from '#shared/reports/request.ts'
import type { FigureRows } from '#shared/reports/figure.ts'
import { reportRows, runReport } from '#main/insights/reports/run.ts'
import { transact, type ReadableLedger } from '#main/ledger/database.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { settleAccount } from '#main/ledger/settle.ts'
import type { AccountId } from '#shared/model.ts'
import type { AccountType } from '#shared/statement.ts'

const NOW = '2026-11-21T00:00:00.000Z' as Instant
export const TODAY = localDate('2026-11-21')

export interface TestAccount {
  readonly id: number
  readonly currency?: string
  readonly type?: AccountType
  readonly name?: string
  /** What the bank states on a day; the opening balance follows. */
  readonly bank?: readonly (readonly [on: string, minor: number])[]
  /** Stretches that somebody has answered for. */
  readonly covered?: readonly (readonly [from: string, to: string])[]
  /** A bank connection keeps it, so that what is missing is adjusted. */
  readonly isConnected?: boolean
}

export interface TestRow {
  readonly id?: number
  readonly account?: number
  readonly on: string
  readonly minor: number
  readonly category?: string | null
  readonly parts?: readonly (readonly [minor: number, category: string | null])[]
  readonly isPending?: boolean
  readonly payee?: string
  readonly purpose?: string
  readonly tags?: readonly string[]
  readonly isDuplicate?: boolean
}

const ACCOUNT = /* sql */ `INSERT INTO account (id, name, type, currency, created_at) VALUES (?, ?, ?, ?, '')`
const BATCH = /* sql */ `INSERT INTO import_batch (source, file_name, format, imported_at) VALUES ('file', 'a', 'ofx', '2026-11-20T00:00:00.000Z')`
const STATEMENT = /* sql */ `
  INSERT INTO import_statement (batch_id, position, account_id, kind, line, account_type, stated_at, lists_pending, new_count, duplicate_count, match_count, skip_count, problem_count, added_minor, covers_from, covers_to)
  VALUES (?, 0, ?, 'bank', 1, 'checking', '2026-11-20T00:00:00.000Z', 1, 0, 0, 0, 0, 0, 0, ?, ?)`
const SNAPSHOT = /* sql */ `INSERT INTO balance_snapshot (account_id, batch_id, kind, name, as_of, amount_minor, stated_at) VALUES (?, ?, 'booked', '', ?, ?, '')`
const ROW = /* sql */ `
  INSERT INTO txn (id, account_id, batch_id, booked_on, amount_minor, is_pending, is_split, external_id, raw_payee, purpose, category_id, is_potential_duplicate)
  VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)`

/** A ledger in memory with exactly these accounts and rows, settled as an import would. */
export function ledgerOf(accounts: readonly TestAccount[], rows: readonly TestRow[], base = 'EUR'): OpenLedger {
  const ledger = openLedger({ file: ':memory:', key: null, create: true, now: NOW, baseCurrency: currency(base) })
  refill(ledger, accounts, rows)
  return ledger
}

const FILLED = ['txn_tag', 'split', 'pending_claim', 'txn_run', 'txn', 'balance_snapshot', 'import_statement', 'connection_account', 'connection', 'account_state', 'account', 'import_batch', 'fx_rate']

/** The same in a ledger that is there already: opening one costs more than all that a law looks at. */
export function refill(ledger: OpenLedger, accounts: readonly TestAccount[], rows: readonly TestRow[]): void {
  const { db } = ledger
  transact(db, () => {
    for (const table of FILLED) db.exec(`DELETE FROM ${table}`)
    const batch = db.command(BATCH).run().lastId
    for (const { id, currency: code = 'EUR', type = 'checking', name = `Account ${id}`, covered = [], bank = [], isConnected = false } of accounts) {
      db.command(ACCOUNT).run([id, name, type, code])
      for (const [from, to] of covered) db.command(STATEMENT).run([db.command(BATCH).run().lastId, id, from, to])
      if (covered.length === 0) db.command(STATEMENT).run([db.command(BATCH).run().lastId, id, null, null])
      for (const [on, minor] of bank) db.command(SNAPSHOT).run([id, batch, on, minor])
      if (isConnected) connect(ledger, id)
    }
    rows.forEach((row, place) => { addRow(ledger, row, row.id ?? place + 1, batch) })
    for (const { id } of accounts) settleAccount(db, id as AccountId, NOW)
  })
}

function addRow({ db }: OpenLedger, { account = 1, on, minor, category = null, parts = [], isPending = false, payee = '', purpose = '', tags = [], isDuplicate = false }: TestRow, id: number, batch: number): void {
  const newest = db.column<number>('SELECT max(batch_id) FROM import_statement WHERE account_id = ?').get([account]) ?? batch
  db.command(ROW).run([id, account, isPending ? newest : batch, on, minor, isPending ? 1 : 0, parts.length > 0 ? 1 : 0, payee, purpose, parts.length > 0 ? null : category, isDuplicate ? 1 : 0])
  for (const [part, of] of parts) db.command('INSERT INTO split (txn_id, amount_minor, category_id) VALUES (?, ?, ?)').run([id, part, of])
  for (const tag of tags) db.command('INSERT INTO txn_tag (txn_id, tag) VALUES (?, ?)').run([id, tag])
}

const CONNECTION = /* sql */ `
  INSERT INTO connection (protocol, bank_name, bank_key, user_id, customer_id, name, max_days, skip_positions, is_provisional, created_at) VALUES ('fints', 'Bank', ?, 'u', 'c', 'Bank', 90, 0, 0, '')`

function connect({ db }: OpenLedger, accountId: number): void {
  const id = db.command(CONNECTION).run([`bank ${accountId}`]).lastId
  db.command(`INSERT INTO connection_account (connection_id, key, account_id, name, type, status) VALUES (?, 'k', ?, 'n', 'checking', 'UPDATED')`).run([id, accountId])
}

export function rate({ db }: OpenLedger, base: string, quote: string, date: string, value: string): void {
  db.command('INSERT INTO fx_rate (base, quote, date, rate, is_typed) VALUES (?, ?, ?, ?, 0)').run([base, quote, date, value])
}

type Asked<N extends ReportName> = Omit<ReportQuestion, 'name' | 'from' | 'to'> & { readonly name: N; readonly from?: string; readonly to?: string }

const parsed = (question: Asked<ReportName>) => ReportRequestSchema.parse(question)

/** Asks as the window does: the request is parsed, and the answer must be what the contract promises. */
export function ask<N extends ReportName>({ db }: OpenLedger, question: Asked<N>, today: LocalDate = TODAY): ReportOf<N> {
  const report: Report = ReportSchema.parse(runReport(db, parsed(question), today))
  if (report.report !== question.name) throw new Error('another report')
  return report as ReportOf<N>
}

export const rowsOf = ({ db }: OpenLedger, question: Asked<ReportName>, key: string, today: LocalDate = TODAY): FigureRows => reportRows(db, { request: parsed(question), key }, today)

/** Nothing has been remembered of a ledger that nobody has looked at. */
export const neverSeen = (db: ReadableLedger): ReadableLedger => ({
  query: (sql) => db.query(sql), tuples: (sql) => db.tuples(sql), column: (sql) => db.column(sql), revision: () => db.revision(), isInTransaction: () => db.isInTransaction(),
})

/** Every figure of an answer that says it is a sum of rows. */
export function figuresOf(value: unknown): { key: string; minor: number; currency: string }[] {
  if (Array.isArray(value)) return value.flatMap(figuresOf)
  if (typeof value !== 'object' || value === null) return []
  if ('minor' in value && 'key' in value && 'currency' in value) {
    return typeof value.minor === 'number' && typeof value.key === 'string' && typeof value.currency === 'string' ? [{ key: value.key, minor: value.minor, currency: value.currency }] : []
  }
  return Object.entries(value).flatMap(([name, inner]) => (name === 'compared' ? [] : figuresOf(inner)))
}
