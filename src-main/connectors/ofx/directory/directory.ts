import { INSTITUTIONS } from './institutions.ts'

/** An OFX bank to connect to: listed, or the person's own entry. */
export interface ListedInstitution {
  /** Of an entry of the person's own. */
  readonly id?: string | undefined
  readonly name: string
  readonly city: string
  readonly org: string
  readonly fid: string
  readonly url: string
  /** The year until which it was known to work; own entries have none. */
  readonly lastKnown?: string | undefined
}

const RESULTS_MAX = 20
const QUERY_MAX = 80
const LISTED: readonly ListedInstitution[] = INSTITUTIONS.map(([name, city, org, fid, url, lastKnown]) => ({ name, city, org, fid, url, lastKnown }))

const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Institutions whose name, city, ORG or FID has every word at the beginning of one of its own; the person's before the listed. */
export function searchInstitutions(query: string, own: readonly ListedInstitution[] = []): ListedInstitution[] {
  const words = fold(query.slice(0, QUERY_MAX)).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (words.length === 0) return []
  const fits = ({ name, city, org, fid }: ListedInstitution): boolean => {
    const known = fold(`${name} ${city} ${org} ${fid}`).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => known.some((part) => part.startsWith(word)))
  }
  return [...own, ...LISTED].filter(fits).slice(0, RESULTS_MAX)
}
