import { tokensOf } from '#main/categorise/fold.ts'
import { isPersonName } from '#main/categorise/persons.ts'
import { toDayNumber } from '#shared/dates.ts'
import { exponentOf } from '#shared/money.ts'
import { inOneGo, sifted, STRIDE, visit, type Steps } from '../steps.ts'
import { choose } from './choose.ts'
import { feeMatches } from './fees.ts'
import { accountHints, type Hints } from './hints.ts'
import { byDay, DAYS_MAX, matched, near, type Match, type Matches } from './match.ts'
import { carriersOf } from './own-names.ts'
import { ownedNumbers, ownAccountOf, readLeg, type Leg } from './signs.ts'
import { walletsOf } from './wallets.ts'
import { pairKey, type OwnAccount, type Transfer, type TransferMethod, type TransferOptions, type TransferRow } from './transfer.ts'

/** So many legs are held against their neighbours in one step. */
const NEIGHBOURS_STRIDE = 8
/** The bill of a card is to the cent what was spent with it; two round amounts may meet by chance. */
const ROUND = 500
const RATE_TOLERANCE = 0.025

/**
 * Finds the rows that are two sides of one movement between own accounts. Every row is in one pair at most, every pair has
 * two real rows, and what a person has rejected does not come back. O(n log n) for rows spread over days and amounts.
 */
export const findTransfers = (rows: readonly TransferRow[], accounts: readonly OwnAccount[], options: TransferOptions): Transfer[] => inOneGo(pairingSteps(rows, accounts, options))

export function* pairingSteps(rows: readonly TransferRow[], accounts: readonly OwnAccount[], options: TransferOptions): Steps<Transfer[]> {
  const owned = ownedNumbers(accounts)
  const hints = accountHints(accounts)
  const signs = { owned, wallets: walletsOf(accounts), hasOwnName: carriersOf(options.names) }
  const known: Known = { types: new Map(accounts.map(({ id, type }) => [id, type])), hints, hasCardAbroad: accounts.some((card) => card.type === 'credit' && accounts.some(({ type, currency }) => type !== 'credit' && currency !== card.currency)) }
  const legs: Leg[] = []
  const facing = yield* opposites(rows, owned)
  yield* visit(facing, (row) => { legs.push(readLeg(row, toDayNumber(row.bookedOn), signs)) }, STRIDE)
  const matches: Match[] = []
  for (const match of sameAmountMatches(legs, known, options)) {
    if (match) matches.push(match)
    else yield
  }
  for (const match of currencyMatches(legs, known, options)) {
    if (match) matches.push(match)
    else yield
  }
  for (const match of feeMatches(legs, options)) {
    if (match) matches.push(match)
    else yield
  }
  return yield* choose(matches)
}

/** Rows without any row of the opposite amount on another account can be left unread, unless they name an own account or may be changed into another currency. */
function* opposites(rows: readonly TransferRow[], owned: ReadonlyMap<string, number>): Steps<TransferRow[]> {
  const currencies = new Set<string>()
  const come = new Set<number>()
  yield* visit(rows, ({ currency, amountMinor }) => {
    currencies.add(currency)
    if (amountMinor > 0) come.add(amountMinor)
  })
  if (currencies.size > 1) return yield* sifted(rows, ({ amountMinor }) => amountMinor !== 0)
  const met = new Set<number>()
  const named = new Map<string, boolean>()
  const namesOwn = (row: TransferRow): boolean => {
    const key = row.counterpartyIban === '' ? row.counterpartyAccount : row.counterpartyIban
    if (key === '') return false
    const known = named.get(key) ?? ownAccountOf(row, owned) !== undefined
    named.set(key, known)
    return known
  }
  yield* visit(rows, ({ amountMinor }) => { if (amountMinor < 0 && come.has(-amountMinor)) met.add(-amountMinor) })
  return yield* sifted(rows, (row) => met.has(Math.abs(row.amountMinor)) || namesOwn(row))
}

interface Known {
  readonly types: ReadonlyMap<number, OwnAccount['type']>
  readonly hints: Hints
  /** Only then can the bill of a card be paid from another currency; half of all rows name some card. */
  readonly hasCardAbroad: boolean
}

function* sameAmountMatches(legs: readonly Leg[], known: Known, options: TransferOptions): Matches {
  const buckets = new Map<string, Leg[]>()
  for (const [at, leg] of legs.entries()) {
    if (at % (8 * STRIDE) === 0) yield
    const key = `${leg.row.currency}${Math.abs(leg.row.amountMinor)}`
    const bucket = buckets.get(key)
    if (bucket) bucket.push(leg)
    else buckets.set(key, [leg])
  }
  for (const bucket of buckets.values()) {
    const incoming = bucket.filter(({ row }) => row.amountMinor > 0).sort(byDay)
    if (incoming.length === 0 || incoming.length === bucket.length) continue
    for (const [at, out] of bucket.filter(({ row }) => row.amountMinor < 0).entries()) {
      if (at % NEIGHBOURS_STRIDE === 0) yield
      for (const into of near(incoming, out.day)) {
        const match = judge(out, into, known)
        if (match && !options.rejected.has(pairKey(out.row.id, into.row.id))) yield match
      }
    }
  }
}

