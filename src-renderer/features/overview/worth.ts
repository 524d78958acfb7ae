import { addDays, type LocalDate } from '#shared/dates.ts'
import { minor, type Money } from '#shared/money.ts'
import type { BalanceHistory } from '#renderer/stores/reports.ts'
import { balanceOn } from '../charts/series.ts'

export const WORTH_DAYS = 30

/** What all open accounts hold in one currency, and how that changed; null where the history does not reach back so far. */
export interface Worth { readonly total: Money; readonly since: LocalDate; readonly change: Money | null }

export function worthOf(totals: readonly Money[], histories: readonly BalanceHistory[], today: LocalDate): Worth[] {
  const since = addDays(today, -WORTH_DAYS)
  return totals.map((total) => {
    const points = histories.find(({ currency }) => currency === total.currency)?.points ?? []
    const before = balanceOn(points, since)
    return { total, since, change: before === undefined ? null : { minor: minor(total.minor - before), currency: total.currency } }
  })
}
