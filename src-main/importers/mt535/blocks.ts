import { END_OF_MESSAGE, type SwiftField } from '../swift/fields.ts'

/** A qualified field of category 5: `:19A::HOLD//EUR5270,` is tag 19A, qualifier HOLD, and the lines behind the slashes. */
export interface QualifiedField {
  readonly tag: string
  readonly qualifier: string
  readonly line: number
  readonly lines: readonly string[]
}

/** One statement message: its general block, its holdings, its additional information. */
export interface HoldingsMessage {
  readonly line: number
  readonly general: readonly QualifiedField[]
  readonly holdings: readonly Holding[]
  readonly additional: readonly QualifiedField[]
}

/** One FIN block. The sub-balances inside it are `parts`, for their texts. */
export interface Holding {
  readonly line: number
  readonly fields: readonly QualifiedField[]
  readonly parts: readonly QualifiedField[]
}

interface OpenMessage { line: number; general: QualifiedField[]; holdings: OpenHolding[]; additional: QualifiedField[] }
interface OpenHolding { line: number; fields: QualifiedField[]; parts: QualifiedField[] }

/** Sorts fields into blocks (`:16R:` begins one, `:16S:` ends it). A holding without a general block starts a message too. */
export function readHoldingsMessages(fields: readonly SwiftField[]): HoldingsMessage[] {
  const messages: OpenMessage[] = []
  let current: OpenMessage | undefined
  let block = ''
  const open = (line: number): OpenMessage => {
    const message: OpenMessage = { line, general: [], holdings: [], additional: [] }
    messages.push(message)
    return message
  }
  for (const field of fields) {
    const name = field.lines[0]?.trim() ?? ''
    if (field.tag === '16R') {
      if (name === 'GENL' || !current) current = open(field.line)
      if (name === 'FIN') current.holdings.push({ line: field.line, fields: [], parts: [] })
      block = name
    } else if (field.tag === '16S') {
      block = name === 'SUBBAL' ? 'FIN' : ''
    } else if (current) {
      place(qualified(field), block, current)
    }
  }
  return messages
}

/** The block of a holding that the file breaks off in: nothing ends it, nor the message. */
export function cutBlock(fields: readonly SwiftField[]): SwiftField | undefined {
  const last = fields.findLast(({ tag }) => tag === '16R' || tag === '16S' || tag === END_OF_MESSAGE)
  return last?.tag === '16R' && ['FIN', 'SUBBAL'].includes(last.lines[0]?.trim() ?? '') ? last : undefined
}

function place(field: QualifiedField, block: string, { general, holdings, additional }: OpenMessage): void {
  const holding = holdings.at(-1)
  if (block === 'GENL') general.push(field)
  else if (block === 'ADDINFO') additional.push(field)
  else if (block === 'SUBBAL') holding?.parts.push(field)
  else if (block === 'FIN') holding?.fields.push(field)
}

function qualified({ tag, line, lines }: SwiftField): QualifiedField {
  const [, qualifier = '', rest] = /^:([A-Z]{4})\/\/(.*)$/.exec(lines[0] ?? '') ?? []
  return { tag, qualifier, line, lines: rest === undefined ? lines : [rest, ...lines.slice(1)] }
}

/** The first field of a tag (without its option letter) and qualifier. */
export const find = (fields: readonly QualifiedField[], number: string, qualifier: string): QualifiedField | undefined =>
  fields.find(({ tag, qualifier: own }) => tag.startsWith(number) && own === qualifier)
