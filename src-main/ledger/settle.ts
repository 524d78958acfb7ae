import type { LocalDate } from '#shared/dates.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import { settleAdjusting } from './adjusting.ts'
import { isLastOfDay, proveAccount, type AccountProof, type BankBalance, type DaySum } from './proof.ts'

/** What follows from an account's living rows and bank balances. */
export interface AccountState {
  readonly opening_minor: number
  readonly balance_minor: number
  readonly pending_minor: number
  readonly row_count: number
  readonly first_on: LocalDate | null
  readonly last_on: LocalDate | null
  readonly bank_minor: number | null
  readonly bank_as_of: LocalDate | null
  readonly proof_minor: number | null
  readonly diverging_on: LocalDate | null
}

const DAYS = /* sql */ `
  SELECT booked_on, sum(amount_minor), count(*) FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL AND account_id = :accountId AND is_pending = 0 AND is_adjusting = 0
   GROUP BY booked_on ORDER BY booked_on`

/** The order makes "the earliest" and "the latest" the same whatever was imported first; within one file its own order counts. */
const BALANCES = /* sql */ `
  SELECT snapshot.as_of AS asOf, snapshot.amount_minor AS minor, snapshot.day_minor AS dayMinor, snapshot.stated_at AS statedAt, coalesce(batch.sha256, '') AS source
    FROM balance_snapshot AS snapshot JOIN import_batch AS batch ON batch.id = snapshot.batch_id
   WHERE snapshot.account_id = :accountId AND snapshot.kind = 'booked' AND batch.reverted_at IS NULL
   ORDER BY snapshot.as_of, snapshot.stated_at, source, snapshot.id`

const PENDING_ROWS = /* sql */ `
  SELECT booked_on, sum(amount_minor), count(*) FROM txn INDEXED BY txn_pending
   WHERE is_pending = 1 AND account_id = :accountId AND deleted_at IS NULL
   GROUP BY booked_on ORDER BY booked_on`

const SAVE = /* sql */ `
  INSERT OR REPLACE INTO account_state (account_id, opening_minor, balance_minor, pending_minor, row_count, first_on, last_on, bank_minor, bank_as_of, proof_minor, diverging_on)
  VALUES (:account_id, :opening_minor, :balance_minor, :pending_minor, :row_count, :first_on, :last_on, :bank_minor, :bank_as_of, :proof_minor, :diverging_on)`

const ADJUSTING_ROWS = /* sql */ `
  SELECT booked_on, amount_minor, 1 FROM txn INDEXED BY txn_adjusting
   WHERE is_adjusting = 1 AND account_id = :accountId AND deleted_at IS NULL`

/** Booked sums per day, oldest first, as banks and files told them. */
export const daySums = (db: ReadableLedger, accountId: AccountId): DaySum[] => db.tuples<Day>(DAYS).all({ accountId })

type Day = [on: LocalDate, minor: number, rows: number]

/** `source` is the hash of the file it stands in, empty where there is none. */
export type StatedBalance = BankBalance & { readonly statedAt: string; readonly source: string }

/** What the bank stated about an account in batches that are not reverted, oldest first. */
export const statedBalances = (db: ReadableLedger, accountId: AccountId): StatedBalance[] => db.query<StatedBalance>(BALANCES).all({ accountId })

/**
 * With the booked rows, all that an account's state follows from: what the bank said last about each day, told in one text.
 * Null where the account has no state yet.
 */
export function lastWords(db: ReadableLedger, accountId: AccountId): string | null {
  if (db.column('SELECT 1 FROM account_state WHERE account_id = ?').get([accountId]) === undefined) return null
  return statedBalances(db, accountId).filter(isLastOfDay).map(({ asOf, minor, dayMinor }) => `${asOf} ${minor} ${dayMinor ?? ''}`).join('\n')
}

/** The rows that came against what the bank stated. */
export const proofOf = (db: ReadableLedger, accountId: AccountId): AccountProof | null => proveAccount(daySums(db, accountId), statedBalances(db, accountId))

/** All that banks and files have told about an account. Reading it is the expensive part. */
interface Told { readonly days: readonly Day[]; readonly pending: readonly Day[]; readonly proof: AccountProof | null }

function readTold(db: ReadableLedger, accountId: AccountId): Told {
  const days = db.tuples<Day>(DAYS).all({ accountId })
  return { days, pending: db.tuples<Day>(PENDING_ROWS).all({ accountId }), proof: proveAccount(days, statedBalances(db, accountId)) }
}

