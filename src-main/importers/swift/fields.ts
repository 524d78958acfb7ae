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
 * Cuts a file into fields in one pass and hands each on, so that a long file is never held twice. A field begins at a line
 * start with a tag the format has; any other line belongs to the field before it, however it looks: `:12:30` and `-` stand
 * at line starts of remittance texts too.
 */
export function eachField(text: string, tags: ReadonlySet<string>, onField: (field: SwiftField) => void): void {
  let open: { readonly tag: string; readonly line: number; readonly lines: string[] } | undefined
  const finish = (): void => {
    if (open) onField(open)
    open = undefined
  }
  eachLine(normalize(text), (line, number, after) => {
    const tag = tagOf(line, tags)
    if (tag !== undefined && !(open?.tag === '86' && isTextAgain(tag, line, after))) {
      finish()
      open = { tag, line: number, lines: [line.trimStart().slice(tag.length + 2)] }
    } else if (BLOCK.test(line) || (open && endsMessage(line, after, tags))) {
      finish()
      onField({ tag: END_OF_MESSAGE, line: number, lines: [] })
    } else {
      open?.lines.push(line)
    }
  })
  finish()
}

/** Indented, only what cannot be text counts: an entry or a balance. */
const INDENTED = /^\s+:(?:61:\d{6}(?:\d{4})?E?R?[CD]|6[02][FM]:[CD]\d{6})/

function tagOf(line: string, tags: ReadonlySet<string>): string | undefined {
  const first = line.charCodeAt(0)
  if (first !== 58 && !((first === 32 || first === 9) && INDENTED.test(line))) return undefined
  const tag = FIELD.exec(line.trimStart())?.[1]
  return tag !== undefined && tags.has(tag) ? tag : undefined
}

const NEXT_HEADER = /^\s*:(?:13[CD]?|2[01]|25P?|28C?|34F|60[FM]|NSF?):/
const ACCOUNT_DIGITS = /^\s*:25P?:[^?]*\d{5}/

/** `:20:15 Uhr` and `:25: Lebensjahr` at a line's start of field 86: a header is followed by the next one, or holds an account. */
function isTextAgain(tag: string, line: string, after: () => string): boolean {
  if (tag !== '20' && tag !== '25') return false
  return !NEXT_HEADER.test(after()) && !ACCOUNT_DIGITS.test(line)
}

/** A lone dash ends a message only where a new one, its headers or nothing follows; elsewhere it is text. */
function endsMessage(line: string, after: () => string, tags: ReadonlySet<string>): boolean {
  if (line.charCodeAt(0) !== 45 || !/^-(?:\}.*|XXX|'|)\s*$/.test(line)) return false
  if (line.startsWith('-}') || line.startsWith('-XXX')) return true
  for (const next of after().split('\n', LOOKAHEAD)) {
    const tag = tagOf(next, tags)
    if (tag !== undefined) return tag === '20' || tag === '25' || tag === '940' || tag === '942' || tag === '16R'
  }
  return true
}

/**
 * One kind of line end, whatever the file has: CR LF, LF, CR, or the `@@` of early home banking. The indentation of a file
 * that was pasted somewhere is cut off.
 */
function normalize(text: string): string {
  let plain = /@@:\d\d[A-Z]?:/.test(text) ? text.replaceAll('@@', '\n') : text
  plain = plain.replace(FRAMING, '').replace(/\r+\n?/g, '\n')
  const indent = /^([ \t]*):\d\d[A-Z]?:/m.exec(plain)?.[1]?.length ?? 0
  return indent > 0 ? plain.replace(new RegExp(`^[ \\t]{1,${indent}}`, 'gm'), '') : plain
}

const LOOKAHEAD_CHARS = 4096

/** `after` gives the lines that follow, for those few that need them. */
function eachLine(text: string, onLine: (line: string, number: number, after: () => string) => void): void {
  let prefix = ''
  let number = 1
  for (let at = 0; at <= text.length; number += 1) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length + 1 : end + 1
    const line = prefix + text.slice(at, next - 1)
    const after = (): string => text.slice(next, next + LOOKAHEAD_CHARS)
    // Some exports break after the first colon: `:`, then `86:166?00…`.
    prefix = line === ':' && /^\d\d[A-Z]?:/.test(text.slice(next, next + 4)) ? ':' : ''
    if (prefix === '') onLine(cutHeader(line), number, after)
    at = next
  }
}

/** `{1:F01…}{2:I940…}{4::20:…` */
const cutHeader = (line: string): string => (line.charCodeAt(0) === 123 ? line.replace(/^(?:\{[1-5]:[^{}]*\})*\{4:\s*(?=:\d\d)/, '') : line)
