import type { Buffer } from 'node:buffer'

/** Powers of two. The days, payees and purposes of a year fit. */
const PLACES = 8_192
const SHORT_PLACES = 1_024
const KEPT_BYTES_MAX = 64
const WORD_BYTES = 4

/**
 * Makes texts of a document's bytes. Banks say the same over and over, kinds, days, payees and purposes: what comes again is
 * given again, so that 100,000 entries share a few thousand texts, and none holds on to the document.
 */
export class Texts {
  readonly #bytes: Buffer
  readonly #words: DataView
  /** Where the text of each place stands that was read last. Ids, which never come again, get no further than here. */
  readonly #starts = new Int32Array(PLACES)
  readonly #lengths = new Int32Array(PLACES)
  /** What has come for the second time: keeping what never comes again would only cost the garbage collector. */
  readonly #kept: string[] = Array.from({ length: PLACES }, () => '')
  readonly #keptStarts = new Int32Array(PLACES)
  readonly #keptLengths = new Int32Array(PLACES)
  /** Texts shorter than a word, by their bytes. */
  readonly #short: string[] = Array.from({ length: SHORT_PLACES }, () => '')
  readonly #shortBytes = new Int32Array(SHORT_PLACES)

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** From one place of the document to another; without control characters. */
  read(start: number, end: number, isAscii: boolean): string {
    const length = end - start
    if (length < WORD_BYTES) return this.#readShort(start, end, isAscii)
    if (length > KEPT_BYTES_MAX) return this.#make(start, end, isAscii)
    const place = this.#placeOf(start, length)
    if (this.#keptLengths[place] === length && this.#isSame(this.#keptStarts[place] ?? 0, start, length)) return this.#kept[place] ?? ''
    const text = this.#make(start, end, isAscii)
    if (this.#lengths[place] === length && this.#isSame(this.#starts[place] ?? 0, start, length)) {
      this.#kept[place] = text
      this.#keptStarts[place] = start
      this.#keptLengths[place] = length
    } else {
      this.#starts[place] = start
      this.#lengths[place] = length
    }
    return text
  }

  #readShort(start: number, end: number, isAscii: boolean): string {
    let word = 0
    for (let at = start; at < end; at++) word = (word << 8) | (this.#bytes[at] ?? 0)
    const place = (Math.imul(word, 0x9e3779b1) >>> 16) & (SHORT_PLACES - 1)
    if (this.#shortBytes[place] === word) return this.#short[place] ?? ''
    this.#shortBytes[place] = word
    return this.#short[place] = this.#make(start, end, isAscii)
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
