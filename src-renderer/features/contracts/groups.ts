import { goSameWay } from '#shared/contract-rules.ts'
import type { KnownContract } from '#shared/contracts.ts'
import { toDayNumber } from '#shared/dates.ts'
import { minor, type Money } from '#shared/money.ts'
import { serviceName } from '#shared/payment-services.ts'
import { sumsByCurrency } from '#renderer/stores/accounts.ts'
import { matchScore } from '#renderer/ui/match.ts'

export type ContractGroup = 'active' | 'early' | 'ended' | 'dismissed'
export type Shown = ContractGroup | 'all'
export const CONTRACT_GROUPS: readonly ContractGroup[] = ['active', 'early', 'ended', 'dismissed']

export const groupOf = ({ choice, status }: Pick<KnownContract, 'choice' | 'status'>): ContractGroup => (choice === 'dismissed' ? 'dismissed' : status)

export interface Group { readonly group: ContractGroup; readonly contracts: readonly KnownContract[] }

/** What is left of them by group and search, what costs most in a year first. The dismissed show only where they are asked for. */
export function groupsOf(contracts: readonly KnownContract[], shown: Shown, search: string): Group[] {
  const found = contracts.filter((contract) => search.trim() === '' || matchScore(search, `${contract.counterparty} ${serviceName(contract.via)}`) !== undefined)
  const order = currencyOrder(contracts)
  return CONTRACT_GROUPS
    .filter((group) => (shown === 'all' ? group !== 'dismissed' : group === shown))
    .map((group) => ({ group, contracts: found.filter((contract) => groupOf(contract) === group).sort((left, right) => byCost(left, right, order)) }))
    .filter((entry) => entry.contracts.length > 0)
}

/** Amounts of different currencies are not held against each other: the currency of most contracts comes first. */
const currencyOrder = (contracts: readonly KnownContract[]): readonly string[] => sumsByCurrency(contracts.map(({ yearly }) => yearly)).map(({ currency }) => currency)

const byCost = (left: KnownContract, right: KnownContract, order: readonly string[]): number =>
  order.indexOf(left.currency) - order.indexOf(right.currency) || left.yearly.minor - right.yearly.minor || left.counterparty.localeCompare(right.counterparty)

export interface Totals { readonly monthlyOut: readonly Money[]; readonly yearlyOut: readonly Money[]; readonly monthlyIn: readonly Money[]; readonly yearlyIn: readonly Money[] }

/** What the running ones come to, one sum for each currency. Money out is told as a cost, without its minus. */
export function totalsOf(contracts: readonly KnownContract[]): Totals {
  const running = contracts.filter((contract) => groupOf(contract) === 'active')
  const [out, into] = [running.filter(({ yearly }) => yearly.minor < 0), running.filter(({ yearly }) => yearly.minor > 0)]
  return {
    monthlyOut: sumsByCurrency(out.map(({ monthly }) => positive(monthly))), yearlyOut: sumsByCurrency(out.map(({ yearly }) => positive(yearly))),
    monthlyIn: sumsByCurrency(into.map(({ monthly }) => monthly)), yearlyIn: sumsByCurrency(into.map(({ yearly }) => yearly)),
  }
}

export const positive = (money: Money): Money => ({ minor: minor(Math.abs(money.minor)), currency: money.currency })

export interface PriceStep { readonly on: KnownContract['lastOn']; readonly by: Money; readonly yearly: Money; readonly isDearer: boolean }

/** Its changes of price, latest first. What is paid and costs more, or comes in and is less, is dearer. */
export const priceSteps = ({ priceChanges, lastAmount }: Pick<KnownContract, 'priceChanges' | 'lastAmount'>): PriceStep[] => {
  const sign = lastAmount.minor < 0 ? -1 : 1
  return priceChanges.map(({ on, from, to, yearly }) => ({
    on, by: { minor: minor(sign * (to.minor - from.minor)), currency: to.currency }, yearly: { minor: minor(sign * yearly.minor), currency: yearly.currency }, isDearer: to.minor < from.minor,
  })).reverse()
}

/** Those that may be one with it: money of the same currency in the same direction, the likeliest first. */
export function mergeable(contract: KnownContract, contracts: readonly KnownContract[]): KnownContract[] {
  const likeness = new Map(contracts.map((other) => [other, likenessOf(contract, other)]))
  return contracts
    .filter((other) => other.id !== contract.id && other.choice !== 'dismissed' && goSameWay(other.lastAmount, contract.lastAmount))
    .sort((left, right) => (likeness.get(right) ?? 0) - (likeness.get(left) ?? 0) || left.counterparty.localeCompare(right.counterparty))
}

const GAP_DAYS = 100

/** A name alike says most; then that one begins where the other ended, at the same rhythm, for the same thing, for about as much. */
function likenessOf(contract: KnownContract, other: KnownContract): number {
  const [word = ''] = contract.counterparty.toLowerCase().split(/\s+/)
  const [earlier, later] = contract.firstOn <= other.firstOn ? [contract, other] : [other, contract]
  const gap = toDayNumber(later.firstOn) - toDayNumber(earlier.lastOn)
  const [less, more] = [contract.lastAmount.minor, other.lastAmount.minor].map(Math.abs).sort((left, right) => left - right)
  return Number(word !== '' && other.counterparty.toLowerCase().includes(word)) * 8 + Number(gap > 0 && gap <= GAP_DAYS) * 4
    + Number(other.frequency === contract.frequency) * 2 + Number(other.categoryId !== null && other.categoryId === contract.categoryId) * 2 + (less ?? 0) / Math.max(1, more ?? 0)
}
