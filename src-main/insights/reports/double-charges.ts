import { CALENDAR_MONTH } from '#shared/budget-months.ts'
import { addDays, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { chargedTwice, closeTwice, TOLD_BY, type Charge } from '../alerts/duplicates.ts'
import { contractBook } from './contract-book.ts'
import type { Frame } from './frame.ts'
import { Memory } from './memory.ts'
import { textsOf } from './merchant-texts.ts'
import { monthAround, monthPieces } from './months.ts'
import { conditionsOf, postings, type Posting } from './postings.ts'

/** What is no payment to anybody cannot be charged twice. */
export const isCharge = ({ categoryId }: Pick<Posting, 'categoryId'>): boolean => !NO_CHARGE.has(categoryId ?? '')
const NO_CHARGE = new Set(['transfers.internal', 'transfers.cash'])

/** Two payments of one amount, and when the second was booked. */
export interface DoubleCharge {
  readonly firstId: number
  readonly secondId: number
  readonly accountId: AccountId
  readonly on: LocalDate
  /** The bank's sign: negative. */
  readonly minor: number
}

interface Paid extends Charge { readonly accountId: AccountId; readonly bookedOn: LocalDate }

/** A household has a few a month. */
const FOUND_MAX = 5_000
const found = new Memory<DoubleCharge>(FOUND_MAX)

/** R14: charged twice in these days, unless both belong to contracts. */
export function doubleCharges(frame: Frame, { from, to }: DayRange): DoubleCharge[] {
  const { ofRow } = contractBook(frame)
  return byMonth(frame, { from: monthAround(from, CALENDAR_MONTH).from, to: monthAround(to, CALENDAR_MONTH).to })
    .filter(({ on, firstId, secondId }) => on >= from && on <= to && !(ofRow.has(firstId) && ofRow.has(secondId)))
}

/** All that the rows of some days depend on, as a key to remember by. */
export const askedOf = (frame: Frame): string => JSON.stringify([conditionsOf(frame), frame.base, frame.accounts.map(({ id }) => id)])

/** Month by month, by the second one's day: a change touches its own month and those whose charges it says something about. */
function byMonth(frame: Frame, months: DayRange): DoubleCharge[] {
  const asked = askedOf(frame)
  const known = found.of(frame.db)
  let anew: Map<string, DoubleCharge[]> | undefined
  return monthPieces(months, CALENDAR_MONTH).flatMap(({ key, from, to }) => known.recall(`${from} ${asked}`, () => {
    // The last months are those that change: whatever follows the first that is not known is looked for at once.
    anew ??= Map.groupBy(search(frame, { from, to: months.to }), ({ on }) => on.slice(0, 7))
    return anew.get(key) ?? []
  }, around({ from, to })))
}

const around = ({ from, to }: DayRange): DayRange => ({ from: addDays(from, -TOLD_BY.daysBefore), to: addDays(to, TOLD_BY.daysAfter) })

/** Those whose second one lies in these days. What is around them is looked at only where something came twice at all. */
function search(frame: Frame, days: DayRange): DoubleCharge[] {
  const merchantsOf = (ids: readonly number[]): ((id: number) => string) => {
    const textOf = textsOf(frame.db, ids)
    return (id) => textOf(id)?.merchant ?? ''
  }
  const paidIn = (range: DayRange): Paid[] => charges(postings(frame, range).filter(isCharge))
  const isClose = closeTwice(paidIn({ from: addDays(days.from, -TOLD_BY.daysApart), to: days.to }), merchantsOf)
  return chargedTwice(paidIn(around(days)).filter(isClose), merchantsOf)
    .flatMap(({ first, second }) => (second.bookedOn < days.from || second.bookedOn > days.to ? [] : [{ firstId: first.id, secondId: second.id, accountId: second.accountId, on: second.bookedOn, minor: second.minor }]))
}

/** In the order of their days, many of which are the same. */
function charges(paid: readonly Posting[]): Paid[] {
  let last: LocalDate | undefined
  let day = 0
  return paid.map(({ id, account, bookedOn, minor }) => {
    if (bookedOn !== last) [last, day] = [bookedOn, toDayNumber(bookedOn)]
    return { id, accountId: account.id, day, minor, bookedOn }
  })
}
