import { localDate, type Instant } from '#shared/dates.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { Budgets } from '#shared/budgets.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import type { NotificationRule } from '#shared/notifications.ts'
import { unreachable } from '#shared/result.ts'
import { writeFace, type AccountFace } from './accounts.ts'
import { writeBudgets } from './budgets/budgets.ts'
import { addUndecided } from './categories/due.ts'
import { writeRules, type LoggedRule } from './categories/rules.ts'
import { isOfPair } from './categories/why.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import { writeFacts, type HandFacts } from './hand-facts.ts'
import { writePartWords, type PartChange } from './insights/contract-parts.ts'
import { writeContractChoices, type ContractChange } from './insights/contracts.ts'
import { writePairing, type PairingMode } from './insights/state.ts'
import { applyChoices, type TransferChoice } from './insights/transfers.ts'
import { keepRules } from './notifications/rules.ts'
import { setRemoved, setRowsRemoved, type Removal } from './removal.ts'
import { setReverted } from './revert.ts'
import { writeEdits, type Edits } from './transactions/edit.ts'

export type HistoryState = Output<'history.state'>

/** What the window translates: `history.label.<label>`. */
export type StepLabel = 'edit' | 'edit-payee' | 'edit-category' | 'edit-notes' | 'edit-account' | 'close-account' | 'reopen-account' | 'import' | 'revert' | 'refresh' | 'delete-connection' | 'delete-account' | 'delete-rows' | 'create-rule' | 'edit-rule' | 'delete-rule' | 'apply-rules' | 'edit-tags' | 'split' | 'edit-budgets' | 'pair-transfer' | 'reject-transfer' | 'set-pairing' | 'edit-contract' | 'create-account' | 'create-row' | 'amend-row'

/** A state to go to. A step keeps the one before and the one after, so that undo and redo are the same act. */
export type Goal =
  | { readonly kind: 'transactions'; readonly rows: readonly (readonly [TransactionId, Edits])[] }
  | { readonly kind: 'account'; readonly id: AccountId; readonly face: AccountFace }
  | { readonly kind: 'batches'; readonly ids: readonly BatchId[]; readonly reverted: boolean }
  | { readonly kind: 'rows'; readonly ids: readonly TransactionId[]; readonly isRemoved: boolean }
  | { readonly kind: 'facts'; readonly id: TransactionId; readonly facts: HandFacts }
  | { readonly kind: 'rules'; readonly rules: readonly LoggedRule[] }
  | { readonly kind: 'budgets'; readonly budgets: Budgets }
  | { readonly kind: 'transfers'; readonly choices: readonly TransferChoice[]; readonly rows: readonly (readonly [TransactionId, Edits])[] }
  | { readonly kind: 'pairing'; readonly mode: PairingMode }
  | { readonly kind: 'contracts'; readonly changes: readonly ContractChange[]; readonly parts?: readonly PartChange[] }
  | { readonly kind: 'notifications'; readonly rules: readonly NotificationRule[]; readonly areThere: boolean }
  | { readonly kind: 'removal'; readonly removal: Removal; readonly isRemoved: boolean }
  | { readonly kind: 'several'; readonly goals: readonly Goal[] }

export interface Step { readonly label: StepLabel; readonly count: number; readonly forward: Goal; readonly inverse: Goal }

/** Older steps are forgotten: a log that only grows would one day be the largest table. */
const STEPS_MAX = 500

const NEXT_UNDO = /* sql */ `SELECT id, label, row_count, forward, inverse FROM undo_log WHERE is_undone = 0 ORDER BY id DESC LIMIT 1`
const NEXT_REDO = /* sql */ `SELECT id, label, row_count, forward, inverse FROM undo_log WHERE is_undone = 1 ORDER BY id LIMIT 1`

interface LoggedStep { readonly id: number; readonly label: StepLabel; readonly row_count: number; readonly forward: string; readonly inverse: string }

