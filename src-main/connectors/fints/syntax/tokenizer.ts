import { err, ok, type Result } from '#shared/result.ts'
import { fromBytes, toSegment, type Component, type Element, type RawSegment } from './wire.ts'

/** Why bytes are no FinTS message; `offset` counts bytes from the start. */
export interface SyntaxFault {
  readonly reason: 'truncated' | 'binary_overrun' | 'binary_misfit' | 'too_large' | 'too_many_segments'
  readonly offset: number
}

const BYTES_MAX = 64 * 1024 * 1024
const SEGMENTS_MAX = 100_000

const QUESTION = 0x3f
const PLUS = 0x2b
const COLON = 0x3a
const QUOTE = 0x27
const AT = 0x40
/** NUL, tab, line ends and blank: what machines of banks append, and people who print a message put between its segments. */
const FILLERS = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20])

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isDelimiter = (byte: number | undefined): boolean => byte === PLUS || byte === COLON || byte === QUOTE

/** Splits a message into segments (Formals H.1) in one pass over its bytes; binary data is counted in bytes, never scanned. */
export function tokenize(bytes: Uint8Array): Result<readonly RawSegment[], SyntaxFault> {
  if (bytes.length > BYTES_MAX) return err({ reason: 'too_large', offset: BYTES_MAX })
  const segments: RawSegment[] = []
  let at = skipFillers(bytes, 0)
  while (at < bytes.length) {
    if (segments.length === SEGMENTS_MAX) return err({ reason: 'too_many_segments', offset: at })
    const segment = readSegment(bytes, at)
    if (!segment.ok) return segment
    segments.push(toSegment(segment.value.elements))
    at = skipFillers(bytes, segment.value.next)
  }
  return ok(segments)
}

function skipFillers(bytes: Uint8Array, at: number): number {
  let next = at
  while (next < bytes.length && FILLERS.has(bytes[next] ?? 0)) next += 1
  return next
}

function readSegment(bytes: Uint8Array, from: number): Result<{ elements: readonly Element[]; next: number }, SyntaxFault> {
  const elements: Component[][] = [[]]
  let at = from
  for (;;) {
    const component = readComponent(bytes, at)
    if (!component.ok) return component
    elements.at(-1)?.push(component.value.component)
    const delimiter = bytes[component.value.next]
    if (delimiter === undefined) return closesMessage(elements) ? ok({ elements, next: bytes.length }) : err({ reason: 'truncated', offset: bytes.length })
    // Binary data whose length is wrong has swallowed its neighbours; guessing would lose entries silently.
    if (!isDelimiter(delimiter)) return err({ reason: 'binary_misfit', offset: component.value.next })
    at = component.value.next + 1
    if (delimiter === QUOTE) return ok({ elements, next: at })
    if (delimiter === PLUS) elements.push([])
  }
}

/** A dump may lack its very last character; nothing but the closing segment may. */
const closesMessage = (elements: readonly Element[]): boolean => elements.length > 1 && elements[0]?.[0] === 'HNHBS'

function readComponent(bytes: Uint8Array, from: number): Result<{ component: Component; next: number }, SyntaxFault> {
  const header = bytes[from] === AT ? binaryHeader(bytes, from) : null
  if (header === null) return ok(readWireText(bytes, from))
  const end = header.start + header.length
  if (end > bytes.length) return err({ reason: 'binary_overrun', offset: from })
  return ok({ component: bytes.subarray(header.start, end), next: end })
}

/** `@n@` opens binary data; any other `@` is a bank that forgot to escape one. */
function binaryHeader(bytes: Uint8Array, from: number): { start: number; length: number } | null {
  let at = from + 1
  while (isDigit(bytes[at]) && at - from <= 10) at += 1
  if (at === from + 1 || bytes[at] !== AT) return null
  return { start: at + 1, length: Number(fromBytes(bytes.subarray(from + 1, at))) }
}

function readWireText(bytes: Uint8Array, from: number): { component: string; next: number } {
  let at = from
  while (at < bytes.length && !isDelimiter(bytes[at])) at += bytes[at] === QUESTION ? 2 : 1
  const next = Math.min(at, bytes.length)
  return { component: fromBytes(bytes.subarray(from, next)), next }
}
