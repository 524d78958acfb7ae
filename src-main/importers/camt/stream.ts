import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { ENTRY, STATEMENT, type XmlEntry, type XmlStatement } from './schema.ts'
import type { Element, Shape } from './shape.ts'

/** What a document is made of, in file order. */
export interface CamtHandlers {
  /** `camt.052`, `camt.053` or `camt.054`, by the message's root tag. */
  onMessage(format: string): void
  onHeader(createdAt: string): void
  /** `statement` holds what stood before the entry; the schema puts account and balances there. */
  onEntry(entry: XmlEntry, statement: XmlStatement): void
  onStatement(statement: XmlStatement): void
}

export type StreamEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'broken'; readonly line: number }

const MESSAGES: Readonly<Record<string, string>> = {
  BkToCstmrAcctRpt: 'camt.052', BkToCstmrStmt: 'camt.053', BkToCstmrDbtCdtNtfctn: 'camt.054',
}
const CONTAINERS: ReadonlySet<string> = new Set(['Rpt', 'Stmt', 'Ntfctn'])
const CHUNK_CHARS = 65_536

/**
 * Streams a document of one or several messages, whatever namespaces, prefixes and envelopes they have: only local names
 * count. Entities are never expanded beyond XML's own five.
 */
export function streamCamt(text: string, handlers: CamtHandlers, proceed: (done: number, total: number) => boolean): StreamEnd {
  // Fragment mode takes several documents in a row; their declarations are blanked, so that lines keep their numbers.
  const parser = new SaxesParser<{ fragment: true; xmlns: false }>({ fragment: true, xmlns: false })
  const builder = new Builder(handlers, () => parser.line)
  const faults: number[] = []
  parser.on('error', () => faults.push(parser.line))
  parser.on('opentag', (tag) => builder.open(tag))
  parser.on('text', (part) => builder.text(part))
  parser.on('cdata', (part) => builder.text(part))
  parser.on('closetag', ({ name }) => builder.close(localName(name)))
  const plain = text.replace(/<\?xml\s[^>]*\?>/g, (declaration) => declaration.replace(/[^\r\n]/g, ' '))
  for (let at = 0; at < plain.length; at += CHUNK_CHARS) {
    parser.write(plain.slice(at, at + CHUNK_CHARS))
    const [line] = faults
    if (line !== undefined) return { kind: 'broken', line }
    if (!proceed(at, plain.length)) return { kind: 'cancelled' }
  }
  parser.close()
  return { kind: faults.length > 0 ? 'truncated' : 'done' }
}

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

interface Compiled { readonly kind: 'text' | 'texts' | 'amount' | 'one' | 'many'; readonly children: ReadonlyMap<string, Compiled> }
interface Frame { readonly tag: string; readonly compiled: Compiled; readonly values: Record<string, unknown> }

const NO_CHILDREN: ReadonlyMap<string, Compiled> = new Map()

function compile(shape: Shape): ReadonlyMap<string, Compiled> {
  const element = (from: Element): Compiled => (typeof from === 'string' ? { kind: from, children: NO_CHILDREN } : { kind: from.kind, children: compile(from.shape) })
  return new Map(Object.entries(shape).map(([tag, from]) => [tag, element(from)] as const))
}

const COMPILED_STATEMENT: Compiled = { kind: 'one', children: compile(STATEMENT) }
const COMPILED_ENTRY: Compiled = { kind: 'one', children: compile(ENTRY) }

/** Builds what the declaration names and skips the rest, one entry at a time. */
class Builder {
  readonly #handlers: CamtHandlers
  readonly #line: () => number
  #stack: Frame[] = []
  /** How many open tags deep in something that is not kept. */
  #skipped = 0
  #isInMessage = false
  #text = ''

  constructor(handlers: CamtHandlers, line: () => number) {
    this.#handlers = handlers
    this.#line = line
  }

  open({ name, attributes }: SaxesTagPlain): void {
    const tag = localName(name)
    const frame = this.#stack.at(-1)
    if (this.#skipped > 0) this.#skipped += 1
    else if (!frame) this.#openOutside(tag)
    else if (tag === 'Ntry' && frame.compiled === COMPILED_STATEMENT) this.#push(tag, COMPILED_ENTRY)
    else {
      const compiled = frame.compiled.children.get(tag)
      if (!compiled) this.#skipped = 1
      else this.#push(tag, compiled, attributes['Ccy'])
    }
  }

  text(part: string): void {
    this.#text += part
  }

  close(tag: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    const frame = this.#stack.pop()
    if (!frame) {
      if (tag === 'CreDtTm') this.#handlers.onHeader(this.#text)
      this.#text = ''
      return
    }
    this.#finish(frame)
    this.#text = ''
  }

  #openOutside(tag: string): void {
    const format = MESSAGES[tag.replace(/V\d\d$/, '')]
    this.#text = ''
    if (format !== undefined) {
      this.#isInMessage = true
      this.#handlers.onMessage(format)
    } else if (this.#isInMessage && CONTAINERS.has(tag)) {
      this.#push(tag, COMPILED_STATEMENT)
    }
  }

  #push(tag: string, compiled: Compiled, currency?: string): void {
    this.#text = ''
    this.#stack.push({ tag, compiled, values: { line: this.#line(), ...(currency !== undefined && { currency }) } })
  }

  #finish({ tag, compiled, values }: Frame): void {
    const parent = this.#stack.at(-1)
    if (compiled === COMPILED_STATEMENT) this.#handlers.onStatement(values as unknown as XmlStatement)
    else if (compiled === COMPILED_ENTRY) this.#handlers.onEntry(values as unknown as XmlEntry, parent?.values as unknown as XmlStatement)
    else if (parent) keep(parent.values, tag, compiled, values, this.#text)
  }
}

/** The first of what stands once, all of what repeats. The types of `Read` say what the declaration makes of it. */
function keep(target: Record<string, unknown>, tag: string, { kind, children }: Compiled, values: Record<string, unknown>, text: string): void {
  if (kind === 'texts' || kind === 'many') {
    const known = target[tag]
    const item = kind === 'texts' ? text : values
    if (Array.isArray(known)) known.push(item)
    else target[tag] = [item]
  } else if (!(tag in target)) {
    if (children.has('')) values[''] = text
    target[tag] = kind === 'text' ? text : kind === 'amount' ? { text, currency: values['currency'] ?? null } : values
  }
}
