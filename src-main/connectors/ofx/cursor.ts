import { decodeEntities } from './entities.ts'

const LF = 10
const CR = 13
const SPACE = 32
const BANG = 33
const AMPERSAND = 38
const SLASH = 47
const LESS = 60
const GREATER = 62
const QUESTION = 63
const NO_BREAK_SPACE = 0xa0

/** Texts are cut here; the longest the specification allows has 10,000 characters. */
export const TEXT_CHARS_MAX = 10_000
/** A `<` without its `>` within so many characters is no tag. */
const TAG_CHARS_MAX = 1024

export interface CursorEvents {
  /** Whether a name is declared: a damaged tag counts only then. */
  isKnown(name: string): boolean
  warn(code: string, line: number, detail: string): void
}

/**
 * Walks the text once from tag to tag. Every character is looked at a bounded number of times, whatever the damage:
 * a search that can fail (`-->`, `]]>`) fails once and is remembered.
 */
export class Cursor {
  readonly #text: string
  readonly #events: CursorEvents
  #at = 0
  #line = 1
  /** Where the tag last recognised begins, so that a text's end and the next tag are found by the same work. */
  #tagAt = -1
  #nameStart = 0
  #nameEnd = 0
  #tagEnd = 0
  /** Nothing but its name stands in the tag. */
  #isPlain = false
  readonly #absent = new Set<string>()

  /** The tag just stepped over: the number of its name (`numberOfName`), its kind, its line from 1. */
  nameNumber = 0
  isClosing = false
  isSelfClosed = false
  tagLine = 1

  constructor(text: string, events: CursorEvents) {
    this.#text = text
    this.#events = events
  }

  get offset(): number {
    return this.#at
  }

  /** The tag's name as written. Asking costs a string, so that `isNamed` is the way for names that are expected. */
  get name(): string {
    return this.#text.slice(this.#nameStart, this.#nameEnd)
  }

  isNamed(name: string): boolean {
    return this.#nameEnd - this.#nameStart === name.length && this.#text.startsWith(name, this.#nameStart)
  }

