import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { fromBody } from '#main/connectors/fints/message/carrier.ts'
import { openMessage, type OpenMessage } from '#main/connectors/fints/message/message.ts'
import type { Shape, ShapeValue } from '#main/connectors/fints/schema/field.ts'
import { decode, nameOf, type SegmentDefinition } from '#main/connectors/fints/schema/segment.ts'
import { HNHBK3, HNHBS1, HNSHA2, HNSHK4, HNVSD1, HNVSK3 } from '#main/connectors/fints/segments/envelope.ts'
import { definitionOf } from '#main/connectors/fints/segments/registry.ts'
import { tokenize } from '#main/connectors/fints/syntax/tokenizer.ts'
import { fromBytes, type RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, type Refusal } from './answer.ts'
import { DEMO_BANK } from './bank-identity.ts'

/** Who signed, with what. */
export interface Signer {
  readonly userId: string
  readonly systemId: string
  /** Sicherheitsfunktion: 999 in one step, else the TAN method. */
  readonly function: string
  readonly pin: Secret
  readonly tan: Secret | null
}

/** A message that is well-formed in every element. What it asks for may still be refused. */
export interface Request {
  readonly dialogId: string
  readonly messageNumber: number
  readonly segments: readonly RawSegment[]
  readonly signer: Signer | null
}

const BASE64 = /^[A-Za-z0-9+/\r\n]+={0,2}\s*$/
const ENVELOPE_NUMBER = 998
const DATA_NUMBER = 999
const ONE_STEP = '999'
const unreadable = (reason: string): Refusal => refusal(null, '9110', 'Unbekannter Aufbau', reason)

/** Opens a customer's message and checks everything that can be checked without knowing the customer. */
export function readRequest(body: Uint8Array): Result<Request, Refusal> {
  if (!BASE64.test(fromBytes(body))) return err(unreadable('the body is not Base64'))
  const bytes = fromBody(body)
  const opened = openMessage(bytes)
  if (!opened.ok) return err(unreadable(`the message cannot be taken apart: ${opened.error.reason} at byte ${opened.error.offset}`))
  const fault = envelopeFault(bytes, opened.value) ?? opened.value.segments.map(segmentFault).find((found) => found !== null)
  if (fault !== undefined) return err(fault)
  const signer = signerOf(opened.value)
  if (!signer.ok) return signer
  const { dialogId, messageNumber } = opened.value.header
  return ok({ dialogId, messageNumber, segments: opened.value.segments, signer: signer.value })
}

/** Formals B.4 and B.5: head and tail, sizes, numbers without gaps; PIN/TAN B.9 for the envelope. */
function envelopeFault(bytes: Uint8Array, { head, tail, segments, declaredSize, header }: OpenMessage): Refusal | null {
  const outer = tokenize(bytes)
  if (!outer.ok) return unreadable(outer.error.reason)
  const isSigned = outer.value.some(({ type }) => type === 'HNVSD')
  const expected = isSigned ? 'HNHBK HNVSK HNVSD HNHBS' : ['HNHBK', ...segments.map(({ type }) => type), 'HNHBS'].join(' ')
  const found = outer.value.map(({ type }) => type).join(' ')
  if (found !== expected) return unreadable(`segments ${found} instead of ${expected}`)
  if (declaredSize !== bytes.length) return refusal(null, '9130', 'Nachrichtengröße falsch', `HNHBK says ${declaredSize} bytes, the message has ${bytes.length}`)
  if (isSigned && (head === null || tail === null)) return refusal(null, '9160', 'Signatur fehlt', 'HNSHK or HNSHA is missing inside HNVSD')
  const inner = isSigned ? [head, ...segments, tail] : segments
  const numbers = inner.map((segment) => segment?.number)
  const gap = numbers.findIndex((number, place) => number !== place + 2)
  if (gap >= 0) return unreadable(`segment ${inner[gap]?.type ?? ''} has number ${numbers[gap] ?? '–'} instead of ${gap + 2}`)
  const [first, envelope, data] = outer.value
  const last = outer.value.at(-1)
  if (first?.number !== 1 || last?.number !== inner.length + 2) return unreadable('HNHBK must have number 1 and HNHBS the number behind the last segment')
  if (isSigned && (envelope?.number !== ENVELOPE_NUMBER || data?.number !== DATA_NUMBER)) return unreadable('HNVSK must have number 998 and HNVSD 999')
  return closingFault(outer.value, header.messageNumber)
}

