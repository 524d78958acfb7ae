import type { LedgerWords } from '#shared/ledger-words.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import { assert } from '#shared/result.ts'
import type { WritableLedger } from '../database.ts'
import { addsUp, readParts, writeParts } from '../transactions/parts.ts'
import { readTags, writeTags } from '../transactions/tags.ts'
import type { Ref } from './rows.ts'
import { HeldRows } from './held-rows.ts'
import { keepRun } from './runs.ts'
import type { StagedStatement, Target, Tick } from './staged.ts'
import type { RowWriter } from './store-rows.ts'

/** What the statements of one commit share. */
export interface StoreContext {
  readonly db: WritableLedger
  readonly writer: RowWriter
  readonly accounts: Map<Target, AccountId>
  /** Accounts that got a row. */
  readonly written: Set<AccountId>
  /** Ids of the rows this import has made, by their number in it; kept where later statements may refer to them. */
  readonly stored: Map<number, number>
  readonly refersToItself: boolean
  /** Ids of the rows of one file by their lines, whether new or there before; kept where its words speak of them. */
  lines: Map<number, number> | undefined
  /** What people had said in the files, with what their numbers have become. */
  readonly said: { readonly words: LedgerWords; readonly places: { readonly accounts: readonly AccountId[]; readonly rows: ReadonlyMap<number, number> } }[]
  done: number
  readonly total: number
  readonly tick: Tick
}

export interface StatementKey { readonly accountId: AccountId; readonly batchId: BatchId; readonly position: number }

const CLAIM = /* sql */ `INSERT INTO pending_claim (pending_id, booked_id) VALUES (?, ?)`

/** What the user had written on a pending row goes over to the row that books it. A category that nobody chose comes anew. */
const INHERIT = /* sql */ `
  UPDATE txn SET payee = pending.payee, payee_by = pending.payee_by, notes = pending.notes,
                 category_id = iif(pending.category_by = 'user', pending.category_id, txn.category_id), category_by = iif(pending.category_by = 'user', 'user', txn.category_by)
    FROM (SELECT payee, payee_by, notes, category_id, category_by FROM txn WHERE id = :pendingId) AS pending WHERE txn.id = :bookedId`

/** It looks like a row that is there under another id; only a person can tell. */
const SUSPECT = /* sql */ `UPDATE txn SET is_potential_duplicate = 1 WHERE id = ?`

const ROWS_PER_TICK = 1_000

/** Writes the rows that are new, and a decision for each one that is not. */
export function storeStatementRows(context: StoreContext, { rows, target }: StagedStatement, { accountId, batchId, position }: StatementKey): { addedMinor: number } {
  const { db, writer, stored } = context
  const held = new HeldRows(db, batchId, position)
  let addedMinor = 0
  let [first, last] = [0, 0]
  for (let row = 0; row < rows.length; row += 1) {
    tickNow(context)
    const decision = rows.decision(row)
    const entry = rows.entry(row)
    const other = resolve(stored, rows.other(row))
    let txnId = other
    if (entry && (decision === 'new' || decision === 'match')) {
      const minor = rows.minor(row)
      txnId = writer.write(entry, { accountId, batchId, minor, currency: target.currency, isPending: rows.isPending(row) })
      first ||= txnId
      last = txnId
      if (context.refersToItself) stored.set(rows.offset + row, txnId)
      if (!rows.isPending(row)) addedMinor += minor
      if (decision === 'match') claim(db, other, txnId)
      if (rows.reason(row) === 'similar-row') db.command(SUSPECT).run([txnId])
    }
    if (entry && txnId !== null) context.lines?.set(entry.line, txnId)
    if (decision !== 'new') held.add({ row, line: lineOf(entry ?? rows.unreadableAt(row)), decision, reason: rows.reason(row), txnId })
  }
  held.flush()
  if (first > 0) {
    context.written.add(accountId)
    keepRun(db, accountId, { first, last })
  }
  return { addedMinor }
}

function tickNow(context: StoreContext): void {
  if (context.done % ROWS_PER_TICK === 0) context.tick('store', context.done, context.total)
  context.done += 1
}

const lineOf = (said: { readonly line: number } | undefined): number | null => (said && said.line > 0 ? said.line : null)

/** A row of this very import has its id by now, because it stands earlier in it. */
function resolve(stored: ReadonlyMap<number, number>, ref: Ref): number | null {
  if (ref === 0) return null
  if (ref > 0) return ref
  const id = stored.get(-ref)
  assert(id !== undefined, 'a row refers to earlier rows only')
  return id
}

function claim(db: WritableLedger, pendingId: number | null, bookedId: number): void {
  assert(pendingId !== null, 'a match takes the place of a pending row')
  db.command(CLAIM).run([pendingId, bookedId])
  db.command(INHERIT).run({ pendingId, bookedId })
  inheritParts(db, pendingId as TransactionId, bookedId as TransactionId)
}

/** Tags go over too, and the user's division where the bank booked the very amount. */
function inheritParts(db: WritableLedger, pendingId: TransactionId, bookedId: TransactionId): void {
  const kept = db.query<{ isTagged: 0 | 1; isSplit: 0 | 1 }>('SELECT is_tagged AS isTagged, is_split AS isSplit FROM txn WHERE id = ?').get([pendingId])
  if (kept?.isTagged === 1) writeTags(db, bookedId, readTags(db, pendingId))
  if (kept?.isSplit !== 1) return
  const parts = readParts(db, pendingId)
  if (addsUp(parts, db.column<number>('SELECT amount_minor FROM txn WHERE id = ?').get([bookedId]) ?? 0)) writeParts(db, bookedId, parts)
}
