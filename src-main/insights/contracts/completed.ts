import type { Point } from './chains.ts'
import type { Found } from './found.ts'
import type { Beat } from './rhythms.ts'

const BEATS_MAX = 3
/** Days more than the search allows: early in one month and late in the next, by offices that pay as they please. */
const LATE = 2
const SPARE_MAX = 3
const SPARE_SHARE = 0.2
/** A December's salary, a winter's gas: still the same contract. */
const TIMES_MAX = 3

/**
 * A series with the payments that the search left out because of their amount: one in a gap, on the very day that was missed,
 * and, where a merchant takes hardly anything else, those before its first and after its last.
 */
export function completed(found: Found, points: readonly Point[]): Found {
  const { beat, members } = found
  const taken = new Set(members)
  const signatures = new Set(members.map(({ signature }) => signature))
  const spare = points.filter((point) => !taken.has(point) && signatures.has(point.signature))
  if (spare.length === 0) return found
  const isAlone = spare.length <= Math.max(SPARE_MAX, members.length * SPARE_SHARE)
  const added = [...inGaps(members, spare, beat, isAlone ? beat.slack : beat.slack / 2), ...isAlone ? [...atEnd(members, spare, beat, 1), ...atEnd(members, spare, beat, -1)] : []]
  return added.length === 0 ? found : { ...found, members: [...members, ...added].sort((left, right) => left.day - right.day || left.id - right.id) }
}

function inGaps(members: readonly Point[], spare: readonly Point[], { days }: Beat, off: number): Point[] {
  const added = new Set<Point>()
  for (const [at, later] of members.entries()) {
    const earlier = members[at - 1]
    const missed = earlier ? Math.round((later.day - earlier.day) / days) - 1 : 0
    for (let beats = 1; earlier && beats <= missed; beats += 1) {
      const due = earlier.day + beats * days
      const point = nearest(spare, added, due)
      if (point && Math.abs(point.day - due) <= off && ratio(point.amount, earlier.amount) <= TIMES_MAX) added.add(point)
    }
  }
  return [...added]
}

/** Forwards from the last, or backwards from the first. */
function atEnd(members: readonly Point[], spare: readonly Point[], { days, slack }: Beat, direction: 1 | -1): Point[] {
  const added: Point[] = []
  let from = direction === 1 ? members.at(-1) : members[0]
  const ahead = direction === 1 ? spare : spare.toReversed()
  while (from) {
    const { day, amount } = from
    from = ahead.find((point) => fits((point.day - day) * direction, days, slack) && ratio(point.amount, amount) <= TIMES_MAX)
    if (from) added.push(from)
  }
  return added
}

function fits(gap: number, days: number, slack: number): boolean {
  const beats = Math.round(gap / days)
  return beats >= 1 && beats <= BEATS_MAX && Math.abs(gap - beats * days) <= (beats === 1 ? slack + LATE : slack / 2)
}

const ratio = (left: number, right: number): number => Math.max(left, right) / Math.max(1, Math.min(left, right))

function nearest(points: readonly Point[], taken: ReadonlySet<Point>, day: number): Point | undefined {
  let best: Point | undefined
  for (const point of points) if (!taken.has(point) && (best === undefined || Math.abs(point.day - day) < Math.abs(best.day - day))) best = point
  return best
}
