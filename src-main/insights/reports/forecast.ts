import { monthFrom } from '#shared/budget-months.ts'
import { addMonths } from '#shared/dates.ts'
import { currency as toCurrency } from '#shared/money.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import type { AccountId } from '#shared/model.ts'
import { forecast as project, lowestOf, type Expectation, type Forecast, type ForecastLine } from '../forecast/forecast.ts'
import type { Days, PastRow } from '../forecast/variable.ts'
import { closingBalances, isKnownOn } from './closing-balances.ts'
import { contractBook, money, worthOf } from './contract-book.ts'
import { covers } from './coverage.ts'
import { derived } from './figures.ts'
import { frameOf, type Frame, type ReportAccount } from './frame.ts'
import type { ReportModule } from './module.ts'
import { monthAround } from './months.ts'
import { postings } from './postings.ts'

type Body = BodyOf<'forecast'>
type Line = Body['total']

/** Everyday spending is told from the months of the last year, rhythms from as far back. */
const MONTHS_BACK = 13

/** R12: balances to come, account by account and in all, each with its lowest point. */
export const forecast: ReportModule<'forecast'> = {
  name: 'forecast',
  run: (frame) => {
    const { request: { horizon, withVariable } } = frame
    const { lines, expected, accounts } = projection(frame)
    const asked = new Set(frame.accounts.map(({ id }) => Number(id)))
    const chosen = lines.filter(({ accountId }) => asked.has(accountId))
    const rows = chosen.flatMap((line) => rowOf(frame, accounts.get(line.accountId), line))
    // One account that came only lately must not leave a whole household without a forecast.
    const told = rows.filter(isTold)
    const unknownAccounts = rows.filter((row) => !isTold(row)).map(({ accountId }) => accountId)
    const unconvertedAccounts = told.filter((row) => !isConvertible(frame, row)).map(({ accountId }) => accountId)
    const shown = expected.filter(({ accountId }) => asked.has(accountId))
    return { days: horizon, withVariable, rows, total: totalOf(frame, told), unknownAccounts, unconvertedAccounts, expected: shown.map(toExpected), variable: variableOf(frame, told), variableMonths: fewestMonths(told) }
  },
  // What is to come is no sum of rows.
  rows: () => undefined,
}

interface Known { readonly account: ReportAccount; readonly balanceMinor: number }

/** Of all accounts, whichever are asked for: a card's bill is paid by another one. */
function projection(frame: Frame): Forecast & { readonly accounts: ReadonlyMap<number, Known> } {
  const { db, asOf, request } = frame
  const all = frameOf(db, { ...request, accountIds: undefined, excludedAccountIds: undefined, minMinor: undefined, maxMinor: undefined, categories: undefined, tags: undefined }, frame.today)
  const balances = closingBalances(all, [asOf])
  const accounts = new Map<number, Known>(all.accounts.filter((account) => isOpen(account, frame)).map((account) => [account.id, { account, balanceMinor: balances.get(account.id)?.[0] ?? 0 }]))
  const { contracts } = contractBook(all)
  const found = project({
    asOf, days: request.horizon, withVariable: request.withVariable, rows: pastRows(all), contracts,
    partners: partnersOf(all),
    accounts: [...accounts.values()].map(({ account, balanceMinor }) => ({ id: account.id, currency: account.currency, balanceMinor, completeMonths: completeMonths(account, all) })),
  })
  return { ...found, accounts }
}

const isOpen = ({ closedOn }: ReportAccount, { asOf }: Frame): boolean => closedOn === null || closedOn > asOf

const pastRows = (frame: Frame): PastRow[] =>
  postings(frame, { from: addMonths(frame.asOf, -MONTHS_BACK), to: frame.asOf }).map(({ id, account, bookedOn, minor, categoryId }) => ({ id, accountId: account.id, bookedOn, minor, categoryId }))

const PAIRS = /* sql */ `SELECT out_id, in_id FROM transfer WHERE state = 'confirmed'`

const partnersOf = ({ db }: Frame): Map<number, number> => new Map(db.tuples<readonly [number, number]>(PAIRS).all().flatMap(([outId, inId]) => [[outId, inId], [inId, outId]] as const))

/** Those of the last year that are over and that an account is known for, oldest first: today may still bring payments. */
function completeMonths({ coverage }: ReportAccount, { asOf, today, request: { monthStart } }: Frame): Days[] {
  const ends = asOf < today && monthAround(asOf, monthStart).to === asOf ? 0 : 1
  return Array.from({ length: MONTHS_BACK - 1 }, (_, index) => monthFrom(asOf, index + 2 - MONTHS_BACK - ends, monthStart))
    .filter((month) => covers(coverage, month))
}

function rowOf(frame: Frame, known: Known | undefined, { accountId, variable, values }: ForecastLine): Body['rows'][number][] {
  if (!known) return []
  const { account, balanceMinor } = known
  const isKnown = isKnownOn(account, frame.asOf)
  const told = isKnown ? values : values.map(() => null)
  return [{
    accountId: accountId as AccountId, ...lineOf(frame, account.currency, isKnown ? balanceMinor : null, told),
    variable: derived(variable.monthlyMinor, account.currency), variableMonths: variable.months,
  }]
}

function lineOf({ asOf }: Frame, code: Line['currency'], startMinor: number | null, values: readonly (number | null)[]): Line {
  const lowest = lowestOf(values, asOf)
  return { currency: code, start: derived(startMinor, code), values: values.map((value) => derived(value, code).minor), lowest: lowest && { on: lowest.on, balance: derived(lowest.minor, code) } }
}

const isTold = ({ values }: Body['rows'][number]): boolean => values.some((value) => value !== null)

const isConvertible = ({ rates, base, asOf }: Frame, { currency }: Body['rows'][number]): boolean => rates.has(currency, base, asOf)

/** At the exchange rates of the as-of day; an account whose currency has none is in no total (G7). Of no account nothing is told. */
function totalOf(frame: Frame, rows: Body['rows']): Line {
  const convertible = rows.filter((row) => isConvertible(frame, row))
  const sum = (amounts: readonly (readonly [number | null, Line['currency']])[]): number | null =>
    amounts.reduce<number | null>((all, [amount, code]) => (all === null || amount === null ? null : all + (worthOf(frame, amount, code) ?? 0)), convertible.length === 0 ? null : 0)
  const values = Array.from({ length: frame.request.horizon }, (_, index) => sum(convertible.map((row) => [row.values[index] ?? null, row.currency])))
  return lineOf(frame, frame.base, sum(convertible.map(({ start, currency }) => [start.minor, currency])), values)
}

/** Where nothing is spent, no months are wanted. */
function fewestMonths(rows: Body['rows']): number {
  const spending = rows.filter(({ variable }) => variable.minor !== 0)
  return spending.length === 0 ? 0 : Math.min(...spending.map(({ variableMonths }) => variableMonths))
}

function variableOf(frame: Frame, rows: Body['rows']): Body['variable'] {
  const sum = rows.reduce<number | null>((all, { variable }) => (all === null || variable.minor === null ? null : all + (worthOf(frame, variable.minor, variable.currency) ?? 0)), rows.length === 0 ? null : 0)
  return derived(sum, frame.base)
}

const toExpected = ({ on, accountId, minor, currency, contract, otherAccountId }: Expectation): Body['expected'][number] => ({
  on, contractId: contract?.id ?? null, counterparty: contract?.counterparty ?? '', accountId: accountId as AccountId, amount: money(minor, toCurrency(currency)), otherAccountId: otherAccountId as AccountId | null,
})
