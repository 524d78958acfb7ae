import { addDays, localDate, type LocalDate } from '#shared/dates.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { Memory, recalledByMonth, recalledRows } from './memory.ts'

const BETWEEN = (withPending: boolean): string => /* sql */ `
  SELECT account_id, sum(amount_minor) FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL ${withPending ? '' : 'AND is_pending = 0'} AND booked_on BETWEEN :from AND :to GROUP BY account_id`

const ADJUSTED = /* sql */ `SELECT account_id, sum(amount_minor) FROM txn INDEXED BY txn_adjusting WHERE is_adjusting = 1 AND deleted_at IS NULL GROUP BY account_id`

const FOREVER = localDate('9999-12-31')

const MOVED_MAX = 5_000
const moved = new Memory<readonly [accountId: number, minor: number]>(MOVED_MAX)

/**
 * What each account holds at the end of all its rows: the bank's balance, and what was booked since (R3). Where rows and
 * bank disagree and no entry adjusts them, the bank is right.
 */
function finalBalances({ db, accounts, request }: Frame): Map<number, number> {
  const adjusted = new Map(db.tuples<readonly [number, number]>(ADJUSTED).all())
  return new Map(accounts.map(({ id, balanceMinor, pendingMinor, bankMinor, proofMinor }) => {
    const untold = bankMinor === null || proofMinor === null ? 0 : bankMinor - proofMinor - (adjusted.get(id) ?? 0)
    return [id, balanceMinor + untold + (request.withPending ? pendingMinor : 0)]
  }))
}

/** What accounts hold at the end of some days, which come in order. Filters do not matter: a balance is everything. */
export function closingBalances(frame: Frame, days: readonly LocalDate[]): Map<number, number[]> {
  const running = finalBalances(frame)
  const found = new Map<number, number[]>(frame.accounts.map(({ id }) => [id, []]))
  for (let place = days.length - 1; place >= 0; place -= 1) {
    const [after, upTo] = [days[place] ?? FOREVER, days[place + 1] ?? FOREVER]
    for (const [account, sum] of after < FOREVER ? movedIn(frame, addDays(after, 1), upTo) : []) running.set(account, (running.get(account) ?? 0) - sum)
    for (const { id } of frame.accounts) found.get(id)?.unshift(running.get(id) ?? 0)
  }
  return found
}

/** What was booked on accounts, month by month; what is booked ahead, in one. */
function movedIn({ db, request, today }: Frame, from: LocalDate, to: LocalDate): (readonly [accountId: number, minor: number])[] {
  const asked = { sql: BETWEEN(request.withPending), bound: {} }
  const told = to <= today ? to : today
  const ahead = from > today ? from : addDays(today, 1)
  return [
    ...(from <= told ? recalledByMonth(moved, db, { ...asked, days: { from, to: told } }) : []),
    ...(ahead <= to ? recalledRows(moved, db, { ...asked, days: { from: ahead, to } }) : []),
  ]
}

/** Nothing can be said of an account before the first day that anybody answered for. */
export const isKnownOn = ({ coverage }: ReportAccount, day: LocalDate): boolean => coverage[0] !== undefined && coverage[0].from <= day