function closingFault(outer: readonly RawSegment[], messageNumber: number): Refusal | null {
  const parts = [HNHBK3, HNVSK3, HNVSD1, HNHBS1] as const
  for (const segment of outer) {
    const definition = parts.find(({ type }) => type === segment.type)
    if (definition === undefined) continue
    const fault = faultIn(definition, segment)
    if (fault !== null) return { ...fault, segment: null, endsDialog: true }
  }
  const first = outer[0]
  const last = outer.at(-1)
  const head = first === undefined ? null : decode(HNHBK3, first)
  const tail = last === undefined ? null : decode(HNHBS1, last)
  if (head?.ok === true && head.value.hbciVersion !== 300) return refusal(null, '9185', 'FinTS-Version wird nicht unterstützt', `version ${head.value.hbciVersion} instead of 300`)
  if (tail?.ok === true && tail.value.messageNumber !== messageNumber) return unreadable('HNHBS carries another message number than HNHBK')
  return null
}

function segmentFault(segment: RawSegment): Refusal | null {
  const definition = definitionOf(segment)
  if (definition === undefined) return refusal(segment.number, '9110', 'Unbekannter Aufbau', `${nameOf(segment)} is not a segment of this bank`)
  return faultIn(definition, segment)
}

/** Element by element, as the declaration has it. */
function faultIn(definition: SegmentDefinition, segment: RawSegment): Refusal | null {
  const read = decode(definition, segment, 'strict')
  if (read.ok) return null
  const place = Object.keys(definition.fields).indexOf(read.error.path[0] ?? '') + 2
  return refusal(segment.number, read.error.code, TEXTS[read.error.code], `${nameOf(segment)}: ${read.error.path.join('.') || 'more elements than declared'}`, { element: String(place) })
}

const TEXTS = {
  9110: 'Unbekannter Aufbau',
  9130: 'Inhalt syntaktisch ungültig',
  9140: 'Länge ungültig, Element zu lang',
  9145: 'Länge ungültig, Element zu kurz',
  9160: 'Element fehlt',
  9170: 'Element zu häufig',
} as const

function signerOf({ head, tail }: OpenMessage): Result<Signer | null, Refusal> {
  if (head === null || tail === null) return ok(null)
  const fault = faultIn(HNSHK4, head) ?? faultIn(HNSHA2, tail)
  if (fault !== null) return err({ ...fault, segment: null, endsDialog: true })
  const opening = decode(HNSHK4, head)
  const closing = decode(HNSHA2, tail)
  if (!opening.ok || !closing.ok) return err(unreadable('signature'))
  const { profile, key, identification, reference } = opening.value
  const { proof } = closing.value
  const version = opening.value.function === ONE_STEP ? 1 : 2
  if (profile.method !== 'PIN' || profile.versions[0] !== version) return err(refusal(null, '9210', 'Sicherheitsprofil ungültig', `HNSHK names ${profile.method}:${profile.versions.join(',')}, function ${opening.value.function} needs PIN:${version}`))
  if (key.bank.country !== DEMO_BANK.country || key.bank.bankCode !== DEMO_BANK.bankCode) return err(refusal(null, '9210', 'Unbekanntes Kreditinstitut', 'HNSHK names another bank'))
  if (reference !== closing.value.reference) return err(refusal(null, '9210', 'Sicherheitskontrollreferenz ungültig', 'HNSHK and HNSHA differ in their reference'))
  if (proof === undefined) return err(refusal(null, '9160', 'PIN fehlt', 'HNSHA has no PIN'))
  return ok({ userId: key.userId, systemId: identification.systemId ?? '0', function: opening.value.function, pin: proof.pin, tan: proof.tan ?? null })
}

/** The segment of a version in a request; it was read strictly before. */
export function find<S extends Shape>(segments: readonly RawSegment[], definition: SegmentDefinition<S>): ShapeValue<S> | null {
  const segment = segments.find(({ type, version }) => type === definition.type && version === definition.version)
  const read = segment === undefined ? null : decode(definition, segment)
  return read?.ok === true ? read.value : null
}
