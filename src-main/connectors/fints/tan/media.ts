import { draft, valuesOf, type Draft } from '../message/message.ts'
import { HITAB4, HITAB5, HKTAB4, HKTAB5 } from '../segments/tan-media.ts'
import type { BankParameters } from '../state/bank-parameters.ts'
import type { RawSegment } from '../syntax/wire.ts'

/** A phone, reader or app of the customer. */
export interface TanMedium {
  readonly name: string
  readonly isActive: boolean
  /** Number of phone or card, hidden by the bank. */
  readonly hint: string | null
}

/** Asks for all media (PIN/TAN C.3.1.1), or null where the bank does not tell. */
export function mediaRequest(bank: BankParameters): Draft | null {
  const versions = bank.versionsOf('HKTAB')
  if (versions.includes(5)) return draft(HKTAB5, { kind: '0', category: 'A' })
  return versions.includes(4) ? draft(HKTAB4, { kind: '0', category: 'A' }) : null
}

export function mediaIn(segments: readonly RawSegment[]): readonly TanMedium[] {
  const media = [...valuesOf(segments, HITAB5), ...valuesOf(segments, HITAB4)].flatMap((reply) => reply.media)
  return media.flatMap((medium) => {
    if (medium.name === undefined) return []
    return [{ name: medium.name, isActive: medium.status === '1' || medium.status === '3', hint: medium.hiddenNumber ?? medium.phoneNumber ?? medium.cardNumber ?? null }]
  })
}
