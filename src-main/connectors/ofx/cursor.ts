import { Buffer } from 'node:buffer'
import { AMPERSAND, ASCII_MAX, BANG, breaksWithin, CR, END, GREATER, isBreak, isLetter, isNameCharacter, isUpper, LESS, LF, NO_BREAK_LEAD, NO_BREAK_TAIL, QUESTION, SLASH, SPACE, UTF8_BYTES_MAX } from './characters.ts'
import { decodeEntities } from './entities.ts'
import { CDATA, Sections } from './sections.ts'
import { stands, Tags, type Tag } from './tags.ts'
import { Texts } from './texts.ts'

/** Texts are cut here; the longest the specification allows has 10,000 characters. */
export const TEXT_CHARS_MAX = 10_000
/** A `<` without its `>` within so many bytes is no tag. */
const TAG_BYTES_MAX = 1024

export interface CursorEvents {
  /** Whether a name is declared: a damaged tag counts only then. */
  isKnown(name: string): boolean
  warn(code: string, line: number, detail: string): void
}

/**
 * Walks a document once from tag to tag, on its bytes: all markup is ASCII, and looking at a byte costs half of looking at
 * a character of a string. Every byte is looked at a bounded number of times, whatever the damage: a search that can fail
 * (`-->`, `]]>`) fails once and is remembered.
 */
export class Cursor {
  readonly #bytes: Buffer
  readonly #texts: Texts
  readonly #tags: Tags
  readonly #sections: Sections
  readonly #events: CursorEvents
  #at = 0
  #line = 1
  /** Where the tag last recognised begins, so that a text's end and the next tag are found by the same work. */
  #tagAt = -1
  #tagEnd = 0
  #recognised: Tag
  /** Whether nothing but its name stands in the tag last recognised, and whether it closes itself. */
  #isPlain = false
  #isEmpty = false

  /** The tag just stepped over, and its line from 1. */
  tag: Tag
  isSelfClosed = false
  tagLine = 1

  /** `document` is text, or its bytes in UTF-8. */
  constructor(document: string | Uint8Array, events: CursorEvents) {
    this.#bytes = typeof document === 'string' ? Buffer.from(document) : Buffer.from(document.buffer, document.byteOffset, document.byteLength)
    this.#texts = new Texts(this.#bytes)
    this.#tags = new Tags(this.#bytes)
    this.tag = this.#recognised = this.#tags.none()
    this.#sections = new Sections(this.#bytes, () => { events.warn('section-unclosed', this.#line, '') })
    this.#events = events
  }

  /** In bytes. */
  get size(): number {
    return this.#bytes.length
  }

  get offset(): number {
    return this.#at
  }

