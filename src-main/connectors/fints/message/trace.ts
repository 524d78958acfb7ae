import type { Masked } from '../schema/field.ts'
import { decode, nameOf, toLog } from '../schema/segment.ts'
import { HNVSD1 } from '../segments/envelope.ts'
import { definitionOf } from '../segments/registry.ts'
import { tokenize } from '../syntax/tokenizer.ts'
import type { RawSegment } from '../syntax/wire.ts'

export interface TraceEntry {
  readonly direction: 'sent' | 'received'
  readonly bytes: number
  readonly segments: readonly Masked[]
}

/** A protocol trace is opt-in and redacted here, at the codec: no caller can see more of a message than this. */
export type Trace = (entry: TraceEntry) => void

export function traceOf(direction: TraceEntry['direction'], message: Uint8Array): TraceEntry {
  const read = tokenize(message)
  return { direction, bytes: message.length, segments: read.ok ? read.value.flatMap(masked) : [{ unreadable: read.error.reason, at: read.error.offset }] }
}

/** An unknown segment shows its name and size, because nobody knows what it holds. */
function masked(segment: RawSegment): Masked[] {
  const definition = definitionOf(segment)
  const read = definition === undefined ? null : decode(definition, segment)
  if (definition === undefined || read?.ok !== true) return [{ segment: nameOf(segment), elements: segment.elements.length - 1 }]
  if (segment.type !== 'HNVSD') return [toLog(definition, read.value)]
  const wrapped = decode(HNVSD1, segment)
  const inner = wrapped.ok ? tokenize(wrapped.value.data) : wrapped
  return inner.ok ? inner.value.flatMap(masked) : [{ segment: nameOf(segment) }]
}
