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
  /** An Ntry where none belongs: it is not read. */
  onLostEntry(line: number): void
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
  parser.on('closetag', ({ name }) => builder.close(name))
  const plain = text.replace(/<\?xml\s[^>]{0,200}\?>/g, (declaration) => declaration.replace(/[^\r\n]/g, ' '))
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

type Values = Record<string, unknown>
type Leaf = 'text' | 'texts' | 'amount'
interface Branch { readonly kind: 'one' | 'many'; readonly children: ReadonlyMap<string, Compiled>; readonly hasText: boolean }
type Compiled = Branch | { readonly kind: Leaf }
interface Frame { readonly tag: string; readonly branch: Branch; readonly values: Values }

function compile(kind: Branch['kind'], shape: Shape): Branch {
  const element = (from: Element): Compiled => (typeof from === 'string' ? { kind: from } : compile(from.kind, from.shape))
  return { kind, children: new Map(Object.entries(shape).map(([tag, from]) => [tag, element(from)] as const)), hasText: '' in shape }
}

const COMPILED_STATEMENT = compile('one', STATEMENT)
const COMPILED_ENTRY = compile('one', ENTRY)

/** Builds what the declaration names and skips the rest, one entry at a time. */
class Builder {
  readonly #handlers: CamtHandlers
  readonly #line: () => number
  readonly #stack: Frame[] = []
  /** How many open tags deep in something that is not kept. */
  #skipped = 0
  #leaf: Leaf | undefined
  #leafTag = ''
  #currency: string | null = null
  #isInMessage = false
  #text = ''

  constructor(handlers: CamtHandlers, line: () => number) {
    this.#handlers = handlers
    this.#line = line
  }

  open({ name, attributes }: SaxesTagPlain): void {
    if (this.#skipped > 0 || this.#leaf) {
      this.#skipped += 1
      this.#lose(localName(name))
      return
    }
    const tag = localName(name)
    const frame = this.#stack.at(-1)
    this.#text = ''
    if (!frame) this.#openOutside(tag)
    else if (tag === 'Ntry' && frame.branch === COMPILED_STATEMENT) this.#push(tag, COMPILED_ENTRY)
    else this.#openInside(tag, frame.branch.children.get(tag), attributes)
  }

  text(part: string): void {
    if (this.#skipped === 0) this.#text += part
  }

  close(name: string): void {
    const frame = this.#stack.at(-1)
    if (this.#skipped > 0) this.#skipped -= 1
    else if (!frame) this.#closeOutside(localName(name))
    else if (this.#leaf) this.#closeLeaf(frame.values, this.#leaf)
    else this.#closeBranch(frame)
  }

  #openOutside(tag: string): void {
    const format = MESSAGES[tag.replace(/V\d\d$/, '')]
    if (format !== undefined) {
      this.#isInMessage = true
      this.#handlers.onMessage(format)
    } else if (this.#isInMessage && CONTAINERS.has(tag)) {
      this.#push(tag, COMPILED_STATEMENT)
    } else {
      this.#lose(tag)
    }
  }

  #lose(tag: string): void {
    if (tag === 'Ntry') this.#handlers.onLostEntry(this.#line())
  }

  #closeOutside(tag: string): void {
    if (tag === 'CreDtTm') this.#handlers.onHeader(this.#text)
    this.#text = ''
  }

  #openInside(tag: string, compiled: Compiled | undefined, attributes: Record<string, string>): void {
    if (!compiled) {
      this.#skipped = 1
      this.#lose(tag)
    } else if ('children' in compiled) {
      this.#push(tag, compiled)
    } else {
      this.#leaf = compiled.kind
      this.#leafTag = tag
      this.#currency = attributes['Ccy'] ?? null
    }
  }

  #push(tag: string, branch: Branch): void {
    this.#stack.push({ tag, branch, values: { line: this.#line() } })
  }

  /** The first of what stands once, all of what repeats. */
  #closeLeaf(values: Values, leaf: Leaf): void {
    if (leaf === 'texts') append(values, this.#leafTag, this.#text)
    else values[this.#leafTag] ??= leaf === 'text' ? this.#text : { text: this.#text, currency: this.#currency }
    this.#leaf = undefined
    this.#text = ''
  }

  #closeBranch({ tag, branch, values }: Frame): void {
    this.#stack.pop()
    const parent = this.#stack.at(-1)?.values
    if (branch.hasText) values[''] = this.#text
    if (branch === COMPILED_STATEMENT) this.#handlers.onStatement(asStatement(values))
    else if (branch === COMPILED_ENTRY && parent) this.#handlers.onEntry(asEntry(values), asStatement(parent))
    else if (branch.kind === 'many' && parent) append(parent, tag, values)
    else if (parent) parent[tag] ??= values
    this.#text = ''
  }
}

function append(values: Values, tag: string, item: unknown): void {
  const known = values[tag]
  if (Array.isArray(known)) known.push(item)
  else values[tag] = [item]
}

/** What was built by a declaration takes the type that follows from it: here and nowhere else. */
const asEntry = (values: Values): XmlEntry => values as XmlEntry
const asStatement = (values: Values): XmlStatement => values as XmlStatement
