import { addDays, type LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { minor, type Currency } from '#shared/money.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import type { Daily } from './reports/balance-history.ts'
import { dailyWorth } from './reports/daily-worth.ts'
import { frameOf, type Frame } from './reports/frame.ts'

/** A file may hold any day; nobody looks further than that. */
const DAYS_MAX = 36_600
const DAYS_AHEAD_MAX = 366

type Series = Output<'reports.balanceHistory'>[number]

/**
 * What accounts were worth at the end of each day, money and securities, one series per currency: the truth of the reports
 * (R3, R4), told only on the days on which it changed. The first point is on the first day, at or after `from`, on which
 * anything is known; the last one on `to` where that is asked for. Without account ids: all accounts that are open.
 */
export function balanceHistory(db: ReadableLedger, { accountIds = openAccounts(db), from, to }: Parsed<'reports.balanceHistory'>, today: LocalDate): Series[] {
  const frame = frameOf(db, ReportRequestSchema.parse({ name: 'balance-history', accountIds }), today)
  const known = frame.accounts.flatMap(({ coverage: [range] }) => range?.from ?? []).sort()[0]
  if (known === undefined) return []
  const last = earlier(to ?? lastDay(frame), addDays(today, DAYS_AHEAD_MAX))
  const first = later(from ?? known, later(known, addDays(last, -DAYS_MAX)))
  if (first > last) return []
  const worth = dailyWorth({ ...frame, period: { from: first, to: last } })
  return [...worth].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, values]) => seriesOf(currency, first, values, to !== undefined))
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other)
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other)

/** Rows may be booked ahead. */
const lastDay = ({ today, accounts }: Frame): LocalDate => accounts.reduce((last, { lastOn }) => later(lastOn ?? last, last), today)

/** Days on which nothing changed say nothing; a last day that was asked for is told all the same. */
function seriesOf(currency: Currency, from: LocalDate, values: Daily, isFramed: boolean): Series {
  const points = values.flatMap((value, place) => {
    const isTold = value !== values[place - 1] || (isFramed && place === values.length - 1)
    return value === null || !isTold ? [] : [{ on: addDays(from, place), minor: minor(value) }]
  })
  return { currency, points }
}

const openAccounts = (db: ReadableLedger): Frame['accounts'][number]['id'][] => db.column<Frame['accounts'][number]['id']>('SELECT id FROM account WHERE deleted_at IS NULL AND closed_at IS NULL').all()
