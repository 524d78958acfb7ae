import type { Output } from '#shared/ipc/contract.ts'
import type { Institution } from '#shared/ipc/connection-endpoints.ts'
import { searchBanks } from '#main/connectors/fints/index.ts'
import { searchInstitutions } from '#main/connectors/ofx/index.ts'

export type FoundBank = Output<'banks.search'>[number]

/** The demo bank, where it is meant, then the person's own entries, then the lists. */
export function searchAllBanks(query: string, demo: FoundBank | null = null, own: readonly Institution[] = []): FoundBank[] {
  const listed = searchInstitutions(query, own).map(({ id, lastKnown, ...bank }): FoundBank =>
    ({ ...bank, bankCode: null, bic: null, country: null, protocol: 'ofx', ...(lastKnown === undefined ? {} : { lastKnown }), ...(id === undefined ? {} : { institutionId: id }) }))
  const isOwn = ({ institutionId }: FoundBank): boolean => institutionId !== undefined
  const german = searchBanks(query).map((bank): FoundBank => ({ ...bank, protocol: 'fints' }))
  const real = [...listed.filter(isOwn), ...german, ...listed.filter((bank) => !isOwn(bank))]
  if (demo === null) return real
  const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const names = [...demo.name.toLowerCase().split(/[^\p{L}\p{N}]+/u), demo.bankCode ?? '']
  const isMeant = words.length > 0 && words.every((word) => names.some((name) => name.startsWith(word))) && words.some((word) => word.length > 2)
  return isMeant ? [demo, ...real] : real
}
