import type { Instant, LocalDate } from '#shared/dates.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { StatedHoldings, Statement, StatementBalance, StatementEntry } from '#shared/statement.ts'
import { entryAmount } from '../import/amounts.ts'
import { owedBalance } from '../import/balances.ts'
import type { OfferedAccount, ReadAccount } from './jobs.ts'

/** A new account bears the bank's name for its product and the end of its number; null where the bank has no name for it. */
export function accountName({ name, iban, number }: OfferedAccount): string | null {
  const digits = (iban ?? number ?? '').replace(/[^\p{L}\p{N}]/gu, '').slice(-4)
  const label = name.trim()
  if (label === '') return null
  return digits === '' || label.includes(digits) ? label : `${label} ··${digits}`
}

const KINDS = { checking: 'bank', savings: 'bank', cash: 'bank', asset: 'bank', liability: 'bank', credit: 'cc', loan: 'loan', investment: 'inv' } as const

/**
 * Everything that one run fetched for one account, as one statement. Banks cut their answer into days or pages; held
 * against each other, the pieces would lose rows that are alike. `currency` is the account's own.
 */
export function mergeStatements(offered: OfferedAccount, read: ReadAccount, currency: Currency, at: Instant): Statement {
  const { statements } = read
  const all = <T>(pick: (statement: Statement) => readonly T[]): T[] => statements.flatMap(pick)
  return {
    kind: statements[0]?.kind ?? KINDS[offered.type],
    account: {
      number: offered.number, bankCode: offered.bankCode, branch: statements[0]?.account.branch ?? null, iban: offered.iban, bic: offered.bic,
      name: accountName(offered), type: offered.type,
    },
    currency,
    from: read.from ?? earliest(statements.map(({ from }) => from)),
    to: read.to,
    entries: all(({ entries }) => entries),
    pending: all(({ pending }) => pending),
    unreadable: all(({ unreadable }) => unreadable),
    balances: mergeBalances(read, currency, at),
    trades: all(({ trades }) => trades),
    positions: all(({ positions }) => positions),
    securities: all(({ securities }) => securities),
    loan: mergeLoans(statements),
    holdings: mergeHoldings(statements),
    derived: all(({ derived = [] }) => derived),
    line: 1,
  }
}

/** Pages of one day are one list; of a depot that holds nothing the bank says so with an empty one. */
function mergeHoldings(statements: readonly Statement[]): StatedHoldings[] {
  const byDay = Map.groupBy(statements.flatMap(({ holdings = [] }) => holdings), ({ asOf }) => asOf)
  return [...byDay].map(([asOf, lists]) => ({ asOf, positions: lists.flatMap(({ positions }) => positions) }))
}

/** Terms as they were stated last, with the payments of every piece. */
function mergeLoans(statements: readonly Statement[]): Statement['loan'] {
  const loans = statements.map(({ loan }) => loan).filter((loan) => loan !== null)
  const last = loans.at(-1)
  return last === undefined ? null : { ...last, payments: loans.flatMap(({ payments }) => payments) }
}

const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null => days.filter((day) => day !== null).sort()[0] ?? null

/**
 * One balance of each kind per day, the one stated last. A booked one keeps what its source had booked on the day by then:
 * a statement that ends at noon is not wrong because the next one goes on.
 */
function mergeBalances({ statements, balances, to }: ReadAccount, currency: Currency, at: Instant): StatementBalance[] {
  const book = new Map<LocalDate, number>()
  const latest = new Map<string, StatementBalance>()
  for (const statement of statements) {
    addEntries(book, [...statement.entries, ...(statement.derived ?? [])], currency)
    for (const balance of statement.kind === 'loan' ? statement.balances.map(owedBalance) : statement.balances) put(latest, withDay(balance, statement.to ?? lastDay(statement.entries), book, at, currency))
  }
  for (const balance of balances) put(latest, withDay(balance, to, book, at, currency))
  return [...latest.values()]
}

function put(latest: Map<string, StatementBalance>, balance: StatementBalance): void {
  latest.set(balance.kind === 'opening' ? `opening ${latest.size}` : `${balance.kind} ${balance.kind === 'booked' ? '' : balance.name} ${balance.asOf ?? ''}`, balance)
}

function addEntries(book: Map<LocalDate, number>, entries: readonly StatementEntry[], currency: Currency): void {
  for (const entry of entries) {
    const amount = entry.isAdvice ? { problem: 'advice' } : entryAmount(entry, currency)
    if (!('problem' in amount)) book.set(entry.bookedOn, (book.get(entry.bookedOn) ?? 0) + amount.minor)
  }
}

const lastDay = (entries: readonly StatementEntry[]): LocalDate | null => entries.map(({ bookedOn }) => bookedOn).sort().at(-1) ?? null

function withDay(balance: StatementBalance, until: LocalDate | null, book: ReadonlyMap<LocalDate, number>, at: Instant, currency: Currency): StatementBalance {
  const asOf = balance.asOf ?? until
  if (balance.kind !== 'booked' || asOf === null) return { ...balance, asOf }
  const booked = book.get(asOf) ?? (until !== null && until >= asOf ? 0 : null)
  return { ...balance, asOf, stated: { at, dayAmount: booked === null ? null : toDecimal({ minor: minor(booked), currency }) } }
}
