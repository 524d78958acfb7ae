import { decode } from '../schema/segment.ts'
import { draft, type Draft } from '../message/message.ts'
import { has } from '../message/feedback.ts'
import { HITAN6, HITAN7, HKTAN6, HKTAN7, type HITAN } from '../segments/tan.ts'
import type { RawSegment } from '../syntax/wire.ts'
import { challengeFrom, type Challenge } from '../tan/challenge.ts'
import type { TanMethod } from '../tan/methods.ts'
import type { Reply } from './exchange.ts'

/** Hands an order in and asks which proof it needs (TAN-Prozess 4, PIN/TAN B.4.2). */
export const handIn = (method: TanMethod, order: string, medium: string | null): Draft => hktan(method, { process: '4', order, medium: method.needsMedium ? medium ?? undefined : undefined })

/** Brings the TAN (TAN-Prozess 2). */
export const bringTan = (method: TanMethod, orderReference: string): Draft => hktan(method, { process: '2', orderReference, moreTansFollow: false })

/** Asks whether the customer has approved on another device (TAN-Prozess S). */
export const askApproval = (method: TanMethod, orderReference: string): Draft => hktan(method, { process: 'S', orderReference, moreTansFollow: false })

interface Request {
  readonly process: string
  readonly order?: string
  readonly orderReference?: string
  readonly moreTansFollow?: boolean
  readonly medium?: string | undefined
}

const hktan = (method: TanMethod, request: Request): Draft => (method.hktanVersion === 7 ? draft(HKTAN7, request) : draft(HKTAN6, request))

const NO_REFERENCE = new Set(['', 'noref'])

function hitanIn(segments: readonly RawSegment[]): HITAN | null {
  const segment = segments.find(({ type }) => type === 'HITAN')
  if (segment === undefined) return null
  const read = segment.version === 6 ? decode(HITAN6, segment) : decode(HITAN7, segment)
  return read.ok ? read.value : null
}

/** What the person has to do before the bank goes on, or null where nothing is left (3076, `noref`). */
export function challengeIn(reply: Reply, method: TanMethod, occasion: { readonly purpose: Challenge['purpose']; readonly order: string }): Challenge | null {
  const hitan = hitanIn(reply.segments)
  if (hitan === null || NO_REFERENCE.has((hitan.orderReference ?? '').toLowerCase())) return null
  if (!has(reply.feedback, '0030', '3955', '3957') && (has(reply.feedback, '3076') || hitan.process !== '4')) return null
  return challengeFrom(hitan, { ...occasion, method, waitsForPush: has(reply.feedback, '3957') })
}

/** The bank still waits for the customer's approval. */
export const isStillPending = (reply: Reply): boolean => has(reply.feedback, '3956') || (has(reply.feedback, '3955', '3957') && hitanIn(reply.segments)?.process === 'S')
