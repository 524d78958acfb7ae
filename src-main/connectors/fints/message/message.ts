import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Shape, ShapeValue } from '../schema/field.ts'
import { decode, encode, type SegmentDefinition } from '../schema/segment.ts'
import { HNHBK3, HNHBS1, HNSHA2, HNSHK4, HNVSD1, HNVSK3 } from '../segments/envelope.ts'
import { serialize } from '../syntax/serializer.ts'
import { tokenize, type SyntaxFault } from '../syntax/tokenizer.ts'
import { toBytes, type RawSegment } from '../syntax/wire.ts'

/** A segment that still waits for its number. */
export type Draft = (number: number) => RawSegment

export const draft = <S extends Shape>(definition: SegmentDefinition<S>, value: ShapeValue<S>, reference?: number): Draft =>
  (number) => encode(definition, number, value, reference)

export interface MessageHeader {
  readonly dialogId: string
  readonly messageNumber: number
  /** What a bank answers; absent in a customer's message. */
  readonly answers?: { readonly dialogId: string; readonly messageNumber: number } | undefined
}

/** Who signs, how, and with what (PIN/TAN B.9). */
export interface Signature {
  readonly bank: { readonly country: string; readonly bankCode: string }
  readonly userId: string
  readonly systemId: string
  /** 999 in one step, 900 to 997 in two. */
  readonly function: string
  /** 1 speaks for the customer, 2 for the bank. */
  readonly party: '1' | '2'
  readonly reference: string
  readonly date: LocalDate
  readonly time: string
  readonly pin?: Secret | undefined
  readonly tan?: Secret | undefined
}

export interface OpenMessage {
  readonly header: MessageHeader
  /** The order or reply segments, without envelope and signature. */
  readonly segments: readonly RawSegment[]
  readonly head: RawSegment | null
  readonly tail: RawSegment | null
  /** Size that the sender declared; some are wrong by a byte. */
  readonly declaredSize: number
}

export type MessageFault = SyntaxFault | { readonly reason: 'no_header' | 'incomplete'; readonly offset: number }

const ENVELOPE = new Set(['HNHBK', 'HNVSK', 'HNVSD', 'HNHBS', 'HNSHK', 'HNSHA'])
const NO_ENVELOPE_NUMBER = 998
const ONE_STEP = '999'
const FILLER_KEY = new Uint8Array(8)
/** `HNHBK:1:3+`, then twelve digits of size. */
const SIZE_AT = 10

/** Writes a message without signature: the anonymous dialog (Formals C.5) and what a bank says before it knows the customer. */
export function writePlain(header: MessageHeader, drafts: readonly Draft[]): Uint8Array {
  const inner = drafts.map((write, index) => write(index + 2))
  return sized([writeHeader(header), ...inner, encode(HNHBS1, inner.length + 2, { messageNumber: header.messageNumber })])
}

/** Writes a signed message in the envelope that PIN/TAN keeps from encryption (PIN/TAN B.9). */
export function writeSigned(header: MessageHeader, signature: Signature, drafts: readonly Draft[]): Uint8Array {
  const orders = drafts.map((write, index) => write(index + 3))
  const closing = orders.length + 3
  const inner = [signatureHead(signature), ...orders, signatureTail(closing, signature)]
  return sized([
    writeHeader(header),
    encryptionHead(signature),
    encode(HNVSD1, NO_ENVELOPE_NUMBER + 1, { data: serialize(inner) }),
    encode(HNHBS1, closing + 1, { messageNumber: header.messageNumber }),
  ])
}

function writeHeader({ dialogId, messageNumber, answers }: MessageHeader): RawSegment {
  return encode(HNHBK3, 1, { size: '0'.repeat(12), hbciVersion: 300, dialogId, messageNumber, answers })
}

function sized(segments: readonly RawSegment[]): Uint8Array {
  const bytes = serialize(segments)
  bytes.set(toBytes(String(bytes.length).padStart(12, '0')), SIZE_AT)
  return bytes
}

const profileOf = (signature: Signature) => ({ method: 'PIN', versions: [signature.function === ONE_STEP ? 1 : 2] })
const identificationOf = ({ party, systemId }: Signature) => ({ party, systemId })
const keyOf = ({ bank, userId }: Signature, kind: 'S' | 'V') => ({ bank, userId, kind, keyNumber: 0, keyVersion: 0 })

function encryptionHead(signature: Signature): RawSegment {
  return encode(HNVSK3, NO_ENVELOPE_NUMBER, {
    profile: profileOf(signature),
    function: '998',
    role: '1',
    identification: identificationOf(signature),
    timestamp: { kind: '1', date: signature.date, time: signature.time },
    algorithm: { usage: '2', mode: '2', cipher: '13', key: FILLER_KEY, keyName: '5', ivName: '1' },
    key: keyOf(signature, 'V'),
    compression: '0',
  })
}

function signatureHead(signature: Signature): RawSegment {
  return encode(HNSHK4, 2, {
    profile: profileOf(signature),
    function: signature.function,
    reference: signature.reference,
    area: '1',
    role: '1',
    identification: identificationOf(signature),
    referenceNumber: '1',
    timestamp: { kind: '1', date: signature.date, time: signature.time },
    hash: { usage: '1', algorithm: '999', name: '1' },
    signature: { usage: '6', algorithm: '10', mode: '16' },
    key: keyOf(signature, 'S'),
  })
}

function signatureTail(number: number, { reference, pin, tan }: Signature): RawSegment {
  return encode(HNSHA2, number, { reference, proof: pin === undefined ? undefined : { pin, tan } })
}

/** Opens a message of either side, with or without envelope and signature; banks leave out both (PIN/TAN B.7). */
export function openMessage(bytes: Uint8Array): Result<OpenMessage, MessageFault> {
  const outer = tokenize(bytes)
  if (!outer.ok) return outer
  const first = outer.value[0]
  const header = first?.type === 'HNHBK' ? decode(HNHBK3, first) : null
  if (header === null || !header.ok) return err({ reason: 'no_header', offset: 0 })
  if (!outer.value.some(({ type }) => type === 'HNHBS')) return err({ reason: 'incomplete', offset: bytes.length })
  const all: RawSegment[] = []
  for (const segment of outer.value) {
    const wrapped = segment.type === 'HNVSD' ? decode(HNVSD1, segment) : null
    if (wrapped?.ok !== true) all.push(segment)
    else {
      const inner = tokenize(wrapped.value.data)
      if (!inner.ok) return inner
      all.push(...inner.value)
    }
  }
  const { dialogId, messageNumber, answers, size } = header.value
  return ok({
    header: { dialogId, messageNumber, answers },
    segments: all.filter(({ type }) => !ENVELOPE.has(type)),
    head: all.find(({ type }) => type === 'HNSHK') ?? null,
    tail: all.find(({ type }) => type === 'HNSHA') ?? null,
    declaredSize: Number(size),
  })
}

/** All readable segments of one version, in order. */
export function valuesOf<S extends Shape>(segments: readonly RawSegment[], definition: SegmentDefinition<S>): ShapeValue<S>[] {
  return segments
    .filter(({ type, version }) => type === definition.type && version === definition.version)
    .map((segment) => decode(definition, segment))
    .filter((read) => read.ok)
    .map(({ value }) => value)
}
