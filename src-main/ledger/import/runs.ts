import type { AccountId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** Ids of rows from the first to the last; rows of other accounts may lie between them. */
export interface Run { readonly first: number; readonly last: number }

/** Stepping over so many rows of others costs less than beginning anew behind them. */
const GAP_MAX = 32

const KEEP = /* sql */ `
  INSERT INTO txn_run (account_id, first_id, last_id) VALUES (:accountId, :first, :last)
  ON CONFLICT (account_id, first_id) DO UPDATE SET last_id = max(last_id, excluded.last_id)`

/** Notes where rows of an account have been stored. An id that was purged may come back, and with it the beginning of a run. */
export function keepRun(db: WritableLedger, accountId: AccountId, { first, last }: Run): void {
  db.command(KEEP).run({ accountId, first, last })
}

const RUNS = /* sql */ `SELECT first_id AS first, last_id AS last FROM txn_run WHERE account_id = ? ORDER BY first_id`

/** Where the rows of an account are, in order and apart from each other. */
export function runsOf(db: ReadableLedger, accountId: AccountId): Run[] {
  const runs: Run[] = []
  for (const run of db.query<Run>(RUNS).all([accountId])) {
    const before = runs.at(-1)
    if (before && run.first <= before.last + GAP_MAX) runs[runs.length - 1] = { first: before.first, last: Math.max(before.last, run.last) }
    else runs.push(run)
  }
  return runs
}

const ASTRAY = /* sql */ `
  SELECT count(*) FROM txn
   WHERE is_adjusting = 0 AND id > coalesce((SELECT max(last_id) FROM txn_run AS run WHERE run.account_id = txn.account_id AND run.first_id <= txn.id), 0)`

/** Rows that no run leads to, which an import would take for new: for `verify`. */
export const rowsAstray = (db: ReadableLedger): number => db.column<number>(ASTRAY).get() ?? 0
