import { AppFailure } from '#shared/failure.ts'
import { TAGS_MAX } from '#shared/ipc/limits.ts'
import type { TransactionChange } from '#shared/ipc/ledger-endpoints.ts'
import type { TransactionId } from '#shared/model.ts'
import { isOfPair } from '../categories/why.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { markChanged } from '../insights/state.ts'
import { addsUp, readParts, writeParts, type Part } from './parts.ts'
import { indexRows, unindexRows } from './search.ts'
import { mergeTags, readTags, writeTags } from './tags.ts'

/** The user's layer on a row. Null: nothing of the user's there, the bank's word shows. */
export interface Edits {
  readonly payee: string | null
  readonly notes: string | null
  readonly categoryId: string | null
  readonly categoryBy: 'user' | 'rule' | 'guess' | null
  /** Those below are left out by steps that were logged before there were any. */
  readonly payeeBy?: 'user' | 'rule' | null
  readonly categoryWhy?: string | null
  readonly isNew?: 0 | 1
  readonly isPotentialDuplicate?: 0 | 1
  readonly tags?: readonly string[]
  /** Empty where the row is whole. */
  readonly parts?: readonly Part[]
}

export interface EditedRow { readonly id: TransactionId; readonly before: Edits; readonly after: Edits }

interface Row extends Edits { readonly rawPayee: string; readonly amountMinor: number; readonly isSplit: 0 | 1; readonly isTagged: 0 | 1 }

const READ = /* sql */ `
  SELECT payee, payee_by AS payeeBy, notes, category_id AS categoryId, category_by AS categoryBy, category_why AS categoryWhy, is_new AS isNew,
         is_potential_duplicate AS isPotentialDuplicate, raw_payee AS rawPayee, amount_minor AS amountMinor, is_split AS isSplit, is_tagged AS isTagged
    FROM txn WHERE id = ? AND deleted_at IS NULL`

/** What a change would do to each row; rows that already are as wanted are left out. */
export function planEdits(db: ReadableLedger, ids: readonly TransactionId[], change: TransactionChange): EditedRow[] {
  return [...new Set(ids)].flatMap((id) => {
    const { before, rawPayee, amountMinor } = readEdits(db, id)
    const after = { ...changed(before, change, rawPayee), parts: partsAfter(before, change, amountMinor) }
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ id, before, after }]
  })
}

/** What rules would name and tag a row; undefined where it is so already. A payee that a person has chosen stays, also where that is the bank's. */
export function planRuled(db: ReadableLedger, id: TransactionId, { payee, tags }: { readonly payee: string | undefined; readonly tags: readonly string[] }): EditedRow | undefined {
  const { before, rawPayee } = readEdits(db, id)
  const isNamed = payee !== undefined && before.payeeBy !== 'user' && payee !== (before.payee ?? rawPayee)
  const after: Edits = { ...before, ...(isNamed ? { payee, payeeBy: 'rule' as const } : {}), tags: mergeTags(before.tags ?? [], tags.slice(0, Math.max(0, TAGS_MAX - (before.tags ?? []).length)), []) }
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { id, before, after }
}

function readEdits(db: ReadableLedger, id: TransactionId): { readonly before: Edits; readonly rawPayee: string; readonly amountMinor: number } {
  const row = db.query<Row>(READ).get([id])
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  const { rawPayee, amountMinor, isSplit, isTagged, ...plain } = row
  return { before: { ...plain, tags: isTagged === 1 ? readTags(db, id) : [], parts: isSplit === 1 ? readParts(db, id) : [] }, rawPayee, amountMinor }
}

/**
 * An emptied payee, or the bank's own, means the bank's word again. Emptying a category is the user's decision too. A
 * divided row keeps the category that it had, for the day when it is whole again.
 */
function changed(before: Edits, change: TransactionChange, rawPayee: string): Edits {
  const payee = change.payee?.trim()
  const notes = change.notes?.trim()
  const isChosen = change.categoryId !== undefined && (before.parts ?? []).length === 0
  return {
    ...payeeAfter(before, payee, rawPayee),
    notes: notes === undefined ? before.notes : notes === '' ? null : notes,
    categoryId: isChosen ? change.categoryId ?? null : before.categoryId,
    categoryBy: isChosen ? 'user' : before.categoryBy,
    categoryWhy: isChosen ? null : before.categoryWhy ?? null,
    isNew: change.isNew === undefined ? before.isNew ?? 0 : 0,
    isPotentialDuplicate: change.isPotentialDuplicate === undefined ? before.isPotentialDuplicate ?? 0 : 0,
    tags: mergeTags(before.tags ?? [], change.addTags ?? [], change.removeTags ?? []),
    parts: before.parts ?? [],
  }
}

