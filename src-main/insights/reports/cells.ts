import type { LocalDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { conditionsOf, partPostings, wholePostings, type Posting } from './postings.ts'

export interface InOut { readonly inMinor: number; readonly outMinor: number; readonly inCount: number; readonly outCount: number }

/** What flowed in and out in one stretch of time, account and category. Out is negative. */
export interface Cell {
  /** Its place among the stretches asked for. */
  readonly index: number
  readonly account: ReportAccount
  readonly categoryId: string | null
  /** In the account's own currency. */
  readonly own: InOut
  /** In the base currency; rows without a rate are in no total. */
  readonly base: InOut
}

type Sums = readonly [accountId: number, categoryId: string | null, isIn: 0 | 1, minor: number, count: number]

/** Grouped stretch by stretch: sorting a hundred small piles costs less than one large one. */
const undivided = (where: string): string => /* sql */ `
  SELECT txn.account_id, txn.category_id, txn.amount_minor > 0, sum(txn.amount_minor), count(*)
    FROM txn INDEXED BY txn_by_day WHERE txn.is_split = 0 AND txn.amount_minor <> 0 AND ${where}
   GROUP BY 1, 2, 3`

/**
 * The sums that reports are made of: rows in the base currency by SQL over the covering index alone; divided rows and rows
 * of other currencies one by one, because each is worth what its own day's rate says. The stretches must not overlap.
 */
export function cellsOf(frame: Frame, stretches: readonly DayRange[]): Cell[] {
  const book = new CellBook()
  const accounts = new Map<number, ReportAccount>(frame.accounts.filter(({ currency }) => currency === frame.base).map((account) => [account.id, account]))
  const { where, params } = conditionsOf(frame)
  const sums = frame.db.tuples<Sums>(undivided(where))
  stretches.forEach((stretch, index) => {
    for (const [accountId, categoryId, isIn, minor, count] of accounts.size === 0 ? [] : sums.all({ ...params, from: stretch.from, to: stretch.to })) {
      const account = accounts.get(accountId)
      if (account) book.add(index, account, categoryId, isIn === 1 ? { ...NOTHING, inMinor: minor, inCount: count } : { ...NOTHING, outMinor: minor, outCount: count })
    }
  })
  for (const posting of singlePostings(frame, stretches)) book.addPosting(indexOn(stretches, posting.bookedOn), posting)
  return book.cells()
}

/** Divided rows, and everything in another currency. */
function singlePostings(frame: Frame, stretches: readonly DayRange[]): Posting[] {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (!first || !last) return []
  const whole = { from: first.from, to: last.to }
  return [...partPostings(frame, whole, frame.accounts), ...wholePostings(frame, whole, frame.accounts.filter(({ currency }) => currency !== frame.base))]
}

/** Which of the stretches a day lies in; they are in order. -1: none. */
export function indexOn(stretches: readonly DayRange[], day: LocalDate): number {
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const { from, to } = stretches[middle] ?? { from: day, to: day }
    if (day < from) high = middle - 1
    else if (day > to) low = middle + 1
    else return middle
  }
  return -1
}

const NOTHING: InOut = { inMinor: 0, outMinor: 0, inCount: 0, outCount: 0 }
const plus = (left: InOut, right: InOut): InOut => ({
  inMinor: left.inMinor + right.inMinor, outMinor: left.outMinor + right.outMinor, inCount: left.inCount + right.inCount, outCount: left.outCount + right.outCount,
})
/** One row; what it is worth elsewhere may round to nothing, and it counts all the same. */
const flowOf = (minor: number, worth: number = minor): InOut => ({ inMinor: Math.max(worth, 0), outMinor: Math.min(worth, 0), inCount: minor > 0 ? 1 : 0, outCount: minor < 0 ? 1 : 0 })

class CellBook {
  readonly #cells = new Map<string, Cell>()

  /** Sums of an account in the base currency. */
  add(index: number, account: ReportAccount, categoryId: string | null, sums: InOut): void {
    this.#put(index, account, categoryId, sums, sums)
  }

  addPosting(index: number, { account, categoryId, minor, baseMinor }: Posting): void {
    if (index >= 0) this.#put(index, account, categoryId, flowOf(minor), baseMinor === null ? NOTHING : flowOf(minor, baseMinor))
  }

  #put(index: number, account: ReportAccount, categoryId: string | null, own: InOut, base: InOut): void {
    const key = `${index} ${account.id} ${categoryId ?? ''}`
    const cell = this.#cells.get(key)
    this.#cells.set(key, cell ? { ...cell, own: plus(cell.own, own), base: plus(cell.base, base) } : { index, account, categoryId, own, base })
  }

  cells(): Cell[] {
    return [...this.#cells.values()]
  }
}
