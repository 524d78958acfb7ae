import { tokensOf } from '#main/categorise/fold.ts'
import { isPersonName, isSameName } from '#main/categorise/persons.ts'
import type { Transfer, TransferRow } from './transfer.ts'

/**
 * Whose ledger it is, from what it holds: a person's name on both legs of a transfer that is certain is the owner's. Banks do
 * not say it anywhere else, and categorising and pairing get better with it.
 */
export function ownNames(transfers: readonly Transfer[], rows: Iterable<TransferRow>): string[] {
  const byId = new Map<number, TransferRow>()
  for (const row of rows) byId.set(row.id, row)
  const names = new Map<string, string>()
  for (const { outId, inId, method, state } of transfers) {
    const [out, into] = [byId.get(outId), byId.get(inId)]
    if (method !== 'iban' || state !== 'confirmed' || !out || !into) continue
    const words = tokensOf(out.payee)
    const key = words.toSorted().join(' ')
    if (key === tokensOf(into.payee).toSorted().join(' ') && isPersonName(out.payee, words)) names.set(key, out.payee)
  }
  return [...names].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, name]) => name)
}

/** Whether a row's payee is one of these people. Texts come back, so each is read once. */
export function carriersOf(names: readonly string[]): (payee: string) => boolean {
  if (names.length === 0) return () => false
  const tokens = names.map(tokensOf)
  const read = new Map<string, boolean>()
  return (payee) => {
    const known = read.get(payee)
    if (known !== undefined) return known
    const words = tokensOf(payee)
    const carries = tokens.some((name) => isSameName(name, words))
    read.set(payee, carries)
    return carries
  }
}
