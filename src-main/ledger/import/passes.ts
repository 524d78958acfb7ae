import type { Statement, StatementBalance } from '#shared/statement.ts'
import type { StagedStatement } from './staged.ts'

/**
 * Two statements of one file that follow each other count their rows together: an equal row in each is two rows. Only a
 * statement that provably shows again what an earlier one of the file has shown is held against it, as a file that comes
 * again is. `here` are the statements into one account, in the order of the import.
 */
export function assignPasses(here: readonly StagedStatement[]): void {
  for (const statements of Map.groupBy(here, ({ key }) => key.split('.')[0]).values()) {
    const shown = new Shown()
    for (const staged of statements) {
      staged.pass = -(shown.has(staged.statement) ? staged.number : statements[0]?.number ?? staged.number)
      shown.add(staged.statement)
    }
  }
}

/** What the statements of a file have shown so far; a file may hold one for each day of ten years. */
class Shown {
  readonly #alike = new Map<string, Statement[]>()
  readonly #beginnings = new Set<string>()
  readonly #periods: { readonly from: string; readonly to: string }[] = []
  #latest = ''

  /** Word for word the same, begun at the same balance of the same day, or over days of which both speak. A day that ends one and begins the other proves nothing. */
  has(statement: Statement): boolean {
    const beginning = beginningOf(statement)
    return (this.#alike.get(outlineOf(statement)) ?? []).some((other) => isSame(statement, other)) || (beginning !== undefined && this.#beginnings.has(beginning)) || this.#overlaps(statement)
  }

  add(statement: Statement): void {
    const { from, to } = statement
    const outline = outlineOf(statement)
    this.#alike.set(outline, [...this.#alike.get(outline) ?? [], statement])
    const beginning = beginningOf(statement)
    if (beginning !== undefined) this.#beginnings.add(beginning)
    if (from === null || to === null) return
    this.#periods.push({ from, to })
    if (to > this.#latest) this.#latest = to
  }

  #overlaps({ from, to }: Statement): boolean {
    if (from === null || to === null || from >= this.#latest) return false
    return this.#periods.some((period) => from < period.to && period.from < to)
  }
}

const balanceText = ({ kind, amount, asOf }: StatementBalance): string => `${kind} ${amount} ${asOf ?? ''}`

const outlineOf = ({ balances, entries }: Statement): string => `${entries.length}\n${balances.map(balanceText).join('\n')}`

function isSame({ balances, entries }: Statement, other: Statement): boolean {
  return balances.length > 0 && entries.every(({ bookedOn, amount, payee, purpose }, index) => {
    const twin = other.entries[index]
    return twin !== undefined && twin.bookedOn === bookedOn && twin.amount === amount && twin.payee === payee && twin.purpose === purpose
  })
}

/** Undefined where it proves nothing: without a dated opening balance, or after entries that cancel each other out, when the next statement begins alike. */
function beginningOf({ balances }: Statement): string | undefined {
  const opening = balances.find(({ kind }) => kind === 'opening')
  const closing = balances.findLast(({ kind }) => kind === 'booked')
  return opening === undefined || opening.asOf === null || closing === undefined || opening.amount === closing.amount ? undefined : balanceText(opening)
}
