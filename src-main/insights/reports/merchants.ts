import type { LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { classOf } from './classes.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import type { Frame } from './frame.ts'
import { merchantBook } from './merchant-book.ts'
import type { ReportModule } from './module.ts'
import { conditionsOf, partPostings, postings, wholePostings, type Posting } from './postings.ts'

type Line = BodyOf<'merchants'>['merchants'][number]

/** What one merchant was paid and paid back. */
interface Dealings { readonly name: string; sum: number; count: number; firstOn: LocalDate; lastOn: LocalDate; readonly categories: Map<string | null, number> }

/** R16: who was paid and who paid, seen through payment services. */
export const merchants: ReportModule<'merchants'> = {
  name: 'merchants',
  run: (frame) => {
    const lines = [...dealingsOf(frame)].map(([key, dealings]) => lineOf(frame, key, dealings))
    return {
      merchants: lines.sort((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0)),
      total: figure(lines.reduce((sum, line) => sum + (line.sum.minor ?? 0), 0), frame.base, 'total'),
    }
  },
  rows: (frame, key) => {
    if (key !== 'total' && !key.startsWith('merchant/')) return undefined
    const book = merchantBook(frame.db)
    const found = postings(frame, frame.period).filter((posting) => isDealing(posting) && (key === 'total' || key === `merchant/${keyOf(book.merchantOfRow(posting.id).key)}`))
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

function dealingsOf(frame: Frame): Map<string, Dealings> {
  const { merchantOfRow } = merchantBook(frame.db)
  const found = new Map<string, Dealings>()
  const add = (id: number, categoryId: string | null, minor: number, bookedOn: LocalDate): void => {
    const { key, name } = merchantOfRow(id)
    let its = found.get(keyOf(key))
    if (!its) found.set(keyOf(key), its = { name, sum: 0, count: 0, firstOn: bookedOn, lastOn: bookedOn, categories: new Map() })
    its.sum += minor
    its.count += 1
    if (bookedOn < its.firstOn) its.firstOn = bookedOn
    if (bookedOn > its.lastOn) its.lastOn = bookedOn
    its.categories.set(categoryId, (its.categories.get(categoryId) ?? 0) + 1)
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

/** The category that most of its rows have. */
function lineOf({ base }: Frame, key: string, { name, sum, count, firstOn, lastOn, categories }: Dealings): Line {
  const [categoryId = null] = [...categories].sort(([, left], [, right]) => right - left)[0] ?? []
  return { key, name, categoryId, sum: figure(sum, base, `merchant/${key}`), count, average: derived(roundedShare(sum, count), base), firstOn, lastOn }
}
