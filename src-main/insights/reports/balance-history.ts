import { addDays, isLocalDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { minor, type Currency } from '#shared/money.ts'
import type { DayRange, Figure } from '#shared/reports/figure.ts'
import type { DailyBalances } from '#shared/reports/money-reports.ts'
import { balanceRows } from './account-balances.ts'
import { closingBalances, isKnownOn } from './closing-balances.ts'
import { derived, figure } from './figures.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { Memory, recalledByMonth } from './memory.ts'
import type { ReportModule } from './module.ts'

/** One value for each day of the period; null where nothing is known. */
export type Daily = (number | null)[]
type Movement = readonly [bookedOn: LocalDate, accountId: number, sumMinor: number]

const MOVEMENTS = (withPending: boolean): string => /* sql */ `
  SELECT booked_on, account_id, sum(amount_minor) FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL ${withPending ? '' : 'AND is_pending = 0'} AND booked_on BETWEEN :from AND :to GROUP BY booked_on, account_id`

/** Ten years of days of a few accounts. */
const MOVEMENTS_MAX = 25_000
const movements = new Memory<Movement>(MOVEMENTS_MAX)

/** R3: what every account held at the end of every day. */
export const balanceHistory: ReportModule<'balance-history'> = {
  name: 'balance-history',
  run: (frame) => {
    const daily = dailyBalances(frame)
    const codes = [...new Set(frame.accounts.map(({ currency }) => currency))].sort()
    return {
      rows: frame.accounts.map((account) => ({ accountId: account.id, ...lineOf(frame, `account/${account.id}`, account.currency, daily.get(account.id) ?? []) })),
      currencies: codes.map((code) => lineOf(frame, `currency/${code}`, code, summed(frame, frame.accounts.filter(({ currency }) => currency === code), daily, code))),
      total: lineOf(frame, 'total', frame.base, summed(frame, frame.accounts, daily, frame.base)),
    }
  },
  rows: (frame, key) => {
    const parts = key.split('/')
    const day = parts.pop() ?? ''
    if (!isLocalDate(day) || day < frame.period.from || day > frame.period.to) return undefined
    const [kind, of] = parts
    const accounts = frame.accounts.filter(({ id, currency }) => kind === 'total' || (kind === 'account' && String(id) === of) || (kind === 'currency' && currency === of))
    const code = kind === 'total' ? frame.base : accounts[0]?.currency
    return code === undefined || !accounts.some((account) => isKnownOn(account, day)) ? undefined : balanceRows(frame, accounts, day, code)
  },
}

/** One value per day of the period, counted back from what the account holds on the last one. */
export function dailyBalances(frame: Frame): Map<number, Daily> {
  const { from, to } = frame.period
  const days = toDayNumber(to) - toDayNumber(from) + 1
  const last = closingBalances(frame, [to])
  const moved = movementsByAccount(frame, frame.period)
  return new Map(frame.accounts.map((account) => {
    const values: Daily = new Array<number | null>(days).fill(null)
    const changes = moved.get(account.id)
    let balance = last.get(account.id)?.[0] ?? 0
    const knownFrom = Math.max(0, account.coverage[0] ? toDayNumber(account.coverage[0].from) - toDayNumber(from) : days)
    for (let place = days - 1; place >= knownFrom; place -= 1) {
      values[place] = balance
      balance -= changes?.get(place) ?? 0
    }
    return [account.id, values]
  }))
}

function movementsByAccount({ db, request }: Frame, { from, to }: DayRange): Map<number, Map<number, number>> {
  const first = toDayNumber(from)
  const moved = new Map<number, Map<number, number>>()
  for (const [bookedOn, account, sum] of recalledByMonth(movements, db, { sql: MOVEMENTS(request.withPending), bound: {}, days: { from, to } })) {
    const its = moved.get(account) ?? new Map<number, number>()
    moved.set(account, its.set(toDayNumber(bookedOn) - first, sum))
  }
  return moved
}

/** What is known of them together; null on days on which nothing is. */
function summed({ period, rates }: Frame, accounts: readonly ReportAccount[], daily: ReadonlyMap<number, Daily>, code: Currency): Daily {
  const days = toDayNumber(period.to) - toDayNumber(period.from) + 1
  const sums: Daily = new Array<number | null>(days).fill(null)
  for (const { id, currency } of accounts) {
    const values = daily.get(id) ?? []
    for (let place = 0; place < days; place += 1) {
      const value = values[place] ?? null
      const converted = value === null || currency === code ? value : rates.convert(value, currency, code, addDays(period.from, place))
      if (converted !== null) sums[place] = (sums[place] ?? 0) + converted
    }
  }
  return sums
}

function lineOf({ period }: Frame, key: string, currency: Currency, values: Daily): DailyBalances {
  let lowest: number | undefined
  let highest: number | undefined
  let daysBelowZero = 0
  values.forEach((value, place) => {
    if (value === null) return
    if (value < 0) daysBelowZero += 1
    if (lowest === undefined || value < (values[lowest] ?? 0)) lowest = place
    if (highest === undefined || value > (values[highest] ?? 0)) highest = place
  })
  const extreme = (place: number | undefined): { on: LocalDate; balance: Figure } | null => {
    if (place === undefined) return null
    const [on, value] = [addDays(period.from, place), values[place] ?? null]
    return { on, balance: value === null ? derived(null, currency) : figure(value, currency, `${key}/${on}`) }
  }
  return { key, currency, values: values.map((value) => (value === null ? null : minor(value))), lowest: extreme(lowest), highest: extreme(highest), daysBelowZero }
}
