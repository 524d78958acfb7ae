import { merchantOf } from '#main/categorise/merchant.ts'
import type { Point } from './chains.ts'
import type { ContractRow } from './contract.ts'
import type { Beat } from './rhythms.ts'

/** Where payments that come back are contracts more often than habits. */
const CONTRACTUAL = /^(?:income\.(?!other)|housing\.(?!home)|insurance\.|leisure\.(?:media|fitness)|finance\.|family\.)/
/** Where people come back by themselves: only what is as regular as a clock counts there. */
const HABITUAL = /^(?:food\.|transport\.(?:fuel|taxi|parking)|shopping\.|leisure\.events|travel\.|health\.|housing\.home|transfers\.cash)/

export type Nature = 'contractual' | 'habitual' | 'open'

/** What is paid by order or debit, on the other hand, somebody has signed: school meals, the optician's lenses. Shops debit single orders. */
const SIGNED = /dauerauftrag|lastschrift|direct ?debit|repeatpmt|standing order|^(?:dd|d\/d|so|s\/o|sto)$/i
const UNSIGNED = /\belv\b|karte|card/i
const SINGLE = /^(?:shopping\.|travel\.)/

/** Who is a shop or a railway otherwise says in these words that this is for a time, or comes by itself. */
const SUBSCRIBED = /(?<!\p{L})(?:abo|abonnement|jahres(?:karte|abo|beitrag)|monats(?:karte|abo)|zeitkarte|semesterticket|jobticket|bahncard|klimaticket|deutschland-?ticket|d-ticket|mitglied\w*|annual|yearly|membership|memb(?:er)?|auto-?renew(?:al)?|renewal|auto-?ship|subscri\w*|subs|season(?: ticket)?|(?:amazon|amzn) ?prime(?! (?:video|now|pantry)))(?!\p{L})/iu
/** Boxes that are packed every week until one says stop. */
const BOXED = /hello ?fresh|gousto|abel ?& ?cole|riverford|odd ?box|mindful chef|simply ?cook|blue ?apron|home ?chef|every ?plate|factor ?75|green ?chef|marley ?spoon|misfits market|hungryroot|(?:bio|öko|oeko|gem(?:ü|ue)se|abo|obst)-?ki(?:ste|stl)/i

export function natureOf(category: string | null, rows: readonly ContractRow[]): Nature {
  if (category !== null && CONTRACTUAL.test(category)) return 'contractual'
  if (isSubscribed(rows)) return 'contractual'
  // A lottery that collects is a contract, and tickets at the counter are none.
  if (category === 'leisure.gambling') return isSigned(rows) ? 'contractual' : 'open'
  if (category === null) return 'open'
  // Who is paid by a hospital or a shop again and again works there.
  return HABITUAL.test(category) && (rows[0]?.amountMinor ?? 0) < 0 && !(isSigned(rows) && !SINGLE.test(category)) ? 'habitual' : 'open'
}

/** Beside other purchases of the same merchant. */
export const saysSubscribed = ({ payee, purpose, amountMinor }: ContractRow): boolean => amountMinor < 0 && (SUBSCRIBED.test(`${payee} ${purpose}`) || BOXED.test(`${payee} ${purpose}`))

const isSubscribed = (rows: readonly ContractRow[]): boolean => rows.every(saysSubscribed)

const isSigned = (rows: readonly ContractRow[]): boolean =>
  rows.every(({ bookingText, payee, purpose }) => SIGNED.test(bookingText) && !UNSIGNED.test(bookingText) && merchantOf(payee, purpose).via === '')

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
  /** The same whatever was said of them. */
  readonly alone: number
  readonly hasMandate: boolean
  readonly skipped: number
}

const NEAR = 0.12
/** Of neighbours, the share that has to be near for the amounts to tell a series apart. */
const RANGED_MIN = 0.6
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
  const isRanged = near / links >= RANGED_MIN
  return { count: members.length, drift, steady: equal / links, near: near / links, alike: alike / links, coverage: coverageOf(members, all, equal / links >= 0.5 ? usualAmounts(members) : isRanged ? rangeOf(members) : undefined), share: coverageOf(members, all), whole: wholeOf(members, all, unlisted), alone: members.length / (all.length + unlisted), hasMandate: members.every(({ hasMandate }) => hasMandate), skipped }
}

