import { addDays, type LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { toMinor, type Currency } from '#shared/money.ts'
import type { Statement, StatementBalance } from '#shared/statement.ts'
import type { StatedBalance } from '../settle.ts'
import type { StagedRows } from './rows.ts'
import type { StagedStatement } from './staged.ts'

export interface Snapshot extends StatedBalance {
  readonly kind: Exclude<StatementBalance['kind'], 'opening'>
  readonly name: string
}

/** What one file has booked on each day so far, per account: its source knew of all that when it stated a later balance. */
export type DayBook = Map<LocalDate, number>

/** The balances of a statement in the account's currency. The book holds the file's earlier statements and takes up this one. */
export function snapshotsOf(staged: StagedStatement, book: DayBook, source: string): Snapshot[] {
  const { rows } = staged
  for (const [day, minor] of sumsOfDays(rows)) book.set(day, (book.get(day) ?? 0) + minor)
  const stated = statedIn(staged, book, source)
  return rows.hasChoices ? [...impliedOpening(staged, stated), ...stated] : stated
}

/** Most rows stand beside others of their day, so that a day is told once and not for each of its rows. */
function sumsOfDays(rows: StagedRows): [LocalDate, number][] {
  const sums: [LocalDate, number][] = []
  let last: [LocalDate, number] | undefined
  rows.booked.forEach(({ bookedOn }, row) => {
    if (!rows.isInLedger(row)) return
    if (last?.[0] === bookedOn) last[1] += rows.minor(row)
    else sums.push(last = [bookedOn, rows.minor(row)])
  })
  return sums
}

function statedIn({ statement, target, statedAt }: StagedStatement, book: DayBook, source: string): Snapshot[] {
  return balancesOf(statement).flatMap(({ kind, name, amount, asOf, stated }) => {
    const minor = toMinor(amount, target.currency)
    const day = asOf ?? lastDayOf(statement)
    if (minor === undefined || day === undefined || kind === 'opening') return []
    const dayMinor = kind !== 'booked' ? null : stated ? minorOrNull(stated.dayAmount, target.currency) : daySum(day, statement, book)
    return [{ kind, name, asOf: day, minor, statedAt: stated?.at ?? statedAt, source, dayMinor }]
  })
}

/**
 * Where the user decides otherwise than the bank's file, an opening balance that follows from the rows taken would swallow
 * the difference and prove nothing. So what the whole file says about the day before it is kept as well; being nobody's
 * word, it yields to any balance that was stated for that day.
 */
function impliedOpening({ rows }: StagedStatement, stated: readonly Snapshot[]): Snapshot[] {
  const closing = stated.find(({ kind }) => kind === 'booked')
  const days = rows.booked.map(({ bookedOn }) => bookedOn).sort()
  const [first] = days
  if (!closing || first === undefined || closing.asOf < first) return []
  const moved = rows.booked.reduce((sum, { bookedOn, isAdvice }, row) => (isAdvice || bookedOn > closing.asOf ? sum : sum + rows.minor(row)), 0)
  return [{ ...closing, name: 'implied', asOf: addDays(first, -1), minor: closing.minor - moved, dayMinor: null, statedAt: '' }]
}

/** Balances that were not understood, to be told. */
export const unreadableBalances = ({ statement, target }: StagedStatement): StatementBalance[] => balancesOf(statement).filter(({ amount }) => toMinor(amount, target.currency) === undefined)

/**
 * The bank's own, and where there is no booked one what says the same: an opening balance is the booked one of the day
 * before, a loan owes its principal, and a brokerage account holds its cash beside what it has invested.
 */
function balancesOf(statement: Statement): readonly StatementBalance[] {
  const { balances, kind } = statement
  if (kind === 'loan') return owedBalances(statement)
  if (balances.some((balance) => balance.kind === 'booked')) return balances
  const cash = kind === 'inv' ? balances.find((balance) => balance.kind === 'cash') : undefined
  if (cash) return [...balances, { ...cash, kind: 'booked' }]
  return withOpening(statement)
}

function withOpening({ balances, entries, from }: Statement): readonly StatementBalance[] {
  const opening = balances.find((balance) => balance.kind === 'opening')
  const firstDay = entries.map(({ bookedOn }) => bookedOn).sort()[0] ?? from
  return opening && firstDay ? [...balances, { ...opening, kind: 'booked', asOf: addDays(firstDay, -1) }] : balances
}

function owedBalances(statement: Statement): readonly StatementBalance[] {
  const { balances, loan, to } = statement
  if (balances.some(({ kind }) => kind === 'booked')) return balances.map((balance) => (balance.stated === undefined ? owedBalance(balance) : balance))
  return loan?.principal ? [...balances, { kind: 'booked', name: 'principal', amount: owed(loan.principal), asOf: to }] : withOpening(statement)
}

/** What a bank itself says a loan comes to, as the ledger counts it. */
export const owedBalance = (balance: StatementBalance): StatementBalance => (balance.kind === 'booked' ? { ...balance, amount: owed(balance.amount) } : balance)

/** A debt is negative, whether the bank writes its sign or not. */
const owed = (principal: StatementBalance['amount']): StatementBalance['amount'] => (principal.startsWith('-') || /^0*\.?0*$/.test(principal) ? principal : `-${principal}` as StatementBalance['amount'])

const minorOrNull = (amount: DecimalText | null, currency: Currency): number | null => (amount === null ? null : toMinor(amount, currency) ?? null)

const lastDayOf = ({ to, entries }: Statement): LocalDate | undefined => to ?? entries.map(({ bookedOn }) => bookedOn).sort().at(-1)

/** Null where the source does not say that it speaks of the whole day. */
const daySum = (day: LocalDate, { to }: Statement, book: DayBook): number | null => book.get(day) ?? (to !== null && to >= day ? 0 : null)