export function historyState(db: ReadableLedger): HistoryState {
  const shown = (sql: string) => {
    const step = db.query<LoggedStep>(sql).get()
    return step ? { label: step.label, count: step.row_count } : null
  }
  return { undo: shown(NEXT_UNDO), redo: shown(NEXT_REDO) }
}

/** Writes down what was just done. What had been undone can no longer be done again. */
export function logStep(db: WritableLedger, { label, count, forward, inverse }: Step, at: Instant): void {
  db.command('DELETE FROM undo_log WHERE is_undone = 1').run()
  const { lastId } = db.command('INSERT INTO undo_log (at, label, row_count, forward, inverse) VALUES (?, ?, ?, ?, ?)').run([at, label, count, JSON.stringify(forward), JSON.stringify(inverse)])
  db.command('DELETE FROM undo_log WHERE id <= ?').run([lastId - STEPS_MAX])
}

/** Takes the latest step back. Undefined where there is none. */
export function undo(db: WritableLedger, at: Instant): Goal | undefined {
  return move(db, db.query<LoggedStep>(NEXT_UNDO).get(), 1, at)
}

export function redo(db: WritableLedger, at: Instant): Goal | undefined {
  return move(db, db.query<LoggedStep>(NEXT_REDO).get(), 0, at)
}

function move(db: WritableLedger, step: LoggedStep | undefined, isUndone: 0 | 1, at: Instant): Goal | undefined {
  if (!step) return undefined
  const goal = toGoal(isUndone === 1 ? step.inverse : step.forward)
  reach(db, goal, at)
  db.command('UPDATE undo_log SET is_undone = ? WHERE id = ?').run([isUndone, step.id])
  return goal
}

/** What is gone for good, and with it every way back to it. */
export interface Gone {
  readonly accounts: readonly number[]
  readonly batches: readonly number[]
  readonly transactions: readonly number[]
}

/** Takes what is gone out of the log; a step that has nothing left to do goes too. */
export function forgetSteps(db: WritableLedger, gone: Gone): void {
  const sets = { accounts: new Set(gone.accounts), batches: new Set(gone.batches), transactions: new Set(gone.transactions) }
  for (const { id, forward, inverse } of db.query<Pick<LoggedStep, 'id' | 'forward' | 'inverse'>>('SELECT id, forward, inverse FROM undo_log').all()) {
    const [there, back] = [without(toGoal(forward), sets), without(toGoal(inverse), sets)]
    if (!there || !back) db.command('DELETE FROM undo_log WHERE id = ?').run([id])
    else db.command('UPDATE undo_log SET forward = ?, inverse = ? WHERE id = ?').run([JSON.stringify(there), JSON.stringify(back), id])
  }
}

const REVERTED = /* sql */ `
  SELECT DISTINCT batch.id FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
   WHERE batch.reverted_at IS NOT NULL AND said.account_id IN (SELECT value FROM json_each(?))`

/**
 * A refresh that is no step of its own may bring again what was reverted. From then on no step may put the old rows back
 * beside the new ones.
 */
export function forgetRevivals(db: WritableLedger, accounts: readonly AccountId[]): void {
  const reverted = new Set(db.column<BatchId>(REVERTED).all([JSON.stringify(accounts)]))
  if (reverted.size === 0) return
  // Either way: a step that only reverts what is reverted already could be done again afterwards.
  for (const { id, forward, inverse } of db.query<Pick<LoggedStep, 'id' | 'forward' | 'inverse'>>('SELECT id, forward, inverse FROM undo_log').all()) {
    if ([forward, inverse].flatMap((goal) => revivedBy(toGoal(goal))).some((batch) => reverted.has(batch))) db.command('DELETE FROM undo_log WHERE id = ?').run([id])
  }
}

function revivedBy(goal: Goal): readonly BatchId[] {
  if (goal.kind === 'several') return goal.goals.flatMap(revivedBy)
  if (goal.kind === 'batches') return goal.reverted ? [] : goal.ids
  return goal.kind === 'removal' && !goal.isRemoved ? goal.removal.reverted : []
}

