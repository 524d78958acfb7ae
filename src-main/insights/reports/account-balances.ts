import type { LocalDate } from '#shared/dates.ts'
import type { Currency } from '#shared/money.ts'
import type { FigureRows } from '#shared/reports/figure.ts'
import { closingBalances, isKnownOn } from './closing-balances.ts'
import { figureRows } from './figures.ts'
import type { Frame, ReportAccount } from './frame.ts'

type Row = readonly [id: number, minor: number]

const UP_TO = (withPending: boolean): string => /* sql */ `
  SELECT id, amount_minor FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL ${withPending ? '' : 'AND is_pending = 0'} AND account_id = :account AND booked_on <= :day ORDER BY booked_on, id`

/** What a balance is made of: what the account began with, and every row up to the day, adjusting ones too (G9). */
interface Parts { readonly opening: number; readonly rows: readonly Row[] }

function partsOf(frame: Frame, account: ReportAccount, day: LocalDate): Parts {
  const rows = frame.db.tuples<Row>(UP_TO(frame.request.withPending)).all({ account: account.id, day })
  const closing = closingBalances({ ...frame, accounts: [account] }, [day]).get(account.id)?.[0] ?? 0
  return { opening: closing - rows.reduce((sum, [, minor]) => sum + minor, 0), rows }
}

/** In another currency each row adds what it changed the rounded worth by, so that they end at the worth itself. */
function inCurrency({ opening, rows }: Parts, worth: (minor: number) => number): Parts {
  let balance = opening
  let told = worth(opening)
  return {
    opening: told,
    rows: rows.map(([id, minor]) => {
      balance += minor
      const before = told
      told = worth(balance)
      return [id, told - before]
    }),
  }
}

/** The rows behind what accounts held together at the end of a day. Accounts that nothing can be said of are left out. */
export function balanceRows(frame: Frame, accounts: readonly ReportAccount[], day: LocalDate, currency: Currency): FigureRows {
  const parts = accounts.filter((account) => isKnownOn(account, day) && frame.rates.has(account.currency, currency, day)).map((account) => {
    const own = partsOf(frame, account, day)
    return account.currency === currency ? own : inCurrency(own, (minor) => frame.rates.convert(minor, account.currency, currency, day) ?? 0)
  })
  return figureRows(parts.flatMap(({ rows }) => rows), currency, parts.reduce((sum, { opening }) => sum + opening, 0))
}
