import type { LocalDate } from '#shared/dates.ts'

/** What was booked on one day. */
export type DaySum = readonly [on: LocalDate, minor: number, ...rest: readonly number[]]

/**
 * A balance as the bank stated it. Of the entries on that very day the bank may know only some: a file fetched in the
 * morning lacks the afternoon. `dayMinor` is what the same source booked on the day; null where it does not say.
 */
export interface BankBalance {
  readonly asOf: LocalDate
  readonly minor: number
  readonly dayMinor: number | null
}

export interface AccountProof {
  /** What the account held before its first row. */
  readonly openingMinor: number
  readonly bankMinor: number
  readonly ledgerMinor: number
  readonly asOf: LocalDate
  /** First of the bank's balances from which on they all differ; null where none differs, or no earlier one agrees. */
  readonly divergingOn: LocalDate | null
}

/** The bank's last word about a day counts: what it said earlier about the same day has been said again, or taken back. */
export const isLastOfDay = (balance: BankBalance, index: number, all: readonly BankBalance[]): boolean => all[index + 1]?.asOf !== balance.asOf

interface Point { readonly balance: BankBalance; readonly before: number; readonly whole: number }

/**
 * Holds the ledger against everything the bank ever stated. The earliest balance fixes the opening balance, so a history
 * that starts late still adds up, an older file moves the opening and nothing else, and the order of imports does not
 * matter. `days` and `balances` are in order of their days, and balances of one day in the order in which they were stated.
 */
export function proveAccount(days: readonly DaySum[], balances: readonly BankBalance[]): AccountProof | null {
  const points = placeOnDays(days, balances.filter(isLastOfDay))
  const first = points[0]
  if (!first) return null
  const openings = [first.balance.minor - first.whole, first.balance.minor - endOfSource(first)]
  const [byDay, bySource] = openings.map((opening) => points.filter((point) => !agrees(point, opening)).length)
  const opening = (bySource ?? 0) < (byDay ?? 0) ? openings[1] : openings[0]
  return judge(points, opening ?? 0)
}

/** Sums up to each balance's day: without that day, and with all of it. */
function placeOnDays(days: readonly DaySum[], balances: readonly BankBalance[]): Point[] {
  let next = 0
  let sum = 0
  return balances.map((balance) => {
    for (let day = days[next]; day && day[0] < balance.asOf; day = days[++next]) sum += day[1]
    const today = days[next]
    return { balance, before: sum, whole: today?.[0] === balance.asOf ? sum + today[1] : sum }
  })
}

const endOfSource = ({ balance, before, whole }: Point): number => (balance.dayMinor === null ? whole : before + balance.dayMinor)
const agrees = (point: Point, opening: number): boolean => opening + point.whole === point.balance.minor || opening + endOfSource(point) === point.balance.minor

function judge(points: readonly Point[], openingMinor: number): AccountProof | null {
  const last = points.at(-1)
  if (!last) return null
  const isTrue = agrees(last, openingMinor)
  const lastAgreed = points.findLastIndex((point) => agrees(point, openingMinor))
  return {
    openingMinor,
    bankMinor: last.balance.minor,
    ledgerMinor: isTrue ? last.balance.minor : openingMinor + last.whole,
    asOf: last.balance.asOf,
    divergingOn: isTrue || lastAgreed < 0 ? null : points[lastAgreed + 1]?.balance.asOf ?? null,
  }
}
