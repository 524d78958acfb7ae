import type { LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { minor, type Currency } from '#shared/money.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { currenciesOf } from './cash-flow.ts'
import { holdingMovements, type HoldingMovements } from './holding-movements.ts'

type Series = Output<'reports.balanceHistory'>[number]
type Movement = readonly [bookedOn: LocalDate, accountId: number, sumMinor: number]

const MOVEMENTS = /* sql */ `
  SELECT booked_on, account_id, sum(amount_minor)
    FROM txn
   WHERE deleted_at IS NULL AND is_pending = 0
   GROUP BY booked_on, account_id
   ORDER BY booked_on`

/**
 * End-of-day balances, one series per currency: opening balances plus every booked row up to the day, and what securities
 * were worth by the last statement of holdings. The first point is
 * the balance on `from` (or on the day of the first row), the last one that on `to` (or on the day of the last row);
 * between them stand only days on which something changed. Without account ids: all accounts that are open.
 */
export function balanceHistory(db: ReadableLedger, { accountIds, from, to }: Parsed<'reports.balanceHistory'>): Series[] {
  const currencies = currenciesOf(db, accountIds ?? openAccounts(db))
  const held = holdingMovements(db, (id) => currencies.has(id))
  const opening = openings(db, currencies)
  for (const [currency, sum] of held.openings) opening.set(currency, (opening.get(currency) ?? 0) + sum)
  const balances = new Map(opening)
  const series = new Map<Currency, { points: { on: LocalDate; minor: number }[]; before: number | undefined }>()
  for (const [on, currency, sum] of movementsOf(db, currencies, held.movements)) {
    if (to !== undefined && on > to) continue
    const balance = (balances.get(currency) ?? 0) + sum
    balances.set(currency, balance)
    const line = series.get(currency) ?? { points: [], before: undefined }
    series.set(currency, line)
    if (from !== undefined && on < from) line.before = balance
    else if (line.points.at(-1)?.on === on) line.points.splice(-1, 1, { on, minor: balance })
    else line.points.push({ on, minor: balance })
  }
  return [...series].map(([currency, line]) => ({ currency, points: framed(line, from, to, opening.get(currency) ?? 0) }))
}

/** Money and securities, by day. */
function movementsOf(db: ReadableLedger, currencies: ReadonlyMap<number, Currency>, held: HoldingMovements['movements']): HoldingMovements['movements'] {
  const moved = db.tuples<Movement>(MOVEMENTS).all().flatMap(([on, accountId, sum]) => {
    const currency = currencies.get(accountId)
    return currency === undefined ? [] : [[on, currency, sum] as const]
  })
  return held.length === 0 ? moved : [...moved, ...held].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
}

/** Puts the asked first and last day where nothing happened on them. */
function framed({ points, before }: { points: { on: LocalDate; minor: number }[]; before: number | undefined }, from: LocalDate | undefined, to: LocalDate | undefined, opening: number): Series['points'] {
  const all = [...points]
  if (from !== undefined && all[0]?.on !== from) all.unshift({ on: from, minor: before ?? opening })
  const last = all.at(-1)
  if (to !== undefined && last !== undefined && last.on < to) all.push({ on: to, minor: last.minor })
  return all.map(({ on, minor: value }) => ({ on, minor: minor(value) }))
}

const openAccounts = (db: ReadableLedger): number[] => db.column<number>('SELECT id FROM account WHERE deleted_at IS NULL AND closed_at IS NULL').all()

function openings(db: ReadableLedger, currencies: ReadonlyMap<number, Currency>): Map<Currency, number> {
  const totals = new Map<Currency, number>()
  for (const [accountId, opening] of db.tuples<readonly [number, number]>('SELECT account_id, opening_minor FROM account_state').all()) {
    const currency = currencies.get(accountId)
    if (currency !== undefined) totals.set(currency, (totals.get(currency) ?? 0) + opening)
  }
  return totals
}
