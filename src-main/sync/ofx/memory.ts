import { addDays, isLocalDate, type LocalDate } from '#shared/dates.ts'
import { restoreKnowledge, type Knowledge, type OfxMoment } from '#main/connectors/ofx/index.ts'

/** How far an account is known: the DTEND the bank closed its last answer with. */
export interface Reached { readonly through: OfxMoment }

/** What an OFX connection keeps between visits. No secret is in it. */
export interface OfxMemory { readonly knowledge: Knowledge; readonly reached: ReadonlyMap<string, Reached> }

const MOMENT = /^\d{8}/

export function packOfxMemory({ knowledge, reached }: OfxMemory): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ knowledge, reached: Object.fromEntries(reached) }))
}

/** What is damaged or from elsewhere is learned anew. */
export function unpackOfxMemory(bytes: Uint8Array | null): OfxMemory {
  const own = recordOf(bytes === null ? null : parse(bytes))
  const reached = Object.entries(recordOf(own['reached'])).flatMap(([key, value]): [string, Reached][] => {
    const { through } = recordOf(value)
    return isMoment(through) ? [[key, { through }]] : []
  })
  return { knowledge: restoreKnowledge(own['knowledge']), reached: new Map(reached) }
}

const isMoment = (value: unknown): value is OfxMoment => typeof value === 'string' && MOMENT.test(value)
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {})

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/**
 * Where to begin: banks go on where their last answer ended (OFX 2.3 §11.4.2.1), but they book late and change what they announced, so
 * the last days before it are asked for again; from earlier still where the ledger misses something. FITIDs tell known entries.
 */
export function startOf(from: LocalDate | null, reached: Reached | undefined, overlapDays: number): LocalDate | null {
  const through = reached === undefined ? null : dayOf(reached.through)
  if (from === null || through === null) return from
  const overlap = addDays(through, -overlapDays)
  return overlap < from ? overlap : from
}

/** The day a moment of the bank lies on, as the bank wrote it; null where it is none. */
function dayOf(moment: OfxMoment): LocalDate | null {
  const day = `${moment.slice(0, 4)}-${moment.slice(4, 6)}-${moment.slice(6, 8)}`
  return isLocalDate(day) ? day : null
}
