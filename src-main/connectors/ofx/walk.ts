import { OFX } from './aggregates/OFX.ts'
import { Cursor, TEXT_CHARS_MAX } from './cursor.ts'
import { GRAMMAR, type ElementRule, type Fields, type LeafRule, type Rule } from './grammar.ts'
import type { AnyAggregate, Of } from './schema.ts'

/** OFX nests a dozen aggregates; what goes deeper is damage and closes everything before it. */
const DEPTH_MAX = 32
const STEPS_PER_PACE = 16_384
/** Inventing more tags than this is damage, not a dialect. */
const UNKNOWN_MAX = 100

/** Takes one kind of aggregate as it closes; a list element so taken is not kept in its parent. */
export interface Handler {
  readonly tag: string
  readonly opened?: ((line: number) => void) | undefined
  closed(fields: object): void
}

export interface WalkEvents {
  readonly handlers: readonly Handler[]
  /** Codes are stable; details are tags, never values. */
  warn(code: string, line: number, detail: string): void
  /** Called at intervals; false stops the walk. */
  readonly proceed?: ((done: number, total: number) => boolean) | undefined
}

export interface WalkEnd {
  readonly isCancelled: boolean
  /** The text has an `<OFX>`. */
  readonly hasRoot: boolean
  /** It ended inside an aggregate although it closes its aggregates elsewhere: something is missing. */
  readonly isTruncated: boolean
  /** The message set it ended in, if it ended in one. */
  readonly endsIn: string | null
  /** Only the last `</OFX>` is missing. */
  readonly lacksEnd: boolean
}

/** Gives a handler its aggregate's own type. */
export function on<D extends AnyAggregate>(definition: D, closed: (fields: Of<D>) => void, opened?: (line: number) => void): Handler {
  return { tag: definition.tag, closed, opened }
}

/** `seen`: the bits of its leaves that have come. */
interface Frame { readonly rule: Rule; readonly fields: Fields; readonly handler: Handler | undefined; seen: number }

/**
 * Reads a response in one pass. Aggregates are told by the grammar, so it does not matter whether a bank closes them,
 * closes leaves, nests wrongly or invents tags: an aggregate ends where its closing tag stands, or where something begins
 * that only an outer aggregate can hold; a leaf belongs to the innermost open aggregate that declares it; an unknown tag is
 * stepped over and what it holds belongs to the aggregate around it. `document` is text, or its bytes in UTF-8.
 */
export function walk(document: string | Uint8Array, events: WalkEvents): WalkEnd {
  return new Walk(document, events).run()
}

/** Nearly every aggregate of a file is an entry: copying it at a place of its own takes a quarter of the walk's time away. */
const ENTRY = GRAMMAR.aggregates.get('STMTTRN') ?? GRAMMAR.document

class Walk {
  readonly #events: WalkEvents
  readonly #cursor: Cursor
  readonly #handlers: ReadonlyMap<string, Handler>
  readonly #stack: Frame[]
  #top: Frame
  #hasRoot = false
  #closings = 0
  readonly #warned = new Set<string>()

