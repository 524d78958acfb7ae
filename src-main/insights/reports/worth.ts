import type { LocalDate } from '#shared/dates.ts'
import type { AccountId, HoldingsValue } from '#shared/model.ts'
import type { Currency, Money } from '#shared/money.ts'
import { holdingAccounts, holdingsHistory } from '#main/ledger/investments/holdings.ts'
import { closingBalances, isKnownOn } from './closing-balances.ts'
import type { Frame, ReportAccount } from './frame.ts'

/** What an account is worth on a day: its balance, and its securities, which may be in several currencies. */
export interface Worth {
  readonly account: ReportAccount
  readonly balanceMinor: number
  /** Null where it has none. */
  readonly holdings: HoldingsValue | null
}

/** Every statement of securities of the accounts, oldest first. */
type Holdings = ReadonlyMap<number, readonly HoldingsValue[]>

export function holdingsOf({ db, accounts }: Frame): Holdings {
  const holders = new Set<AccountId>(holdingAccounts(db))
  return new Map(accounts.filter(({ id }) => holders.has(id)).map(({ id }) => [id, holdingsHistory(db, id)]))
}

/**
 * What the accounts are worth on some days, which come in order; those of which nothing can be said on a day are left out.
 * An account with securities is one of them until its bank has listed them: its cash alone would make its owner look poor,
 * and rich the day after.
 */
export function worthOnDays(frame: Frame, days: readonly LocalDate[]): Worth[][] {
  const balances = closingBalances(frame, days)
  const holdings = holdingsOf(frame)
  const isListed = ({ id }: ReportAccount, day: LocalDate): boolean => (holdings.get(id)?.[0]?.asOf ?? day) <= day
  return days.map((day, place) => frame.accounts.filter((account) => isKnownOn(account, day) && isListed(account, day)).map((account) => ({
    account,
    balanceMinor: balances.get(account.id)?.[place] ?? 0,
    holdings: holdings.get(account.id)?.findLast(({ asOf }) => asOf <= day) ?? null,
  })))
}

/** Balance and securities, one sum for each currency. */
export function moneyOf({ account, balanceMinor, holdings }: Worth): Map<Currency, number> {
  const sums = new Map<Currency, number>([[account.currency, balanceMinor]])
  const add = ({ minor, currency }: Money): void => { sums.set(currency, (sums.get(currency) ?? 0) + minor) }
  for (const money of holdings ? [holdings.value, ...holdings.others] : []) add(money)
  return sums
}

/** At a day's exchange rates; null where one of them is not known (G7). */
export function worthInBase({ rates, base }: Frame, worth: Worth, day: LocalDate): number | null {
  let sum: number | null = 0
  for (const [currency, minor] of moneyOf(worth)) {
    const converted = rates.convert(minor, currency, base, day)
    sum = sum === null || converted === null ? null : sum + converted
  }
  return sum
}
