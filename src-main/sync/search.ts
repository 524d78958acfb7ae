import type { Output } from '#shared/ipc/contract.ts'
import { searchBanks } from '#main/connectors/fints/index.ts'

export type FoundBank = Output<'banks.search'>[number]

/** The demo bank, where it is meant, before the real ones. */
export function searchAllBanks(query: string, demo: FoundBank | null = null): FoundBank[] {
  const real = searchBanks(query).map((bank): FoundBank => ({ ...bank, protocol: 'fints' }))
  if (demo === null) return real
  const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const names = [...demo.name.toLowerCase().split(/[^\p{L}\p{N}]+/u), demo.bankCode ?? '']
  const isMeant = words.length > 0 && words.every((word) => names.some((name) => name.startsWith(word))) && words.some((word) => word.length > 2)
  return isMeant ? [demo, ...real] : real
}
