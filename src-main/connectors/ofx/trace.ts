import { OFX } from './aggregates/OFX.ts'
import { OFX_REQUEST } from './aggregates/requests/OFX.ts'
import { Cursor } from './cursor.ts'
import { SECRET_TAGS } from './redact.ts'
import type { AnyAggregate, Format } from './schema.ts'

export interface TraceEntry {
  readonly direction: 'sent' | 'received'
  readonly bytes: number
  /** One element a line: its name, and its value where it is a code, a number of the protocol or a date. */
  readonly lines: readonly string[]
}

/** A protocol trace is opt-in and redacted here, at the codec: no caller can see more of a document than this. */
export type Trace = (entry: TraceEntry) => void

const HIDDEN = '•••'
const LINES_MAX = 2_000
/** Texts that are the protocol's own. Everything else that people or banks write shows its length only. */
const OPEN = new Set(['CODE', 'TRNUID', 'VER', 'APPID', 'APPVER', 'ORG', 'FID', 'SIGNONREALM', 'MFAPHRASEID', 'FINAME'])
const OPEN_FORMATS = new Set<Format['name']>(['oneOf', 'datetime', 'time', 'boolean', 'currency', 'language'])

function formatsOf(root: AnyAggregate, seen: Set<AnyAggregate>, formats: Map<string, Format>): Map<string, Format> {
  if (seen.has(root)) return formats
  seen.add(root)
  for (const [tag, element] of Object.entries(root.elements)) {
    if (element.is === 'leaf') formats.set(tag, element.format)
    else formatsOf(element.definition, seen, formats)
  }
  return formats
}
const FORMATS = new Map([...formatsOf(OFX, new Set(), new Map()), ...formatsOf(OFX_REQUEST, new Set(), new Map())])

/** What a trace shows of a document. An answer that is no OFX shows its size alone. */
export function traceOf(direction: TraceEntry['direction'], text: string, bytes: number): TraceEntry {
  const lines: string[] = []
  const cursor = new Cursor(text, { isKnown: (name) => FORMATS.has(name.toUpperCase()), warn: () => undefined })
  while (lines.length < LINES_MAX && cursor.next()) {
    if (cursor.tag.isClosing) continue
    const tag = cursor.tag.name.toUpperCase()
    const value = cursor.readText()
    lines.push(shown(tag, value))
  }
  return { direction, bytes, lines }
}

function shown(tag: string, value: string): string {
  if (value === '') return tag.slice(0, 32)
  if (SECRET_TAGS.has(tag)) return `${tag} ${HIDDEN}`
  const format = FORMATS.get(tag)
  if (format === undefined) return `${tag.slice(0, 32)} ‹${value.length}›`
  const isOpen = OPEN.has(tag) || (OPEN_FORMATS.has(format.name) && value.length <= 40)
  return `${tag} ${isOpen && !(format.name === 'oneOf' && !format.values.includes(value)) ? value : `‹${value.length}›`}`
}
