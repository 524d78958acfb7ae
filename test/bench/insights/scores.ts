/** Counts of a judgement, and what follows from them. */
export interface Tally { rows: number; answered: number; right: number }

export const emptyTally = (): Tally => ({ rows: 0, answered: 0, right: 0 })

export function count(tally: Tally, said: string | undefined, truth: string): void {
  tally.rows += 1
  tally.answered += Number(said !== undefined)
  tally.right += Number(said === truth)
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** Sets matched one to one, best overlap first; a match shares at least half of what either has (Jaccard). */
export function matchSets(truths: readonly (readonly number[])[], found: readonly (readonly number[])[]): Map<number, number> {
  const overlaps = truths.flatMap((truth, left) => {
    const members = new Set(truth)
    return found.map((other, right) => {
      const both = other.filter((id) => members.has(id)).length
      return { left, right, overlap: both / (members.size + other.length - both) }
    })
  })
  const matches = new Map<number, number>()
  const taken = new Set<number>()
  for (const { left, right } of overlaps.filter(({ overlap }) => overlap >= 0.5).sort((one, other) => other.overlap - one.overlap)) {
    if (matches.has(left) || taken.has(right)) continue
    matches.set(left, right)
    taken.add(right)
  }
  return matches
}

export const f1 = (right: number, found: number, truths: number): number => (right === 0 ? 0 : (2 * right) / (found + truths))
