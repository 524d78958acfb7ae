import type { LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import type { Merchant } from '#main/categorise/merchant.ts'
import { classOf } from './classes.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import type { Frame } from './frame.ts'
import { merchantBook } from './merchant-book.ts'
import type { ReportModule } from './module.ts'
import { conditionsOf, partPostings, postings, wholePostings, type Posting } from './postings.ts'

type Line = BodyOf<'merchants'>['merchants'][number]

/** What one merchant was paid and paid back. The category is that of the latest row. */
interface Dealings { sum: number; count: number; firstOn: LocalDate; lastOn: LocalDate; categoryId: string | null }

/** R16: who was paid and who paid, seen through payment services. */
export const merchants: ReportModule<'merchants'> = {
  name: 'merchants',
  run: (frame) => {
    const { merchants: all } = merchantBook(frame.db)
    const lines = dealingsOf(frame).flatMap((dealings, place) => lineOf(frame, all[place], dealings) ?? [])
    return {
      merchants: lines.sort((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0)),
      total: figure(lines.reduce((sum, line) => sum + (line.sum.minor ?? 0), 0), frame.base, 'total'),
    }
  },
  rows: (frame, key) => {
    if (key !== 'total' && !key.startsWith('merchant/')) return undefined
    const { merchants: all, placeOfRow } = merchantBook(frame.db)
    const place = all.findIndex((merchant) => key === `merchant/${keyOf(merchant)}`)
    const found = postings(frame, frame.period).filter((posting) => isDealing(posting) && (key === 'total' || placeOfRow(posting.id) === place))
    return key !== 'total' && found.length === 0 ? undefined : figureRows(found.map(({ id, baseMinor }) => [id, baseMinor ?? 0]), frame.base)
  },
}

/** Money between own accounts is no dealing with anybody. */
const isDealing = ({ categoryId, minor, baseMinor }: Posting): boolean => baseMinor !== null && minor !== 0 && classOf(categoryId, minor > 0) !== 'transfer'

const NAMELESS = '-'
const keyOf = ({ key }: Merchant): string => (key === '' ? NAMELESS : key)

type DealingLine = readonly [id: number, accountId: number, categoryId: string | null, minor: number, bookedOn: LocalDate]

/** Rows in the base currency, which are most, as bare tuples: an object for each would cost as much as all the rest. */
const LINES = (where: string): string => /* sql */ `
  SELECT txn.id, txn.account_id, txn.category_id, txn.amount_minor, txn.booked_on FROM txn INDEXED BY txn_by_day WHERE txn.is_split = 0 AND ${where}`

/** By the merchants' places. */
function dealingsOf(frame: Frame): (Dealings | undefined)[] {
  const { merchants: all, placeOfRow } = merchantBook(frame.db)
  const found = new Array<Dealings | undefined>(all.length).fill(undefined)
  const add = (id: number, categoryId: string | null, minor: number, bookedOn: LocalDate): void => {
    const place = placeOfRow(id)
    const its = found[place] ??= { sum: 0, count: 0, firstOn: bookedOn, lastOn: bookedOn, categoryId }
    its.sum += minor
    its.count += 1
    if (bookedOn < its.firstOn) its.firstOn = bookedOn
    if (bookedOn < its.lastOn) return
    its.lastOn = bookedOn
    its.categoryId = categoryId
  }
  const own = new Set<number>(frame.accounts.filter(({ currency }) => currency === frame.base).map(({ id }) => id))
  const { where, params } = conditionsOf(frame)
  for (const [id, account, categoryId, minor, bookedOn] of frame.db.tuples<DealingLine>(LINES(where)).all({ ...params, ...frame.period })) {
    if (minor !== 0 && own.has(account) && classOf(categoryId, minor > 0) !== 'transfer') add(id, categoryId, minor, bookedOn)
  }
  const others = [...partPostings(frame, frame.period, frame.accounts), ...wholePostings(frame, frame.period, frame.accounts.filter(({ id }) => !own.has(id)))]
  for (const posting of others) if (isDealing(posting)) add(posting.id, posting.categoryId, posting.baseMinor ?? 0, posting.bookedOn)
  return found
}

function lineOf({ base }: Frame, merchant: Merchant | undefined, dealings: Dealings | undefined): Line | undefined {
  if (!merchant || !dealings) return undefined
  const { sum, count, firstOn, lastOn, categoryId } = dealings
  return { key: keyOf(merchant), name: merchant.name, categoryId, sum: figure(sum, base, `merchant/${keyOf(merchant)}`), count, average: derived(roundedShare(sum, count), base), firstOn, lastOn }
}
