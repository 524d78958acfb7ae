/**
 * What FinTS 3.0 sends, one level above bytes (Formals H.1): segments of elements of components. Text stays as it came,
 * one character per byte and still escaped, so that whatever was read can be written again byte for byte.
 */
export type WireText = string
export type Component = WireText | Uint8Array
export type Element = readonly Component[]

export interface RawSegment {
  /** Segmentkennung, `HNHBK`. */
  readonly type: string
  readonly number: number
  readonly version: number
  /** The segment of the request that a reply refers to. */
  readonly reference: number | null
  /** All elements; the first is the header (Segmentkopf). */
  readonly elements: readonly Element[]
}

const ESCAPED = /\?([\s\S])/g
const SYNTAX = /[?+:'@]/g
/** Where UTF-8 may stand; Latin-1 umlauts seldom look like it. */
const LIKE_UTF8 = /[\u00c2-\u00f4][\u0080-\u00bf]/
const BEYOND_LATIN1 = /[^\u0000-\u00ff]/

const utf8 = new TextDecoder('utf-8', { fatal: true })

export function toBytes(text: string): Uint8Array {
  const buffer = Buffer.from(text, 'latin1')
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}

export const fromBytes = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Puts the release character before syntax characters (Formals H.1.3). */
export const escapeText = (text: string): WireText => (text.search(SYNTAX) < 0 ? text : text.replace(SYNTAX, '?$&'))

export const unescapeText = (wire: WireText): string => (wire.includes('?') ? wire.replace(ESCAPED, '$1') : wire)

/** Whether the FinTS character set (ISO 8859-1, Formals B.1) has every character of the text. */
export const isWritable = (text: string): boolean => !BEYOND_LATIN1.test(text)

/** Reads text. Some banks send UTF-8 where ISO 8859-1 is agreed; a valid UTF-8 sequence is never meant as Latin-1 here. */
export function readText(component: Component): string {
  const text = typeof component === 'string' ? unescapeText(component) : fromBytes(component)
  if (!LIKE_UTF8.test(text)) return text
  try {
    return utf8.decode(toBytes(text))
  }
  catch {
    return text
  }
}

/** Reads bytes; a bank that sends text where binary data belongs is understood. */
export const readBytes = (component: Component): Uint8Array => (typeof component === 'string' ? toBytes(unescapeText(component)) : component)

export const isEmpty = (component: Component): boolean => component.length === 0 && typeof component === 'string'

/** The header of a segment, read leniently: ING and Consors close it with an empty fourth component (`HIRMG:2:2:`). */
export function toSegment(elements: readonly Element[]): RawSegment {
  const [type = '', number = '', version = '', reference = ''] = (elements[0] ?? []).map((component) => readText(component).trim())
  return { type, number: wholeNumber(number) ?? 0, version: wholeNumber(version) ?? 0, reference: wholeNumber(reference), elements }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null
}
