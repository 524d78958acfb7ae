import { toDayNumber } from '#shared/dates.ts'
import type { HoldingsValue } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import { dailyBalances, type Daily } from './balance-history.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { holdingsOf, moneyOf } from './worth.ts'

/**
 * What the accounts were worth at the end of every day of the period, balances and securities, one line per currency; null
 * on days of which nothing can be said. An account with securities counts from the day on which its bank first listed them.
 */
export function dailyWorth(frame: Frame): Map<Currency, Daily> {
  const lines = new Map<Currency, Daily>()
  const balances = dailyBalances(frame)
  const holdings = holdingsOf(frame)
  for (const account of frame.accounts) add(lines, account, balances.get(account.id) ?? [], stated(frame, holdings.get(account.id)))
  return lines
}

interface Stated { readonly place: number; readonly holdings: HoldingsValue | null }

/** From which day on which securities are known. An account that has none is itself from the beginning. */
function stated({ period }: Frame, listed: readonly HoldingsValue[] | undefined): readonly Stated[] {
  const first = toDayNumber(period.from)
  return listed?.map((holdings) => ({ place: toDayNumber(holdings.asOf) - first, holdings })) ?? [{ place: 0, holdings: null }]
}

function add(lines: Map<Currency, Daily>, account: ReportAccount, values: Daily, listings: readonly Stated[]): void {
  listings.forEach(({ place, holdings }, index) => {
    const end = Math.min(values.length, listings[index + 1]?.place ?? values.length)
    for (let at = Math.max(0, place); at < end; at += 1) {
      const balanceMinor = values[at] ?? null
      if (balanceMinor === null) continue
      for (const [currency, minor] of moneyOf({ account, balanceMinor, holdings })) {
        const line = lines.get(currency) ?? new Array<number | null>(values.length).fill(null)
        lines.set(currency, line)
        line[at] = (line[at] ?? 0) + minor
      }
    }
  })
}
