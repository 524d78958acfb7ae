import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { TransactionId } from '#shared/model.ts'
import type { PairOfRows, PairingMode } from '#shared/transfers.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { logStep, type StepLabel } from '../history.ts'
import { planEdits, writeEdits, type EditedRow } from '../transactions/edit.ts'
import { readPairing, writePairing } from './state.ts'
import { applyChoices, canBeOneMovement, INTERNAL, pairOf, readChoices, type Choice, type Side, type TransferChoice } from './transfers.ts'

interface Leg extends Side { readonly id: TransactionId; readonly isSplit: 0 | 1; readonly isSpokenFor: 0 | 1 }

const LEG = /* sql */ `
  SELECT txn.id, txn.account_id AS accountId, txn.booked_on AS bookedOn, txn.amount_minor AS amountMinor, account.currency, txn.is_split AS isSplit,
         txn.category_by IS NOT NULL AND txn.category_by IN ('user', 'rule') AND txn.category_id IS NOT '${INTERNAL}' AS isSpokenFor
    FROM txn JOIN account ON account.id = txn.account_id WHERE txn.id = ? AND txn.deleted_at IS NULL AND txn.is_pending = 0 AND txn.is_adjusting = 0`

function readLeg(db: ReadableLedger, id: TransactionId): Leg {
  const leg = db.query<Leg>(LEG).get([id])
  if (!leg) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  return leg
}

function refuseUnlike(out: Leg, into: Leg): void {
  const isOne = out.isSplit === 0 && into.isSplit === 0 && canBeOneMovement(out, into)
  if (!isOne) throw new AppFailure({ kind: 'invalid_input', path: 'ids' })
}

/** Two rows are one movement. What else they were paired with, or said to be, gives way. Call these inside `transact`. */
export function confirmTransfers(db: WritableLedger, pairs: readonly PairOfRows[], at: Instant): number {
  const legs = pairs.map(({ outId, inId }) => [readLeg(db, outId), readLeg(db, inId)] as const)
  for (const [out, into] of legs) refuseUnlike(out, into)
  const ids = pairs.flatMap(({ outId, inId }) => [outId, inId])
  if (new Set(ids).size < ids.length) throw new AppFailure({ kind: 'invalid_input', path: 'pairs' })
  const spokenFor = legs.flat().filter(({ isSpokenFor }) => isSpokenFor === 1).map(({ id }) => id)
  const edits = planEdits(db, spokenFor, { categoryId: INTERNAL })
  return decide(db, { choices: [...rivalsOf(db, pairs), ...said(pairs, 'confirmed')], edits, label: 'pair-transfer' }, at)
}

export const rejectTransfers = (db: WritableLedger, pairs: readonly PairOfRows[], at: Instant): number => {
  for (const { outId, inId } of pairs) [outId, inId].forEach((id) => readLeg(db, id))
  return decide(db, { choices: said(pairs, 'rejected'), edits: [], label: 'reject-transfer' }, at)
}

export const restoreTransfers = (db: WritableLedger, pairs: readonly PairOfRows[], at: Instant): number =>
  decide(db, { choices: said(pairs, null), edits: [], label: 'reject-transfer' }, at)

/** In any order: the row with the money going out is found by its sign. */
export function pairRows(db: WritableLedger, ids: readonly [TransactionId, TransactionId], at: Instant): number {
  const [left, right] = [readLeg(db, ids[0]), readLeg(db, ids[1])]
  const [out, into] = left.amountMinor < 0 ? [left, right] : [right, left]
  return confirmTransfers(db, [{ outId: out.id, inId: into.id }], at)
}

export function unpairRow(db: WritableLedger, id: TransactionId, at: Instant): number {
  const pair = pairOf(db, id)
  if (!pair) throw new AppFailure({ kind: 'not_found', what: 'transfer' })
  return decide(db, { choices: said([pair], 'rejected'), edits: [], label: 'reject-transfer' }, at)
}

const said = (pairs: readonly PairOfRows[], choice: Choice | null): TransferChoice[] => pairs.map(({ outId, inId }) => ({ outId, inId, choice }))

/** A row is confirmed in one pair at most. */
function rivalsOf(db: ReadableLedger, pairs: readonly PairOfRows[]): TransferChoice[] {
  const meant = new Set(pairs.map(({ outId, inId }) => `${outId}:${inId}`))
  const ids = new Set<number>(pairs.flatMap(({ outId, inId }) => [outId, inId]))
  return readChoices(db).filter(({ outId, inId, choice }) => choice === 'confirmed' && (ids.has(outId) || ids.has(inId)) && !meant.has(`${outId}:${inId}`)).map((rival) => ({ ...rival, choice: null }))
}

interface Decision { readonly choices: readonly TransferChoice[]; readonly edits: readonly EditedRow[]; readonly label: StepLabel }

function decide(db: WritableLedger, { choices, edits, label }: Decision, at: Instant): number {
  const known = new Map(readChoices(db).map((choice) => [`${choice.outId}:${choice.inId}`, choice.choice]))
  const before = choices.map(({ outId, inId }): TransferChoice => ({ outId, inId, choice: known.get(`${outId}:${inId}`) ?? null }))
  if (edits.length === 0 && JSON.stringify(before) === JSON.stringify(choices)) return 0
  writeEdits(db, edits.map(({ id, after }) => [id, after]))
  applyChoices(db, choices)
  logStep(db, {
    label, count: choices.filter(({ choice }, index) => choice !== before[index]?.choice).length,
    forward: { kind: 'transfers', choices, rows: edits.map(({ id, after }) => [id, after] as const) },
    inverse: { kind: 'transfers', choices: before, rows: edits.map(({ id, before: then }) => [id, then] as const) },
  }, at)
  return choices.length
}

export function setPairing(db: WritableLedger, mode: PairingMode, at: Instant): PairingMode {
  const before = readPairing(db)
  if (before === mode) return mode
  writePairing(db, mode)
  logStep(db, { label: 'set-pairing', count: 1, forward: { kind: 'pairing', mode }, inverse: { kind: 'pairing', mode: before } }, at)
  return mode
}
