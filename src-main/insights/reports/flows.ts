import { addDays } from '#shared/dates.ts'
import { currency as toCurrency, isCurrency, type Currency } from '#shared/money.ts'
import type { DayRange, FigureRows } from '#shared/reports/figure.ts'
import type { Flow, Flows } from '#shared/reports/money-reports.ts'
import { cellsOf, type Cell, type InOut } from './cells.ts'
import { classOf } from './classes.ts'
import { closingBalances } from './closing-balances.ts'
import { derived, figure, figureRows } from './figures.ts'
import type { Frame } from './frame.ts'
import { adjustingPostings, postings, type Posting } from './postings.ts'

/** What money that moved is counted as. Each is a sum of rows. */
const MEASURES = ['income', 'spending', 'net', 'saving', 'transfersIn', 'transfersOut', 'adjusting', 'change'] as const
export type Measure = (typeof MEASURES)[number]
export const isMeasure = (text: string): text is Measure => MEASURES.some((measure) => measure === text)

export type Sums = Record<Measure, number>
export const noSums = (): Sums => ({ income: 0, spending: 0, net: 0, saving: 0, transfersIn: 0, transfersOut: 0, adjusting: 0, change: 0 })

/** What an amount adds to a measure: the one place that says what income and spending are. */
export function share(measure: Measure, categoryId: string | null, minor: number): number {
  if (measure === 'change') return minor
  const flow = classOf(categoryId, minor > 0)
  switch (measure) {
    case 'income':
      return flow === 'income' ? minor : 0
    case 'spending':
      return flow === 'spending' ? -minor || 0 : 0
    case 'net':
      return flow === 'income' || flow === 'spending' ? minor : 0
    case 'saving':
      return flow === 'saving' ? -minor || 0 : 0
    case 'transfersIn':
      return flow === 'transfer' ? Math.max(minor, 0) : 0
    case 'transfersOut':
      return flow === 'transfer' ? Math.max(-minor, 0) : 0
    case 'adjusting':
      return 0
  }
}

export function addInOut(sums: Sums, categoryId: string | null, { inMinor, outMinor }: InOut): void {
  for (const measure of MEASURES) sums[measure] += share(measure, categoryId, inMinor) + share(measure, categoryId, outMinor)
}

function addAdjusting(sums: Sums, minor: number): void {
  sums.adjusting += minor
  sums.change += minor
}

/** Flows stretch by stretch, for every currency by itself and for all in the base currency. */
export function flowsOf(frame: Frame, stretches: readonly (DayRange & { readonly key: string })[]): { currencies: Flows[]; total: Flows } {
  const cells = cellsOf(frame, stretches)
  const adjusting = stretches.map((stretch) => adjustingPostings(frame, stretch))
  const codes = [...new Set(frame.accounts.map(({ currency }) => currency))].sort()
  const isOnlyBase = codes.every((code) => code === frame.base)
  const keys = stretches.map(({ key }) => key)
  const currencies = codes.map((code) => {
    const own = { currency: code, prefix: `${code}/`, cells: cells.filter(({ account }) => account.currency === code), of: 'own' } as const
    return toFlows(frame, own, keys, adjusting.map((found) => found.filter(({ account }) => account.currency === code)), stretches.map(() => 0))
  })
  const total = toFlows(frame, { currency: frame.base, prefix: '', cells, of: 'base' }, keys, adjusting, isOnlyBase ? stretches.map(() => 0) : revaluations(frame, stretches, cells, adjusting))
  return { currencies, total }
}

interface Side { readonly currency: Currency; readonly prefix: string; readonly cells: readonly Cell[]; readonly of: 'own' | 'base' }

function toFlows({ isFiltered }: Frame, { currency, prefix, cells, of }: Side, keys: readonly string[], adjusting: readonly (readonly Posting[])[], revaluation: readonly (number | null)[]): Flows {
  const sums = keys.map(noSums)
  for (const cell of cells) addInOut(sums[cell.index] ?? noSums(), cell.categoryId, cell[of])
  adjusting.forEach((found, index) => { for (const { minor, baseMinor } of found) addAdjusting(sums[index] ?? noSums(), of === 'own' ? minor : baseMinor ?? 0) })
  const whole = noSums()
  for (const one of sums) for (const measure of MEASURES) whole[measure] += one[measure]
  const wholeRevaluation = revaluation.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  const isExact = revaluation.every((one) => one === 0)
  const line = (one: Sums, month: string, moved: number | null): Flow => toFlow(one, { currency, suffix: month, prefix, revaluation: isFiltered ? null : moved, isFiltered, isExact })
  return { currency, months: sums.map((one, index) => line(one, `/${keys[index] ?? ''}`, revaluation[index] ?? null)), sum: line(whole, '', wholeRevaluation) }
}

