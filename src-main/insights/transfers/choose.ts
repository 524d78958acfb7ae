import { visit, type Steps } from '../steps.ts'
import type { Match } from './match.ts'
import type { Leg } from './signs.ts'
import type { Transfer } from './transfer.ts'

const CONFIRMED_MIN = 0.75

/** Best first, each row once. A pair stays a proposal while one of its legs could as well belong to a row on a third account. */
export function* choose(found: readonly Match[]): Steps<Transfer[]> {
  const matches = found.toSorted((left, right) => right.rank - left.rank || left.out.row.id - right.out.row.id || left.into.row.id - right.into.row.id)
  yield
  const taken = new Map<number, Match>()
  yield* visit(matches, (match) => {
    if (taken.has(match.out.row.id) || taken.has(match.into.row.id)) return
    taken.set(match.out.row.id, match)
    taken.set(match.into.row.id, match)
  })
  makeRoom(matches, taken)
  const chosen = [...new Set(taken.values())]
  const contested = yield* contestedRows(matches, taken)
  return chosen.map(({ out, into, method, score }) => ({
    outId: out.row.id, inId: into.row.id, method, score,
    state: score >= CONFIRMED_MIN && (method === 'iban' || !(contested.has(out.row.id) || contested.has(into.row.id))) ? 'confirmed' : 'proposed',
  }))
}

/** Rows for which a pair that was not chosen is about as good, with a row on another account that found nothing better. */
function* contestedRows(matches: readonly Match[], taken: ReadonlyMap<number, Match>): Steps<Set<number>> {
  const contested = new Set<number>()
  yield* visit(matches, (rival) => {
    for (const [leg, other] of [[rival.out, rival.into], [rival.into, rival.out]] as const) {
      const chosen = taken.get(leg.row.id)
      if (chosen === undefined || chosen === rival || rival.rank < chosen.rank - 0.01) continue
      const partner = partnerOf(leg, chosen)
      const elsewhere = taken.get(other.row.id)
      if (partner.row.accountId === other.row.accountId) continue
      if (elsewhere === undefined || (elsewhere.rank <= rival.rank && partnerOf(other, elsewhere).row.accountId !== partner.row.accountId)) contested.add(leg.row.id)
    }
  })
  return contested
}

const partnerOf = (leg: Leg, { out, into }: Match): Leg => (out.row.id === leg.row.id ? into : out)

/** As good as each other, but for a day or a word. */
const ABOUT = 0.03

/**
 * Money that goes from one account by way of another to a third leaves four legs of one amount. Where the first and the last were
 * taken for a pair, both in the middle would have none: two pairs explain more than one.
 */
function makeRoom(matches: readonly Match[], taken: Map<number, Match>): void {
  const byInto = new Map<number, Match[]>()
  for (const match of matches) if (!taken.has(match.out.row.id)) byInto.set(match.into.row.id, [...byInto.get(match.into.row.id) ?? [], match])
  if (byInto.size === 0) return
  for (const first of matches) {
    const between = taken.get(first.out.row.id)
    if (between === undefined || between.out !== first.out || taken.has(first.into.row.id) || first.rank < between.rank - ABOUT) continue
    const last = byInto.get(between.into.row.id)?.find(({ out, rank }) => !taken.has(out.row.id) && rank >= between.rank - ABOUT)
    if (last === undefined) continue
    for (const match of [first, last]) for (const { row } of [match.out, match.into]) taken.set(row.id, match)
  }
}
