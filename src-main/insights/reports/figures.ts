import { minor, type Currency } from '#shared/money.ts'
import type { Figure, FigureRows } from '#shared/reports/figure.ts'
import type { TransactionId } from '#shared/model.ts'

/** A figure that rows add up to. */
export const figure = (value: number, currency: Currency, key: string): Figure => ({ minor: minor(value), currency, key })

/** A figure that is no sum of rows; null where nothing can be said (G8). */
export const derived = (value: number | null, currency: Currency): Figure => ({ minor: value === null ? null : minor(value), currency, key: null })

/** Rounded half away from zero, as on paper (G10). Null without anything to divide by. */
export const roundedShare = (value: number, by: number): number | null => (by === 0 ? null : Math.sign(value) * Math.sign(by) * Math.floor(Math.abs(value / by) + 0.5))

/** Percent with one decimal (G10); null where the whole is nothing. */
export function percent(part: number, whole: number): number | null {
  const tenths = roundedShare(part * 1000, whole)
  return tenths === null ? null : tenths / 10 || 0
}

/** What a figure is made of. `opening` is what a balance began with. */
export function figureRows(contributions: readonly (readonly [id: number, minor: number])[], currency: Currency, opening = 0): FigureRows {
  const rows = contributions.map(([id, value]) => ({ id: id as TransactionId, minor: minor(value), currency }))
  return { rows, openingMinor: minor(opening), sum: minor(rows.reduce((sum, row) => sum + row.minor, opening)), currency }
}
