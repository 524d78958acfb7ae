import type { LocalDate } from '#shared/dates.ts'
import { minor, type Currency } from '#shared/money.ts'
import type { Envelope, Missing, NotConverted } from '#shared/reports/envelope.ts'
import type { Instant } from '#shared/dates.ts'
import { missingIn } from './coverage.ts'
import type { Frame } from './frame.ts'
import { postings, postingsOf } from './postings.ts'

const REFRESHED = /* sql */ `
  SELECT account_id, max(at) FROM (
    SELECT statement.account_id, batch.imported_at AS at FROM import_statement AS statement JOIN import_batch AS batch ON batch.id = statement.batch_id WHERE batch.reverted_at IS NULL
    UNION ALL SELECT account_id, fetched_at FROM connection_account WHERE fetched_at IS NOT NULL AND account_id IS NOT NULL)
   GROUP BY account_id`

const SUSPECTS = /* sql */ `
  SELECT account_id, id FROM txn INDEXED BY txn_suspect
   WHERE is_potential_duplicate = 1 AND deleted_at IS NULL AND is_pending <= :pending AND booked_on BETWEEN :from AND :to`

/** What every report says about itself. */
export function envelopeOf(frame: Frame): Envelope {
  const { period, asOf, accounts, base, request } = frame
  const missing = missingOf(frame)
  return {
    version: 1, period, asOf, base,
    monthStart: request.monthStart.day,
    ...(request.monthStart.shift === 'none' ? {} : { monthShift: request.monthStart.shift }),
    accounts: accounts.map(({ id }) => id),
    refreshedAt: refreshedAt(frame),
    availability: availabilityOf(frame, missing),
    missing,
    notConverted: notConverted(frame),
    possibleDuplicates: possibleDuplicates(frame),
  }
}

/** Of the rows that were asked for. */
function possibleDuplicates(frame: Frame): number {
  const { db, period: { from, to }, accounts, request, isFiltered } = frame
  const asked = new Set<number>(accounts.map(({ id }) => id))
  const ids = db.tuples<readonly [number, number]>(SUSPECTS).all({ from, to, pending: request.withPending ? 1 : 0 }).flatMap(([account, id]) => (asked.has(account) ? [id] : []))
  return isFiltered ? new Set(postingsOf(frame, frame.period, new Set(ids)).map(({ id }) => id)).size : ids.length
}

/** When each account was last brought up to date. */
export const refreshedAtByAccount = ({ db }: Frame): Map<number, Instant> => new Map(db.tuples<readonly [number, Instant]>(REFRESHED).all())

function refreshedAt(frame: Frame): Instant | null {
  const at = refreshedAtByAccount(frame)
  return frame.accounts.map(({ id }) => at.get(id)).filter((one) => one !== undefined).sort()[0] ?? null
}

/** Up to today: nobody can know more. */
function missingOf({ accounts, period, today }: Frame): Missing[] {
  const to = period.to < today ? period.to : today
  return accounts.filter(({ rowCount, coverage }) => rowCount > 0 || coverage.length === 0).flatMap(({ id, coverage, closedOn }) => {
    const last = closedOn !== null && closedOn < to ? closedOn : to
    return period.from > last ? [] : missingIn({ from: period.from, to: last }, coverage).map((range) => ({ account: id, ...range }))
  })
}

function availabilityOf({ accounts, period, today }: Frame, missing: readonly Missing[]): Envelope['availability'] {
  const to: LocalDate = period.to < today ? period.to : today
  if (!accounts.some(({ coverage }) => coverage.some((range) => range.from <= to && range.to >= period.from))) return 'NONE'
  return missing.length === 0 ? 'COMPLETE' : 'PARTIAL'
}

/** Rows of other currencies whose day has no rate. */
function notConverted(frame: Frame): NotConverted[] {
  const foreign = frame.accounts.filter(({ currency }) => currency !== frame.base)
  const found = new Map<Currency, { sum: number; count: number }>()
  for (const { account, minor: own, baseMinor } of foreign.length === 0 ? [] : postings(frame, frame.period, foreign)) {
    if (baseMinor !== null) continue
    const { sum, count } = found.get(account.currency) ?? { sum: 0, count: 0 }
    found.set(account.currency, { sum: sum + own, count: count + 1 })
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, { sum, count }]) => ({ currency, minor: minor(sum), count }))
}