/** What two legs say together; undefined where they cannot belong together. */
function judge(out: Leg, into: Leg, { types, hints }: Known): Match | undefined {
  const [from, to] = [out.row.accountId, into.row.accountId]
  const apart = Math.abs(into.day - out.day)
  if (from === to || contradicts(out, to) || contradicts(into, from)) return undefined
  const named = Number(out.towards === to) + Number(into.towards === from)
  if (named > 0) return named === 2 || apart <= DAYS_MAX ? matched(out, into, { method: 'iban', score: (named === 2 ? 1 : 0.95) - apart * 0.005 }) : undefined
  if (apart > DAYS_MAX) return undefined
  if (out.wallet === to || into.wallet === from) return matched(out, into, { method: 'wording', score: 0.9 - 0.02 * apart })
  const [outHints, inHints] = [hints(out.row), hints(into.row)]
  const said = wordsOfBoth(out, into, { from: types.get(from), to: types.get(to) }, pointsOnlyAt(outHints, to) && pointsOnlyAt(inHints, from))
  if (said === undefined) return undefined
  const points = pointing(outHints, to, from) + pointing(inHints, from, to)
  return matched(out, into, { method: said.method, score: Math.min(SCORE_MAX, said.score + points) - DAY_COST[said.method] * apart })
}

const SCORE_MAX = 0.97
/** A bill debited on a Thursday is often booked on the card on Monday; other transfers are seldom that late. */
const DAY_COST: Readonly<Record<TransferMethod, number>> = { 'iban': 0.005, 'card-settlement': 0.015, 'wording': 0.02, 'currency': 0.02, 'amount-date': 0.02 }

/** Words that name a third own account speak against this one; some banks name the row's own. */
function pointing(hinted: ReadonlySet<number> | undefined, account: number, own: number): number {
  if (hinted === undefined) return 0
  return hinted.has(account) ? 0.05 : hinted.has(own) ? 0 : -0.12
}

const pointsOnlyAt = (hinted: ReadonlySet<number> | undefined, account: number): boolean => hinted?.size === 1 && hinted.has(account)

interface Kinds { readonly from: OwnAccount['type'] | undefined; readonly to: OwnAccount['type'] | undefined }

function wordsOfBoth(out: Leg, into: Leg, { from, to: type }: Kinds, nameEachOther: boolean): Pick<Match, 'method' | 'score'> | undefined {
  // What is drawn from a machine is in the purse that is kept in this ledger.
  if ((type === 'cash' && out.saysCash) || (from === 'cash' && into.saysCash)) return { method: 'wording', score: 0.88 }
  if (mirrors(out.row, into.row)) return { method: 'wording', score: 0.86 }
  if (agree(out.row, into.row)) return { method: 'wording', score: 0.84 }
  if (nameEachOther && !out.row.isSpokenFor && !into.row.isSpokenFor) return { method: 'wording', score: 0.86 }
  if (out.saysOther || into.saysOther) return undefined
  if (type === 'credit' && (out.saysSettlement || into.saysSettlement)) return { method: 'card-settlement', score: out.saysSettlement && into.saysSettlement ? 0.92 : 0.82 }
  if (type === 'credit' && into.row.amountMinor % ROUND !== 0) return { method: 'card-settlement', score: 0.84 }
  if (out.row.payee !== '' && out.row.payee === into.row.payee && out.row.purpose !== '' && out.row.purpose === into.row.purpose) return { method: 'wording', score: 0.84 }
  const words = Number(out.saysTransfer || out.saysOwnName) + Number(into.saysTransfer || into.saysOwnName)
  if (words > 0) return { method: 'wording', score: words === 2 ? 0.9 : 0.78 }
  return { method: 'amount-date', score: 0.55 }
}

/**
 * Both legs carry the same person's name and the same purpose: nobody but oneself is named on both sides of a payment. Without a
 * purpose it may as well be a friend who pays back, unless the name is known for the owner's.
 */
const mirrors = (out: TransferRow, into: TransferRow): boolean =>
  out.payee !== '' && out.payee === into.payee && out.purpose !== '' && out.purpose === into.purpose && !out.isSpokenFor && !into.isSpokenFor && isPersonName(out.payee, tokensOf(out.payee))

/** Two people of one household: each leg names the other one, and both carry what it was for. */
const agree = (out: TransferRow, into: TransferRow): boolean =>
  out.purpose === into.purpose && /\p{L}{3}/u.test(out.purpose) && !out.isSpokenFor && !into.isSpokenFor && isPersonName(out.payee, tokensOf(out.payee)) && isPersonName(into.payee, tokensOf(into.payee))

/** It names an account that is not the other leg's. A wallet is filled by way of its company's account, which is everybody's. */
const contradicts = (leg: Leg, other: number): boolean => (leg.towards === undefined ? leg.isElsewhere && leg.wallet !== other : leg.towards !== other)

