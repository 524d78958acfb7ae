import type { LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { Review, ReviewFile } from '#shared/ipc/import-endpoints.ts'
import type { Counts, Decision, ReviewAccount, ReviewRow, Transaction, TransactionId } from '#shared/model.ts'
import { minor, toMinor, type Currency, type Money } from '#shared/money.ts'
import { toProof } from '../accounts.ts'
import type { ReadableLedger } from '../database.ts'
import type { AccountProof } from '../proof.ts'
import { proofColumns } from '../settle.ts'
import { transactionsById } from '../transactions/page.ts'
import { forecastProof } from './forecast.ts'
import { choicesOf } from './plan.ts'
import type { StagedRows } from './rows.ts'
import { statementsOf, type StagedFile, type StagedImport, type StagedStatement, type Target } from './staged.ts'

/** Enough to see what is wrong with a file; the count tells the rest. */
export const WARNINGS_SHOWN = 500

export function reviewImport(db: ReadableLedger, staged: StagedImport): Review {
  const forecasts = new Map<Target, Forecast>()
  for (const { target } of statementsOf(staged)) if (!forecasts.has(target)) forecasts.set(target, { proof: forecastProof(db, staged, target), openingMinor: openingOf(db, target) })
  const files = staged.files.map((file) => reviewFile(file, forecasts))
  return { operationId: staged.operationId, files, counts: addCounts(files.flatMap(({ accounts }) => accounts.map(({ counts }) => counts))) }
}

/** How an account would stand against the bank, and its opening balance as it is now. */
interface Forecast { readonly proof: AccountProof | null; readonly openingMinor: number }

const openingOf = (db: ReadableLedger, { accountId }: Target): number =>
  (accountId === null ? undefined : db.column<number>('SELECT opening_minor FROM account_state WHERE account_id = ?').get([accountId])) ?? 0

function reviewFile(file: StagedFile, forecasts: ReadonlyMap<Target, Forecast>): ReviewFile {
  const warnings = warningsOf(file)
  return {
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    error: file.error,
    statuses: file.statuses,
    discovered: file.discovered,
    warnings: warnings.slice(0, WARNINGS_SHOWN),
    warningCount: warnings.length,
    ...(file.mapping && { mapping: file.mapping }),
    accounts: file.statements.map((statement) => reviewAccount(statement, forecasts.get(statement.target) ?? { proof: null, openingMinor: 0 })),
  }
}

/** The reader's and the pipeline's own. */
export const warningsOf = ({ warnings, statements }: StagedFile) => [...warnings, ...statements.flatMap((statement) => statement.warnings)]

function reviewAccount({ key, statement, target, rows }: StagedStatement, { proof, openingMinor }: Forecast): ReviewAccount {
  const { kind, account, entries, from, to } = statement
  const days = entries.map(({ bookedOn }) => bookedOn)
  return {
    key,
    kind,
    number: account.iban ?? account.number,
    currency: target.currency,
    accountId: target.accountId,
    name: target.name,
    from: from ?? edge(days, (left, right) => left < right),
    to: to ?? edge(days, (left, right) => left > right),
    counts: countsOf(rows),
    proof: proof && toProof(proofColumns(proof), target.currency),
    openingBalance: proof === null || proof.openingMinor === openingMinor ? null : { minor: minor(proof.openingMinor), currency: target.currency },
    leftOut: leftOutOf(rows, target.currency),
  }
}

function leftOutOf(rows: StagedRows, currency: Currency): Money | null {
  const left = rows.booked.flatMap((_, row) => (rows.chosen(row) === 'skip' ? [rows.minor(row)] : []))
  return left.length === 0 ? null : { minor: minor(left.reduce((sum, value) => sum + value, 0)), currency }
}

const edge = (days: readonly LocalDate[], wins: (left: LocalDate, right: LocalDate) => boolean): LocalDate | null => days.reduce<LocalDate | null>((best, day) => (best === null || wins(day, best) ? day : best), null)

const countsOf = (rows: StagedRows): Counts => ({ rows: rows.length, ...rows.counts() })

const addCounts = (all: readonly Counts[]): Counts => all.reduce<Counts>((sum, counts) => ({
  rows: sum.rows + counts.rows,
  new: sum.new + counts.new,
  duplicate: sum.duplicate + counts.duplicate,
  match: sum.match + counts.match,
  skip: sum.skip + counts.skip,
  problem: sum.problem + counts.problem,
}), { rows: 0, new: 0, duplicate: 0, match: 0, skip: 0, problem: 0 })

export function findStatement(staged: StagedImport, key: string): StagedStatement {
  const found = statementsOf(staged).find((statement) => statement.key === key)
  if (!found) throw new AppFailure({ kind: 'not_found', what: 'statement' })
  return found
}

/** Rows of one statement in file order, of one decision or of all. */
export function reviewRows(db: ReadableLedger, staged: StagedImport, { key, decision, offset, limit }: Parsed<'imports.rows'>): ReviewRow[] {
  const statement = findStatement(staged, key)
  const indexes = pick(statement.rows, decision, offset, limit)
  const refs = indexes.map((index) => statement.rows.other(index)).filter((ref) => ref > 0)
  const others = transactionsById(db, refs as TransactionId[])
  return indexes.map((index) => reviewRow(statement, index, others))
}

function pick(rows: StagedRows, decision: Decision | undefined, offset: number, limit: number): number[] {
  const picked: number[] = []
  let passed = 0
  for (let row = 0; row < rows.length && picked.length < limit; row += 1) {
    if (decision !== undefined && rows.decision(row) !== decision) continue
    if (passed >= offset) picked.push(row)
    passed += 1
  }
  return picked
}

function reviewRow({ rows, target }: StagedStatement, index: number, others: ReadonlyMap<number, Transaction>): ReviewRow {
  const entry = rows.entry(index)
  const said = entry ?? rows.unreadableAt(index)
  const line = said?.line ?? 0
  return {
    index,
    line: line > 0 ? line : null,
    bookedOn: said?.bookedOn ?? null,
    amount: amountOf(rows, index, target),
    payee: said?.payee ?? '',
    purpose: said?.purpose ?? '',
    status: rows.isPending(index) ? 'pending' : 'booked',
    decision: rows.decision(index),
    reason: rows.reason(index),
    choices: choicesOf(rows, index),
    other: others.get(rows.other(index)) ?? null,
  }
}

function amountOf(rows: StagedRows, index: number, { currency }: Target): Money | null {
  if (rows.problem(index) === undefined) return { minor: minor(rows.minor(index)), currency }
  const amount = rows.unreadableAt(index)?.amount ?? null
  const units = amount === null ? undefined : toMinor(amount, currency)
  return units === undefined ? null : { minor: units, currency }
}