interface Naming { readonly currency: Currency; readonly prefix: string; readonly suffix: string; readonly revaluation: number | null; readonly isFiltered: boolean; readonly isExact: boolean }

function toFlow(sums: Sums, { currency, prefix, suffix, revaluation, isFiltered, isExact }: Naming): Flow {
  const told = (measure: Measure) => figure(sums[measure], currency, `${prefix}${measure}${suffix}`)
  const change = isFiltered || revaluation === null ? derived(null, currency) : isExact ? told('change') : derived(sums.change + revaluation, currency)
  return {
    income: told('income'), spending: told('spending'), net: told('net'), saving: told('saving'),
    transfersIn: told('transfersIn'), transfersOut: told('transfersOut'), adjusting: told('adjusting'),
    revaluation: derived(revaluation, currency), change,
  }
}

/**
 * What exchange rates did: the change of the balances of other currencies, each at its own day's rate, less what flowed at
 * the rates of its days. Null where a rate is missing for one of the balances or flows: nobody can say then.
 */
function revaluations(frame: Frame, stretches: readonly DayRange[], cells: readonly Cell[], adjusting: readonly (readonly Posting[])[]): (number | null)[] {
  const foreign = frame.accounts.filter(({ currency }) => currency !== frame.base)
  const balances = closingBalances({ ...frame, accounts: foreign }, edgesOf(stretches))
  const edges = edgesOf(stretches)
  return stretches.map(({ from, to }, index) => {
    let worth: number | null = 0
    for (const { id, currency } of foreign) {
      const [before, after] = [addDays(from, -1), to].map((day) => frame.rates.convert(balances.get(id)?.[edges.indexOf(day)] ?? 0, currency, frame.base, day))
      worth = worth === null || before === null || before === undefined || after === null || after === undefined ? null : worth + after - before
    }
    const flows = cells.filter((cell) => cell.index === index && cell.account.currency !== frame.base)
    const made = (adjusting[index] ?? []).filter(({ account }) => account.currency !== frame.base)
    if (flows.some(({ own, base }) => own.inCount + own.outCount > base.inCount + base.outCount) || made.some(({ baseMinor }) => baseMinor === null)) return null
    const flowed = flows.reduce((sum, { base }) => sum + base.inMinor + base.outMinor, 0) + made.reduce((sum, { baseMinor }) => sum + (baseMinor ?? 0), 0)
    return worth === null ? null : worth - flowed
  })
}

/** The last days before and of every stretch, in order. */
const edgesOf = (stretches: readonly DayRange[]) => [...new Set(stretches.flatMap(({ from, to }) => [addDays(from, -1), to]))].sort()

/** `USD/income/2026-03`: an own currency, where one is said; a measure; a stretch, where it is not all of them. */
export function flowRows(frame: Frame, stretches: readonly (DayRange & { readonly key: string })[], key: string): FigureRows | undefined {
  const parts = key.split('/')
  const own = isCurrency(parts[0] ?? '') ? toCurrency(parts.shift() ?? '') : undefined
  const [measure = '', month] = parts
  if (!isMeasure(measure) || parts.length > 2) return undefined
  const found = month === undefined ? stretches : stretches.filter((stretch) => stretch.key === month)
  if (found.length === 0) return undefined
  const accounts = frame.accounts.filter(({ currency }) => own === undefined || currency === own)
  const rows = found.flatMap((stretch) => {
    const flowing = measure === 'adjusting' ? [] : postings(frame, stretch, accounts).map((posting) => [posting.id, share(measure, posting.categoryId, amountOf(posting, own))] as const)
    const adjusting = measure === 'adjusting' || measure === 'change' ? adjustingPostings({ ...frame, accounts }, stretch).map((posting) => [posting.id, amountOf(posting, own)] as const) : []
    return [...flowing, ...adjusting].filter(([, minor]) => minor !== 0)
  })
  return figureRows(rows, own ?? frame.base)
}

const amountOf = ({ minor, baseMinor }: Posting, own: Currency | undefined): number => (own === undefined ? baseMinor ?? 0 : minor)
