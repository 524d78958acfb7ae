import type { Buffer } from 'node:buffer'
import { GREATER, isUpper, nextNumber } from './characters.ts'
import type { ElementRule, Rule } from './grammar.ts'

/** A document may hold no end of names that nobody has declared. */
const KEPT_MAX = 1_000

/** One tag of a document, `<NAME>` or `</NAME>`, made once and met a hundred thousand times. */
export class Tag {
  /** As written. */
  readonly name: string
  readonly isClosing: boolean
  /** Its name has no small letters. */
  readonly isUpper: boolean
  /** From its `<` to the end of its name, where it was met first. */
  readonly bytes: Uint8Array
  /** What came after it last: banks fill their entries in one order, so mostly it comes again. */
  follower: Tag | null = null
  /** The aggregate in which it was met last, and what it means there. */
  rule: Rule | null = null
  element: ElementRule | null = null

  constructor(name: string, isClosing: boolean, isUpper: boolean, bytes: Uint8Array) {
    this.name = name
    this.isClosing = isClosing
    this.isUpper = isUpper
    this.bytes = bytes
  }
}

/** The tags of one document. */
export class Tags {
  readonly #bytes: Buffer
  readonly #opening = new Map<number, Tag>()
  readonly #closing = new Map<number, Tag>()

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** Before the first one. */
  none(): Tag {
    return new Tag('', false, false, this.#bytes.subarray(0, 0))
  }

  /** The tag that begins at a `<` and has this name. */
  named(at: number, start: number, end: number): Tag {
    const bytes = this.#bytes
    let number = 0
    for (let place = start; place < end; place++) number = nextNumber(number, bytes[place] ?? 0)
    const kept = start - at > 1 ? this.#closing : this.#opening
    const known = kept.get(number)
    if (known !== undefined && known.bytes.length === end - at && isSame(known.bytes, bytes, at)) return known
    const tag = new Tag(bytes.toString('latin1', start, end), start - at > 1, isUpper(bytes, start, end), bytes.subarray(at, end))
    if (known === undefined && kept.size < KEPT_MAX) kept.set(number, tag)
    return tag
  }
}

/** Whether the tag stands there with nothing but its name. */
export const stands = ({ bytes: own }: Tag, bytes: Uint8Array, at: number): boolean => bytes[at + own.length] === GREATER && isSame(own, bytes, at)

function isSame(own: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < own.length; index++) if (bytes[at + index] !== own[index]) return false
  return true
}
