import type { Point } from './chains.ts'
import type { Beat } from './rhythms.ts'

/** Where payments that come back are contracts more often than habits. */
const CONTRACTUAL = /^(?:income\.(?!other)|housing\.(?!home)|insurance\.|leisure\.(?:media|fitness|gambling)|finance\.|family\.)/
/** Where people come back by themselves: only what is as regular as a clock counts there. */
const HABITUAL = /^(?:food\.|transport\.(?:fuel|taxi|parking)|shopping\.|leisure\.events|travel\.|health\.|housing\.home|transfers\.cash)/

export type Nature = 'contractual' | 'habitual' | 'open'

export function natureOf(category: string | null): Nature {
  if (category === null) return 'open'
  if (CONTRACTUAL.test(category)) return 'contractual'
  return HABITUAL.test(category) ? 'habitual' : 'open'
}

export interface Traits {
  readonly count: number
  /** Days off the beat, on average. */
  readonly drift: number
  /** Of neighbours, the share with the same amount, and with nearly the same. */
  readonly steady: number
  readonly near: number
  /** The same for those that are at most a third apart. */
  readonly alike: number
  /** Of all payments like these in that time, the share that is in the series. */
  readonly coverage: number
  /** The same whatever the amounts, and at any time: what belongs to no rhythm speaks against one. */
  readonly share: number
  readonly whole: number
  readonly hasMandate: boolean
  readonly skipped: number
}

const NEAR = 0.12
const ALIKE = 0.33

export function traitsOf(members: readonly Point[], all: readonly Point[], unlisted: number, drift: number, beat: Beat): Traits {
  let equal = 0
  let near = 0
  let alike = 0
  let skipped = 0
  for (let index = 1; index < members.length; index += 1) {
    const [left, right] = [members[index - 1], members[index]]
    if (!left || !right) continue
    if (left.amount === right.amount) equal += 1
    if (Math.abs(left.amount - right.amount) <= NEAR * Math.max(left.amount, right.amount)) near += 1
    if (Math.abs(left.amount - right.amount) <= ALIKE * Math.max(left.amount, right.amount)) alike += 1
    skipped += Math.max(0, Math.round((right.day - left.day) / beat.days) - 1)
  }
  const links = Math.max(1, members.length - 1)
  return { count: members.length, drift, steady: equal / links, near: near / links, alike: alike / links, coverage: coverageOf(members, all, equal / links), share: coverageOf(members, all, 0), whole: wholeOf(members, all, unlisted), hasMandate: members.every(({ hasMandate }) => hasMandate), skipped }
}

/** A steady series is compared with payments of its amounts, any other with all of its merchant's in that time. */
function coverageOf(members: readonly Point[], all: readonly Point[], steady: number): number {
  const first = members[0]?.day ?? 0
  const last = members.at(-1)?.day ?? 0
  const amounts = usualAmounts(members)
  const signatures = new Set(members.map(({ signature }) => signature))
  let like = 0
  for (const { day, amount, signature, hasMandate } of all) {
    if (day < first || day > last || (hasMandate && !signatures.has(signature))) continue
    if (steady < 0.5 ? signatures.has(signature) || signature === '' : amounts.has(amount)) like += 1
  }
  return members.length / Math.max(members.length, like)
}

/** Amounts that are more than exceptions in a series. */
function usualAmounts(members: readonly Point[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { amount } of members) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= members.length * 0.1).map(([amount]) => amount))
}

/** Of all payments of these purposes, the share that is in the series; `unlisted` are the group's rows that were left out before. */
function wholeOf(members: readonly Point[], all: readonly Point[], unlisted: number): number {
  const signatures = new Set(members.map(({ signature }) => signature))
  const like = all.reduce((count, { signature }) => count + Number(signatures.has(signature)), 0)
  return members.length / (like + unlisted)
}

