import type { LocalDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { holdingAccounts, holdingsHistory } from '#main/ledger/investments/holdings.ts'

/** How the worth of securities has moved, from one statement of holdings to the next. */
export interface HoldingMovements {
  /** Before the first statement nobody knows; as with money, what is first known counts as what was there. */
  readonly openings: ReadonlyMap<Currency, number>
  readonly movements: readonly (readonly [on: LocalDate, currency: Currency, minor: number])[]
}

export function holdingMovements(db: ReadableLedger, isAsked: (accountId: AccountId) => boolean): HoldingMovements {
  const openings = new Map<Currency, number>()
  const movements: [LocalDate, Currency, number][] = []
  for (const accountId of holdingAccounts(db).filter(isAsked)) {
    const known = new Map<Currency, number>()
    for (const [index, { value, others, asOf }] of holdingsHistory(db, accountId).entries()) {
      const now = new Map<Currency, number>()
      for (const { currency, minor } of [value, ...others]) now.set(currency, (now.get(currency) ?? 0) + minor)
      for (const currency of new Set([...known.keys(), ...now.keys()])) {
        const minor = now.get(currency) ?? 0
        if (index === 0) openings.set(currency, (openings.get(currency) ?? 0) + minor)
        movements.push([asOf, currency, index === 0 ? 0 : minor - (known.get(currency) ?? 0)])
        known.set(currency, minor)
      }
    }
  }
  return { openings, movements }
}
