import { CALENDAR_MONTH } from '#shared/budget-months.ts'
import { addDays, localDate, type LocalDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { exponentOf } from '#shared/money.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { fold } from '#main/categorise/fold.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { withWord } from '#main/ledger/transactions/search.ts'
import { largeFrom } from '../alerts/large.ts'
import { contractBook, money, rowsOf } from './contract-book.ts'
import { askedOf, doubleCharges, isCharge } from './double-charges.ts'
import { share } from './flows.ts'
import type { Frame } from './frame.ts'
import { Memory } from './memory.ts'
import { textsOf, type MerchantText } from './merchant-texts.ts'
import { monthPieces } from './months.ts'
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

const FOUND_MAX = 5_000
const remembered = new Memory<Change>(FOUND_MAX)

/** R14: single payments that a person may want to look at. What is asked and the day say everything but the ledger. */
export const singleChanges = (frame: Frame): readonly Change[] =>
  remembered.of(frame.db).recall(JSON.stringify([frame.request, frame.period, frame.today]), () => searched(frame))

function searched(frame: Frame): Change[] {
  const { from, to } = frame.period
  const since = addDays(to, -NEWS_DAYS) > from ? addDays(to, -NEWS_DAYS) : from
  return [...twice(frame, since), ...firstLarge(frame, since)]
}

function twice(frame: Frame, since: LocalDate): Change[] {
  const doubled = doubleCharges(frame, { from: since, to: frame.period.to })
  const textOf = textsOf(frame.db, doubled.map(({ secondId }) => secondId))
  return doubled.flatMap(({ firstId, secondId, accountId, on, minor }): Change[] => {
    const account = frame.accounts.find(({ id }) => id === accountId)
    return account ? [{ ...single({ account, bookedOn: on, minor }, textOf(secondId)), kind: 'duplicate', before: money(minor, account.currency), transactions: rowsOf([firstId, secondId]) }] : []
  })
}

const single = ({ account, bookedOn, minor }: Pick<Posting, 'account' | 'bookedOn' | 'minor'>, text: MerchantText | undefined) => ({
  on: bookedOn, contractId: null, counterparty: text?.name ?? '', accountId: account.id, after: money(minor, account.currency), percent: null, yearly: null,
})

/** A payment that was spending, in the base currency. */
interface Spent { readonly id: number; readonly accountId: AccountId; readonly bookedOn: LocalDate; readonly minor: number; readonly baseMinor: number }

/** Of two years, in a large ledger. */
const SPENT_MAX = 20_000
const spentKept = new Memory<Spent>(SPENT_MAX)

/** Month by month, as it was remembered, unless rates are in it: those may become others without any row. */
function spentIn(frame: Frame, days: DayRange): Spent[] {
  if (frame.accounts.some(({ currency }) => currency !== frame.base)) return spending(frame, days)
  const asked = askedOf(frame)
  const known = spentKept.of(frame.db)
  return monthPieces(days, CALENDAR_MONTH).flatMap(({ from, to }) => known.recall(`${from} ${to} ${asked}`, () => spending(frame, { from, to }), { from, to }))
}

const spending = (frame: Frame, days: DayRange): Spent[] => postings(frame, days).flatMap((posting) => {
  const { id, account, bookedOn, minor, categoryId, baseMinor } = posting
  return baseMinor !== null && baseMinor < 0 && isCharge(posting) && share('spending', categoryId, baseMinor) > 0 ? [{ id, accountId: account.id, bookedOn, minor, baseMinor }] : []
})

/** The first payment to somebody, and a large one. */
function firstLarge(frame: Frame, since: LocalDate): Change[] {
  const { to } = frame.period
  const spent = spentIn(frame, { from: addDays(to, -NEWS_DAYS - USUAL_DAYS), to })
  const large = largeFrom(spent.map(({ baseMinor }) => -baseMinor), LARGE_UNITS * 10 ** exponentOf(frame.base))
  if (large === null) return []
  const { ofRow } = contractBook(frame)
  const accounts = new Map(frame.accounts.map((account) => [account.id, account]))
  const candidates = spent.filter(({ id, bookedOn, baseMinor, accountId }) => bookedOn >= since && -baseMinor >= large && !ofRow.has(id) && isKnownLong(accounts.get(accountId)?.coverage[0]?.from, bookedOn))
  const known = textsOf(frame.db, candidates.map(({ id }) => id))
  const met = new Set<string>()
  const asked = firsts.of(frame.db)
  return candidates.flatMap((payment): Change[] => {
    const [text, account] = [known(payment.id), accounts.get(payment.accountId)]
    if (!text || !account || text.merchant === '' || met.has(text.merchant)) return []
    met.add(text.merchant)
    return isFirst(frame.db, asked, payment, text) ? [{ ...single({ ...payment, account }, text), kind: 'large', before: null, transactions: rowsOf([payment.id]) }] : []
  })
}

const isKnownLong = (since: LocalDate | undefined, day: LocalDate): boolean => since !== undefined && addDays(since, KNOWN_DAYS) <= day

const EARLIER = /* sql */ `
  SELECT iif(raw_payee = '', coalesce(payee, ''), raw_payee), purpose FROM txn
   WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL AND (booked_on < :on OR booked_on = :on AND id < :id)`
const WORD = /[\p{L}\p{N}]+/gu

const FIRSTS_MAX = 2_000
const firsts = new Memory<boolean>(FIRSTS_MAX)
const EARLIEST = localDate('0001-01-01')

type Booked = Pick<Spent, 'id' | 'bookedOn'>

/** Nobody of that name was paid before. */
const isFirst = (db: ReadableLedger, known: ReturnType<typeof firsts.of>, payment: Booked, text: MerchantText): boolean => known.recall(String(payment.id), () => [!isMetBefore(db, payment, text)], { from: EARLIEST, to: payment.bookedOn })[0] === true

/** Looked up by a word of the name, which the search knows; a name without a word is nobody new. */
function isMetBefore(db: ReadableLedger, { id, bookedOn }: Booked, { merchant, payee }: MerchantText): boolean {
  const [first = ''] = merchant.split(' ')
  const word = (payee.match(WORD) ?? []).find((one) => fold(one) === first)
  if (word === undefined) return true
  const ids = withWord(db, word)
  for (const [name, purpose] of db.tuples<readonly [string, string]>(EARLIER).iterate({ ids: JSON.stringify(ids), on: bookedOn, id })) if (merchantOf(name, purpose).key === merchant) return true
  return false
}
