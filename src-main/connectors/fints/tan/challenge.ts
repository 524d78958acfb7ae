import { fromBytes } from '../syntax/wire.ts'
import type { HITAN } from '../segments/tan.ts'
import { flickerCode } from './flicker.ts'
import { innerCode } from './inner-code.ts'
import type { TanMethod } from './methods.ts'

/** What a person has to do, independent of FinTS: plain data that can be stored and shown later. */
export interface Challenge {
  readonly kind: 'text' | 'flicker' | 'image' | 'qr' | 'decoupled'
  readonly purpose: 'login' | 'order'
  /** HKIDN, HKKAZ …: what the TAN is for. */
  readonly order: string
  readonly orderReference: string
  readonly method: { readonly function: string; readonly name: string }
  readonly medium: string | null
  /** The bank's instruction; line breaks kept, markup taken out. */
  readonly text: string
  /** The same with the bank's markup, from its fixed list of tags only (PIN/TAN D, Challenge). */
  readonly paragraphs: readonly string[]
  readonly flicker: string | null
  readonly image: { readonly mime: string; readonly base64: string } | null
  readonly tan: { readonly maxLength: number | null; readonly isNumeric: boolean; readonly label: string }
  /** The bank's local time, `2026-01-31T12:00:00`, until which it waits; null where it does not say. */
  readonly validUntil: string | null
  readonly decoupled: DecoupledState | null
}

export interface DecoupledState {
  /** 3957: the bank calls back; polling is not allowed, only a person's word that they have approved. */
  readonly waitsForPush: boolean
  readonly autoPollAllowed: boolean
  readonly manualConfirmAllowed: boolean
  readonly firstPollSeconds: number
  readonly nextPollSeconds: number
  /** null is without limit. */
  readonly pollsLeft: number | null
  readonly polls: number
}

const NOTHING = new Set(['', 'nochallenge'])
const MIME_MAX = 64

interface Occasion {
  readonly purpose: Challenge['purpose']
  readonly order: string
  readonly method: TanMethod
  readonly waitsForPush: boolean
}

/** Reads the bank's HITAN as a task for a person. */
export function challengeFrom(hitan: HITAN, { purpose, order, method, waitsForPush }: Occasion): Challenge {
  const wire = NOTHING.has(hitan.challenge ?? '') ? '' : hitan.challenge ?? ''
  const picture = pictureFrom(hitan.challengeHhdUc) ?? barePicture(hitan.challengeHhdUc) ?? pictureInText(wire)
  const flash = method.decoupled !== null || picture !== null ? null : flickerIn(hitan.challengeHhdUc, wire)
  const paragraphs = paragraphsOf(visibleText(wire), method.isStructured)
  return {
    kind: kindOf(method, picture !== null, flash !== null),
    purpose,
    order,
    orderReference: hitan.orderReference ?? '',
    method: { function: method.function, name: method.name },
    medium: hitan.medium ?? null,
    text: paragraphs.join('\n'),
    paragraphs,
    flicker: flash,
    image: picture,
    tan: { maxLength: method.maxTanLength, isNumeric: method.isNumeric, label: method.inputLabel },
    validUntil: hitan.validUntil === undefined ? null : `${hitan.validUntil.date}T${hitan.validUntil.time}`,
    decoupled: method.decoupled === null ? null : {
      waitsForPush,
      autoPollAllowed: method.decoupled.autoPollAllowed,
      manualConfirmAllowed: method.decoupled.manualConfirmAllowed,
      firstPollSeconds: method.decoupled.firstPollSeconds,
      nextPollSeconds: method.decoupled.nextPollSeconds,
      pollsLeft: method.decoupled.pollsMax,
      polls: 0,
    },
  }
}

function kindOf(method: TanMethod, hasPicture: boolean, hasFlicker: boolean): Challenge['kind'] {
  if (method.decoupled !== null) return 'decoupled'
  if (hasPicture) return /qr|^q1s/i.test(`${method.technicalId} ${method.name}`) ? 'qr' : 'image'
  return hasFlicker ? 'flicker' : 'text'
}

/** photoTAN and QR: two bytes of length and the MIME type, two bytes of length and the image. */
function pictureFrom(bytes: Uint8Array | undefined): Challenge['image'] {
  if (bytes === undefined || bytes.length < 6) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mimeLength = view.getUint16(0)
  if (mimeLength === 0 || mimeLength > MIME_MAX || 4 + mimeLength > bytes.length) return null
  const mime = fromBytes(bytes.subarray(2, 2 + mimeLength))
  if (!/^image\/[a-z0-9.+-]+$/i.test(mime)) return null
  const size = view.getUint16(2 + mimeLength)
  const start = 4 + mimeLength
  // A length of zero is a bank whose image is larger than two bytes can say.
  return { mime, base64: toBase64(bytes.subarray(start, size === 0 ? bytes.length : start + size)) }
}

/** A bank may leave out the MIME type, or put Base64 where bytes belong: how an image begins tells what it is. */
function barePicture(bytes: Uint8Array | undefined): Challenge['image'] {
  if (bytes === undefined || bytes.length === 0) return null
  const text = fromBytes(bytes)
  if (/^\s*CHLGUC/.test(text)) return pictureInText(text)
  const base64 = /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8)/.test(text) ? toBase64(bytes) : text.trim()
  return /^[A-Za-z0-9+/=\s]+$/.test(base64) ? encodedPicture(base64) : null
}

/** Savings banks put the QR code as Base64 into the text: `CHLGUC`, length, image, `CHLGTEXT`, length, text. */
function pictureInText(wire: string): Challenge['image'] {
  const encoded = innerCode(wire)?.code ?? ''
  return /^[A-Za-z0-9+/=\s]+$/.test(encoded) ? encodedPicture(encoded) : null
}

/** What an image of each kind begins with, in Base64. */
const IMAGES = [['iVBOR', 'image/png'], ['/9j/', 'image/jpeg'], ['R0lGOD', 'image/gif']] as const

function encodedPicture(encoded: string): Challenge['image'] {
  const mime = IMAGES.find(([head]) => encoded.startsWith(head))?.[1]
  return mime === undefined ? null : { mime, base64: encoded.replace(/\s+/g, '') }
}

function flickerIn(bytes: Uint8Array | undefined, wire: string): string | null {
  const source = bytes !== undefined && bytes.length > 0 ? fromBytes(bytes) : wire.includes('CHLGUC') ? wire : ''
  const code = source === '' ? null : flickerCode(source)
  return code?.ok === true ? code.value.code : null
}

/** Text for people, without what is meant for a reader. */
const visibleText = (wire: string): string => innerCode(wire)?.visible ?? wire.trim()

/** Turns the specification's few tags into lines; anything else stays as the characters it is. */
function paragraphsOf(text: string, isStructured: boolean): string[] {
  const broken = isStructured ? text.replace(/<\/?(?:br|p|ul|ol)\s*\/?>/gi, '\n').replace(/<li>/gi, '\n• ').replace(/<\/?(?:b|i|u|li)>/gi, '') : text
  return broken.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
