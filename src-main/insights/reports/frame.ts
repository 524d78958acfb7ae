import { monthFrom, type MonthStart } from '#shared/budget-months.ts'
import { addDays, isLocalDate, plainDate, type LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { AccountId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { DayRange, Month } from '#shared/reports/figure.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { ReportRequest } from '#shared/reports/request.ts'
import type { AccountType } from '#shared/statement.ts'
import { readMonthStart } from '#main/ledger/budgets/budgets.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { totalsCurrency } from '#main/ledger/settings.ts'
import { coverageByAccount, type Coverage } from '#main/ledger/coverage.ts'
import { covers } from './coverage.ts'
import { monthPieces } from './months.ts'
import { Rates } from './rates.ts'

/** An account as reports look at it. */
export interface ReportAccount {
  readonly id: AccountId
  readonly name: string
  readonly type: AccountType
  readonly currency: Currency
  readonly closedOn: LocalDate | null
  readonly openingMinor: number
  readonly balanceMinor: number
  readonly pendingMinor: number
  readonly bankMinor: number | null
  readonly bankOn: LocalDate | null
  readonly proofMinor: number | null
  readonly divergingOn: LocalDate | null
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
  readonly rowCount: number
  readonly coverage: Coverage
}

/** What months begin with is known, whether it was asked for or is the ledger's own. */
export type SettledRequest = Omit<ReportRequest, 'monthStart'> & { readonly monthStart: MonthStart }

/** A request with everything that was left open in it settled. What a report is made from, together with the ledger. */
export interface Frame {
  readonly db: ReadableLedger
  readonly request: SettledRequest
  readonly today: LocalDate
  readonly period: DayRange
  /** The period's last day: what is expected is told as of it. */
  readonly asOf: LocalDate
  readonly months: readonly Month[]
  readonly accounts: readonly ReportAccount[]
  readonly base: Currency
  readonly rates: Rates
  /** Only some rows count: sums are no longer what balances changed by. */
  readonly isFiltered: boolean
}

const MONTHS_BEFORE = 12

/** Taxes and fees are looked at by calendar year: the last one, and the one that runs. */
const BY_YEAR: ReadonlySet<ReportName> = new Set(['fees', 'tax-year'])

/** The current month and the twelve before it, unless something else is asked for. */
export function periodOf({ name, from, to, days, monthStart }: SettledRequest, today: LocalDate): DayRange {
  const end = to ?? (from !== undefined && from > today ? from : today)
  if (from !== undefined) return { from, to: end }
  if (days === undefined && BY_YEAR.has(name)) return { from: plainDate(Number(end.slice(0, 4)) - 1, 1, 1), to: end }
  return { from: days === undefined ? monthFrom(end, -MONTHS_BEFORE, monthStart).from : addDays(end, 1 - days), to: end }
}

interface Row extends Omit<ReportAccount, 'coverage' | 'closedOn'> { readonly closedOn: string | null }

const ACCOUNTS = /* sql */ `
  SELECT account.id, account.name, account.type, account.currency, substr(account.closed_at, 1, 10) AS closedOn,
         state.opening_minor AS openingMinor, state.balance_minor AS balanceMinor, state.pending_minor AS pendingMinor, state.bank_minor AS bankMinor, state.bank_as_of AS bankOn,
         state.proof_minor AS proofMinor, state.diverging_on AS divergingOn, state.first_on AS firstOn, state.last_on AS lastOn, state.row_count AS rowCount
    FROM account JOIN account_state AS state ON state.account_id = account.id
   WHERE account.deleted_at IS NULL ORDER BY account.id`

/** Settles what a request leaves open. */
export function frameOf(db: ReadableLedger, asked: ReportRequest | SettledRequest, today: LocalDate): Frame {
  const request = { ...asked, monthStart: monthStartOf(db, asked.monthStart) }
  const period = periodOf(request, today)
  const accounts = chosenAccounts(db, request, today)
  return {
    db, request, today, period, accounts,
    asOf: period.to,
    base: request.base ?? totalsCurrency(db, accounts),
    rates: new Rates(db),
    months: monthsOf(period, request.monthStart, today, accounts),
    isFiltered: request.minMinor !== undefined || request.maxMinor !== undefined || request.categories !== undefined || request.tags !== undefined,
  }
}

/** As set with the budgets, weekends too; another day is meant as it is. */
function monthStartOf(db: ReadableLedger, asked: number | MonthStart | undefined): MonthStart {
  if (typeof asked === 'object') return asked
  const monthStart = readMonthStart(db)
  return asked === undefined || asked === monthStart.day ? monthStart : { day: asked, shift: 'none' }
}

function chosenAccounts(db: ReadableLedger, { accountIds, excludedAccountIds }: Pick<ReportRequest, 'accountIds' | 'excludedAccountIds'>, today: LocalDate): ReportAccount[] {
  const coverage = coverageByAccount(db, today)
  const all = db.query<Row>(ACCOUNTS).all()
  for (const id of [...accountIds ?? [], ...excludedAccountIds ?? []]) if (!all.some((account) => account.id === id)) throw new AppFailure({ kind: 'not_found', what: 'account' })
  return all
    .filter(({ id }) => accountIds?.includes(id) ?? excludedAccountIds?.includes(id) !== true)
    .map((row) => ({ ...row, closedOn: row.closedOn !== null && isLocalDate(row.closedOn) ? row.closedOn : null, coverage: coverage.get(row.id) ?? [] }))
}

/** G8: only months that are whole, over and known for every account make averages. A closed account has nothing more to tell. */
function monthsOf(period: DayRange, monthStart: MonthStart, today: LocalDate, accounts: readonly ReportAccount[]): Month[] {
  return monthPieces(period, monthStart).map(({ isWhole, ...month }) => {
    const isOver = month.to < today
    return { ...month, isPartial: !isWhole || !isOver, isComplete: isWhole && isOver && accounts.some(({ rowCount }) => rowCount > 0) && accounts.every((account) => isKnown(account, month)) }
  })
}

/** An account that never had a row, such as a depot, keeps none back either. */
export const isKnown = ({ coverage, closedOn, rowCount }: ReportAccount, month: Pick<Month, 'from' | 'to'>): boolean => {
  if (rowCount === 0) return true
  if (closedOn === null || closedOn > month.to) return covers(coverage, month)
  return closedOn < month.from || covers(coverage, { from: month.from, to: closedOn })
}
