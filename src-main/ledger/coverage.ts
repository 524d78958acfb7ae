import { addDays, type LocalDate } from '#shared/dates.ts'
import type { ReadableLedger } from './database.ts'

/** A stretch of days, both ends included. */
export interface DayRange { readonly from: LocalDate; readonly to: LocalDate }

/** The days that banks and files have answered for, in order, neither touching nor overlapping. */
export type Coverage = readonly DayRange[]

/**
 * A refresh asks from where the last one ended; an account of files alone is known by its statements. One that is kept by
 * hand alone is known up to today: nobody else could tell more.
 */
const ANSWERED = /* sql */ `
  SELECT said.account_id, said.covers_from, said.covers_to FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
   WHERE said.covers_from IS NOT NULL AND batch.reverted_at IS NULL AND said.is_by_hand = 0
  UNION ALL SELECT said.account_id, min(said.covers_from), max(max(said.covers_to), :today) FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
             WHERE said.covers_from IS NOT NULL AND batch.reverted_at IS NULL GROUP BY said.account_id HAVING min(said.is_by_hand) = 1
  UNION ALL SELECT account_id, bank_as_of, bank_as_of FROM account_state WHERE bank_as_of IS NOT NULL
  UNION ALL SELECT holding.account_id, min(holding.as_of), max(holding.as_of) FROM holding_snapshot AS holding JOIN import_batch AS batch ON batch.id = holding.batch_id
             WHERE batch.reverted_at IS NULL GROUP BY holding.account_id
  UNION ALL SELECT said.account_id, state.first_on, said.fetched_to FROM connection_account AS said JOIN account_state AS state ON state.account_id = said.account_id
             WHERE said.fetched_to IS NOT NULL AND state.first_on <= said.fetched_to`

/** What every account has been answered for. */
export function coverageByAccount(db: ReadableLedger, today: LocalDate): Map<number, Coverage> {
  const ranges = new Map<number, DayRange[]>()
  for (const [account, from, to] of db.tuples<readonly [number, LocalDate, LocalDate]>(ANSWERED).all({ today })) {
    const its = ranges.get(account) ?? []
    ranges.set(account, its)
    its.push({ from, to })
  }
  return new Map([...ranges].map(([account, its]) => [account, united(its)]))
}

/** What of it lies no later than that day: banks book ahead, and a file speaks for no day after it was written. */
export const upTo = (coverage: Coverage, day: LocalDate): Coverage => coverage.flatMap(({ from, to }) => (from > day ? [] : [{ from, to: to > day ? day : to }]))

/** Ranges that touch are one. */
function united(ranges: readonly DayRange[]): DayRange[] {
  const result: DayRange[] = []
  for (const range of [...ranges].sort((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last && range.from <= addDays(last.to, 1)) result.splice(-1, 1, { from: last.from, to: range.to > last.to ? range.to : last.to })
    else result.push(range)
  }
  return result
}