  /** Steps over the next tag; false at the end. Text before it is skipped. */
  next(): boolean {
    if (this.#tagAt !== this.#at && !this.#findTag()) return false
    const tag = this.#recognised
    this.tag.follower = tag
    this.tag = tag
    this.tagLine = this.#line
    this.isSelfClosed = this.#isEmpty
    if (this.#isPlain) this.#at = this.#tagEnd
    else this.#moveTo(this.#tagEnd)
    return true
  }

  /** Moves to the next tag, over text and sections. */
  #findTag(): boolean {
    while (this.#skipText()) {
      if (this.#recognise(this.#at)) return true
      if (!this.#skipSection()) this.#at++
    }
    return false
  }

  /** The text up to the next tag, trimmed and decoded; comments inside it are left out. */
  readText(): string {
    return this.#readPlain(false) ?? this.#readParts()
  }

  /** The same for a tag whose name is declared, with its closing tag where one stands behind the text. */
  readElement(): string {
    const plain = this.#readPlain(true)
    if (plain !== null) return plain
    const text = this.#readParts()
    this.skipClosing()
    return text
  }

  /** Steps over the `</NAME>` of the tag last stepped over, where the cursor stands before it. */
  skipClosing(): void {
    const end = this.#closingEnd(this.#at)
    if (end > 0) this.#at = end
  }

  /** Where the `</NAME>` of the tag last stepped over ends; 0 where it does not stand here. */
  #closingEnd(at: number): number {
    const bytes = this.#bytes
    const own = this.tag.bytes
    const end = at + 1 + own.length
    if (bytes[end] !== GREATER || bytes[at + 1] !== SLASH || bytes[at] !== LESS) return 0
    for (let index = 1; index < own.length; index++) if (bytes[at + 1 + index] !== own[index]) return 0
    return end + 1
  }

  /** Moves to the next `<`; false at the end of the text. */
  #skipText(): boolean {
    const bytes = this.#bytes
    let at = this.#at
    for (; at < bytes.length; at++) {
      const code = bytes[at] ?? END
      if (code === LESS) break
      if (code <= CR && isBreak(bytes, at, code)) this.#line++
    }
    this.#at = at
    return at < bytes.length
  }

  /**
   * What nearly every text is: one line without entities before a tag. Null, and nothing has moved, where it is something
   * else. Its own closing tag can be stepped over at once, which spares recognising it.
   */
  #readPlain(closes: boolean): string | null {
    const bytes = this.#bytes
    const line = this.#line
    const start = this.#skipBlank(this.#at)
    let stop = start
    let end = start
    let all = 0
    let code = bytes[stop] ?? 0
    for (; code >= SPACE && code !== LESS && code !== AMPERSAND && code !== NO_BREAK_LEAD; code = bytes[stop] ?? 0) {
      all |= code
      stop++
      if (code !== SPACE) end = stop
    }
    const at = code === LESS ? stop : this.#skipBlank(stop)
    const closingEnd = closes ? this.#closingEnd(at) : 0
    if (stop - start > TEXT_CHARS_MAX || (closingEnd === 0 && !(bytes[at] === LESS && this.#isMarkup(at, stop > start) && this.#tagAt === at))) {
      this.#line = line
      return null
    }
    this.#at = closingEnd === 0 ? at : closingEnd
    return end === start ? '' : this.#texts.read(start, end, all <= ASCII_MAX)
  }

  #skipBlank(from: number): number {
    const bytes = this.#bytes
    let at = from
    for (let code = bytes[at] ?? END; code <= SPACE; code = bytes[++at] ?? END) if (code <= CR && isBreak(bytes, at, code)) this.#line++
    return at
  }

  /** Text that may hold anything: comments, CDATA, a `<` of its own. */
  #readParts(): string {
    let value = this.#readRun()
    while (this.#at < this.#bytes.length && this.#tagAt !== this.#at) {
      const part = this.#readCdata() ?? (this.#skipSection() ? '' : this.#readRun())
      value = value === '' || part === '' ? value + part : `${value} ${part}`
    }
    return value
  }

  /** Up to something that is markup. */
  #readRun(): string {
    const bytes = this.#bytes
    let at = this.#at
    let start = -1
    let end = at
    let breakAt = bytes.length
    let hasEntity = false
    for (; at < bytes.length; at++) {
      const code = bytes[at] ?? END
      if (code <= SPACE) {
        if (code > CR || !isBreak(bytes, at, code)) continue
        this.#line++
        if (start >= 0 && at < breakAt) breakAt = at
        continue
      }
      if (code === LESS && this.#isMarkup(at, start >= 0)) break
      if (code === NO_BREAK_LEAD && bytes[at + 1] === NO_BREAK_TAIL) {
        at++
        continue
      }
      if (code === AMPERSAND) hasEntity = true
      if (start < 0) start = at
      end = at + 1
    }
    this.#at = at
    if (start < 0) return ''
    const value = this.#shorten(bytes.toString('utf8', start, Math.min(end, start + UTF8_BYTES_MAX * (TEXT_CHARS_MAX + 1))), breakAt < end)
    return hasEntity ? decodeEntities(value) : value
  }

