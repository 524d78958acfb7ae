import { serialize } from '#main/connectors/fints/syntax/serializer.ts'
import { tokenize } from '#main/connectors/fints/syntax/tokenizer.ts'
import { fromBytes, toBytes, type RawSegment } from '#main/connectors/fints/syntax/wire.ts'

/** A message as people write it: text, one character per byte. */
export function segmentsOf(text: string): readonly RawSegment[] {
  const read = tokenize(toBytes(text))
  if (!read.ok) throw new Error(`${read.error.reason} at ${read.error.offset}`)
  return read.value
}

export const textOf = (segments: readonly RawSegment[]): string => fromBytes(serialize(segments))
