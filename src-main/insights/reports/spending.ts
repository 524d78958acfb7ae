import type { BodyOf } from '#shared/reports/report.ts'
import { averageOf } from './averages.ts'
import { cellsOf } from './cells.ts'
import { classOf, groupOf, isCategoryKnown, leavesOf } from './classes.ts'
import { derived, figure, figureRows, percent, roundedShare } from './figures.ts'
import { share } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { postings } from './postings.ts'

type Body = BodyOf<'spending'>
type Line = Body['total']

/** What was spent in one category: positive when money left. */
export interface Spent { readonly months: number[]; count: number }

/** R6: spending by category, net of what came back. */
export const spending: ReportModule<'spending'> = {
  name: 'spending',
  run: (frame) => {
    const byCategory = spentByCategory(frame)
    const all = [...byCategory.values()]
    // Shares are of what was spent, category by category: one where more came back than went would make the whole smaller.
    const positive = (spent: readonly Spent[]): number => spent.reduce((sum, one) => sum + Math.max(sumOf(one), 0), 0)
    const line = (key: string, spent: readonly Spent[]): Line => lineOf(frame, key, spent, positive(all))
    const groups = [...new Set([...byCategory.keys()].map(groupOf))]
    return {
      months: [...frame.months],
      completeMonths: frame.months.filter(({ isComplete }) => isComplete).length,
      groups: groups.map((group) => ({ group, ...line(`group/${group ?? 'none'}`, [...byCategory].filter(([id]) => groupOf(id) === group).map(([, spent]) => spent)) })).sort(largestFirst),
      categories: [...byCategory].map(([categoryId, spent]) => ({ group: groupOf(categoryId), categoryId, ...line(`category/${categoryId ?? 'none'}`, [spent]) })).sort(largestFirst),
      total: line('total', all),
    }
  },
  rows: (frame, key) => {
    const [kind = '', ...rest] = key.split('/')
    const [of, month] = kind === 'total' ? [undefined, rest[0]] : rest
    const months = month === undefined ? frame.months : frame.months.filter((one) => one.key === month)
    if (!['total', 'group', 'category'].includes(kind) || (kind === 'total') !== (of === undefined) || months.length === 0) return undefined
    const { ids, withNone } = leavesOf(of === undefined ? [] : [of])
    const isAsked = (id: string | null): boolean => of === undefined || (id === null ? withNone : ids.includes(id))
    const found = months.flatMap((range) => postings(frame, range)).filter(({ categoryId }) => isAsked(categoryId))
    // A newer Kontor's category is none of ours, but it has rows.
    if (of !== undefined && found.length === 0 && !isCategoryKnown(of)) return undefined
    return figureRows(found
      .map(({ id, categoryId, baseMinor }) => [id, share('spending', categoryId, baseMinor ?? 0)] as const)
      .filter(([, minor]) => minor !== 0), frame.base)
  },
}

/** Categories in which anything was spent or came back, month by month. */
function spentByCategory(frame: Frame): Map<string | null, Spent> {
  const found = new Map<string | null, Spent>()
  for (const { index, categoryId, base } of cellsOf(frame, frame.months)) {
    const count = (classOf(categoryId, true) === 'spending' ? base.inCount : 0) + (classOf(categoryId, false) === 'spending' ? base.outCount : 0)
    if (count === 0) continue
    const spent = found.get(categoryId) ?? { months: frame.months.map(() => 0), count: 0 }
    found.set(categoryId, spent)
    spent.months[index] = (spent.months[index] ?? 0) + share('spending', categoryId, base.inMinor) + share('spending', categoryId, base.outMinor)
    spent.count += count
  }
  return found
}

const sumOf = ({ months }: Spent): number => months.reduce((sum, month) => sum + month, 0)

function lineOf({ months, base }: Frame, key: string, spent: readonly Spent[], whole: number): Line {
  const byMonth = months.map((_, index) => spent.reduce((sum, one) => sum + (one.months[index] ?? 0), 0))
  const sum = byMonth.reduce((total, month) => total + month, 0)
  const count = spent.reduce((total, one) => total + one.count, 0)
  return {
    sum: figure(sum, base, key), count,
    average: derived(roundedShare(sum, count), base),
    monthlyAverage: derived(averageOf(byMonth.filter((_, index) => months[index]?.isComplete === true)), base),
    share: percent(sum, whole),
    months: byMonth.map((value, index) => figure(value, base, `${key}/${months[index]?.key ?? ''}`)),
  }
}

/** Equal ones by name, so that a list never changes its order by itself. */
const largestFirst = (left: Line, right: Line): number => (right.sum.minor ?? 0) - (left.sum.minor ?? 0) || ((left.sum.key ?? '') < (right.sum.key ?? '') ? -1 : 1)
