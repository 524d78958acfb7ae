/** From the median of distances to what would be a standard deviation, were they normal. */
const SIGMA = 1.4826
const DEVIATIONS = 3
const SHARE_OF_MEDIAN = 0.25
const MONTHS_MIN = 3

/**
 * R15: x > median + max(3 × 1.4826 × MAD, a quarter of the median), and at least so much above it. Null where it is not, and
 * where there are fewer than three months to hold it against.
 */
export function unusualAbove(x: number, history: readonly number[], leastMinor: number): { readonly median: number; readonly limit: number } | null {
  if (history.length < MONTHS_MIN) return null
  const median = middle(history)
  const limit = median + Math.max(DEVIATIONS * SIGMA * middle(history.map((value) => Math.abs(value - median))), SHARE_OF_MEDIAN * median)
  return x > limit && x - median >= leastMinor ? { median, limit } : null
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}