/** The one balance function: opening plus everything booked. The proof is that of the rows that came, without what adjusts them. */
function stateOf(db: ReadableLedger, accountId: AccountId, { days, pending, proof }: Told): AccountState {
  const adjusting = db.tuples<Day>(ADJUSTING_ROWS).all({ accountId })
  const edges = [...days.slice(0, 1), ...days.slice(-1), ...pending, ...adjusting].map(([on]) => on).sort()
  const opening = proof?.openingMinor ?? 0
  return {
    opening_minor: opening,
    balance_minor: [...days, ...adjusting].reduce((sum, [, minor]) => sum + minor, opening),
    pending_minor: pending.reduce((sum, [, minor]) => sum + minor, 0),
    row_count: [...days, ...pending, ...adjusting].reduce((sum, [, , rows]) => sum + rows, 0),
    first_on: edges[0] ?? null,
    last_on: edges.at(-1) ?? null,
    ...proofColumns(proof),
  }
}

/** What `account_state` must hold: for `verify`. */
export const computeState = (db: ReadableLedger, accountId: AccountId): AccountState => stateOf(db, accountId, readTold(db, accountId))

/** As `account_state` and `import_statement` keep it. */
export const proofColumns = (proof: AccountProof | null): Pick<AccountState, 'bank_minor' | 'bank_as_of' | 'proof_minor' | 'diverging_on'> => ({
  bank_minor: proof?.bankMinor ?? null,
  bank_as_of: proof?.asOf ?? null,
  proof_minor: proof?.ledgerMinor ?? null,
  diverging_on: proof?.divergingOn ?? null,
})

/** After anything that changes which rows or balances live: pending rows first, then what is derived from all of them. */
export function settleAccount(db: WritableLedger, accountId: AccountId, at: string): void {
  settlePending(db, accountId, at)
  settleTold(db, accountId, at)
}

/** The same where no row has come and the last words are what they were: then only the pending list may be another. */
export function settlePendingList(db: WritableLedger, accountId: AccountId, at: string): void {
  if (settlePending(db, accountId, at)) settleTold(db, accountId, at)
}

function settleTold(db: WritableLedger, accountId: AccountId, at: string): void {
  const told = readTold(db, accountId)
  settleAdjusting(db, accountId, told.proof, at)
  db.command(SAVE).run({ account_id: accountId, ...stateOf(db, accountId, told) })
}

/** A list that is two weeks older than the bank's newest word about the account says nothing any more. */
const NEWEST_LIST = /* sql */ `
  SELECT statement.batch_id FROM import_statement AS statement JOIN import_batch AS batch ON batch.id = statement.batch_id
   WHERE statement.account_id = :accountId AND statement.lists_pending = 1 AND batch.reverted_at IS NULL
     AND date(statement.stated_at) >= (
       SELECT date(max(later.stated_at), '-14 days') FROM import_statement AS later JOIN import_batch AS its ON its.id = later.batch_id
        WHERE later.account_id = :accountId AND its.reverted_at IS NULL)
   ORDER BY statement.stated_at DESC, statement.batch_id DESC LIMIT 1`

/** A pending row lives while the bank's newest list names it and no living booked row has taken its place. */
const PENDING = /* sql */ `
  UPDATE txn SET deleted_at = CASE WHEN wanted.lives THEN NULL ELSE :at END
    FROM (
      SELECT pending.id,
             (pending.batch_id IS :newest
               OR EXISTS (SELECT 1 FROM import_row WHERE batch_id = :newest AND txn_id = pending.id AND reason = 'pending-known'))
             AND pending.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = pending.account_id AND account.removed_at IS NOT NULL)
             AND NOT EXISTS (SELECT 1 FROM pending_claim AS claim JOIN txn AS booked ON booked.id = claim.booked_id
                              WHERE claim.pending_id = pending.id AND booked.deleted_at IS NULL) AS lives
        FROM txn AS pending WHERE pending.account_id = :accountId AND pending.is_pending = 1
    ) AS wanted
   WHERE txn.id = wanted.id AND (txn.deleted_at IS NULL) <> wanted.lives`

/** Which statement's pending list counts: the newest by the bank's own time. Null where none does. */
const newestPendingList = (db: ReadableLedger, accountId: AccountId): BatchId | null => db.column<BatchId>(NEWEST_LIST).get({ accountId }) ?? null

/** Whether some pending row came to life or went. */
function settlePending(db: WritableLedger, accountId: AccountId, at: string): boolean {
  return db.command(PENDING).run({ accountId, at, newest: newestPendingList(db, accountId) }).changes > 0
}