function payeeAfter({ payee: shown, payeeBy = null }: Edits, wanted: string | undefined, rawPayee: string): Pick<Edits, 'payee' | 'payeeBy'> {
  const payee = wanted === undefined ? shown : wanted === '' || wanted === rawPayee ? null : wanted
  const isChosen = wanted !== undefined && (payee !== shown || payeeBy === 'rule')
  return { payee, payeeBy: isChosen ? 'user' : payeeBy }
}

/** Parts add up to their row to the cent, or there are none. */
function partsAfter(before: Edits, { splits }: TransactionChange, amountMinor: number): readonly Part[] {
  if (splits === undefined) return before.parts ?? []
  const parts = splits.map(({ amountMinor: part, categoryId, notes }) => ({ amountMinor: part, categoryId, notes: notes.trim() === '' ? null : notes.trim() }))
  if (parts.length > 0 && !addsUp(parts, amountMinor)) throw new AppFailure({ kind: 'invalid_input', path: 'splits' })
  return parts
}

const WRITE = /* sql */ `
  UPDATE txn SET payee = :payee, payee_by = :payeeBy, notes = :notes, category_id = :categoryId, category_by = :categoryBy, category_why = :categoryWhy,
                 is_new = coalesce(:isNew, is_new), is_potential_duplicate = coalesce(:isPotentialDuplicate, is_potential_duplicate) WHERE id = :id`

const NOTHING = { categoryId: null, categoryBy: null, categoryWhy: null } as const
interface Now extends Edits { readonly isTagged: 0 | 1; readonly isSplit: 0 | 1 }
const NOW = /* sql */ `SELECT payee, notes, category_id AS categoryId, category_by AS categoryBy, category_why AS categoryWhy, is_tagged AS isTagged, is_split AS isSplit FROM txn WHERE id = ?`

/** A row's layer on its way, with what it is now. */
interface Write { readonly id: TransactionId; readonly edits: Edits; readonly now: Now | undefined; readonly tagsChange: boolean; readonly textChanges: boolean }

/**
 * The one place that changes a row's user layer; it keeps the search index in step, in one go for all rows: taken out and put
 * in one by one, each would have the index written to the disk twice.
 */
export function writeEdits(db: WritableLedger, rows: readonly (readonly [TransactionId, Edits])[]): void {
  const writes = rows.map(([id, edits]) => writeOf(db, id, edits))
  const changing = writes.flatMap(({ id, textChanges }) => (textChanges ? [id] : []))
  if (changing.length > 0) unindexRows(db, changing)
  for (const write of writes) writeRow(db, write)
  if (changing.length > 0) indexRows(db, changing)
}

function writeOf(db: ReadableLedger, id: TransactionId, edits: Edits): Write {
  const now = db.query<Now>(NOW).get([id])
  const tagsChange = edits.tags !== undefined && (now?.isTagged === 1 || edits.tags.length > 0)
  return { id, edits, now, tagsChange, textChanges: tagsChange || now?.payee !== edits.payee || now.notes !== edits.notes }
}

/** A category that nobody chose is no part of the user's layer: it may have come since the step was logged, and stays. */
function writeRow(db: WritableLedger, { id, edits: { tags = [], parts, ...edits }, now, tagsChange }: Write): void {
  const isKept = now !== undefined && now.categoryBy !== 'user' && edits.categoryBy !== 'user'
  const { categoryId, categoryBy, categoryWhy = null } = isKept ? now : isOfPair(edits.categoryWhy) ? NOTHING : edits
  if (now?.categoryId !== categoryId || now.categoryBy !== categoryBy) markChanged(db)
  db.command(WRITE).run({ id, ...edits, payeeBy: edits.payeeBy ?? (edits.payee === null ? null : 'user'), categoryId, categoryBy, categoryWhy, isNew: edits.isNew ?? null, isPotentialDuplicate: edits.isPotentialDuplicate ?? null })
  if (tagsChange) writeTags(db, id, tags)
  if (parts !== undefined && (now?.isSplit === 1 || parts.length > 0)) writeParts(db, id, parts)
}
