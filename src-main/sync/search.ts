import type { Output } from '#shared/ipc/contract.ts'
import type { Institution } from '#shared/ipc/connection-endpoints.ts'
import { searchBanks } from '#main/connectors/fints/index.ts'
import { searchInstitutions } from '#main/connectors/ofx/index.ts'

export type FoundBank = Output<'banks.search'>[number]

/** The demo banks, where they are meant, then the person's own entries, then the lists. The bank code of one offers all. */
export function searchAllBanks(query: string, demos: readonly FoundBank[] = [], own: readonly Institution[] = []): FoundBank[] {
  const listed = searchInstitutions(query, own).map(({ id, lastKnown, ...bank }): FoundBank =>
    ({ ...bank, bankCode: null, bic: null, country: null, protocol: 'ofx', ...(lastKnown === undefined ? {} : { lastKnown }), ...(id === undefined ? {} : { institutionId: id }) }))
  const isOwn = ({ institutionId }: FoundBank): boolean => institutionId !== undefined
  const german = searchBanks(query).map((bank): FoundBank => ({ ...bank, protocol: 'fints' }))
  const real = [...listed.filter(isOwn), ...german, ...listed.filter((bank) => !isOwn(bank))]
  const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const codes = demos.flatMap(({ bankCode }) => bankCode ?? [])
  const isMeant = ({ name }: FoundBank): boolean => {
    const names = ['demo', ...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...codes]
    return words.every((word) => names.some((known) => known.startsWith(word)))
  }
  const isSaid = words.some((word) => word.length > 2)
  return isSaid ? [...demos.filter(isMeant), ...real] : real
}
