/** One field of a SWIFT message: `:61:` and everything up to the next field. */
export interface SwiftField {
  /** `61`, `60F`, `NS` …; `-` is the end of a message. */
  readonly tag: string
  /** From 1. */
  readonly line: number
  /** The content, line by line, without the tag. */
  readonly lines: readonly string[]
}

export const END_OF_MESSAGE = '-'

const FIELD = /^:(\d\d[A-Z]?|940|942|NSF?):/
const BLOCK = /^\s*\{[1-5]:/
/** SOH and ETX frame a message on the wire, NUL and SUB pad it: none is content. */
const FRAMING = /[\u0000\u0001\u0003\u001a\ufeff]/g
/** Header lines between two messages, and lines of one field: both are fewer. */
const LOOKAHEAD = 12

/**
 * Cuts a file into fields in one pass. A field begins at a line start with a tag the format has; any other line belongs to
 * the field before it, however it looks: `:12:30` and `-` stand at line starts of remittance texts too.
 */
export function readFields(text: string, tags: ReadonlySet<string>): SwiftField[] {
  const lines = splitLines(text)
  const fields: SwiftField[] = []
  let current: string[] | undefined
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const tag = tagOf(line, tags)
    if (tag !== undefined) {
      current = [line.slice(tag.length + 2)]
      fields.push({ tag, line: index + 1, lines: current })
    } else if (BLOCK.test(line)) {
      current = undefined
      fields.push({ tag: END_OF_MESSAGE, line: index + 1, lines: [] })
    } else if (current && endsMessage(lines, index, tags)) {
      current = undefined
      fields.push({ tag: END_OF_MESSAGE, line: index + 1, lines: [] })
    } else {
      current?.push(line)
    }
  }
  return fields
}

function tagOf(line: string, tags: ReadonlySet<string>): string | undefined {
  if (line.charCodeAt(0) !== 58) return undefined
  const tag = FIELD.exec(line)?.[1]
  return tag !== undefined && tags.has(tag) ? tag : undefined
}

/** A lone dash ends a message only where a new one, its headers or nothing follows; elsewhere it is text. */
function endsMessage(lines: readonly string[], index: number, tags: ReadonlySet<string>): boolean {
  const line = lines[index] ?? ''
  if (line.charCodeAt(0) !== 45 || !/^-(?:\}.*|XXX|'|)\s*$/.test(line)) return false
  if (line.startsWith('-}') || line.startsWith('-XXX')) return true
  for (const next of lines.slice(index + 1, index + LOOKAHEAD)) {
    const tag = tagOf(next, tags)
    if (tag !== undefined) return tag === '20' || tag === '25' || tag === '940' || tag === '942' || tag === '16R'
  }
  return true
}

/**
 * Lines of a message, whatever ends them: CR LF, LF, CR, or the `@@` of early home banking. Block headers on the line of
 * the first tag are cut off, and the indentation of a file that was pasted somewhere.
 */
function splitLines(text: string): string[] {
  const plain = /@@:\d\d[A-Z]?:/.test(text) ? text.replaceAll('@@', '\r\n') : text
  const lines = plain.replace(FRAMING, '').split(/\r*\n|\r/)
  const indent = /^[ \t]+(?=:(?:20|25|16R|60F|61):)/.exec(lines.find((line) => /^\s*:\d\d[A-Z]?:/.test(line)) ?? '')?.[0].length ?? 0
  return joinBrokenTags(lines.map((line) => cutHeader(indent > 0 ? line.replace(new RegExp(`^[ \\t]{1,${indent}}`), '') : line)))
}

/** `{1:F01…}{2:I940…}{4::20:…` */
const cutHeader = (line: string): string => (line.charCodeAt(0) === 123 ? line.replace(/^(?:\{[1-5]:[^{}]*\})*\{4:\s*(?=:\d\d)/, '') : line)

/** Some exports break after the first colon: `:`, then `86:166?00…`. Lines keep their numbers. */
function joinBrokenTags(lines: string[]): string[] {
  for (let index = 0; index + 1 < lines.length; index += 1) {
    if (lines[index] !== ':' || !/^\d\d[A-Z]?:/.test(lines[index + 1] ?? '')) continue
    lines[index + 1] = `:${lines[index + 1] ?? ''}`
    lines[index] = ''
  }
  return lines
}
