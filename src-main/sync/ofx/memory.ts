import { addDays, isLocalDate, type LocalDate } from '#shared/dates.ts'
import { restoreKnowledge, type Knowledge, type OfxMoment } from '#main/connectors/ofx/index.ts'

/** How far an account is known: the DTEND the bank closed its last answer with, and the day it was asked. */
export interface Reached { readonly through: OfxMoment; readonly askedOn: LocalDate }

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
    const { through, askedOn } = recordOf(value)
    return isMoment(through) && typeof askedOn === 'string' && isLocalDate(askedOn) ? [[key, { through, askedOn }]] : []
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

/** Where to begin: where the bank's last answer ended (OFX 2.3 §11.4.2.1), or earlier, where the ledger misses something. */
export function startOf(from: LocalDate | null, reached: Reached | undefined, overlapDays: number): LocalDate | OfxMoment | null {
  if (from === null || reached === undefined) return from
  const { through, askedOn } = reached
  // The ledger asks for no more than its usual overlap: it holds all that this answer brought.
  if (from >= addDays(askedOn, -overlapDays)) return through
  return through.slice(0, 8) < from.replaceAll('-', '') ? through : from
}

/** The day a moment of the bank lies on, as the bank wrote it. */
export function dayOf(start: LocalDate | OfxMoment | null): LocalDate | null {
  if (start === null || isLocalDate(start)) return start
  const day = `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}`
  return isLocalDate(day) ? day : null
}
