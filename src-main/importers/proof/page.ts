import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { Statement, StatementAccount, StatementBalance, StatementEntry, UnreadableEntry } from '#shared/statement.ts'

/** A balance that begins or ends a page; `isInterim` where the statement goes on beyond it (:60M:, :62M:, ITBD). */
export interface PageBalance {
  readonly name: string
  readonly amount: DecimalText
  readonly asOf: LocalDate | null
  readonly isInterim: boolean
}

/** One page as a bank sends it: an MT940 message, a camt Stmt or Rpt. Pages become statements once their balances are proven. */
export interface Page {
  readonly line: number
  readonly account: StatementAccount
  readonly currency: string | null
  /** The bank's own number of the statement, for warnings; may be empty. */
  readonly number: string
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly opening: PageBalance | null
  readonly closing: PageBalance | null
  readonly otherBalances: readonly StatementBalance[]
  readonly entries: readonly StatementEntry[]
  readonly pending: readonly StatementEntry[]
  readonly unreadable: readonly UnreadableEntry[]
}

/** Pages of one account share it; accounts without a number are told apart by currency only. */
export const accountKey = ({ account, currency }: Page): string =>
  `${account.iban ?? `${account.bankCode ?? account.bic ?? ''}/${account.number ?? ''}`} ${currency ?? ''}`

/** A page that ends with an interim balance goes on in the account's next page that begins with one. */
export function joinPages(pages: readonly Page[]): Page[][] {
  const statements: Page[][] = []
  const latest = new Map<string, Page[]>()
  for (const page of pages) {
    const key = accountKey(page)
    const before = latest.get(key)
    if (before?.at(-1)?.closing?.isInterim === true && page.opening?.isInterim === true) {
      before.push(page)
    } else {
      const statement = [page]
      statements.push(statement)
      latest.set(key, statement)
    }
  }
  return statements
}

/** The pages of one statement as one: the first's opening balance, the last's closing one, all entries in order. */
export function mergePages(pages: readonly Page[]): Page | undefined {
  const [first] = pages
  const last = pages.at(-1)
  if (!first || !last || pages.length === 1) return first
  return {
    ...first,
    to: last.to,
    closing: last.closing,
    otherBalances: last.otherBalances,
    entries: pages.flatMap((page) => page.entries),
    pending: pages.flatMap((page) => page.pending),
    unreadable: pages.flatMap((page) => page.unreadable),
  }
}

export function toStatement(page: Page): Statement {
  const { line, account, currency, from, to, opening, closing, otherBalances, entries, pending, unreadable } = page
  const balances: StatementBalance[] = [
    ...(opening ? [{ kind: 'opening' as const, name: opening.name, amount: opening.amount, asOf: opening.asOf }] : []),
    ...(closing ? [{ kind: 'booked' as const, name: closing.name, amount: closing.amount, asOf: closing.asOf }] : []),
    ...otherBalances,
  ]
  const investment = { trades: [], positions: [], securities: [], loan: null }
  return { kind: 'bank', account, currency, from, to, entries, pending, unreadable, balances, ...investment, line }
}