/** A steady series is compared with payments of its amounts, one that varies a little with those about as high, any other with all in that time. */
function coverageOf(members: readonly Point[], all: readonly Point[], amounts?: Amounts): number {
  const first = members[0]?.day ?? 0
  const last = members.at(-1)?.day ?? 0
  const signatures = new Set(members.map(({ signature }) => signature))
  let like = 0
  for (const { day, amount, signature, hasMandate } of all) {
    if (day < first || day > last || (hasMandate && !signatures.has(signature))) continue
    if (amounts === undefined || !amounts.isExact ? (signatures.has(signature) || signature === '') && (amounts?.has(amount) ?? true) : amounts.has(amount)) like += 1
  }
  return members.length / Math.max(members.length, like)
}

interface Amounts { readonly isExact: boolean; readonly has: (amount: number) => boolean }

function rangeOf(members: readonly Point[]): Amounts {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const { amount } of members) [least, most] = [Math.min(least, amount), Math.max(most, amount)]
  return { isExact: false, has: (amount) => amount >= least * (1 - NEAR) && amount <= most * (1 + NEAR) }
}

/** Amounts that are more than exceptions in a series. */
function usualAmounts(members: readonly Point[]): Amounts {
  const counts = new Map<number, number>()
  for (const { amount } of members) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return { isExact: true, has: (amount) => (counts.get(amount) ?? 0) >= members.length * 0.1 }
}

/** Of all payments of these purposes, the share that is in the series; `unlisted` are the group's rows that were left out before. */
function wholeOf(members: readonly Point[], all: readonly Point[], unlisted: number): number {
  const signatures = new Set(members.map(({ signature }) => signature))
  const like = all.reduce((count, { signature }) => count + Number(signatures.has(signature)), 0)
  return members.length / (like + unlisted)
}

/** How sure it is that these payments are one contract; 0 where they are not. */
export function confidenceOf(traits: Traits, nature: Nature, beat: Beat, category: string | null): number {
  if (isOneOfSeveral(traits, nature, beat, category)) return 0.75
  if (traits.count <= 4 && traits.share < 0.6) return 0
  // Three rounds among friends may be half a year apart by chance.
  if (traits.count === 3 && category === 'transfers.person' && traits.whole < 0.8) return 0
  if (traits.drift > beat.driftMax || traits.skipped > Math.max(1, traits.count * 0.34)) return 0
  // Tickets and top-ups of one price are bought as they are needed; a pass is paid by the month.
  if (category === 'transport.public_transit' && nature !== 'contractual' && beat.months === 0 && traits.drift > beat.driftMax * 0.4) return 0
  if (traits.count === 2) return pairConfidence(traits, nature, beat, category)
  if (nature === 'contractual') return Math.max(contractualConfidence(traits, beat, category), meteredConfidence(traits, beat, category))
  // Two gaps, one of them twice as long: no rhythm yet.
  if (traits.count === 3 && traits.skipped > 0) return 0
  const isTight = traits.drift <= beat.driftMax * 0.75
  const needed = beat.days > 80 ? 3 : beat.days > 20 ? 4 : 6
  const isClocked = traits.steady >= 0.7 && traits.count >= needed + Number(nature === 'habitual') && traits.coverage >= 0.75 && traits.whole >= CLOCKED
  if (isClocked) return nature === 'habitual' ? 0.8 : 0.9
  // Month after month on the very day, and nothing else ever: a habit is not that exact.
  if (traits.near === 1 && traits.whole >= 0.95 && traits.drift <= 0.75 && beat.months === 1 && traits.skipped === 0 && traits.count >= 4) return 0.75
  if (nature === 'habitual') return 0
  // Three years in a row on the day, and nothing else ever: the price of a domain rises as it likes.
  if (beat.rhythm === 'yearly' && traits.count >= 3 && traits.whole >= 0.95 && traits.alike === 1 && isTight) return 0.7
  // Three equal payments in a row, and nothing else ever: a contract that is young.
  if (traits.steady === 1 && traits.whole >= 0.95 && traits.drift <= 1.5 && beat.days > 13) return 0.75
  // The same with a new price meanwhile, if it keeps its day of the month.
  if (traits.near === 1 && traits.whole >= 0.95 && traits.drift <= 0.75 && beat.months === 1) return 0.7
  if (traits.near >= 0.8 && traits.count >= needed && traits.coverage >= 0.85 && traits.whole >= 0.6 && isTight) return 0.8
  // Meter readings: the amount moves, the day never does.
  if (beat.months > 0 && traits.count >= 10 && traits.coverage >= 0.9 && traits.whole >= 0.9 && isTight) return 0.7
  return traits.count >= needed + 2 && traits.coverage >= 0.9 && traits.whole >= 0.8 && isTight && traits.near >= 0.4 ? 0.7 : 0
}

