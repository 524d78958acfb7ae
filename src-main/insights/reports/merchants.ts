import { CALENDAR_MONTH } from '#shared/budget-months.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { classOf } from './classes.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import type { Frame } from './frame.ts'
import { Memory } from './memory.ts'
import { merchantBook, type MerchantBook } from './merchant-book.ts'
import type { ReportModule } from './module.ts'
import { monthPieces } from './months.ts'
import { conditionsOf, partPostings, postings, wholePostings, type Posting } from './postings.ts'

type Line = BodyOf<'merchants'>['merchants'][number]

/** What a merchant was paid and paid back. */
interface Dealings { sum: number; count: number; firstOn: LocalDate; lastOn: LocalDate; lastId: number; /** Of the latest row. */ categoryId: string | null }

/** R16: who was paid and who paid, seen through payment services. */
export const merchants: ReportModule<'merchants'> = {
  name: 'merchants',
  run: (frame) => {
    const { book, dealt } = dealingsOf(frame)
    const lines = dealt.flatMap((dealings, place) => lineOf(frame, book, place, dealings) ?? [])
    return {
      merchants: lines.sort((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0)),
      total: figure(lines.reduce((sum, line) => sum + (line.sum.minor ?? 0), 0), frame.base, 'total'),
    }
  },
  rows: (frame, key) => {
    if (key !== 'total' && !key.startsWith('merchant/')) return undefined
    const { keys, placeOfRow } = merchantBook(frame.db)
    const place = keys.findIndex((one) => key === `merchant/${keyOf(one)}`)
    const found = postings(frame, frame.period).filter((posting) => isDealing(posting) && (key === 'total' || placeOfRow(posting.id) === place))
    return key !== 'total' && found.length === 0 ? undefined : figureRows(found.map(({ id, baseMinor }) => [id, baseMinor ?? 0]), frame.base)
  },
}

/** Money between own accounts is no dealing with anybody. */
const isDealing = ({ categoryId, minor, baseMinor }: Posting): boolean => baseMinor !== null && minor !== 0 && classOf(categoryId, minor > 0) !== 'transfer'

const NAMELESS = '-'
const keyOf = (key: string): string => (key === '' ? NAMELESS : key)

type DealingLine = readonly [id: number, accountId: number, categoryId: string | null, minor: number, bookedOn: LocalDate]

/** Rows in the base currency, which are most, as bare tuples: an object for each would cost as much as all the rest. */
const LINES = (where: string): string => /* sql */ `
  SELECT txn.id, txn.account_id, txn.category_id, txn.amount_minor, txn.booked_on FROM txn INDEXED BY txn_by_day WHERE txn.is_split = 0 AND ${where}`

/** Of one account, in one piece of time. */
interface Pile extends Dealings { readonly place: number; readonly accountId: number }

/** Ten years of some fifty merchants a month are six thousand. */
const PILES_MAX = 40_000
const piles = new Memory<Pile>(PILES_MAX)

/** By the merchants' places. */
function dealingsOf(frame: Frame): { readonly book: MerchantBook; readonly dealt: readonly (Dealings | undefined)[] } {
  // In this order: what comes in between makes the piles others, and is read once more.
  const known = piles.of(frame.db)
  const book = merchantBook(frame.db)
  const { keys, placeOfRow } = book
  const found = new Array<Dealings | undefined>(keys.length).fill(undefined)
  const add = (place: number, more: Dealings): void => {
    const its = found[place]
    if (its) addTo(its, more)
    else found[place] = { ...more }
  }
  const own = new Set<number>(frame.accounts.filter(({ currency }) => currency === frame.base).map(({ id }) => id))
  for (const pile of pilesOf(frame, known, placeOfRow)) if (own.has(pile.accountId)) add(pile.place, pile)
  const others = [...partPostings(frame, frame.period, frame.accounts), ...wholePostings(frame, frame.period, frame.accounts.filter(({ id }) => !own.has(id)))]
  for (const posting of others) {
    const { id, categoryId, bookedOn, baseMinor } = posting
    if (isDealing(posting)) add(placeOfRow(id), { sum: baseMinor ?? 0, count: 1, firstOn: bookedOn, lastOn: bookedOn, lastId: id, categoryId })
  }
  return { book, dealt: found }
}

function addTo(its: Dealings, { sum, count, firstOn, lastOn, lastId, categoryId }: Dealings): void {
  its.sum += sum
  its.count += count
  if (firstOn < its.firstOn) its.firstOn = firstOn
  if (lastOn < its.lastOn || (lastOn === its.lastOn && lastId < its.lastId)) return
  its.lastOn = lastOn
  its.lastId = lastId
  its.categoryId = categoryId
}

/** Undivided rows of every account, month by month: a month is read once while the ledger stands as it is. */
function pilesOf(frame: Frame, known: ReturnType<typeof piles.of>, placeOfRow: (id: number) => number): Pile[] {
  const { where, params } = conditionsOf(frame)
  const asked = `${where} ${JSON.stringify(params)}`
  const lines = frame.db.tuples<DealingLine>(LINES(where))
  return monthPieces(frame.period, CALENDAR_MONTH).flatMap(({ from, to }) => known.recall(`${from} ${to} ${asked}`, () => piled(lines.all({ ...params, from, to }), placeOfRow), { from, to }))
}

function piled(lines: readonly DealingLine[], placeOfRow: (id: number) => number): Pile[] {
  const found = new Map<number, Map<number, Pile>>()
  for (const [id, accountId, categoryId, minor, bookedOn] of lines) {
    if (minor === 0 || classOf(categoryId, minor > 0) === 'transfer') continue
    const ofAccount = found.get(accountId) ?? new Map<number, Pile>()
    found.set(accountId, ofAccount)
    const place = placeOfRow(id)
    const its = ofAccount.get(place)
    const one = { place, accountId, sum: minor, count: 1, firstOn: bookedOn, lastOn: bookedOn, lastId: id, categoryId }
    if (its) addTo(its, one)
    else ofAccount.set(place, one)
  }
  return [...found.values()].flatMap((ofAccount) => [...ofAccount.values()])
}

/** Named as in the latest row. */
function lineOf({ base }: Frame, { keys, merchantOfRow }: MerchantBook, place: number, dealings: Dealings | undefined): Line | undefined {
  if (!dealings) return undefined
  const { sum, count, firstOn, lastOn, lastId, categoryId } = dealings
  const key = keyOf(keys[place] ?? '')
  return { key, name: merchantOfRow(lastId).name, categoryId, sum: figure(sum, base, `merchant/${key}`), count, average: derived(roundedShare(sum, count), base), firstOn, lastOn }
}
