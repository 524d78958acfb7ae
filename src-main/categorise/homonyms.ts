import type { Means } from './codes.ts'
import type { Hit } from './lexicon.ts'

/** What makes another firm of a word of every day: `Merkur Technik`, `Delta Mgmt`, `Target Enterprises`. */
const FIRM: ReadonlySet<string> = new Set(`technik solutions systems consulting consultants management mgmt enterprises associates partners properties property realty immobilien hausverwaltung design logistics logistik spedition bauunternehmen hochbau tiefbau construction contracting contractors builders engineering ventures industries elektrotechnik maschinenbau personal recruitment recruiting verwaltungs beteiligungs bautraeger concept concepts consult projects projekt projekte gebaeudereinigung contractors advisors advisory gbr analytics`.split(' '))
/** What says so only where nobody pays at a counter: many a chain's own company is called like that, too. */
const SERVICE: ReadonlySet<string> = new Set('service services group gruppe holding holdings media handel handels import export trading gbr partner agentur agency'.split(' '))
/** What is paid for at a till, by card. */
const COUNTER = /^(?:food\.(?:groceries|cafe_bakery|restaurants)|transport\.fuel|shopping\.(?:clothing|drugstore_care)|health\.pharmacy)$/
/** Readers for those who have one till. A chain has its own. */
const SMALL_READERS: ReadonlySet<string> = new Set(['sumup', 'square', 'zettle'])
export const isSmallReader = (via: string): boolean => SMALL_READERS.has(via)

/** Only a chain numbers its branches in hundreds; only a shop on the net has such a name. */
const BRANCH = /^(?:\w?\d{3,}\w?|com|www)$/

/** Around a name: the words of its payee, the service it was paid through, how, and what else was found there. */
export interface Surroundings {
  readonly tokens: readonly string[]
  readonly via: string
  readonly means: Means
  readonly hits: readonly Hit[]
}

/** Whether a word that is also a chain's name, as `Star`, `Next` or `Jones`, means another house here. */
export function isHomonym(hit: Hit, { tokens, via, means, hits }: Surroundings): boolean {
  const { entry } = hit
  if (entry.rank !== 'brand' || !entry.isCommon) return false
  if (hits.some((other) => other.entry.rank !== 'brand' && other.entry.category === entry.category)) return false
  if (isSmallReader(via)) return true
  const beside = tokens.filter((_, at) => at < hit.from || at >= hit.to)
  if (entry.needsWitness && !beside.some((word) => BRANCH.test(word))) return true
  if (beside.some((word) => FIRM.has(word))) return true
  const isCounter = hits.some((other) => other.from === hit.from && other.entry.rank === 'brand' && COUNTER.test(other.entry.category))
  return (means === 'transfer' || means === 'debit') && isCounter && beside.some((word) => SERVICE.has(word))
}
