import { addDays } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { Coverage } from '#main/ledger/coverage.ts'

/** The days of a period that nobody has answered for. */
export function missingIn({ from, to }: DayRange, coverage: Coverage): DayRange[] {
  const missing: DayRange[] = []
  let next = from
  for (const range of coverage) {
    if (range.to < next) continue
    if (range.from > to) break
    if (range.from > next) missing.push({ from: next, to: addDays(range.from, -1) })
    next = addDays(range.to, 1)
  }
  if (next <= to) missing.push({ from: next, to })
  return missing
}

/** How much of an earlier time the accounts together can be asked about: an account that was opened later keeps nothing back. */
export type Reach = 'whole' | 'part' | 'none'

export function reachOf(accounts: readonly { readonly coverage: Coverage }[], { from, to }: DayRange): Reach {
  const first = accounts.flatMap(({ coverage }) => coverage[0]?.from ?? []).sort()[0]
  return first === undefined || first > to ? 'none' : first > from ? 'part' : 'whole'
}

export const covers = (coverage: Coverage, period: DayRange): boolean => missingIn(period, coverage).length === 0