  constructor(document: string | Uint8Array, events: WalkEvents) {
    this.#events = events
    this.#handlers = new Map(events.handlers.map((handler) => [handler.tag, handler]))
    this.#top = { rule: GRAMMAR.document, fields: { ...GRAMMAR.document.blank }, handler: undefined, seen: 0 }
    this.#stack = [this.#top]
    this.#cursor = new Cursor(document, {
      isKnown: (name) => GRAMMAR.leaves.has(upper(name)) || GRAMMAR.aggregates.has(upper(name)),
      warn: (code, line, detail) => events.warn(code, line, detail),
    })
  }

  run(): WalkEnd {
    const cursor = this.#cursor
    while (this.#takePace()) {
      if (this.#events.proceed?.(cursor.offset, cursor.size) === false) {
        return { isCancelled: true, hasRoot: this.#hasRoot, isTruncated: false, endsIn: null, lacksEnd: false }
      }
    }
    const open = this.#stack.length - 1
    const lacksEnd = open === 1 && this.#top.rule.tag === OFX.tag
    const endsIn = this.#stack[2]?.rule.tag ?? null
    this.#closeTo(0)
    return { isCancelled: false, hasRoot: this.#hasRoot, endsIn, isTruncated: open > 0 && !lacksEnd && this.#closings > 0, lacksEnd }
  }

  /** False at the end of the document. A method of its own: V8 keeps what it has made of so hot a loop only while nothing rare happens inside. */
  #takePace(): boolean {
    const cursor = this.#cursor
    for (let steps = 0; steps < STEPS_PER_PACE; steps++) {
      if (!cursor.next()) return false
      if (cursor.tag.isClosing) this.#close()
      else this.#open()
    }
    return true
  }

  #open(): void {
    const { tag } = this.#cursor
    const { rule } = this.#top
    if (tag.rule !== rule) {
      tag.rule = rule
      tag.element = rule.elements.get(tag.name) ?? null
    }
    const { element } = tag
    if (element === null) this.#openElsewhere(tag.name)
    else if (element.is === 'leaf') this.#readLeaf(this.#top, element)
    else if (this.#accepts(this.#top, element)) this.#push(element.rule, this.#top, element)
    else this.#openElsewhere(element.tag)
  }

  /** The innermost aggregate does not hold this: look outwards. */
  #openElsewhere(name: string): void {
    const tag = upper(name)
    const rule = GRAMMAR.aggregates.get(tag)
    for (let depth = this.#stack.length - 1; depth >= 0; depth--) {
      const frame = this.#stack[depth]
      const element = frame?.rule.elements.get(tag)
      if (!frame || (!rule && frame.rule.isOpaque)) break
      if (element?.is === 'leaf' && !rule) {
        this.#readLeaf(frame, element)
        return
      }
      if (element && element.is !== 'leaf' && this.#accepts(frame, element)) {
        this.#closeTo(depth)
        this.#push(element.rule, frame, element)
        return
      }
    }
    if (rule) this.#openStray(rule)
    else this.#skipUnknown(tag)
  }

  /** Declared, but nothing around it can hold it: it is read all the same, since its handler may know what to do. */
  #openStray(rule: Rule): void {
    const same = this.#stack.findIndex((frame) => frame.rule === rule)
    if (same > 0) this.#closeTo(same - 1)
    this.#push(rule, undefined, undefined)
  }

  #skipUnknown(tag: string): void {
    const { isOpaque, hasLeaves } = this.#top.rule
    if (!isOpaque && hasLeaves && !tag.includes('.') && !GRAMMAR.leaves.has(tag) && /^[A-Z][A-Z0-9]{1,31}$/.test(tag)) {
      this.#warnUnknown(tag)
    }
    if (!this.#cursor.isSelfClosed) this.#cursor.readText()
    this.#cursor.skipClosing()
  }

  /** What may stand once and stands already belongs to something else. */
  #accepts(frame: Frame, element: ElementRule): boolean {
    return element.is === 'many' || frame.fields[element.tag] === undefined
  }

  #push(rule: Rule, parent: Frame | undefined, element: ElementRule | undefined): void {
    if (this.#stack.length > DEPTH_MAX) this.#closeTo(0)
    const fields = rule === ENTRY ? blankEntry(this.#cursor.tagLine) : blankFields(rule, this.#cursor.tagLine)
    const handler = this.#handlers.get(rule.tag)
    if (parent && element && (element.is === 'sub' || handler === undefined)) attach(parent.fields, element, fields)
    handler?.opened?.(this.#cursor.tagLine)
    this.#top = { rule, fields, handler, seen: 0 }
    this.#stack.push(this.#top)
    if (rule.tag === OFX.tag) this.#hasRoot = true
    if (rule.bare !== null && !this.#cursor.isSelfClosed) fields[rule.bare] = this.#cursor.readText()
    if (this.#cursor.isSelfClosed) this.#closeTo(this.#stack.length - 2)
  }

  #readLeaf(frame: Frame, leaf: LeafRule): void {
    const cursor = this.#cursor
    const line = cursor.tagLine
    const text = cursor.isSelfClosed ? closedText(cursor) : cursor.readElement()
    const value = leaf.values?.get(text) ?? text
    if (leaf.bit !== 0 && (frame.seen & leaf.bit) === 0) {
      frame.seen |= leaf.bit
      frame.fields[leaf.tag] = value
      return
    }
    const before = frame.fields[leaf.tag]
    if (before === '') frame.fields[leaf.tag] = value
    else if (value !== '' && value !== before) this.#repeat(frame, leaf, `${String(before)} ${value}`, line)
  }

  /** Free text in two parts is one text; of anything else the first counts. */
  #repeat(frame: Frame, leaf: LeafRule, joined: string, line: number): void {
    if (leaf.isFreeText && joined.length <= TEXT_CHARS_MAX) frame.fields[leaf.tag] = joined
    else this.#events.warn('repeated-element', line, leaf.tag)
  }

  #close(): void {
    const { name } = this.#cursor.tag
    const tag = name === this.#top.rule.tag ? name : upper(name)
    for (let depth = this.#stack.length - 1; depth > 0; depth--) {
      if (this.#stack[depth]?.rule.tag !== tag) continue
      this.#closings++
      this.#closeTo(depth - 1)
      return
    }
  }

  /** Closes every aggregate above `depth`, innermost first. */
  #closeTo(depth: number): void {
    while (this.#stack.length - 1 > depth) {
      const frame = this.#stack.pop()
      frame?.handler?.closed(frame.fields)
    }
    this.#top = this.#stack[depth] ?? this.#top
  }

  #warnUnknown(detail: string): void {
    if (this.#warned.has(detail) || this.#warned.size >= UNKNOWN_MAX) return
    this.#warned.add(detail)
    this.#events.warn('unknown-element', this.#cursor.tagLine, detail)
  }
}

/** Nothing; some write `<NAME/></NAME>`. */
function closedText(cursor: Cursor): string {
  cursor.skipClosing()
  return ''
}

const blankEntry = (line: number): Fields => ({ ...ENTRY.blank, line })

const blankFields = ({ blank }: Rule, line: number): Fields => ({ ...blank, line })

function attach(parent: Fields, element: ElementRule, fields: Fields): void {
  if (element.is === 'sub') parent[element.tag] = fields
  else {
    const list = parent[element.tag]
    if (Array.isArray(list) && list.length > 0) list.push(fields)
    else parent[element.tag] = [fields]
  }
}

/** Tags are upper case by the specification; a namespace prefix is not part of the name. */
const upper = (name: string): string => name.slice(name.indexOf(':') + 1).toUpperCase()
