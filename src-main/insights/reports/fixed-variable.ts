import type { Month } from '#shared/reports/figure.ts'
import { cellsOf, indexOn } from './cells.ts'
import { contractBook, contractPostings, isOutgoing, money, sumOf, unconverted } from './contract-book.ts'
import { derived, figure, figureRows, percent, roundedShare } from './figures.ts'
import { share } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { postings } from './postings.ts'

const PARTS = ['spending', 'contracts', 'variable'] as const
type Part = (typeof PARTS)[number]
type Sums = Readonly<Record<Part, number>>

/** R10: what contracts fix, and what is left to choose: spending on none, on average over complete months. */
export const fixedVariable: ReportModule<'fixed-variable'> = {
  name: 'fixed-variable',
  run: (frame) => {
    const { base } = frame
    const out = contractBook(frame).contracts.filter((contract) => contract.status === 'active' && isOutgoing(contract))
    const fixed = -sumOf(frame, out, ({ monthlyMinor }) => monthlyMinor) || 0
    const complete = frame.months.filter(({ isComplete }) => isComplete)
    const sums = sumsByMonth(frame, complete)
    const monthly = complete.map((month, index) => ({ month: month.key, sums: sums[index] ?? NOTHING }))
    const whole = (part: Part): number => monthly.reduce((sum, { sums }) => sum + sums[part], 0)
    const average = (part: Part): number | null => roundedShare(whole(part), complete.length)
    const variable = average('variable')
    return {
      months: [...frame.months], completeMonths: complete.length,
      fixed: derived(fixed, base), variable: derived(variable, base), spending: derived(average('spending'), base), onContracts: derived(average('contracts'), base),
      fixedShare: variable === null ? null : percent(fixed, fixed + variable),
      sums: { spending: figure(whole('spending'), base, 'spending'), onContracts: figure(whole('contracts'), base, 'contracts'), variable: figure(whole('variable'), base, 'variable') },
      monthly: monthly.map(({ month, sums }) => ({
        month, spending: figure(sums.spending, base, `spending/${month}`), onContracts: figure(sums.contracts, base, `contracts/${month}`), variable: figure(sums.variable, base, `variable/${month}`),
      })),
      contracts: out.map(({ id, counterparty, category, account, monthlyMinor, currency }) => ({ contractId: id, counterparty, categoryId: category, accountId: account.id, monthly: money(monthlyMinor, currency) })),
      unconverted: unconverted(frame, out.map(({ monthlyMinor, currency }) => [monthlyMinor, currency])),
    }
  },
  rows: (frame, key) => {
    const [name, month] = key.split('/')
    const part = PARTS.find((one) => one === name)
    const months = frame.months.filter((one) => one.isComplete && (month === undefined || one.key === month))
    if (part === undefined || (month !== undefined && months.length === 0)) return undefined
    return figureRows(contributions(frame, months).map(({ id, parts }) => [id, parts[part]] as const).filter(([, minor]) => minor !== 0), frame.base)
  },
}

/** What each row adds to spending, and whether that was fixed. */
function contributions(frame: Frame, months: readonly Month[]): { readonly id: number; readonly parts: Sums }[] {
  const { ofRow } = contractBook(frame)
  return months.flatMap((month) => postings(frame, month)).map(({ id, categoryId, baseMinor }) => {
    const spending = share('spending', categoryId, baseMinor ?? 0)
    return { id, parts: { spending, contracts: ofRow.has(id) ? spending : 0, variable: ofRow.has(id) ? 0 : spending } }
  })
}

const NOTHING: Sums = { spending: 0, contracts: 0, variable: 0 }

/** The same, month by month, without looking at every row. */
function sumsByMonth(frame: Frame, months: readonly Month[]): Sums[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const [spending, contracts] = [months.map(() => 0), months.map(() => 0)]
  const add = (sums: number[], index: number, minor: number): void => { if (index >= 0) sums[index] = (sums[index] ?? 0) + minor }
  for (const { index, categoryId, base } of cellsOf(frame, months)) add(spending, index, share('spending', categoryId, base.inMinor) + share('spending', categoryId, base.outMinor))
  for (const { bookedOn, categoryId, baseMinor } of contractPostings(frame, { from: first.from, to: last.to })) add(contracts, indexOn(months, bookedOn), share('spending', categoryId, baseMinor ?? 0))
  return months.map((_, index) => ({ spending: spending[index] ?? 0, contracts: contracts[index] ?? 0, variable: (spending[index] ?? 0) - (contracts[index] ?? 0) }))
}
