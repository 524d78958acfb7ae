import { addDays, localDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { exponentOf } from '#shared/money.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { fold } from '#main/categorise/fold.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { withWord } from '#main/ledger/transactions/search.ts'
import { RowMemory, type RowsById } from '../row-memory.ts'
import { chargedTwice, type Charge } from '../alerts/duplicates.ts'
import { largeFrom } from '../alerts/large.ts'
import { contractBook, money, rowsOf } from './contract-book.ts'
import { share } from './flows.ts'
import type { Frame } from './frame.ts'
import { Memory } from './memory.ts'
import { postings, type Posting } from './postings.ts'

type Change = BodyOf<'changes'>['changes'][number]

/** News are young: of a longer period only the last thirteen months are looked at payment by payment. */
const NEWS_DAYS = 400
/** What is usual is told from these and from as many days before, however short the period. */
const USUAL_DAYS = 100
/** A stranger is new only where the ledger is older than this. */
const KNOWN_DAYS = 90
/** In whole units: less is never large. */
const LARGE_UNITS = 100
const NO_CHARGE = new Set(['transfers.internal', 'transfers.cash'])

interface Paid extends Charge { readonly posting: Posting }
interface Text { readonly id: number; readonly bookedOn: LocalDate; readonly merchant: string; readonly name: string; readonly payee: string }

const FOUND_MAX = 5_000
const remembered = new Memory<Change>(FOUND_MAX)

/** R14: single payments that a person may want to look at. What is asked and the day say everything but the ledger. */
export const singleChanges = (frame: Frame): readonly Change[] =>
  remembered.of(frame.db).recall(JSON.stringify([frame.request, frame.period, frame.today]), () => searched(frame))

function searched(frame: Frame): Change[] {
  const { from, to } = frame.period
  const since = addDays(to, -NEWS_DAYS) > from ? addDays(to, -NEWS_DAYS) : from
  const paid = postings(frame, { from: addDays(to, -NEWS_DAYS - USUAL_DAYS), to }).filter(({ categoryId }) => !NO_CHARGE.has(categoryId ?? ''))
  return [...twice(frame, paid, since), ...firstLarge(frame, paid, since)]
}

function twice(frame: Frame, paid: readonly Posting[], since: LocalDate): Change[] {
  // Many follow each other on one day.
  let [last, day] = [since, toDayNumber(since)]
  const dayOf = (on: LocalDate): number => {
    if (on !== last) [last, day] = [on, toDayNumber(on)]
    return day
  }
  const charges = paid.map((posting): Paid => ({ id: posting.id, accountId: posting.account.id, day: dayOf(posting.bookedOn), minor: posting.minor, posting }))
  const found = chargedTwice(charges, contractBook(frame).ofRow, (ids) => {
    const known = textsOf(frame.db, ids)
    return (id) => known(id)?.merchant ?? ''
  })
  const known = textsOf(frame.db, found.map(({ second }) => second.id))
  return found.filter(({ second }) => second.posting.bookedOn >= since).map(({ first, second }): Change => ({
    ...single(second.posting, known(second.id)), kind: 'duplicate', before: money(first.minor, first.posting.account.currency), transactions: rowsOf([first.id, second.id]),
  }))
}

const single = ({ account, bookedOn, minor }: Posting, text: Text | undefined) => ({
  on: bookedOn, contractId: null, counterparty: text?.name ?? '', accountId: account.id, after: money(minor, account.currency), percent: null, yearly: null,
})

/** The first payment to somebody, and a large one. */
function firstLarge(frame: Frame, paid: readonly Posting[], since: LocalDate): Change[] {
  const { ofRow } = contractBook(frame)
  const spent = paid.filter(({ categoryId, baseMinor }) => (baseMinor ?? 0) < 0 && share('spending', categoryId, baseMinor ?? 0) > 0)
  const large = largeFrom(spent.map(({ baseMinor }) => -(baseMinor ?? 0)), LARGE_UNITS * 10 ** exponentOf(frame.base))
  if (large === null) return []
  const candidates = spent.filter(({ id, bookedOn, baseMinor, account }) => bookedOn >= since && -(baseMinor ?? 0) >= large && !ofRow.has(id) && isKnownLong(account.coverage[0]?.from, bookedOn))
  const known = textsOf(frame.db, candidates.map(({ id }) => id))
  const met = new Set<string>()
  const asked = firsts.of(frame.db)
  return candidates.flatMap((posting): Change[] => {
    const text = known(posting.id)
    if (!text || text.merchant === '' || met.has(text.merchant)) return []
    met.add(text.merchant)
    return isFirst(frame.db, asked, posting, text) ? [{ ...single(posting, text), kind: 'large', before: null, transactions: rowsOf([posting.id]) }] : []
  })
}

const isKnownLong = (since: LocalDate | undefined, day: LocalDate): boolean => since !== undefined && addDays(since, KNOWN_DAYS) <= day

const TEXTS = /* sql */ `SELECT id, booked_on, iif(raw_payee = '', coalesce(payee, ''), raw_payee), purpose FROM txn WHERE id IN (SELECT value FROM json_each(?))`

/** A year's payments of amounts that came more than once, with their words, are a few thousand. */
const TEXTS_MAX = 12_000
const texts = new RowMemory<Text>(TEXTS_MAX)

const textsOf = (db: ReadableLedger, ids: readonly number[]): RowsById<Text> => texts.recall(db, '', ids, (missing) => readTexts(db, missing))

const readTexts = (db: ReadableLedger, ids: readonly number[]): Text[] => db.tuples<readonly [number, LocalDate, string, string]>(TEXTS).all([JSON.stringify(ids)]).map(([id, bookedOn, payee, purpose]) => {
  const { key, name } = merchantOf(payee, purpose)
  return { id, bookedOn, merchant: key, name, payee: `${payee} ${purpose}` }
})

const EARLIER = /* sql */ `
  SELECT iif(raw_payee = '', coalesce(payee, ''), raw_payee), purpose FROM txn
   WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL AND (booked_on < :on OR booked_on = :on AND id < :id)`
const WORD = /[\p{L}\p{N}]+/gu

const FIRSTS_MAX = 2_000
const firsts = new Memory<boolean>(FIRSTS_MAX)
const EARLIEST = localDate('0001-01-01')

/** Nobody of that name was paid before. */
const isFirst = (db: ReadableLedger, known: ReturnType<typeof firsts.of>, posting: Posting, text: Text): boolean => known.recall(String(posting.id), () => [!isMetBefore(db, posting, text)], { from: EARLIEST, to: posting.bookedOn })[0] === true

/** Looked up by a word of the name, which the search knows; a name without a word is nobody new. */
function isMetBefore(db: ReadableLedger, { id, bookedOn }: Posting, { merchant, payee }: Text): boolean {
  const [first = ''] = merchant.split(' ')
  const word = (payee.match(WORD) ?? []).find((one) => fold(one) === first)
  if (word === undefined) return true
  const ids = withWord(db, word)
  for (const [name, purpose] of db.tuples<readonly [string, string]>(EARLIER).iterate({ ids: JSON.stringify(ids), on: bookedOn, id })) if (merchantOf(name, purpose).key === merchant) return true
  return false
}
