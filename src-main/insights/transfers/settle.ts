import type { InsightAccount, InsightRow } from '#main/ledger/insights/rows.ts'
import type { PairingMode } from '#main/ledger/insights/state.ts'
import { canBeOneMovement, type Pair, type TransferChoice } from '#main/ledger/insights/transfers.ts'
import { sifted, type Steps } from '../steps.ts'
import { pairingSteps } from './pair.ts'
import { pairKey, type RateOn, type Transfer } from './transfer.ts'

export interface PairingInput {
  readonly rows: readonly InsightRow[]
  readonly accounts: readonly InsightAccount[]
  readonly choices: readonly TransferChoice[]
  readonly mode: PairingMode
  readonly names: readonly string[]
  readonly rateOn?: RateOn
}

/** All pairs there are: first what a person has said, then what can be found in the rest. They follow from this input alone. */
export function* settleTransfers({ rows, accounts, choices, mode, names, rateOn }: PairingInput): Steps<Pair[]> {
  const said = saidPairs(rows, choices)
  if (mode === 'off') return said
  const spoken = new Set(said.flatMap(({ outId, inId }) => [outId, inId]))
  const free = yield* sifted(rows, ({ id, isSpokenFor }) => !isSpokenFor && !spoken.has(id))
  const rejected = new Set(choices.filter(({ choice }) => choice === 'rejected').map(({ outId, inId }) => pairKey(outId, inId)))
  const found = yield* pairingSteps(free, accounts, { rejected, names, rateOn })
  return [...said, ...found.map((transfer) => toPair(transfer, mode))]
}

const toPair = ({ outId, inId, state, method, score }: Transfer, mode: PairingMode): Pair =>
  ({ outId, inId, state: mode === 'propose' ? 'proposed' : state, method, score: Math.round(score * 100) })

/** A pair whose row is gone, was given another meaning since, or is another amount or day now, waits for better days. */
function saidPairs(rows: readonly InsightRow[], choices: readonly TransferChoice[]): Pair[] {
  const confirmed = choices.filter(({ choice }) => choice === 'confirmed')
  if (confirmed.length === 0) return []
  const meant = new Set(confirmed.flatMap(({ outId, inId }) => [outId, inId]))
  const free = new Map(rows.filter(({ id, isSpokenFor }) => meant.has(id) && !isSpokenFor).map((row) => [row.id, row]))
  return confirmed.flatMap(({ outId, inId }): Pair[] => {
    const [out, into] = [free.get(outId), free.get(inId)]
    if (!out || !into || !canBeOneMovement(out, into)) return []
    free.delete(outId)
    free.delete(inId)
    return [{ outId, inId, state: 'confirmed', method: 'user', score: 100 }]
  })
}
