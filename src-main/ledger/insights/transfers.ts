import { toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { PairOfRows } from '#shared/transfers.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { whyText } from '../categories/why.ts'
import { markChanged } from './state.ts'

/** Two rows that are one movement between own accounts, as found or as a person has said. */
export interface Pair {
  readonly outId: number
  readonly inId: number
  readonly state: 'proposed' | 'confirmed'
  /** How it was found; `user` where a person has said so. */
  readonly method: string
  /** In percent. */
  readonly score: number
}

export type Choice = 'confirmed' | 'rejected'
export interface TransferChoice { readonly outId: number; readonly inId: number; readonly choice: Choice | null }

export const INTERNAL = 'transfers.internal'

/** What two rows that a person calls one movement are held against each other by. */
export interface Side { readonly accountId: number; readonly bookedOn: LocalDate; readonly amountMinor: number; readonly currency: string }

/** A bank may keep a fee, and a cheque may lie about; more than that is no one movement. */
const DAYS_MAX = 31
const FEE_MAX = 0.05

/** Out of one account and into another, as much or nearly so; what was changed into another currency is worth what it is worth. */
export const canBeOneMovement = (out: Side, into: Side): boolean =>
  out.amountMinor < 0 && into.amountMinor > 0 && out.accountId !== into.accountId
  && Math.abs(toDayNumber(out.bookedOn) - toDayNumber(into.bookedOn)) <= DAYS_MAX
  && (out.currency !== into.currency || Math.abs(out.amountMinor + into.amountMinor) <= FEE_MAX * Math.abs(out.amountMinor))

export const readPairs = (db: ReadableLedger): Pair[] => db.query<Pair>('SELECT out_id AS outId, in_id AS inId, state, method, score FROM transfer ORDER BY out_id').all()

export const readChoices = (db: ReadableLedger): (TransferChoice & { readonly choice: Choice })[] =>
  db.query<TransferChoice & { readonly choice: Choice }>('SELECT out_id AS outId, in_id AS inId, choice FROM transfer_choice ORDER BY out_id, in_id').all()

/** What a person says of some pairs from now on; null: nothing any more. The pairs themselves follow. */
function writeChoices(db: WritableLedger, choices: readonly TransferChoice[]): void {
  for (const { outId, inId, choice } of choices) {
    if (choice === null) db.command('DELETE FROM transfer_choice WHERE out_id = ? AND in_id = ?').run([outId, inId])
    else db.command('INSERT OR REPLACE INTO transfer_choice (out_id, in_id, choice) VALUES (?, ?, ?)').run([outId, inId, choice])
  }
  markChanged(db)
}

export function removePair(db: WritableLedger, { outId, inId }: Pick<Pair, 'outId' | 'inId'>): void {
  db.command('DELETE FROM transfer WHERE out_id = ?').run([outId])
  for (const id of [outId, inId]) restoreLeg(db, id)
}

const ADD = /* sql */ `
  INSERT INTO transfer (out_id, in_id, state, method, score)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`

/** The rows of confirmed pairs become transfers; what they were before is kept. */
export function addPairs(db: WritableLedger, pairs: readonly Pair[]): void {
  db.command(ADD).run([JSON.stringify(pairs.map(({ outId, inId, state, method, score }) => [outId, inId, state, method, score]))])
  takeLegs(db, pairs.flatMap((pair) => (pair.state === 'confirmed' ? [{ ...pair, id: pair.outId }, { ...pair, id: pair.inId }] : [])))
}

const KEEP = /* sql */ `
  INSERT OR REPLACE INTO transfer_leg (txn_id, category_id, category_by, category_why)
  SELECT id, category_id, category_by, category_why FROM txn
   WHERE id IN (SELECT value ->> 0 FROM json_each(?)) AND is_split = 0 AND (category_by IS NULL OR category_by = 'guess') AND (category_why IS NULL OR category_why NOT GLOB 'transfer *')`
const TAKE = /* sql */ `
  UPDATE txn SET category_id = '${INTERNAL}', category_by = 'guess', category_why = leg.value ->> 1 FROM json_each(?) AS leg
   WHERE txn.id = leg.value ->> 0 AND txn.is_split = 0 AND (txn.category_by IS NULL OR txn.category_by = 'guess')`

interface LegOfPair extends Pick<Pair, 'method' | 'score'> { readonly id: number }

/** Never over the word of a person or of a person's rule. */
function takeLegs(db: WritableLedger, legs: readonly LegOfPair[]): void {
  if (legs.length === 0) return
  const taken = JSON.stringify(legs.map(({ id, method, score }) => [id, whyText({ kind: 'transfer', confidence: score / 100, evidence: method })]))
  db.command(KEEP).run([taken])
  db.command(TAKE).run([taken])
}

const RESTORE = /* sql */ `
  UPDATE txn SET category_id = leg.category_id, category_by = leg.category_by, category_why = leg.category_why
    FROM transfer_leg AS leg WHERE leg.txn_id = txn.id AND txn.id = ? AND txn.category_why GLOB 'transfer *'`

function restoreLeg(db: WritableLedger, id: number): void {
  db.command(RESTORE).run([id])
  db.command('DELETE FROM transfer_leg WHERE txn_id = ?').run([id])
}

/** Legs of confirmed pairs that were given another category since, as when all rows were categorised anew. */
const STRAYED = /* sql */ `
  SELECT txn.id, pair.method, pair.score FROM transfer AS pair JOIN txn ON txn.id IN (pair.out_id, pair.in_id)
   WHERE pair.out_id > :after AND pair.out_id <= :last AND pair.state = 'confirmed' AND txn.is_split = 0 AND (txn.category_by IS NULL OR txn.category_by = 'guess') AND (txn.category_why IS NULL OR txn.category_why NOT GLOB 'transfer *')`

const LAST_OF = /* sql */ `SELECT max(out_id) FROM (SELECT out_id FROM transfer WHERE out_id > :after ORDER BY out_id LIMIT :limit)`

/** Looks through so many pairs from one on. Returns how many such legs there were, and the last pair; undefined where none is left. */
export function takeStrayedLegs(db: WritableLedger, after: number, limit: number): { readonly taken: number; readonly last: number | undefined } {
  const last = db.column<number | null>(LAST_OF).get({ after, limit }) ?? undefined
  const strayed = last === undefined ? [] : db.query<LegOfPair>(STRAYED).all({ after, last })
  takeLegs(db, strayed)
  return { taken: strayed.length, last }
}

const PAIRS_AMONG = /* sql */ `
  SELECT out_id AS outId, in_id AS inId FROM transfer
   WHERE out_id IN (SELECT value FROM json_each(:ids)) OR in_id IN (SELECT value FROM json_each(:ids))`

/** Before rows go for good: a partner that stays is what it was before it had one, also where the background has not come round to it. */
export function dissolvePairs(db: WritableLedger, ids: readonly number[]): void {
  for (const pair of db.query<Pick<Pair, 'outId' | 'inId'>>(PAIRS_AMONG).all({ ids: JSON.stringify(ids) })) removePair(db, pair)
}

/** Before rows go for good. */
export const FORGET_PAIRS = [
  'DELETE FROM transfer_choice WHERE out_id IN', 'DELETE FROM transfer_choice WHERE in_id IN', 'DELETE FROM transfer WHERE out_id IN', 'DELETE FROM transfer WHERE in_id IN',
  'DELETE FROM transfer_leg WHERE txn_id IN', 'DELETE FROM contract_row WHERE txn_id IN', 'DELETE FROM contract_part WHERE txn_id IN', 'DELETE FROM contract_part WHERE anchor_id IN',
] as const

const PAIR_OF = /* sql */ `SELECT out_id AS outId, in_id AS inId, state, method, score FROM transfer WHERE out_id = :id OR in_id = :id`

/** The pair that a row is in. */
export const pairOf = (db: ReadableLedger, id: number): (Pair & PairOfRows) | undefined => db.query<Pair & PairOfRows>(PAIR_OF).get({ id })

/** As `writeChoices`, and what follows at once: the rest is found in the background. */
export function applyChoices(db: WritableLedger, choices: readonly TransferChoice[]): void {
  for (const { outId, inId, choice } of choices) {
    const rivals = [pairOf(db, outId), pairOf(db, inId)].filter((pair) => pair !== undefined && (choice === 'confirmed' || (pair.outId === outId && pair.inId === inId)))
    for (const pair of rivals) if (pair) removePair(db, pair)
    if (choice === 'confirmed' && isLiving(db, outId) && isLiving(db, inId)) addPairs(db, [{ outId, inId, state: 'confirmed', method: 'user', score: 100 }])
  }
  writeChoices(db, choices)
}

const isLiving = (db: ReadableLedger, id: number): boolean => db.column('SELECT 1 FROM txn WHERE id = ? AND deleted_at IS NULL').get([id]) !== undefined
