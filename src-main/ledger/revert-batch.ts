import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { Batch, BatchId } from '#shared/model.ts'
import { minor, type Currency } from '#shared/money.ts'
import { findBatch } from './batches.ts'
import type { WritableLedger } from './database.ts'
import { logStep } from './history.ts'
import { setReverted } from './revert.ts'

export type RevertPreview = Output<'imports.revertPreview'>

/** Takes a batch back, at any later time. Call inside `transact`. */
export function revertBatch(db: WritableLedger, batchId: BatchId, at: Instant): Batch {
  const batch = findLivingBatch(db, batchId)
  revertBatches(db, [batchId], batch.added + batch.matched, at)
  return findBatch(db, batchId)
}

function findLivingBatch(db: WritableLedger, batchId: BatchId): Batch {
  const batch = findBatch(db, batchId)
  if (batch.revertedAt !== null) throw new AppFailure({ kind: 'exists', what: 'revert' })
  return batch
}

/** Several as one step, which one undo takes back. */
function revertBatches(db: WritableLedger, ids: readonly BatchId[], count: number, at: Instant): void {
  setReverted(db, ids, at, at)
  logStep(db, { label: 'revert', count, forward: { kind: 'batches', ids, reverted: true }, inverse: { kind: 'batches', ids, reverted: false } }, at)
}

const DEMO = /* sql */ `SELECT id FROM import_batch WHERE source = 'demo' AND connection_id IS NULL AND reverted_at IS NULL ORDER BY id`

/** Every demo batch that still lives, in one step; what a demo connection brought goes with the connection. */
export function removeDemo(db: WritableLedger, at: Instant): void {
  const ids = db.column<BatchId>(DEMO).all()
  const count = ids.map((id) => findBatch(db, id)).reduce((sum, { added, matched }) => sum + added + matched, 0)
  if (ids.length > 0) revertBatches(db, ids, count, at)
}

const ALIVE = /* sql */ `SELECT count(*) FROM txn INDEXED BY txn_by_day WHERE deleted_at IS NULL`
const OWN = /* sql */ `${ALIVE} AND batch_id = :batchId`
const PENDING = /* sql */ `SELECT id FROM txn WHERE is_pending = 1 AND deleted_at IS NULL`
const ACCOUNTS = /* sql */ `SELECT count(*) FROM account WHERE deleted_at IS NULL`
const BALANCES = /* sql */ `
  SELECT account.currency, sum(state.balance_minor) FROM account JOIN account_state AS state ON state.account_id = account.id
   WHERE account.deleted_at IS NULL GROUP BY account.currency ORDER BY account.currency`
const EDITED = /* sql */ `
  SELECT count(*) FROM txn WHERE deleted_at = :at AND (payee_by = 'user' OR notes IS NOT NULL OR category_by = 'user' OR is_split = 1 OR is_tagged = 1)`

/** Does it, looks, and takes it back: the preview cannot differ from the act. Call outside any transaction. */
export function previewRevert(db: WritableLedger, batchId: BatchId): RevertPreview {
  const at = 'preview' as Instant
  const count = (sql: string, params: Readonly<Record<string, string | number>> = {}): number => db.column<number>(sql).get(params) ?? 0
  findLivingBatch(db, batchId)
  db.exec('BEGIN IMMEDIATE')
  try {
    const before = { alive: count(ALIVE), accounts: count(ACCOUNTS), balances: balancesOf(db), pending: new Set(db.column<number>(PENDING).all()) }
    setReverted(db, [batchId], at, at)
    const restored = db.column<number>(PENDING).all().filter((id) => !before.pending.has(id)).length
    return {
      removed: before.alive - count(ALIVE) + restored,
      kept: count(OWN, { batchId }),
      restored,
      edited: count(EDITED, { at }),
      accountsRemoved: before.accounts - count(ACCOUNTS),
      delta: deltaOf(before.balances, balancesOf(db)),
    }
  } finally {
    db.exec('ROLLBACK')
  }
}

const balancesOf = (db: WritableLedger): Map<Currency, number> => new Map(db.tuples<[Currency, number]>(BALANCES).all())

const deltaOf = (before: ReadonlyMap<Currency, number>, after: ReadonlyMap<Currency, number>): RevertPreview['delta'] =>
  [...before].flatMap(([currency, balance]) => {
    const change = (after.get(currency) ?? 0) - balance
    return change === 0 ? [] : [{ minor: minor(change), currency }]
  })
