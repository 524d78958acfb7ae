import { HIKIM2, HIRMG2, HIRMS2, type WireFeedback } from '../segments/dialog.ts'
import { decode } from '../schema/segment.ts'
import { classOf } from '../safety/return-codes.ts'
import type { RawSegment } from '../syntax/wire.ts'
import { valuesOf } from './message.ts'

/** One thing the bank says, about the message or about one segment of it. */
export interface Feedback extends Omit<WireFeedback, 'text'> {
  readonly text: string
  /** Number of the request's segment; null for the whole message. */
  readonly segment: number | null
}

/** A message of the bank to the person, apart from any order. */
export interface BankMessage {
  readonly subject: string
  readonly text: string
}

/** Everything the bank said in one reply, in its order. */
export function feedbackOf(segments: readonly RawSegment[]): readonly Feedback[] {
  return segments.flatMap((segment) => {
    const read = segment.type === 'HIRMG' ? decode(HIRMG2, segment) : segment.type === 'HIRMS' ? decode(HIRMS2, segment) : null
    return read?.ok === true ? read.value.feedback.map((feedback) => ({ ...feedback, text: feedback.text ?? '', segment: segment.reference })) : []
  })
}

export const bankMessagesOf = (segments: readonly RawSegment[]): readonly BankMessage[] => valuesOf(segments, HIKIM2)

export const has = (feedback: readonly Feedback[], ...codes: readonly string[]): boolean => feedback.some(({ code }) => codes.includes(code))

export const find = (feedback: readonly Feedback[], code: string): Feedback | undefined => feedback.find((entry) => entry.code === code)

export const refusalsIn = (feedback: readonly Feedback[]): readonly Feedback[] => feedback.filter(({ code }) => classOf(code) === 'refusal')

/** The refusal that tells most: 9050 and 9800 only announce that another one says why. */
export function mainRefusal(feedback: readonly Feedback[]): Feedback | undefined {
  const refusals = refusalsIn(feedback)
  return refusals.find(({ code }) => code !== '9050' && code !== '9800') ?? refusals[0]
}

/** Where to take up the order again (Formals B.6.3). */
export const touchdownIn = (feedback: readonly Feedback[]): string | null => find(feedback, '3040')?.parameters[0] ?? null
