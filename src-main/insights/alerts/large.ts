/** Of a hundred payments the two largest are large. */
const LARGE_SHARE = 0.98
const PAYMENTS_MIN = 50

/**
 * What counts as a large payment among those of a household: more than nearly all of them, and at least so much. Null where
 * there are too few to say.
 */
export function largeFrom(paid: readonly number[], leastMinor: number): number | null {
  if (paid.length < PAYMENTS_MIN) return null
  const sorted = Float64Array.from(paid).sort()
  return Math.max(leastMinor, sorted[Math.floor(sorted.length * LARGE_SHARE)] ?? leastMinor)
}