/**
 * The least `whole` with which `confidenceOf` trusts payments that carry no mandate: whoever knows that a series is a smaller
 * share of its merchant than this need not look for it.
 */
export const wholeMin = (nature: Nature, beat: Beat): number => (nature === 'contractual' ? 0 : nature === 'open' && beat.months === 1 ? ONE_OF_SEVERAL : CLOCKED)

/** What belongs to no rhythm must not be more than the series, or three times as much where several contracts can be told apart. */
const CLOCKED = 0.5
const ONE_OF_SEVERAL = 0.25

/** Of several young contracts at one merchant, each has its own price, which nothing else there has, and its own day. */
const isOneOfSeveral = ({ count, steady, coverage, drift, whole, skipped }: Traits, nature: Nature, beat: Beat, category: string | null): boolean =>
  beat.months === 1 && nature !== 'habitual' && category !== 'transfers.person' && count >= 3 && steady === 1 && coverage === 1 && skipped === 0 && drift <= 0.75 && whole >= ONE_OF_SEVERAL

function contractualConfidence(traits: Traits, beat: Beat, category: string | null): number {
  // What an office pays back once a year is as high as it happens to be.
  if (category === 'income.tax_refund' && beat.months >= 6 && traits.near < 1) return 0
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

/** Nobody pays for electricity by chance, or is paid a wage: a young series whose amounts follow the weather, or the hours. */
const METERED = /^(?:housing\.(?:energy|water)|income\.(?:salary|pension|benefits))/

const meteredConfidence = ({ count, whole, drift, alike }: Traits, beat: Beat, category: string | null): number =>
  METERED.test(category ?? '') && beat.months >= 1 && beat.months <= 3 && count >= 3 && whole >= 0.95 && drift <= beat.driftMax * 0.7 && alike >= 0.3 ? 0.7 : 0

/** Bought for a year at a time, with a price that moves a little, or somewhat more where the day does not; a policy's premium may leap. */
const YEARLY = /^(?:insurance\.|leisure\.(?:media|fitness)|family\.donations|housing\.|transport\.car_costs)/

const isYearly = (traits: Traits, nature: Nature, beat: Beat, category: string | null): boolean =>
  beat.months === 12 && (YEARLY.test(category ?? '') || (nature === 'contractual' && category?.startsWith('income.') !== true)) && traits.whole === 1 && (traits.near === 1 || (traits.drift <= 3 && (traits.alike === 1 || category?.startsWith('insurance.') === true)))

/** Premiums and rates on property are asked for twice a year, and rise meanwhile. */
const isHalfYearly = ({ near, whole, drift }: Traits, beat: Beat, category: string | null): boolean =>
  beat.months === 6 && /^(?:insurance\.|finance\.taxes)/.test(category ?? '') && near === 1 && whole === 1 && drift <= 2

function pairConfidence(traits: Traits, nature: Nature, beat: Beat, category: string | null): number {
  if (nature === 'habitual' || traits.skipped > 0 || traits.coverage < 0.95 || (!traits.hasMandate && traits.whole < CLOCKED)) return 0
  if (beat.rhythm === 'weekly' || beat.rhythm === 'biweekly' || beat.rhythm === 'semimonthly' || beat.rhythm === 'four-weekly') return 0
  if (isYearly(traits, nature, beat, category) || isHalfYearly(traits, beat, category)) return 0.7
  if (nature === 'contractual') return traits.steady === 1 ? 0.75 : 0
  // Among friends the same sum comes up again.
  if ((category === 'transfers.person' || category === 'income.other') && traits.alone < 0.95) return 0
  return traits.steady === 1 && traits.drift <= 4 && (beat.months === 12 || traits.hasMandate) ? 0.7 : 0
}
