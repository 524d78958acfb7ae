import { tokensOf } from '#main/categorise/fold.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import { isVariable } from './amounts.ts'
import { PAUSE_DAYS_MAX, type Point } from './chains.ts'
import type { ContractRow } from './contract.ts'
import type { Found } from './found.ts'
import { fitBeat } from './rhythms.ts'

const SAME_PRICE = 0.25
/** So few payments tell not whether their amounts vary. */
const YOUNG_MAX = 3
/** A price may rise while a contract rests, if it keeps its day. */
const SAME_DAY = 2
/** Where only a word of the name is the same, the price has to be, too. */
const VERY_PRICE = 0.03

/**
 * A contract that moved to another account goes on there: the same beat, about the same price, the next payment in its time.
 * On its own account it goes on after some weeks of which nothing is known, unless mandate or price are another one.
 */
export const acrossAccounts = (series: readonly Found[]): Found[] =>
  continued(series, (last, first) => last.accountId !== first.accountId || !(last.hasMandate && first.hasMandate && last.signature !== first.signature))

/**
 * A merchant who took another name keeps the account that he is paid on, or the creditor identifier with which he collects.
 * What goes by way of a payment service says nothing: its account is everybody's.
 */
export function acrossNames(series: readonly Found[], rows: ReadonlyMap<number, ContractRow>): Found[] {
  return acrossWords(acrossParties(series, rows), rows)
}

/**
 * Cards name no account: there a merchant's new name keeps a word of the old one, and the contract its price and its day. Or the
 * purpose keeps the contract's number.
 */
function acrossWords(series: readonly Found[], rows: ReadonlyMap<number, ContractRow>): Found[] {
  const words = new Map<number, ReadonlySet<string>>()
  const wordsOf = ({ id }: Point): ReadonlySet<string> => {
    const row = rows.get(id)
    const known = words.get(id) ?? new Set(row === undefined || row.category === 'transfers.person' ? [] : wordsIn(row))
    words.set(id, known)
    return known
  }
  const signOf = (point: Point): number => Math.sign(rows.get(point.id)?.amountMinor ?? 0)
  return continued(series, (last, first, areVariable) =>
    last.accountId === first.accountId && signOf(last) === signOf(first) && (haveCommon(numbersOf(rows.get(last.id)), numbersOf(rows.get(first.id))) || ((Math.abs(first.amount - last.amount) <= VERY_PRICE * first.amount || areVariable) && haveCommon(wordsOf(last), wordsOf(first)))))
}

const haveCommon = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => [...left].some((word) => right.has(word))

/** Long enough to be nobody else's. A bill's number stands in one payment only. */
const numbersOf = (row: ContractRow | undefined): ReadonlySet<string> => new Set(row?.purpose.match(/\d{6,}/g))

/** Also two that are one: `T-MOBILE`, `TMOBILE`. */
function wordsIn({ payee, purpose }: ContractRow): string[] {
  const key = merchantOf(payee, purpose).key.split(' ')
  return [...key, ...tokensOf(payee), key.slice(0, 2).join('')].filter((word) => word.length >= WORD_MIN && !/\d/.test(word) && !GENERIC.test(word))
}

const WORD_MIN = 3
/** Words that many names have. */
const GENERIC = /^(?:com|net|inc|ltd|bank|ins|insurance|versicherung\w*|energie|energy|stadt\w*|city|county|council|deutschland|austria|uk|the|and|und|club|group|service|services|online|payment|pay|pmt|bill|fee|haus\w*|kredit|loan|mtg|mortgage|pay ?pal|zelle|venmo)$/

function acrossParties(series: readonly Found[], rows: ReadonlyMap<number, ContractRow>): Found[] {
  const partyOf = (read: (row: ContractRow) => string) => (found: Found): string => {
    const row = rows.get(found.members.at(-1)?.id ?? -1)
    return row === undefined || read(row) === '' || merchantOf(row.payee, row.purpose).via !== '' ? '' : `${row.currency} ${Math.sign(row.amountMinor)} ${read(row)}`
  }
  const byAccount = withinParties(series, partyOf(({ counterpartyIban, counterpartyAccount = '' }) => (counterpartyIban === '' ? counterpartyAccount : counterpartyIban)))
  return withinParties(byAccount, partyOf(({ creditorId }) => creditorId))
}

function withinParties(series: readonly Found[], partyOf: (found: Found) => string): Found[] {
  const parties = new Map<string, Found[]>()
  const others: Found[] = []
  for (const found of series) {
    const party = partyOf(found)
    if (party === '') others.push(found)
    else parties.set(party, [...parties.get(party) ?? [], found])
  }
  return [...others, ...[...parties.values()].flatMap((known) => (known.length < 2 ? known : continued(known, () => true)))]
}

type MayGoOn = (last: Point, first: Point, areVariable: boolean) => boolean

function continued(series: readonly Found[], mayGoOn: MayGoOn): Found[] {
  const sorted = series.toSorted((left, right) => (left.members[0]?.day ?? 0) - (right.members[0]?.day ?? 0) || (left.members[0]?.id ?? 0) - (right.members[0]?.id ?? 0))
  const kept: Found[] = []
  for (const found of sorted) {
    const at = kept.findIndex((earlier) => goesOn(earlier, found, mayGoOn))
    const earlier = kept[at]
    if (!earlier) kept.push(found)
    else kept[at] = joined(earlier, found)
  }
  return kept
}

function goesOn(earlier: Found, later: Found, mayGoOn: MayGoOn): boolean {
  const [last, first] = [earlier.members.at(-1), later.members[0]]
  if (!last || !first || earlier.beat !== later.beat) return false
  const gap = first.day - last.day
  const beats = Math.round(gap / later.beat.days)
  if (beats < 1 || (beats > 2 && gap > PAUSE_DAYS_MAX)) return false
  const areVariable = isVariable(earlier.members) && (isVariable(later.members) || later.members.length <= YOUNG_MAX)
  const isSameDay = Math.abs(gap - beats * later.beat.days) <= SAME_DAY && later.members.length >= YOUNG_MAX
  if ((beats > 2 && first.amount !== last.amount && !areVariable && !isSameDay) || !mayGoOn(last, first, areVariable)) return false
  return Math.abs(gap - beats * later.beat.days) <= later.beat.slack && Math.abs(first.amount - last.amount) <= SAME_PRICE * Math.max(first.amount, last.amount)
}

function joined(earlier: Found, later: Found): Found {
  const members = [...earlier.members, ...later.members]
  return { ...later, members, fit: fitBeat(later.beat, members.map(({ day }) => day)), confidence: Math.max(earlier.confidence, later.confidence) }
}
