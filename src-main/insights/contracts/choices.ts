import type { LocalDate } from '#shared/dates.ts'
import type { ContractChoice } from '#main/ledger/insights/contracts.ts'
import type { Contract, PriceChange } from './contract.ts'

/** A contract with what a person has said of it. `counterparty` is the person's own name for it where there is one. */
export interface KnownContract extends Contract {
  readonly choice: 'found' | 'confirmed' | 'dismissed'
  readonly ownName: string | null
  readonly cancelBy: LocalDate | null
  readonly remindDays: number | null
  /** The contracts that a person has put into this one. */
  readonly mergedIds: readonly string[]
}

/** Each contract with the choice that is about it: the one kept under one of its rows, else the one about its kind where it is the only one left. */
export function withChoices(contracts: readonly Contract[], choices: readonly ContractChoice[]): Map<Contract, ContractChoice> {
  const chosen = new Map<Contract, ContractChoice>()
  if (choices.length === 0) return chosen
  const anchors = new Set(choices.map(({ anchorId }) => anchorId))
  const byRow = new Map(contracts.flatMap((contract) => contract.transactionIds.filter((id) => anchors.has(id)).map((id) => [id, contract] as const)))
  const homeless = choices.filter((choice) => {
    const contract = byRow.get(choice.anchorId)
    if (contract === undefined || chosen.has(contract)) return contract === undefined
    chosen.set(contract, choice)
    return false
  })
  for (const choice of homeless) {
    const alike = contracts.filter((contract) => !chosen.has(contract) && isOfKind(contract, choice))
    if (alike.length === 1 && alike[0]) chosen.set(alike[0], choice)
  }
  return chosen
}

const isOfKind = (contract: Contract, { merchantKey, currency, direction, rhythm }: ContractChoice): boolean =>
  contract.merchantKey === merchantKey && contract.currency === currency && contract.rhythm === rhythm && directionOf(contract) === direction

export const directionOf = ({ lastMinor }: Pick<Contract, 'lastMinor'>): 'in' | 'out' => (lastMinor < 0 ? 'out' : 'in')

/** The contracts as a person wants them: named, confirmed, dismissed, and several as one. */
export function chosenContracts(contracts: readonly Contract[], choices: readonly ContractChoice[]): KnownContract[] {
  const chosen = withChoices(contracts, choices)
  const byAnchor = new Map([...chosen].map(([contract, { anchorId }]) => [anchorId, contract]))
  const merged = new Map<Contract, Contract>()
  for (const [contract, { mergedInto }] of chosen) {
    const target = mergedInto === null ? undefined : byAnchor.get(mergedInto) ?? contracts.find(({ transactionIds }) => transactionIds.includes(mergedInto))
    if (target && target !== contract) merged.set(contract, target)
  }
  return contracts.filter((contract) => !merged.has(contract) || chainEnd(contract, merged) === contract).map((contract) => {
    const parts = [...merged.keys()].filter((part) => part !== contract && chainEnd(part, merged) === contract)
    return known(parts.reduce(mergedContract, contract), chosen.get(contract), parts)
  })
}

/** Where a merged contract ends up; a circle ends where it began. */
function chainEnd(contract: Contract, merged: ReadonlyMap<Contract, Contract>): Contract {
  let end = contract
  for (let next = merged.get(end); next !== undefined; next = merged.get(end)) {
    if (next === contract) return contract
    end = next
  }
  return end
}

function known(contract: Contract, choice: ContractChoice | undefined, parts: readonly Contract[]): KnownContract {
  const isTrusted = choice?.state === 'confirmed' && contract.status === 'early'
  return {
    ...contract,
    counterparty: choice?.name ?? contract.counterparty, status: isTrusted ? 'active' : contract.status,
    choice: choice?.state ?? 'found', ownName: choice?.name ?? null, cancelBy: choice?.cancelBy ?? null, remindDays: choice?.remindDays ?? null,
    mergedIds: parts.map(({ id }) => id),
  }
}

/** Two series told as one: its past is both, what comes next is what the later one says. */
function mergedContract(target: Contract, part: Contract): Contract {
  const [earlier, later] = part.firstOn < target.firstOn ? [part, target] : [target, part]
  const newest = later.lastOn >= earlier.lastOn ? later : earlier
  const [before, after] = [earlier.transactionIds.length, later.transactionIds.length]
  return {
    ...newest,
    id: target.id, accountId: newest.accountId, counterparty: target.counterparty, merchantKey: target.merchantKey, via: target.via, category: target.category,
    firstOn: earlier.firstOn,
    averageMinor: Math.round((earlier.averageMinor * before + later.averageMinor * after) / (before + after)),
    skipped: earlier.skipped + later.skipped,
    priceChanges: [...earlier.priceChanges, ...stepBetween(earlier, later), ...later.priceChanges].sort((left, right) => (left.on < right.on ? -1 : 1)),
    transactionIds: [...earlier.transactionIds, ...later.transactionIds],
    confidence: Math.min(earlier.confidence, later.confidence),
  }
}

function stepBetween(earlier: Contract, later: Contract): PriceChange[] {
  const toMinor = later.priceChanges[0]?.fromMinor ?? later.lastMinor
  const isStep = earlier.lastOn < later.firstOn && !earlier.isVariable && !later.isVariable && earlier.lastMinor !== toMinor
  return isStep ? [{ on: later.firstOn, fromMinor: earlier.lastMinor, toMinor }] : []
}
