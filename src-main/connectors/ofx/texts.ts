import type { Buffer } from 'node:buffer'

/** A power of two. The days, payees and purposes of a year fit; ids, which never come again, displace few of them. */
const PLACES = 8_192
const KEPT_BYTES_MAX = 64
const WORD_BYTES = 4

/**
 * Makes texts of a document's bytes. Banks say the same over and over, days, payees and purposes: what comes again is given
 * again, so that 100,000 entries share a few thousand texts, and none holds on to the document.
 */
export class Texts {
  readonly #bytes: Buffer
  readonly #words: DataView
  /** Where the text of each place stands that was read last. */
  readonly #starts = new Int32Array(PLACES)
  readonly #lengths = new Int32Array(PLACES)
  /** Empty until it comes for the second time: keeping what never comes again would only cost the garbage collector. */
  readonly #kept: string[] = Array.from({ length: PLACES }, () => '')

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** From one place of the document to another. */
  read(start: number, end: number, isAscii: boolean): string {
    const length = end - start
    if (length < WORD_BYTES || length > KEPT_BYTES_MAX) return this.#make(start, end, isAscii)
    const place = this.#placeOf(start, length)
    if (this.#lengths[place] === length && this.#isSame(this.#starts[place] ?? 0, start, length)) {
      const kept = this.#kept[place] ?? ''
      return kept === '' ? this.#kept[place] = this.#make(start, end, isAscii) : kept
    }
    this.#starts[place] = start
    this.#lengths[place] = length
    this.#kept[place] = ''
    return this.#make(start, end, isAscii)
  }

  #make(start: number, end: number, isAscii: boolean): string {
    return this.#bytes.toString(isAscii ? 'latin1' : 'utf8', start, end)
  }

  /** By its beginning, its middle and its end. */
  #placeOf(start: number, length: number): number {
    const words = this.#words
    const middle = start + ((length - WORD_BYTES) >> 1)
    const hash = Math.imul(words.getInt32(start, true), 0x9e3779b1) ^ Math.imul(words.getInt32(middle, true), 0x85ebca6b) ^ Math.imul(words.getInt32(start + length - WORD_BYTES, true) + length, 0xc2b2ae35)
    return ((hash >>> 15) ^ hash) & (PLACES - 1)
  }

  /** Word by word; the last one may overlap the one before. */
  #isSame(left: number, right: number, length: number): boolean {
    const words = this.#words
    for (let at = 0; at < length - WORD_BYTES; at += WORD_BYTES) if (words.getInt32(left + at, true) !== words.getInt32(right + at, true)) return false
    return words.getInt32(left + length - WORD_BYTES, true) === words.getInt32(right + length - WORD_BYTES, true)
  }
}
