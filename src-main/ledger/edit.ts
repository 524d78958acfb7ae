import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { TransactionChange } from '#shared/ipc/ledger-endpoints.ts'
import type { Account, TransactionId } from '#shared/model.ts'
import { findAccount, readFace, writeFace, type AccountFace } from './accounts.ts'
import type { WritableLedger } from './database.ts'
import { logStep, type StepLabel } from './history.ts'
import { setRowsRemoved } from './removal.ts'
import { planEdits, writeEdits } from './transactions/edit.ts'

/** One step of the user's on any number of rows, taken back as one. Call inside `transact`. */
export function editTransactions(db: WritableLedger, { ids, change }: Parsed<'transactions.edit'>, at: Instant): { changed: number } {
  if (change.splits !== undefined && ids.length !== 1) throw new AppFailure({ kind: 'invalid_input', path: 'ids' })
  if (change.isRemoved === true) return removeTransactions(db, ids, change, at)
  const edits = planEdits(db, ids, change)
  writeEdits(db, edits.map(({ id, after }) => [id, after]))
  // That somebody looked is nothing to take back.
  const isStep = Object.keys(change).some((field) => field !== 'isNew')
  if (isStep && edits.length > 0) {
    logStep(db, {
      label: labelOf(change),
      count: edits.length,
      forward: { kind: 'transactions', rows: edits.map(({ id, after }) => [id, after] as const) },
      inverse: { kind: 'transactions', rows: edits.map(({ id, before }) => [id, before] as const) },
    }, at)
  }
  return { changed: edits.length }
}

/** Not what a bank has said for sure: only rows that may not belong there at all. */
function removeTransactions(db: WritableLedger, ids: readonly TransactionId[], change: TransactionChange, at: Instant): { changed: number } {
  const wanted = [...new Set(ids)]
  if (Object.keys(change).length > 1) throw new AppFailure({ kind: 'invalid_input', path: 'isRemoved' })
  for (const id of wanted) refuseLasting(db, id)
  setRowsRemoved(db, wanted, true, at)
  logStep(db, { label: 'delete-rows', count: wanted.length, forward: { kind: 'rows', ids: wanted, isRemoved: true }, inverse: { kind: 'rows', ids: wanted, isRemoved: false } }, at)
  return { changed: wanted.length }
}

const REMOVABLE = /* sql */ `
  SELECT txn.is_potential_duplicate = 1 OR txn.is_adjusting = 1 OR txn.is_by_hand = 1 OR batch.source IS 'demo'
    FROM txn LEFT JOIN import_batch AS batch ON batch.id = txn.batch_id WHERE txn.id = ? AND txn.deleted_at IS NULL`

function refuseLasting(db: WritableLedger, id: TransactionId): void {
  const isRemovable = db.column<0 | 1>(REMOVABLE).get([id])
  if (isRemovable === undefined) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  if (isRemovable === 0) throw new AppFailure({ kind: 'invalid_input', path: 'isRemoved' })
}

function labelOf(change: TransactionChange): StepLabel {
  const fields = Object.entries(change).filter(([, value]) => value !== undefined).map(([field]) => field)
  if (fields.every((field) => field === 'addTags' || field === 'removeTags')) return 'edit-tags'
  if (fields.length !== 1) return 'edit'
  if (change.splits !== undefined) return 'split'
  return change.payee !== undefined ? 'edit-payee' : change.notes !== undefined ? 'edit-notes' : change.categoryId !== undefined ? 'edit-category' : 'edit'
}

export function editAccount(db: WritableLedger, { id, name, type }: Parsed<'accounts.edit'>, at: Instant): Account {
  const before = readFace(db, id)
  return changeFace(db, id, before, { ...before, name: name ?? before.name, type: type ?? before.type }, 'edit-account', at)
}

/** A closed account keeps its rows and leaves the totals of open ones. */
export function closeAccount(db: WritableLedger, { id, closed }: Parsed<'accounts.close'>, at: Instant): Account {
  const before = readFace(db, id)
  return changeFace(db, id, before, { ...before, closedAt: closed ? before.closedAt ?? at : null }, closed ? 'close-account' : 'reopen-account', at)
}

function changeFace(db: WritableLedger, id: Account['id'], before: AccountFace, after: AccountFace, label: StepLabel, at: Instant): Account {
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    writeFace(db, id, after)
    logStep(db, { label, count: 1, forward: { kind: 'account', id, face: after }, inverse: { kind: 'account', id, face: before } }, at)
  }
  return findAccount(db, id)
}
