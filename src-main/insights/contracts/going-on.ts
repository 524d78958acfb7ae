import { merchantOf } from '#main/categorise/merchant.ts'
import { isVariable } from './amounts.ts'
import { PAUSE_DAYS_MAX, type Point } from './chains.ts'
import type { ContractRow } from './contract.ts'
import type { Found } from './found.ts'
import { fitBeat } from './rhythms.ts'

const SAME_PRICE = 0.25

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
  const partyOf = (read: (row: ContractRow) => string) => (found: Found): string => {
    const row = rows.get(found.members.at(-1)?.id ?? -1)
    return row === undefined || read(row) === '' || merchantOf(row.payee, row.purpose).via !== '' ? '' : `${row.currency} ${Math.sign(row.amountMinor)} ${read(row)}`
  }
  const byAccount = withinParties(series, partyOf(({ counterpartyIban }) => counterpartyIban))
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

type MayGoOn = (last: Point, first: Point) => boolean

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
  if (!last || !first || earlier.beat !== later.beat || !mayGoOn(last, first)) return false
  const gap = first.day - last.day
  const beats = Math.round(gap / later.beat.days)
  const isNear = beats <= 2 || (gap <= PAUSE_DAYS_MAX && (first.amount === last.amount || (isVariable(earlier.members) && isVariable(later.members))))
  return beats >= 1 && isNear && Math.abs(gap - beats * later.beat.days) <= later.beat.slack && Math.abs(first.amount - last.amount) <= SAME_PRICE * Math.max(first.amount, last.amount)
}

function joined(earlier: Found, later: Found): Found {
  const members = [...earlier.members, ...later.members]
  return { ...later, members, fit: fitBeat(later.beat, members.map(({ day }) => day)), confidence: Math.max(earlier.confidence, later.confidence) }
}
