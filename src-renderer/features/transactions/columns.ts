export type ColumnName = 'mark' | 'date' | 'payee' | 'account' | 'category' | 'purpose' | 'amount' | 'balance'

type Widths = Readonly<Record<string, number>>
interface Measure { readonly width: number; readonly min: number; readonly max: number }

const MEASURES: Readonly<Record<ColumnName, Measure>> = {
  mark: { width: 40, min: 40, max: 40 },
  date: { width: 104, min: 88, max: 180 },
  payee: { width: 212, min: 110, max: 520 },
  account: { width: 136, min: 80, max: 360 },
  category: { width: 188, min: 90, max: 360 },
  purpose: { width: 260, min: 130, max: 1200 },
  amount: { width: 132, min: 96, max: 240 },
  balance: { width: 136, min: 96, max: 240 },
}
const ORDER: readonly ColumnName[] = ['mark', 'date', 'payee', 'account', 'category', 'purpose', 'amount', 'balance']
/** What a narrow window can do without, first the least missed. The purpose then stands behind the payee. */
const SPARED: readonly ColumnName[] = ['purpose', 'account', 'balance', 'category']

export interface Column { readonly name: ColumnName; readonly width: number }
export interface Wanted { readonly available: number; readonly withAccount: boolean; readonly withBalance: boolean; readonly widths: Widths; readonly figures?: Partial<Record<ColumnName, number>> }

/** Where the payee would be a stub, columns of figures that nobody drew wider are as narrow as figures allow. */
const PAYEE_GOOD = 190
const TIGHT: Partial<Record<ColumnName, number>> = { date: 92, amount: 118 }

/** The columns that fit. The purpose, or else the payee, takes what is left over. */
export function columnsFor({ available, withAccount, withBalance, widths: chosen, figures = {} }: Wanted): Column[] {
  const widths = { ...chosen, ...roomFor(figures, chosen) }
  let names = ORDER.filter((name) => (name !== 'account' || withAccount) && (name !== 'balance' || withBalance))
  for (const spared of SPARED) {
    if (needed(names, widths) <= available) break
    names = names.filter((name) => name !== spared)
  }
  const isTight = elasticOf(names) === 'payee' && available - needed(names, widths) + leastOf('payee', widths) < PAYEE_GOOD
  const fitted = (name: ColumnName): number => (isTight && widths[widthKey(name)] === undefined ? TIGHT[name] : undefined) ?? widthOf(name, widths)
  return names.map((name) => ({ name, width: name === elasticOf(names) ? leastOf(name, widths) : fitted(name) }))
}

/** Widths of the columns whose figures, whole, are wider than they would be. */
const roomFor = (figures: NonNullable<Wanted['figures']>, widths: Widths): Widths => Object.fromEntries(ORDER.flatMap((name) => {
  const least = figures[name] ?? 0
  return least > (widths[widthKey(name)] ?? TIGHT[name] ?? MEASURES[name].width) ? [[widthKey(name), least]] : []
}))

/** CSS tracks: every column as wide as chosen, one of them elastic. */
export function tracksOf(columns: readonly Column[]): string {
  const elastic = elasticOf(columns.map(({ name }) => name))
  return columns.map(({ name, width }) => (name === elastic ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ')
}

/** What the columns need: only below it does the table scroll sideways, however long the texts in it. */
export const leastWidth = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0)

export const isResizable = (name: ColumnName): boolean => MEASURES[name].min < MEASURES[name].max
/** The name under which a chosen width is remembered. */
export const widthKey = (name: ColumnName): string => `txn-${name}`

export function clampWidth(name: ColumnName, width: number): number {
  const { min, max } = MEASURES[name]
  return Math.round(Math.min(max, Math.max(min, width)))
}

export const defaultWidth = (name: ColumnName): number => MEASURES[name].width

const widthOf = (name: ColumnName, widths: Widths): number => clampWidth(name, widths[widthKey(name)] ?? MEASURES[name].width)
/** An elastic column gives way down to its least width, unless it was chosen wider. */
const leastOf = (name: ColumnName, widths: Widths): number => (name === 'payee' ? MEASURES.payee.min : clampWidth(name, widths[widthKey(name)] ?? MEASURES[name].min))

function needed(names: readonly ColumnName[], widths: Widths): number {
  const elastic = elasticOf(names)
  return names.reduce((sum, name) => sum + (name === elastic ? leastOf(name, widths) : widthOf(name, widths)), 0)
}
const elasticOf = (names: readonly ColumnName[]): ColumnName => (names.includes('purpose') ? 'purpose' : 'payee')
