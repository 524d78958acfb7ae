import { merchantOf } from '#main/categorise/merchant.ts'
import { addDays, fromDayNumber, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { roundedShare } from '../reports/figures.ts'
import { inOneGo, STRIDE, visit, type Steps } from '../steps.ts'
import { confidenceOf, natureOf, saysSubscribed, traitsOf, wholeMin, type Nature } from './accept.ts'
import { isVariable, nextAmount, priceChangesOf } from './amounts.ts'
import { bestChain, type Point } from './chains.ts'
import { completed } from './completed.ts'
import type { Contract, ContractRow, ContractStatus } from './contract.ts'
import type { Found } from './found.ts'
import { acrossAccounts, acrossNames } from './going-on.ts'
import { identitySteps } from './identity.ts'
import type { KnownGroups } from './known-groups.ts'
import { restMonths } from './rest-months.ts'
import { BEATS, fitBeat, nextAfter, type Beat, type Fit } from './rhythms.ts'

/** Rows of one merchant on one account in one direction: where contracts are looked for. */
type Group = ContractRow[]

const ROUNDS_MAX = 12
const REPEATS_MIN = 3
const YEARLY_GRACE = 45
const MONTHS = 12

/**
 * All contracts in booked rows, whatever their order, as of a day. Several contracts of one merchant are told apart by
 * mandate, purpose, amount and day. Rows of transfers between own accounts and of cash belong to none.
 */
export const detectContracts = (rows: readonly ContractRow[], today: LocalDate, known?: KnownGroups): Contract[] => inOneGo(detectionSteps(rows, today, known))

/** What is known of groups must be of the same day. */
export function* detectionSteps(rows: readonly ContractRow[], today: LocalDate, known?: KnownGroups): Steps<Contract[]> {
  known?.begin()
  const byMerchant = new Map<string, Found[]>()
  const byId = new Map<number, ContractRow>()
  for (const { key, merchant, group } of yield* groupRows(rows, today)) {
    if (group.length < 2) continue
    const found = known?.recall(key, group) ?? (yield* seriesOf([...group], today))
    known?.keep(key, group, found)
    yield
    if (found.length === 0) continue
    for (const row of group) byId.set(row.id, row)
    byMerchant.set(merchant, [...byMerchant.get(merchant) ?? [], ...found])
  }
  const series = acrossNames([...byMerchant.values()].flatMap(acrossAccounts), byId)
  const contracts: Contract[] = []
  for (const found of series) {
    const contract = describe(found, byId, today)
    if (contract) contracts.push(contract)
    yield
  }
  return contracts.sort((left, right) => (left.firstOn === right.firstOn ? (left.id < right.id ? -1 : 1) : left.firstOn < right.firstOn ? -1 : 1))
}

interface MerchantGroup { readonly key: string; readonly merchant: string; readonly group: Group }

/** Each group with the merchant's key, which groups on several accounts share. */
function* groupRows(rows: readonly ContractRow[], today: LocalDate): Steps<Iterable<MerchantGroup>> {
  const groups = new Map<string, MerchantGroup>()
  yield* visit(rows, (row) => {
    if (row.isTransfer || row.amountMinor === 0 || row.bookedOn > today || row.category === 'transfers.internal' || row.category === 'transfers.cash') return
    const merchant = `${row.currency} ${row.amountMinor < 0 ? '-' : '+'} ${merchantOf(row.payee, row.purpose).key}`
    const key = `${row.accountId} ${merchant}`
    const known = groups.get(key)
    if (known) known.group.push(row)
    else groups.set(key, { key, merchant, group: [row] })
  }, STRIDE)
  return groups.values()
}

/** A merchant with thousands of rows takes long: there is a pause after each rhythm tried on them. */
function* seriesOf(rows: Group, today: LocalDate): Steps<Found[]> {
  rows.sort((left, right) => (left.bookedOn === right.bookedOn ? left.id - right.id : left.bookedOn < right.bookedOn ? -1 : 1))
  const category = usualCategory(rows)
  const nature = natureOf(category, rows)
  const subscribed = new Set(nature === 'contractual' ? [] : rows.filter(saysSubscribed))
  if (subscribed.size > 1) return [...yield* seriesOf([...subscribed], today), ...yield* seriesOf(rows.filter((row) => !subscribed.has(row)), today)]
  const all = yield* pointsOf(nature === 'habitual' ? repeated(rows) : rows)
  const series: Found[] = []
  let left: readonly Point[] = all
  for (let round = 0; round < ROUNDS_MAX && left.length >= 2; round += 1) {
    const best = yield* bestSeries(left, { nature, category, unlisted: rows.length - all.length }, today)
    if (best === undefined) break
    const found = completed(best, left)
    if (!series.some((other) => isFragment(found, other) || isLeftOver(found, other))) series.push(found)
    const taken = new Set(found.members)
    left = left.filter((point) => !taken.has(point))
  }
  return series
}

function usualCategory(rows: readonly ContractRow[]): string | null {
  const counts = countsOf(rows.map(({ category }) => category))
  let usual: string | null = null
  let most = 0
  for (const [category, count] of counts) if (count > most || (count === most && (category ?? '') < (usual ?? ''))) [usual, most] = [category, count]
  return usual
}

function countsOf<T>(things: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}

/** In a habit only amounts that come back can be a contract's. */
function repeated(rows: readonly ContractRow[]): readonly ContractRow[] {
  const counts = countsOf(rows.map(({ amountMinor }) => amountMinor))
  return rows.filter(({ amountMinor }) => (counts.get(amountMinor) ?? 0) >= REPEATS_MIN)
}

function* pointsOf(rows: readonly ContractRow[]): Steps<Point[]> {
  const identities = yield* identitySteps(rows)
  const points: Point[] = []
  yield* visit(rows, (row) => {
    const { signature = '', isOwn = false } = identities[points.length] ?? {}
    points.push({ id: row.id, accountId: row.accountId, day: toDayNumber(row.bookedOn), amount: Math.abs(row.amountMinor), signature, hasMandate: isOwn })
  })
  return points
}

/**
 * What is left over of a series looks like another one: the same purpose and amounts in the same time, but fewer. Two
 * tickets of one price, for two people, are as many as each other.
 */
function isFragment(found: Found, other: Found): boolean {
  if (hasOwnDay(found, other)) return false
  const [first, last] = [other.members[0]?.day ?? 0, other.members.at(-1)?.day ?? 0]
  const amounts = new Set(other.members.map(({ amount }) => amount))
  const signatures = new Set(other.members.map(({ signature }) => signature))
  const like = found.members.filter(({ day, amount, signature }) => day >= first && day <= last && amounts.has(amount) && signatures.has(signature)).length
  return like * 2 > found.members.length && (found.beat !== other.beat || found.members.length < other.members.length * 0.6)
}

/** Two payments of other amounts that are left of what is paid under the same number: a bill at the end, and one in between. */
const isLeftOver = ({ members: [first, last, more] }: Found, { members }: Found): boolean =>
  first !== undefined && last !== undefined && more === undefined && first.amount !== last.amount && members.some(({ signature }) => signature === first.signature || signature === last.signature)

const OWN_DAY_MIN = 6
const OWN_DAY_APART = 3

/** Month after month on a day of its own: another contract of the same price. */
function hasOwnDay({ beat, fit, members }: Found, other: Found): boolean {
  const apart = Math.abs((fit.anchors[0] ?? 0) - (other.fit.anchors[0] ?? 0))
  return beat.rhythm === 'monthly' && other.beat === beat && members.length >= OWN_DAY_MIN && fit.drift <= 1 && Math.min(apart, 31 - apart) > OWN_DAY_APART && skippedIn(members, beat) <= 1
}

interface Setting { readonly nature: Nature; readonly category: string | null; readonly unlisted: number }

/** The series that explains most payments, over all rhythms. */
function* bestSeries(points: readonly Point[], { nature, category, unlisted }: Setting, today: LocalDate): Steps<Found | undefined> {
  const others = rarest(points) + unlisted
  let best: Found | undefined
  for (const beat of BEATS) {
    if (others * wholeMin(nature, beat) > longest(points, beat)) continue
    if (beat.rhythm === 'semimonthly' && category?.startsWith('leisure.') === true) continue
    const { members, score } = yield* bestChain(points, beat)
    if (members.length < 2 || score + 0.5 < (best?.score ?? 0)) continue
    const fit = fitBeat(beat, members.map(({ day }) => day))
    const confidence = confidenceOf(traitsOf(members, points, unlisted, fit.drift, beat), nature, beat, category)
    if (confidence === 0 || (members.length === 2 && isOver(beat, fit, members, today) && beat.months < 12)) continue
    const found = { beat, fit, members, confidence, score: score - (fit.drift / beat.driftMax) * Math.min(3, members.length * 0.2) }
    if (best === undefined || found.score > best.score) best = found
  }
  return best
}

/**
 * How many payments there are of the purpose that occurs least: a series is weighed against all those of its purposes, so against
 * so many at least. None where a mandate speaks for a payment.
 */
function rarest(points: readonly Point[]): number {
  if (points.some(({ hasMandate }) => hasMandate)) return 0
  let least = points.length
  for (const count of countsOf(points.map(({ signature }) => signature)).values()) least = Math.min(least, count)
  return least
}

/** So many payments follow each other in a beat at most. */
const longest = (points: readonly Point[], { days, slack }: Beat): number => Math.floor(((points.at(-1)?.day ?? 0) - (points[0]?.day ?? 0)) / (days - slack)) + 1

const dayOf = (members: readonly Point[]): LocalDate => fromDayNumber(members.at(-1)?.day ?? 0)

/** R13: one missed payment ends nothing, two do; of a yearly one, 45 days are enough. The last day on which it still counts as going on. */
export function lastChance(beat: Beat, last: LocalDate, anchors: readonly number[], rest: readonly number[] = []): LocalDate {
  return beat.rhythm === 'yearly' ? addDays(nextAfter(beat, last, anchors), YEARLY_GRACE) : addDays(nextAfter(beat, last, anchors, 2, rest), beat.tolerance)
}

const isOver = (beat: Beat, { anchors }: Fit, members: readonly Point[], today: LocalDate, rest: readonly number[] = []): boolean => today > lastChance(beat, dayOf(members), anchors, rest)

function statusOf(found: Found, today: LocalDate, rest: readonly number[]): ContractStatus {
  if (isOver(found.beat, found.fit, found.members, today, rest)) return 'ended'
  return found.members.length === 2 && found.beat.months < 6 ? 'early' : 'active'
}

/** What is still to come lies after the last payment; a payment that is late stays where it was expected. */
function describe(found: Found, rows: ReadonlyMap<number, ContractRow>, today: LocalDate): Contract | undefined {
  const { beat, fit, members, confidence } = found
  const [first, last] = [rows.get(members[0]?.id ?? -1), rows.get(members.at(-1)?.id ?? -1)]
  if (first === undefined || last === undefined) return undefined
  const merchant = merchantOf(last.payee, last.purpose)
  const sign = last.amountMinor < 0 ? -1 : 1
  const category = usualCategory(members.flatMap(({ id }) => rows.get(id) ?? []))
  const rest = restMonths(members, beat, fit, category)
  const status = statusOf(found, today, rest)
  const next = nextAmount(members, beat.months >= 6, sign > 0)
  const yearly = sign * next * beat.perYear
  return {
    id: `${first.accountId}-${first.id}`, accountId: last.accountId, currency: last.currency, counterparty: last.payee === '' || merchant.via !== '' ? merchant.name : last.payee,
    merchantKey: merchant.key, via: merchant.via, category, rhythm: beat.rhythm, anchors: fit.anchors, ...rest.length > 0 && { restMonths: rest }, status,
    firstOn: first.bookedOn, lastOn: last.bookedOn, lastMinor: last.amountMinor,
    averageMinor: sign * Math.round(members.reduce((sum, { amount }) => sum + amount, 0) / members.length),
    nextOn: status === 'ended' ? null : nextAfter(beat, last.bookedOn, fit.anchors, 1, rest), nextMinor: status === 'ended' ? null : sign * next,
    toleranceDays: beat.tolerance, monthlyMinor: roundedShare(yearly, MONTHS) ?? 0, yearlyMinor: yearly,
    isVariable: isVariable(members), skipped: skippedIn(members, beat), priceChanges: priceChangesOf(members, sign),
    transactionIds: members.map(({ id }) => id), confidence,
  }
}

/**
 * A contract found as of one day as another day knows it: as far as its rows go by then. Undefined where those would not make
 * one. What else its merchant took in that time is not looked at.
 */
export function retold(contract: Contract, rows: readonly ContractRow[], day: LocalDate): Contract | undefined {
  const { putIn } = contract
  if (putIn === undefined) return retoldAsFound(contract, rows, day)
  const found = rows.filter(({ id }) => !putIn.includes(id))
  const told = retoldAsFound(contract, found, day)
  return told && withPutIn(told, found, rows.filter(({ id }) => putIn.includes(id)), day)
}

/** The same contract with what a person has put into it. That tells when it was paid last and how much, not who takes it or on which day. */
export function withPutIn(contract: Contract, found: readonly ContractRow[], more: readonly ContractRow[], day: LocalDate): Contract {
  const beat = BEATS.find((one) => one.rhythm === contract.rhythm)
  const [own, added] = [found, more].map((rows) => rows.filter(({ bookedOn }) => bookedOn <= day))
  if (!beat || !own || !added || added.length === 0) return contract
  const rows = [...own, ...added].sort((left, right) => (left.bookedOn === right.bookedOn ? left.id - right.id : left.bookedOn < right.bookedOn ? -1 : 1))
  const fit = fitBeat(beat, own.map(({ bookedOn }) => toDayNumber(bookedOn)))
  const told = describe({ beat, fit, members: inOneGo(pointsOf(rows)), confidence: contract.confidence, score: 0 }, new Map(rows.map((row) => [row.id, row])), day)
  const { id, accountId, counterparty, merchantKey, via, category } = contract
  return told ? { ...told, id, accountId, counterparty, merchantKey, via, category, putIn: added.map((row) => row.id) } : contract
}

function retoldAsFound({ rhythm, confidence }: Contract, rows: readonly ContractRow[], day: LocalDate): Contract | undefined {
  const beat = BEATS.find((one) => one.rhythm === rhythm)
  const known = rows.filter(({ bookedOn }) => bookedOn <= day)
  if (!beat || known.length < 2) return undefined
  const members = inOneGo(pointsOf(known))
  const fit = fitBeat(beat, members.map((point) => point.day))
  if (members.length === 2 && isOver(beat, fit, members, day) && beat.months < 12) return undefined
  const category = usualCategory(known)
  if (known.length < rows.length && confidenceOf(traitsOf(members, members, 0, fit.drift, beat), natureOf(category, known), beat, category) === 0) return undefined
  return describe({ beat, fit, members, confidence, score: 0 }, new Map(known.map((row) => [row.id, row])), day)
}

const skippedIn = (members: readonly Point[], beat: Beat): number =>
  members.reduce((sum, { day }, index) => sum + (index === 0 ? 0 : Math.max(0, Math.round((day - (members[index - 1]?.day ?? day)) / beat.days) - 1)), 0)
