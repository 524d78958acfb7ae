import type { LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { Cursor, Transaction, TransactionFilter, TransactionId } from '#shared/model.ts'
import type { ReadableLedger } from '../database.ts'
import { isWholeAccount, onlyAccount, toConditions, withParams, type Conditions } from './filter.ts'
import { TRANSACTION_COLUMNS, toTransaction, type TransactionRow } from './row.ts'

/** Up to here the rows found are looked up and sorted; beyond, the date index is walked until a page is full. */
const SORTED_MAX = 4_000
/** Before every row. */
export const NEWEST: Cursor = { bookedOn: '9999-12-31' as LocalDate, id: Number.MAX_SAFE_INTEGER as TransactionId }

/** Which rows are on the page, from the index alone. Exported for the test that asks for its plan. */
export const pageSql = (where: string): string => /* sql */ `
  SELECT id FROM txn INDEXED BY txn_by_day
   WHERE ${where} AND (booked_on, id) < (:bookedOn, :id)
   ORDER BY booked_on DESC, id DESC LIMIT :limit`

const WALK = (where: string): string => /* sql */ `
  SELECT id FROM txn INDEXED BY txn_by_day
   WHERE ${where} AND (booked_on, id) < (:bookedOn, :id)
   ORDER BY booked_on DESC, id DESC`

const LOOKUP = (where: string): string => /* sql */ `
  SELECT id FROM txn
   WHERE id IN (SELECT value FROM json_each(:matches)) AND ${where} AND (booked_on, id) < (:bookedOn, :id)
   ORDER BY booked_on DESC, id DESC LIMIT :limit`

const ROWS = /* sql */ `
  SELECT ${TRANSACTION_COLUMNS} FROM txn JOIN account ON account.id = txn.account_id
   WHERE txn.id IN (SELECT value FROM json_each(:ids)) ORDER BY txn.booked_on DESC, txn.id DESC`

/** Keyset paging: page 1 000 costs the same as page 1, and no row moves while the user scrolls. */
export function pageTransactions(db: ReadableLedger, { filter, after, limit }: Parsed<'transactions.page'>): Transaction[] {
  const ids = pageIds(db, toConditions(db, filter), after ?? NEWEST, limit)
  const rows = transactionRows(db, ids)
  return isWholeAccount(filter) ? withBalances(db, filter, rows) : rows.map((row) => toTransaction(row))
}

function pageIds(db: ReadableLedger, conditions: Conditions, after: Cursor, limit: number): TransactionId[] {
  const { where, matches } = conditions
  if (!matches) return db.column<TransactionId>(pageSql(where)).all(withParams(conditions, { ...after, limit }))
  if (matches.length <= SORTED_MAX) return db.column<TransactionId>(LOOKUP(where)).all(withParams(conditions, { ...after, limit, matches: JSON.stringify(matches) }))
  return firstOf(db.column<TransactionId>(WALK(where)).iterate(withParams(conditions, { ...after })), new Set(matches), limit)
}

function firstOf(ids: Iterable<TransactionId>, wanted: ReadonlySet<TransactionId>, limit: number): TransactionId[] {
  const found: TransactionId[] = []
  for (const id of ids) {
    if (wanted.has(id) && found.push(id) === limit) break
  }
  return found
}

const transactionRows = (db: ReadableLedger, ids: readonly TransactionId[]): TransactionRow[] => db.query<TransactionRow>(ROWS).all({ ids: JSON.stringify(ids) })

/** One row as lists show it. */
export function findTransaction(db: ReadableLedger, id: TransactionId): Transaction {
  const [row] = transactionRows(db, [id])
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  return toTransaction(row)
}

/** Several rows by id, deleted ones too, for what an import is held against. */
export const transactionsById = (db: ReadableLedger, ids: readonly TransactionId[]): Map<TransactionId, Transaction> =>
  new Map(transactionRows(db, ids).map((row) => [row.id, toTransaction(row)]))

const BALANCE_AFTER = /* sql */ `
  SELECT state.balance_minor - coalesce((
      SELECT sum(amount_minor) FROM txn INDEXED BY txn_by_day
       WHERE deleted_at IS NULL AND account_id = :accountId AND is_pending = 0 AND (booked_on, id) > (:bookedOn, :id)), 0)
    FROM account_state AS state WHERE state.account_id = :accountId`

/** The balance after the newest row of the page, then backwards row by row. Pending rows move no money yet. */
function withBalances(db: ReadableLedger, filter: TransactionFilter, rows: readonly TransactionRow[]): Transaction[] {
  const [newest] = rows
  const accountId = onlyAccount(filter)
  if (!newest || accountId === undefined) return []
  let balance = db.column<number>(BALANCE_AFTER).get({ accountId, bookedOn: newest.booked_on, id: newest.id }) ?? 0
  return rows.map((row) => {
    if (row.is_pending === 1) return toTransaction(row)
    const shown = toTransaction(row, balance)
    balance -= row.amount_minor
    return shown
  })
}
