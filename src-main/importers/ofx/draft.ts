import type { LoanPayment, Position, Statement, StatementEntry, Trade, UnreadableEntry } from '#shared/statement.ts'
import { isReadable, type EntryOrNot } from './entries.ts'

/** The rows of one statement while it is being read. */
export class Draft {
  readonly line: number
  readonly #entries: StatementEntry[] = []
  readonly #pending: StatementEntry[] = []
  readonly #unreadable: UnreadableEntry[] = []
  readonly trades: Trade[] = []
  readonly positions: Position[] = []
  readonly payments: LoanPayment[] = []
  #hasCurrencies = false

  constructor(line: number) {
    this.line = line
  }

  add(entry: EntryOrNot, isPending: boolean): void {
    if (!isReadable(entry)) {
      this.#unreadable.push(entry)
      return
    }
    if (entry.currency !== null) this.#hasCurrencies = true
    if (isPending) this.#pending.push(entry)
    else this.#entries.push(entry)
  }

  /** The line of every row, in no particular order. */
  get lines(): number[] {
    return [...this.#entries, ...this.#pending, ...this.#unreadable, ...this.trades, ...this.positions].map(({ line }) => line)
  }

  /** The rows as the statement has them. A currency is an entry's own only where it is not the statement's. */
  rows(currency: string | null): Pick<Statement, 'line' | 'entries' | 'pending' | 'unreadable' | 'trades' | 'positions'> {
    const own = (entries: StatementEntry[]): StatementEntry[] => this.#hasCurrencies ? entries.map((entry) => withoutOwn(entry, currency)) : entries
    return { line: this.line, entries: own(this.#entries), pending: own(this.#pending), unreadable: this.#unreadable, trades: this.trades, positions: this.positions }
  }
}

const withoutOwn = (entry: StatementEntry, currency: string | null): StatementEntry => entry.currency !== null && entry.currency === currency ? { ...entry, currency: null, exchangeRate: null } : entry
