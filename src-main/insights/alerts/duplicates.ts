/** Money that went out or came back, as the search for what was charged twice sees it. */
export interface Charge {
  readonly id: number
  readonly accountId: number
  /** Days since 1970: many are compared. */
  readonly day: number
  /** The bank's sign: money out is negative. */
  readonly minor: number
}

export interface Twice<C> { readonly first: C; readonly second: C }

const APART_MAX = 3
/** A price that was paid so often of late is what things cost there: two coffees are no mistake. */
const USUAL_DAYS = 92
const USUAL_MIN = 2
const BACK_DAYS = 30

/** The first charge is at most so many days before the second; as many around that one say whether it is one too many. */
export const TOLD_BY = { daysApart: APART_MAX, daysBefore: APART_MAX + USUAL_DAYS, daysAfter: BACK_DAYS } as const

type MerchantsOf = (ids: readonly number[]) => (id: number) => string

/** Whether a charge is of an account and an amount that came twice so close to each other: of no other does `chargedTwice` find any. */
export function closeTwice(charges: readonly Charge[], merchantsOf: MerchantsOf): (charge: Charge) => boolean {
  const amounts = new Map<number, Set<number>>()
  for (const { group: [one], pairs, isCrowded } of suspected(charges, merchantsOf)) {
    if (one && (pairs.length > 0 || isCrowded)) amounts.set(one.accountId, (amounts.get(one.accountId) ?? new Set()).add(Math.abs(one.minor)))
  }
  return ({ accountId, minor }) => amounts.get(accountId)?.has(Math.abs(minor)) === true
}

/**
 * R14: charged twice by one counterparty, the same amount on one account, at most three days apart. Not where that amount is
 * usual there, or where it came back. Charges come in the order of their days; who was paid is asked only of those that matter,
 * because their texts are elsewhere.
 */
export function chargedTwice<C extends Charge>(charges: readonly C[], merchantsOf: MerchantsOf): Twice<C>[] {
  const suspects = suspected(charges, merchantsOf).map(({ group, pairs, isCrowded }) => (isCrowded ? group : around(group, pairs))).filter(({ length }) => length > 0)
  const merchantOfAny = merchantsOf(suspects.flatMap((group) => group.map(({ id }) => id)))
  return suspects.flatMap((group) => {
    const byMerchant = Map.groupBy(group, ({ id }) => merchantOfAny(id))
    byMerchant.delete('')
    return [...byMerchant.values()].flatMap((alike) => (alike.length > 1 ? pairsIn(alike) : []))
  })
}

/** Most amounts come twice by chance, at two shops: of those only the pairs at one are left. */
function suspected<C extends Charge>(charges: readonly C[], merchantsOf: MerchantsOf): Near<C>[] {
  const near = groupsOf(charges).flatMap((group) => nearIn(group) ?? [])
  const merchantOf = merchantsOf(near.flatMap(({ pairs }) => pairs.flatMap(({ first, second }) => [first.id, second.id])))
  return near.map((one) => (one.isCrowded ? one : { ...one, pairs: one.pairs.filter(({ first, second }) => merchantOf(first.id) === merchantOf(second.id)) }))
}

/** Those of a group that say whether some of its pairs are usual, or came back. */
const around = <C extends Charge>(group: readonly C[], pairs: readonly Twice<C>[]): readonly C[] =>
  (pairs.length === 0 ? [] : group.filter(({ day }) => pairs.some(({ first, second }) => day >= first.day - USUAL_DAYS && day <= second.day + BACK_DAYS)))

/** More of one amount within those days are looked at all together. */
const NEIGHBOURS_MAX = 12

interface Near<C> { readonly group: readonly C[]; readonly pairs: readonly Twice<C>[]; readonly isCrowded: boolean }

/** Any two of an amount that went out so few days apart; undefined where there are none. */
function nearIn<C extends Charge>(group: readonly C[]): Near<C> | undefined {
  if (group.length < 2) return undefined
  const pairs: Twice<C>[] = []
  let isCrowded = false
  for (let at = 1; at < group.length && !isCrowded; at += 1) {
    for (let back = 1; back <= at; back += 1) {
      const [first, second] = [group[at - back], group[at]]
      if (first === undefined || second === undefined || second.day - first.day > APART_MAX) break
      if (isNear(first, second)) pairs.push({ first, second })
      isCrowded = back === NEIGHBOURS_MAX
      if (isCrowded) break
    }
  }
  return pairs.length > 0 || isCrowded ? { group, pairs, isCrowded } : undefined
}

/** By account and amount, whichever way it went. */
function groupsOf<C extends Charge>(charges: readonly C[]): C[][] {
  const groups: C[][] = []
  const byAccount = new Map<number, Map<number, C[]>>()
  for (const charge of charges) {
    const byAmount = byAccount.get(charge.accountId) ?? new Map<number, C[]>()
    byAccount.set(charge.accountId, byAmount)
    const amount = Math.abs(charge.minor)
    const group = byAmount.get(amount)
    if (group) {
      group.push(charge)
      continue
    }
    const first = [charge]
    byAmount.set(amount, first)
    groups.push(first)
  }
  return groups
}

/** Parts of one row are one charge. */
const isNear = (earlier: Charge | undefined, later: Charge): boolean =>
  earlier !== undefined && earlier.id !== later.id && earlier.minor < 0 && later.minor < 0 && later.day - earlier.day <= APART_MAX

function pairsIn<C extends Charge>(alike: readonly C[]): Twice<C>[] {
  const out = alike.filter(({ minor }) => minor < 0)
  const back = alike.filter(({ minor }) => minor > 0)
  return out.flatMap((second, at) => {
    const first = out[at - 1]
    if (!first || !isNear(first, second)) return []
    const before = out[at - 1 - USUAL_MIN]
    const isUsual = before !== undefined && before.day >= first.day - USUAL_DAYS
    const cameBack = back.some(({ day }) => day >= second.day && day <= second.day + BACK_DAYS)
    return isUsual || cameBack ? [] : [{ first, second }]
  })
}
