import { goSameWay } from '#shared/contract-rules.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Contract, ContractRow } from './contract.ts'
import { withPutIn } from './detect.ts'

/** A person's words about single rows, by row: the contract that has this other row, or none. */
export type PartWords = ReadonlyMap<number, number | null>

/** What a contract must be of to take a row: the same currency, in the same direction. */
export const canTake = (contract: Pick<Contract, 'currency' | 'lastMinor'>, row: Pick<ContractRow, 'currency' | 'amountMinor'>): boolean =>
  goSameWay({ currency: contract.currency, minor: contract.lastMinor }, { currency: row.currency, minor: row.amountMinor })

/**
 * Contracts as they were found without the rows that a person has spoken of, with those put where the person wants them. A row
 * whose contract is not found, or has become one of another kind, is in none.
 */
export function withParts(found: readonly Contract[], words: PartWords, rows: Iterable<ContractRow>, day: LocalDate): Contract[] {
  const anchors = new Map([...words].filter((word): word is [number, number] => word[1] !== null))
  if (anchors.size === 0) return [...found]
  const wanted = new Set(anchors.values())
  const targets = new Map(found.flatMap((contract) => contract.transactionIds.filter((id) => wanted.has(id)).map((id) => [id, contract] as const)))
  const known = new Set([...targets.values()].flatMap(({ transactionIds }) => transactionIds))
  const byId = new Map<number, ContractRow>()
  for (const row of rows) if (known.has(row.id) || anchors.has(row.id)) byId.set(row.id, row)
  const added = new Map<Contract, ContractRow[]>()
  for (const [rowId, anchor] of anchors) {
    const [row, contract] = [byId.get(rowId), targets.get(anchor)]
    if (row && contract && canTake(contract, row)) added.set(contract, [...added.get(contract) ?? [], row])
  }
  return found.map((contract) => {
    const more = added.get(contract)
    return more ? withPutIn(contract, contract.transactionIds.flatMap((id) => byId.get(id) ?? []), more, day) : contract
  })
}
