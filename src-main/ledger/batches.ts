import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, Batch, BatchId, Decision, Reason } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import { toProof, type ProofColumns } from './accounts.ts'
import type { ReadableLedger } from './database.ts'

interface BatchRow {
  readonly id: BatchId
  readonly source: string
  readonly file_name: string
  readonly format: string
  readonly imported_at: Instant
  readonly reverted_at: Instant | null
}

interface StatementRow extends ProofColumns {
  readonly batch_id: BatchId
  readonly account_id: AccountId
  readonly account_name: string
  readonly currency: Currency
  readonly new_count: number
  readonly duplicate_count: number
  readonly match_count: number
  readonly skip_count: number
  readonly problem_count: number
  readonly added_minor: number
}

const BATCHES = /* sql */ `SELECT id, source, file_name, format, imported_at, reverted_at FROM import_batch`
const STATEMENTS = /* sql */ `
  SELECT said.batch_id, said.account_id, account.name AS account_name, account.currency, said.new_count, said.duplicate_count, said.match_count, said.skip_count,
         said.problem_count, said.added_minor, said.bank_minor, said.bank_as_of, said.proof_minor, said.diverging_on
    FROM import_statement AS said JOIN account ON account.id = said.account_id`

/** The import history, newest first, without refreshes that brought nothing. */
export function listBatches(db: ReadableLedger): Batch[] {
  const statements = Map.groupBy(db.query<StatementRow>(`${STATEMENTS} ORDER BY said.batch_id, said.position`).all(), (row) => row.batch_id)
  return db.query<BatchRow>(`${BATCHES} WHERE is_quiet = 0 AND removed_at IS NULL ORDER BY id DESC`).all().map((batch) => toBatch(batch, statements.get(batch.id) ?? []))
}

const DECISIONS_SHOWN = 500
const HELD = /* sql */ `
  SELECT held.line, held.decision, held.reason, said.account_id AS accountId
    FROM import_row AS held JOIN import_statement AS said ON said.batch_id = held.batch_id AND said.position = held.position
   WHERE held.batch_id = ? ORDER BY held.position, held.row_index LIMIT ${DECISIONS_SHOWN}`
const PROBLEMS = /* sql */ `
  SELECT held.line, held.reason, said.account_id AS accountId
    FROM import_row AS held JOIN import_statement AS said ON said.batch_id = held.batch_id AND said.position = held.position
   WHERE held.batch_id = ? AND held.decision = 'problem' ORDER BY held.position, held.row_index`

interface Held { readonly line: number | null; readonly decision: Decision; readonly reason: Reason; readonly accountId: AccountId }

export function findBatch(db: ReadableLedger, batchId: BatchId): Batch {
  const batch = db.query<BatchRow>(`${BATCHES} WHERE id = ?`).get([batchId])
  if (!batch) throw new AppFailure({ kind: 'not_found', what: 'batch' })
  return toBatch(batch, statementsOf(db, batchId))
}

const statementsOf = (db: ReadableLedger, batchId: BatchId): StatementRow[] => db.query<StatementRow>(`${STATEMENTS} WHERE said.batch_id = ? ORDER BY said.position`).all([batchId])

/** What one file did to the ledger, as it was when it was stored. */
export function readReceipt(db: ReadableLedger, batchId: BatchId): Receipt {
  const batch = findBatch(db, batchId)
  const problems = Map.groupBy(db.query<Omit<Held, 'decision'>>(PROBLEMS).all([batchId]), ({ accountId }) => accountId)
  const accounts = Map.groupBy(statementsOf(db, batchId), (row) => row.account_id)
  return {
    batch,
    accounts: [...accounts.values()].map((rows) => toReceiptAccount(rows, problems.get(rows[0]?.account_id ?? 0 as AccountId) ?? [])),
    warnings: db.query<Output<'imports.receipt'>['warnings'][number]>('SELECT line, code, detail FROM import_warning WHERE batch_id = ? ORDER BY id').all([batchId]),
    decisions: db.query<Held>(HELD).all([batchId]),
  }
}

function toReceiptAccount(rows: readonly StatementRow[], problems: readonly Omit<Held, 'decision'>[]): Receipt['accounts'][number] {
  const [first] = rows
  if (!first) throw new AppFailure({ kind: 'not_found', what: 'account' })
  return {
    accountId: first.account_id,
    accountName: first.account_name,
    counts: countsOf(rows),
    problems: problems.map(({ line, reason }) => ({ line, reason })),
    proof: toProof(first, first.currency),
  }
}

type Column = 'new_count' | 'duplicate_count' | 'match_count' | 'skip_count' | 'problem_count' | 'added_minor'

function countsOf(rows: readonly StatementRow[]): Receipt['accounts'][number]['counts'] {
  const total = (column: Column): number => rows.reduce((sum, row) => sum + row[column], 0)
  const counts = { new: total('new_count'), duplicate: total('duplicate_count'), match: total('match_count'), skip: total('skip_count'), problem: total('problem_count') }
  return { rows: counts.new + counts.duplicate + counts.match + counts.skip + counts.problem, ...counts }
}

function toBatch(batch: BatchRow, rows: readonly StatementRow[]): Batch {
  const counts = countsOf(rows)
  return {
    id: batch.id,
    source: batch.source,
    fileName: batch.file_name,
    format: batch.format,
    importedAt: batch.imported_at,
    revertedAt: batch.reverted_at,
    accountIds: [...new Set(rows.map((row) => row.account_id))],
    rows: counts.rows,
    added: counts.new,
    duplicates: counts.duplicate,
    matched: counts.match,
    skipped: counts.skip,
    problems: counts.problem,
    delta: deltaOf(rows),
  }
}

function deltaOf(rows: readonly StatementRow[]): Money[] {
  const totals = new Map<Currency, number>()
  for (const { currency, added_minor: added } of rows) totals.set(currency, (totals.get(currency) ?? 0) + added)
  return [...totals].filter(([, total]) => total !== 0).map(([currency, total]) => ({ minor: minor(total), currency }))
}