  /** Steps over the next tag; false at the end. Text before it is skipped. */
  next(): boolean {
    while (this.#skipText()) {
      if (this.#tagAt === this.#at || this.#recognise(this.#at)) {
        this.tagLine = this.#line
        if (this.#isPlain) this.#at = this.#tagEnd
        else this.#moveTo(this.#tagEnd)
        return true
      }
      if (!this.#skipSection()) this.#at++
    }
    return false
  }

  /** The text up to the next tag, trimmed and decoded; comments inside it are left out. */
  readText(): string {
    let value = this.#readRun()
    while (this.#at < this.#text.length && this.#tagAt !== this.#at) {
      const part = this.#readCdata() ?? (this.#skipSection() ? '' : this.#readRun())
      value = value === '' || part === '' ? value + part : `${value} ${part}`
    }
    return value
  }

  /** Steps over `</name>` where the cursor stands before it. */
  skipClosing(name: string): void {
    const start = this.#at + 2
    const end = start + name.length
    const text = this.#text
    if (text.charCodeAt(end) === GREATER && text.charCodeAt(start - 1) === SLASH && text.startsWith(name, start)) this.#at = end + 1
  }

  /** Moves to the next `<`; false at the end of the text. */
  #skipText(): boolean {
    const text = this.#text
    let at = this.#at
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LESS) break
      if (code <= CR && isBreak(text, at, code)) this.#line++
    }
    this.#at = at
    return at < text.length
  }

  /** Text up to something that is markup. */
  #readRun(): string {
    const text = this.#text
    let at = this.#at
    let start = -1
    let end = at
    let breakAt = text.length
    let hasEntity = false
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code <= SPACE) {
        if (code > CR || !isBreak(text, at, code)) continue
        this.#line++
        if (start >= 0 && at < breakAt) breakAt = at
        continue
      }
      if (code === LESS && this.#isMarkup(at, start >= 0)) break
      if (code === NO_BREAK_SPACE) continue
      if (code === AMPERSAND) hasEntity = true
      if (start < 0) start = at
      end = at + 1
    }
    this.#at = at
    if (start < 0) return ''
    const value = this.#shorten(text.slice(start, end), breakAt < end)
    return hasEntity ? decodeEntities(value) : value
  }

  #shorten(value: string, hasBreak: boolean): string {
    if (value.length > TEXT_CHARS_MAX) this.#events.warn('text-shortened', this.#line, '')
    const short = value.length > TEXT_CHARS_MAX ? value.slice(0, TEXT_CHARS_MAX) : value
    return hasBreak ? short.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '').join(' ') : short
  }

  /** A `<` that begins a tag or a section; inside a text, unknown lower-case names (`<b>`) are the text's own. */
  #isMarkup(at: number, isInText: boolean): boolean {
    const next = this.#text.charCodeAt(at + 1)
    if (next === BANG || next === QUESTION) return this.#sectionEnd(at) !== null
    if (!this.#recognise(at)) return false
    if (!isInText || isUpper(this.#text, this.#nameStart, this.#nameEnd) || this.#events.isKnown(this.#text.slice(this.#nameStart, this.#nameEnd))) return true
    this.#tagAt = -1
    return false
  }

  /** Recognises `<NAME>`, `</NAME>`, `<NAME/>` and `<NAME attributes>` at a `<`. */
  #recognise(at: number): boolean {
    const text = this.#text
    const isClosing = text.charCodeAt(at + 1) === SLASH
    const start = at + (isClosing ? 2 : 1)
    let code = text.charCodeAt(start)
    if (!isLetter(code)) return false
    let end = start
    let number = 0
    for (; isNameCharacter(code); code = text.charCodeAt(++end)) number = nextNumber(number, code)
    const isPlain = code === GREATER
    if (!isPlain && !this.#recogniseTail(start, end)) return false
    this.#isPlain = isPlain
    this.#tagAt = at
    this.#nameStart = start
    this.#nameEnd = end
    this.nameNumber = number
    this.isClosing = isClosing
    if (isPlain) {
      this.isSelfClosed = false
      this.#tagEnd = end + 1
    }
    return true
  }

  /** Attributes and damage after a tag's name. A known name without its `>` still counts, but `<name of …` in prose does not. */
  #recogniseTail(start: number, end: number): boolean {
    const text = this.#text
    const after = text.charCodeAt(end)
    const isSeparated = after <= SPACE || after === SLASH
    let at = end
    while (at < text.length && at - end < TAG_CHARS_MAX && text.charCodeAt(at) !== GREATER && text.charCodeAt(at) !== LESS) at++
    if (isSeparated && text.charCodeAt(at) === GREATER) {
      this.isSelfClosed = text.charCodeAt(at - 1) === SLASH
      this.#tagEnd = at + 1
      return true
    }
    const name = text.slice(start, end)
    const endsThere = after === LF || after === CR || text.slice(end, at).trim() === ''
    const isDamaged = (endsThere || (isSeparated && isUpper(text, start, end))) && this.#events.isKnown(name)
    if (!isDamaged) return false
    this.#events.warn('tag-unfinished', this.#line, name)
    this.isSelfClosed = false
    this.#tagEnd = end
    return true
  }

  #readCdata(): string | null {
    if (!this.#text.startsWith('<![CDATA[', this.#at)) return null
    const end = this.#sectionEnd(this.#at)
    if (end === null) return null
    const value = this.#shorten(this.#text.slice(this.#at + 9, end - 3).trim(), true)
    this.#skipSection()
    return value
  }

  /** Steps over a comment, CDATA, processing instruction or document type; false where none begins. */
  #skipSection(): boolean {
    const end = this.#sectionEnd(this.#at)
    if (end === null) return false
    this.#reportHidden(this.#at, end)
    this.#moveTo(end)
    return true
  }

  #sectionEnd(at: number): number | null {
    const text = this.#text
    const next = text.charCodeAt(at + 1)
    if (next === QUESTION) return this.#find('>', at)
    if (next !== BANG) return null
    if (text.startsWith('<!--', at)) return this.#find('-->', at)
    return text.startsWith('<![CDATA[', at) ? this.#find(']]>', at) : this.#find('>', at)
  }

  #find(end: string, from: number): number | null {
    if (this.#absent.has(end)) return null
    const found = this.#text.indexOf(end, from)
    if (found >= 0) return found + end.length
    this.#absent.add(end)
    this.#events.warn('section-unclosed', this.#line, '')
    return null
  }

  /** An entry inside a comment or CDATA is no entry, but it must not vanish without a word. */
  #reportHidden(from: number, to: number): void {
    let line = this.#line
    let counted = from
    for (const { index } of this.#text.slice(from, to).matchAll(/<(?:LOAN)?STMTTRNP?[\s>/]/gi)) {
      for (; counted < from + index; counted++) if (isBreak(this.#text, counted, this.#text.charCodeAt(counted))) line++
      this.#events.warn('entry-in-comment', line, 'STMTTRN')
    }
  }

  #moveTo(end: number): void {
    const text = this.#text
    for (let at = this.#at; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code <= CR && isBreak(text, at, code)) this.#line++
    }
    this.#at = end
  }
}

/** A number for a name, computed while its characters are looked at anyway: looking it up costs no string. */
export function numberOfName(name: string): number {
  let number = 0
  for (let at = 0; at < name.length; at++) number = nextNumber(number, name.charCodeAt(at))
  return number
}

const nextNumber = (number: number, code: number): number => (Math.imul(number, 31) + code) | 0

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** Letters, digits, `.` of private tags (`INTU.BID`), `_`, `-` and a namespace's `:`. */
const isNameCharacter = (code: number): boolean => isLetter(code) || (code >= 45 && code <= 58 && code !== SLASH) || code === 95
/** Lines end with LF, CR LF or a lone CR. */
const isBreak = (text: string, at: number, code: number): boolean => code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)

function isUpper(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 97) return false
  return true
}
