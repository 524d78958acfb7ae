import { END_OF_MESSAGE, type SwiftField } from '../swift/fields.ts'

/** A field with what is needed to read it later. */
export interface RawEntry {
  readonly line: number
  /** Field 61, its lines. */
  readonly statementLine: readonly string[]
  /** Field 86, the lines of one or several. */
  readonly remittance: string[]
  /** Field NS: what some banks add in a layout of their own. */
  readonly bankOwn: string[]
}

/** One MT940 or MT942 message, its fields sorted but not yet read. */
export interface RawMessage {
  readonly line: number
  readonly fields: Map<string, SwiftField>
  /** Field 65 may stand several times. */
  readonly forward: SwiftField[]
  readonly entries: RawEntry[]
}

/** Fields that stand once; a second one belongs to another message, for some banks leave `:20:` and the end out. */
const ONCE: ReadonlySet<string> = new Set(['25', '60F', '60M', '62F', '62M'])
const HEADERS: ReadonlySet<string> = new Set(['940', '942'])

/** Sorts fields into messages. Where one begins is told by `:20:`, by an end mark, or by a field that cannot stand twice. */
export function readMessages(fields: readonly SwiftField[]): RawMessage[] {
  const messages: RawMessage[] = []
  let current: RawMessage | undefined
  for (const field of fields) {
    if (field.tag === END_OF_MESSAGE || HEADERS.has(field.tag)) {
      current = undefined
      continue
    }
    const misplaced = current ? misplacedRemittance(field, current) : undefined
    if (misplaced) {
      misplaced.remittance.push(...field.lines)
      continue
    }
    if (!current || begins(field, current)) {
      current = { line: field.line, fields: new Map(), forward: [], entries: [] }
      messages.push(current)
    }
    place(field, current)
  }
  return messages
}

function begins({ tag }: SwiftField, { fields, entries }: RawMessage): boolean {
  if (tag === '20') return fields.size > 0 || entries.length > 0
  return ONCE.has(tag) && (fields.has(tag) || (tag.startsWith('60') && (fields.has('62F') || fields.has('62M'))))
}

/** A second `:25:` behind an entry that holds sub-fields is an `:86:` with a damaged tag. */
function misplacedRemittance({ tag, lines }: SwiftField, { fields, entries }: RawMessage): RawEntry | undefined {
  return tag === '25' && fields.has('25') && /^\d{3}\?\d\d/.test(lines[0] ?? '') ? entries.at(-1) : undefined
}

function place(field: SwiftField, message: RawMessage): void {
  const { tag, line, lines } = field
  const entry = message.entries.at(-1)
  const closing = message.fields.get('62F') ?? message.fields.get('62M')
  const isClosed = closing !== undefined && entry !== undefined && closing.line > entry.line
  if (tag === '61') message.entries.push({ line, statementLine: lines, remittance: [], bankOwn: [] })
  else if (tag === '86' && entry && !isClosed) entry.remittance.push(...lines)
  else if (tag === 'NS' && entry && !isClosed) entry.bankOwn.push(...lines)
  else if (tag === '65') message.forward.push(field)
  else if (!message.fields.has(tag)) message.fields.set(tag, field)
}