/** How sure it is that these payments are one contract; 0 where they are not. */
export function confidenceOf(traits: Traits, nature: Nature, beat: Beat, category: string | null): number {
  if (traits.count <= 4 && traits.share < 0.6) return 0
  // Three rounds among friends may be half a year apart by chance.
  if (traits.count === 3 && category === 'transfers.person' && traits.whole < 0.8) return 0
  if (traits.drift > beat.driftMax || traits.skipped > Math.max(1, traits.count * 0.34)) return 0
  if (traits.count === 2) return pairConfidence(traits, nature, beat, category)
  if (nature === 'contractual') return contractualConfidence(traits, beat)
  const isTight = traits.drift <= beat.driftMax * 0.75
  const needed = beat.days > 80 ? 3 : beat.days > 20 ? 4 : 6
  const isClocked = traits.steady >= 0.7 && traits.count >= needed + Number(nature === 'habitual') && traits.coverage >= 0.75 && traits.whole >= 0.5
  if (isClocked) return nature === 'habitual' ? 0.8 : 0.9
  if (nature === 'habitual') return 0
  // Three years in a row on the day, and nothing else ever: the price of a domain rises as it likes.
  if (beat.rhythm === 'yearly' && traits.count >= 3 && traits.whole >= 0.95 && traits.alike === 1 && isTight) return 0.7
  // Three equal payments in a row, and nothing else ever: a contract that is young.
  if (traits.steady === 1 && traits.whole >= 0.95 && traits.drift <= 1.5 && beat.days > 13) return 0.75
  if (traits.near >= 0.8 && traits.count >= needed && traits.coverage >= 0.85 && traits.whole >= 0.6 && isTight) return 0.8
  // Meter readings: the amount moves, the day never does.
  if (beat.months > 0 && traits.count >= 10 && traits.coverage >= 0.9 && traits.whole >= 0.95 && isTight) return 0.7
  return traits.count >= needed + 2 && traits.coverage >= 0.9 && traits.whole >= 0.8 && isTight && traits.near >= 0.4 ? 0.7 : 0
}

function contractualConfidence(traits: Traits, beat: Beat): number {
  // Where much else is paid to the same merchant, only what keeps its day closely is a series of its own.
  const isAlone = traits.whole >= 0.8 && traits.coverage >= 0.8
  if (!isAlone && (traits.drift > beat.driftMax * 0.45 || (traits.count <= 5 && (traits.steady < 1 || traits.whole < 0.6)))) return 0
  if (traits.steady >= 0.5) return traits.coverage >= 0.5 ? 0.95 : 0
  if (traits.near >= 0.6) return traits.coverage >= 0.6 && traits.whole >= 0.4 ? 0.9 : 0
  const isTight = traits.drift <= beat.driftMax * 0.85
  const needed = beat.days > 80 ? 4 : 6
  if (traits.count >= needed && traits.coverage >= 0.75 && traits.whole >= 0.6 && isTight) return 0.8
  return traits.count >= 3 && traits.whole >= 0.95 && traits.drift <= beat.driftMax * 0.6 && (beat.months >= 6 || traits.near >= 0.3) ? 0.75 : 0
}

/** Bought for a year at a time, with a price that moves a little, or somewhat more where the day does not. */
const YEARLY = /^(?:insurance\.|leisure\.(?:media|fitness)|family\.donations|housing\.)/

const isYearly = (traits: Traits, beat: Beat, category: string | null): boolean =>
  beat.months === 12 && YEARLY.test(category ?? '') && traits.whole === 1 && (traits.near === 1 || (traits.alike === 1 && traits.drift <= 3))

function pairConfidence(traits: Traits, nature: Nature, beat: Beat, category: string | null): number {
  if (nature === 'habitual' || traits.skipped > 0 || traits.coverage < 0.95 || (!traits.hasMandate && traits.whole < 0.5)) return 0
  if (beat.rhythm === 'weekly' || beat.rhythm === 'biweekly' || beat.rhythm === 'semimonthly' || beat.rhythm === 'four-weekly') return 0
  if (nature === 'contractual') return traits.steady === 1 ? 0.75 : isYearly(traits, beat, category) ? 0.7 : 0
  return traits.steady === 1 && traits.drift <= 4 && (beat.months === 12 || traits.hasMandate) ? 0.7 : 0
}
