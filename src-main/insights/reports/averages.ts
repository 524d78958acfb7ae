import { roundedShare } from './figures.ts'

/** Over as many as there are; null where there are none (G8). */
export const averageOf = (values: readonly number[]): number | null => roundedShare(values.reduce((sum, value) => sum + value, 0), values.length)

/** The one in the middle, or what lies between the two in the middle; null where there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length >>> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : roundedShare(low + high, 2)
}