function without(goal: Goal, gone: Readonly<Record<keyof Gone, ReadonlySet<number>>>): Goal | undefined {
  switch (goal.kind) {
    case 'transactions': {
      const rows = goal.rows.filter(([id]) => !gone.transactions.has(id))
      return rows.length === 0 ? undefined : { ...goal, rows }
    }
    case 'transfers': {
      const choices = goal.choices.filter(({ outId, inId }) => !gone.transactions.has(outId) && !gone.transactions.has(inId))
      return choices.length === 0 ? undefined : { ...goal, choices, rows: goal.rows.filter(([id]) => !gone.transactions.has(id)) }
    }
    case 'rows': {
      const ids = goal.ids.filter((id) => !gone.transactions.has(id))
      return ids.length === 0 ? undefined : { ...goal, ids }
    }
    case 'facts':
      return gone.transactions.has(goal.id) ? undefined : goal
    case 'account':
      return gone.accounts.has(goal.id) ? undefined : goal
    case 'batches': {
      const ids = goal.ids.filter((id) => !gone.batches.has(id))
      return ids.length === 0 ? undefined : { ...goal, ids }
    }
    case 'contracts':
      return goal.parts ? { ...goal, parts: goal.parts.filter(([id, word]) => ![id, word?.anchorId ?? id].some((row) => gone.transactions.has(row))) } : goal
    case 'pairing':
    case 'rules':
    case 'budgets':
    case 'notifications':
      return goal
    case 'several': {
      const goals = goal.goals.flatMap((one) => without(one, gone) ?? [])
      return goals.length === 0 ? undefined : { ...goal, goals }
    }
    // The ledger was closed since: such a step is carried out.
    case 'removal':
      return undefined
    default:
      return unreachable(goal)
  }
}

/** Only `logStep` writes these texts. */
const toGoal = (text: string): Goal => JSON.parse(text) as Goal

function reach(db: WritableLedger, goal: Goal, at: Instant): void {
  switch (goal.kind) {
    case 'transactions':
      writeRows(db, goal.rows)
      return
    case 'facts':
      writeFacts(db, goal.id, goal.facts, at)
      return
    case 'account':
      writeFace(db, goal.id, goal.face)
      return
    case 'batches':
      setReverted(db, goal.ids, goal.reverted ? at : null, at)
      return
    case 'rows':
      setRowsRemoved(db, goal.ids, goal.isRemoved, at)
      return
    case 'rules':
      writeRules(db, goal.rules)
      return
    case 'budgets':
      writeBudgets(db, goal.budgets)
      return
    case 'transfers':
      writePairs(db, goal)
      return
    case 'pairing':
      writePairing(db, goal.mode)
      return
    case 'contracts':
      writeContractWords(db, goal)
      return
    case 'notifications':
      keepRules(db, goal.rules, goal.areThere ? localDate(at.slice(0, 10)) : null)
      return
    case 'several':
      goal.goals.forEach((one) => { reach(db, one, at) })
      return
    case 'removal':
      setRemoved(db, goal.removal, goal.isRemoved, at)
      return
    default:
      unreachable(goal)
  }
}

function writeContractWords(db: WritableLedger, { changes, parts = [] }: Extract<Goal, { kind: 'contracts' }>): void {
  writeContractChoices(db, changes)
  writePartWords(db, parts)
}

function writeRows(db: WritableLedger, rows: readonly (readonly [TransactionId, Edits])[]): void {
  writeEdits(db, rows)
  addUndecided(db, rows.flatMap(([id, edits]) => (edits.categoryBy === null || isOfPair(edits.categoryWhy) ? [id] : [])))
}

/** The rows as they were come first: what pairs do to them is theirs to do. */
function writePairs(db: WritableLedger, { rows, choices }: Extract<Goal, { kind: 'transfers' }>): void {
  writeEdits(db, rows)
  applyChoices(db, choices)
}