/** Money changed on the way: certain where one leg says what the other booked, else by the day's rate. */
function* currencyMatches(legs: readonly Leg[], { types, hints, hasCardAbroad }: Known, options: TransferOptions): Matches {
  const incoming = legs.filter(({ row }) => row.amountMinor > 0).sort(byDay)
  const currencies = new Set(legs.map(({ row }) => row.currency))
  if (currencies.size < 2) return
  const unrated: Match[] = []
  for (const [at, out] of legs.entries()) {
    if (at % NEIGHBOURS_STRIDE === 0) yield
    if (out.row.amountMinor > 0 || out.saysOther || !(out.towards !== undefined || changeIn(out) !== undefined || out.saysTransfer || (hasCardAbroad && out.saysSettlement) || out.saysOwnName || out.row.originalCurrency !== null)) continue
    for (const into of near(incoming, out.day)) {
      if (into.row.currency === out.row.currency || into.row.accountId === out.row.accountId || into.saysOther || contradicts(out, into.row.accountId) || contradicts(into, out.row.accountId)) continue
      if (Math.abs(into.day - out.day) > DAYS_MAX || options.rejected.has(pairKey(out.row.id, into.row.id))) continue
      const score = changedScore(out, into, { type: types.get(into.row.accountId), nameEachOther: nameEachOther(out, into, hints) }, options)
      if (score === undefined) unrated.push(matched(out, into, { method: 'currency', score: UNRATED }))
      else if (score > 0) yield matched(out, into, { method: 'currency', score })
    }
  }
  yield* onlyOnes(unrated)
}

/** Each names the other by number, and nothing says how much the one is in the other's currency. */
const UNRATED = 0.85

/** Where a row could be changed into either of two, the day alone does not tell which: a person may. */
function* onlyOnes(matches: readonly Match[]): Generator<Match> {
  const counts = new Map<number, number>()
  for (const { out, into } of matches) for (const { row } of [out, into]) counts.set(row.id, (counts.get(row.id) ?? 0) + 1)
  for (const match of matches) {
    const isOnly = counts.get(match.out.row.id) === 1 && counts.get(match.into.row.id) === 1
    yield isOnly ? match : matched(match.out, match.into, { method: 'currency', score: 0.6 - 0.02 * Math.abs(match.into.day - match.out.day) })
  }
}

/** `USD to EUR`, as a change of currency is booked on both sides. */
const CHANGE = /\b([A-Z]{3}) ?(?:to|in|nach|zu|->|→) ?([A-Z]{3})\b/

const changeIn = ({ row: { payee, purpose } }: Leg): string | undefined => CHANGE.exec(`${payee} ${purpose}`)?.slice(1).join()

/** By number, by name, or both by the same change of currency. */
function nameEachOther(out: Leg, into: Leg, hints: Hints): boolean {
  if (out.towards === into.row.accountId && into.towards === out.row.accountId) return true
  const change = changeIn(out)
  if (change !== undefined && change === changeIn(into) && change === `${out.row.currency},${into.row.currency}`) return true
  return pointsOnlyAt(hints(out.row), into.row.accountId) && pointsOnlyAt(hints(into.row), out.row.accountId)
}

interface Naming { readonly type: OwnAccount['type'] | undefined; readonly nameEachOther: boolean }

/** Undefined where both legs name each other and no rate is known. */
function changedScore(out: Leg, into: Leg, { type, nameEachOther }: Naming, { rateOn }: TransferOptions): number | undefined {
  const isNamed = out.towards === into.row.accountId || into.towards === out.row.accountId
  const isBill = type === 'credit' && out.saysSettlement && into.saysSettlement
  // What was bought abroad has its foreign amount too: something has to say that it is a transfer.
  if (statesAmount(out.row, into.row) || statesAmount(into.row, out.row)) return isNamed || isBill || out.saysTransfer || into.saysTransfer || out.saysOwnName || into.saysOwnName ? 0.93 : 0.6
  const rate = rateOn?.(out.row.currency, into.row.currency, out.row.bookedOn)
  if (rate === undefined) return nameEachOther ? undefined : 0
  const expected = (Math.abs(out.row.amountMinor) / 10 ** exponentOf(out.row.currency)) * rate * 10 ** exponentOf(into.row.currency)
  if (Math.abs(expected - into.row.amountMinor) > expected * RATE_TOLERANCE) return 0
  return isNamed ? 0.9 : isBill || (out.saysTransfer && into.saysTransfer) ? 0.8 : out.towards === undefined && !out.saysTransfer && !out.saysOwnName && out.row.originalCurrency === null ? 0 : 0.6
}

const statesAmount = (row: TransferRow, other: TransferRow): boolean =>
  row.originalCurrency === other.currency && row.originalAmount !== null && Math.round(Math.abs(Number(row.originalAmount)) * 10 ** exponentOf(other.currency)) === Math.abs(other.amountMinor)
