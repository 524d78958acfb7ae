import type { LocalDate } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { Memory } from './memory.ts'
import { monthPieces } from './months.ts'
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

/** What an account's undivided rows of a category add up to, in its own currency. */
interface Pile { readonly accountId: number; readonly categoryId: string | null; readonly sums: InOut }

/** Ten years of months in some thirty categories of three accounts are ten thousand. */
const PILES_MAX = 60_000
const piles = new Memory<Pile>(PILES_MAX)

/**
 * The sums that reports are made of: rows in the base currency by SQL over the covering index alone; divided rows and rows
 * of other currencies one by one, because each is worth what its own day's rate says. The stretches must not overlap.
 * An account and category may have several cells in a stretch: one of each kind, and of each of its months.
 */
export function cellsOf(frame: Frame, stretches: readonly DayRange[]): Cell[] {
  const accounts = new Map<number, ReportAccount>(frame.accounts.filter(({ currency }) => currency === frame.base).map((account) => [account.id, account]))
  const cells: Cell[] = []
  if (accounts.size > 0) {
    const pilesIn = pileReader(frame)
    for (const [index, stretch] of stretches.entries()) {
      for (const { accountId, categoryId, sums } of monthPieces(stretch, frame.request.monthStart).flatMap(pilesIn)) {
        const account = accounts.get(accountId)
        if (account) cells.push({ index, account, categoryId, own: sums, base: sums })
      }
    }
  }
  const singles = new CellBook()
  for (const posting of singlePostings(frame, stretches)) singles.add(indexOn(stretches, posting.bookedOn), posting)
  return [...cells, ...singles.cells()]
}

/** Of all accounts, so that whoever asks for some of them finds the same piles. */
function pileReader(frame: Frame): (stretch: DayRange) => readonly Pile[] {
  const { where, params } = conditionsOf(frame)
  const asked = `${where} ${JSON.stringify(params)}`
  const known = piles.of(frame.db)
  const sums = frame.db.tuples<Sums>(undivided(where))
  return ({ from, to }) => known.recall(`${from} ${to} ${asked}`, () => piled(sums.all({ ...params, from, to })), { from, to })
}

/** What went out stands before what came in of the same account and category. */
function piled(sums: readonly Sums[]): Pile[] {
  const found: Pile[] = []
  for (const [accountId, categoryId, isIn, minor, count] of sums) {
    const last = found.at(-1)
    const isSame = isIn === 1 && last?.accountId === accountId && last.categoryId === categoryId
    const before = isSame ? last.sums : NOTHING
    if (isSame) found.pop()
    found.push({ accountId, categoryId, sums: isIn === 1 ? { ...before, inMinor: minor, inCount: count } : { ...before, outMinor: minor, outCount: count } })
  }
  return found
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

/** Rows that are looked at one by one, added up. */
class CellBook {
  readonly #cells = new Map<string, Cell>()

  add(index: number, { account, categoryId, minor, baseMinor }: Posting): void {
    if (index < 0) return
    const own = flowOf(minor)
    const base = baseMinor === null ? NOTHING : flowOf(minor, baseMinor)
    const key = `${index} ${account.id} ${categoryId ?? ''}`
    const cell = this.#cells.get(key)
    this.#cells.set(key, cell ? { ...cell, own: plus(cell.own, own), base: plus(cell.base, base) } : { index, account, categoryId, own, base })
  }

  cells(): Cell[] {
    return [...this.#cells.values()]
  }
}
