import type { LocalDate } from '#shared/dates.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { assert } from '#shared/result.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import { averageOf, medianOf } from './averages.ts'
import { indexOn } from './cells.ts'
import { classOf } from './classes.ts'
import { yearBefore } from './compared.ts'
import { reachOf } from './coverage.ts'
import { contractBook, isGoingOn, type BookedContract } from './contract-book.ts'
import { derived, figure, figureRows, percent } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { namedPostings, type NamedPosting, type Narrowing } from './postings.ts'

type Body = BodyOf<'income'>
type Line = Body['total']

/** A row of income, and the series that it belongs to. */
interface Earned { readonly posting: NamedPosting; readonly source: string; readonly name: string; readonly contract: BookedContract | undefined }

/** R7: income by who pays it. */
export const income: ReportModule<'income'> = {
  name: 'income',
  run: (frame) => {
    const now = earnedIn(frame)
    const before = earnedIn(aYearBefore(frame))
    const line = (key: string, isPart: (earned: Earned) => boolean): Line => lineOf(frame, key, now.filter(isPart), before.filter(isPart))
    const sources = [...new Set(now.map(({ source }) => source))].map((source) => sourceOf(now.filter((earned) => earned.source === source), line(`source/${source}`, (earned) => earned.source === source)))
    return {
      months: [...frame.months],
      completeMonths: frame.months.filter(({ isComplete }) => isComplete).length,
      sources: [...sources].sort((left, right) => (right.sum.minor ?? 0) - (left.sum.minor ?? 0)),
      regular: line('regular', isRegular), irregular: line('irregular', (earned) => !isRegular(earned)), total: line('total', () => true),
      nextOn: earliest(sources.map(({ nextOn }) => nextOn)),
    }
  },
  rows: (frame, key) => {
    const isBefore = key.startsWith('yearBefore/')
    const [path = '', month] = (isBefore ? key.slice('yearBefore/'.length) : key).split('@')
    const months = frame.months.filter((one) => month === undefined || one.key === month)
    const isPart = partOf(path)
    if (!isPart || months.length === 0) return undefined
    const found = earnedIn(isBefore ? aYearBefore(frame) : frame).filter((earned) => isPart(earned) && (isBefore || indexOn(months, earned.posting.bookedOn) >= 0))
    return figureRows(found.map(({ posting: { id, baseMinor } }) => [id, baseMinor ?? 0]), frame.base)
  },
}

const isRegular = ({ contract }: Earned): boolean => contract !== undefined

function partOf(path: string): ((earned: Earned) => boolean) | undefined {
  if (path === 'total') return () => true
  if (path === 'regular') return isRegular
  if (path === 'irregular') return (earned) => !isRegular(earned)
  return path.startsWith('source/') ? ({ source }) => path === `source/${source}` : undefined
}

/** Contracts are told as of the report's own day, whatever year the rows are of. */
const aYearBefore = (frame: Frame): Frame => ({ ...frame, period: yearBefore(frame) })

const INCOME: Narrowing = {
  where: ({ category, amount }) => `${category} GLOB 'income.*' OR ${amount} > 0 AND (${category} IS NULL OR ${category} = 'transfers.person')`,
  params: {},
}

/** Rows of income, with who paid: what comes by a series is a source of its own beside what the same payer sends now and then. */
function earnedIn(frame: Frame): Earned[] {
  const series = new Map(contractBook(frame).contracts.filter(({ lastMinor }) => lastMinor > 0).flatMap((contract) => contract.transactionIds.map((id) => [id, contract] as const)))
  return namedPostings(frame, frame.period, INCOME)
    .filter(({ categoryId, minor, baseMinor }) => baseMinor !== null && classOf(categoryId, minor > 0) === 'income')
    .map((posting) => {
      const contract = series.get(posting.id)
      const merchant = merchantOf(posting.payee, posting.purpose)
      return { posting, contract, name: merchant.name, source: `${merchant.key === '' ? '-' : merchant.key}/${contract ? 'regular' : 'irregular'}` }
    })
}

function sourceOf(earned: readonly Earned[], line: Line): Body['sources'][number] {
  const last = earned.at(-1)
  assert(last, 'a source has rows')
  const contracts = earned.flatMap(({ contract }) => (contract && isGoingOn(contract) ? [contract] : []))
  return {
    key: last.source, counterparty: last.name, categoryId: last.posting.categoryId, isRegular: last.contract !== undefined,
    lastOn: last.posting.bookedOn, nextOn: earliest(contracts.map(({ nextOn }) => nextOn)), ...line,
  }
}

const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null => days.filter((day) => day !== null).sort()[0] ?? null

function lineOf(frame: Frame, key: string, now: readonly Earned[], before: readonly Earned[]): Line {
  const { months, base } = frame
  const byMonth = months.map(() => 0)
  for (const { posting: { bookedOn, baseMinor } } of now) {
    const index = indexOn(months, bookedOn)
    byMonth[index] = (byMonth[index] ?? 0) + (baseMinor ?? 0)
  }
  const complete = byMonth.filter((_, index) => months[index]?.isComplete === true)
  const sum = byMonth.reduce((total, month) => total + month, 0)
  const earlier = before.reduce((total, { posting }) => total + (posting.baseMinor ?? 0), 0)
  const reach = reachOf(frame.accounts, yearBefore(frame))
  const figures: Figure[] = byMonth.map((value, index) => figure(value, base, `${key}@${months[index]?.key ?? ''}`))
  return {
    sum: figure(sum, base, key), count: now.length, months: figures,
    monthlyAverage: derived(averageOf(complete), base), monthlyMedian: derived(medianOf(complete), base),
    yearBefore: reach === 'none' ? derived(null, base) : figure(earlier, base, `yearBefore/${key}`), change: reach === 'whole' ? percent(sum - earlier, Math.abs(earlier)) : null,
  }
}