  #shorten(value: string, hasBreak: boolean): string {
    if (value.length > TEXT_CHARS_MAX) this.#events.warn('text-shortened', this.#line, '')
    const short = value.length > TEXT_CHARS_MAX ? value.slice(0, TEXT_CHARS_MAX) : value
    return hasBreak ? short.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '').join(' ') : short
  }

  /** A `<` that begins a tag or a section; inside a text, unknown lower-case names (`<b>`) are the text's own. */
  #isMarkup(at: number, isInText: boolean): boolean {
    const next = this.#bytes[at + 1]
    if (next === BANG || next === QUESTION) return this.#sections.endOf(at) !== null
    if (!this.#recognise(at)) return false
    if (!isInText || this.#recognised.isUpper || this.#events.isKnown(this.#recognised.name)) return true
    this.#tagAt = -1
    return false
  }

  /** Recognises `<NAME>`, `</NAME>`, `<NAME/>` and `<NAME attributes>` at a `<`. */
  #recognise(at: number): boolean {
    const expected = this.tag.follower
    if (expected === null || !stands(expected, this.#bytes, at)) return this.#recogniseAny(at)
    this.#recognised = expected
    this.#isPlain = true
    this.#isEmpty = false
    this.#tagAt = at
    this.#tagEnd = at + expected.bytes.length + 1
    return true
  }

  #recogniseAny(at: number): boolean {
    const bytes = this.#bytes
    const isClosing = bytes[at + 1] === SLASH
    const start = at + (isClosing ? 2 : 1)
    let code = bytes[start] ?? END
    if (!isLetter(code)) return false
    let end = start
    while (isNameCharacter(code)) code = bytes[++end] ?? END
    const isPlain = code === GREATER
    if (!isPlain && !this.#recogniseTail(start, end)) return false
    this.#recognised = this.#tags.named(at, start, end)
    this.#isPlain = isPlain
    this.#tagAt = at
    if (!isPlain) return true
    this.#isEmpty = false
    this.#tagEnd = end + 1
    return true
  }

  /** Attributes and damage after a tag's name. A known name without its `>` still counts, but `<name of …` in prose does not. */
  #recogniseTail(start: number, end: number): boolean {
    const bytes = this.#bytes
    const after = bytes[end] ?? END
    const isSeparated = after <= SPACE || after === SLASH
    let at = end
    while (at < bytes.length && at - end < TAG_BYTES_MAX && bytes[at] !== GREATER && bytes[at] !== LESS) at++
    if (isSeparated && bytes[at] === GREATER) {
      this.#isEmpty = bytes[at - 1] === SLASH
      this.#tagEnd = at + 1
      return true
    }
    const name = bytes.toString('latin1', start, end)
    const endsThere = after === LF || after === CR || bytes.toString('utf8', end, at).trim() === ''
    const isDamaged = (endsThere || (isSeparated && isUpper(bytes, start, end))) && this.#events.isKnown(name)
    if (!isDamaged) return false
    this.#events.warn('tag-unfinished', this.#line, name)
    this.#isEmpty = false
    this.#tagEnd = end
    return true
  }

  #readCdata(): string | null {
    if (!this.#sections.isCdata(this.#at)) return null
    const end = this.#sections.endOf(this.#at)
    if (end === null) return null
    const value = this.#shorten(this.#bytes.toString('utf8', this.#at + CDATA.length, end - 3).trim(), true)
    this.#skipSection()
    return value
  }

  /** Steps over a comment, CDATA, processing instruction or document type; false where none begins. */
  #skipSection(): boolean {
    const end = this.#sections.endOf(this.#at)
    if (end === null) return false
    for (const entry of this.#sections.entriesWithin(this.#at, end)) {
      this.#moveTo(entry)
      this.#events.warn('entry-in-comment', this.#line, 'STMTTRN')
    }
    this.#moveTo(end)
    return true
  }

  #moveTo(end: number): void {
    this.#line += breaksWithin(this.#bytes, this.#at, end)
    this.#at = end
  }
}
