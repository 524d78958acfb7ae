import { assert, err, ok, type Result } from '#shared/result.ts'
import { isEmpty, type Component, type RawSegment } from '../syntax/wire.ts'
import { at, FieldFault, type FaultCode, type Masked, type Shape, type ShapeValue, type Strictness } from './field.ts'

/** One segment version, declared in wire order. Type, codec, masking and tests follow from it. */
export interface SegmentDefinition<S extends Shape = Shape> {
  readonly type: string
  readonly version: number
  /** The specification's own title. */
  readonly title: string
  readonly fields: S
}

/** The value of a declared segment. */
export type ValueOf<D> = D extends SegmentDefinition<infer S> ? ShapeValue<S> : never

/** Where and why a segment does not fit its declaration; never what it held. */
export interface SegmentFault {
  readonly segment: string
  readonly code: FaultCode
  readonly path: readonly string[]
}

export const segment = <const S extends Shape>(type: string, version: number, title: string, fields: S): SegmentDefinition<S> => ({ type, version, title, fields })

/** `HKKAZ7`, the name by which people call a segment version. */
export const nameOf = ({ type, version }: { readonly type: string; readonly version: number }): string => `${type}${version}`

/** Writes a value; a value that the declaration forbids is a bug of ours, never sent. */
export function encode<S extends Shape>(definition: SegmentDefinition<S>, number: number, value: ShapeValue<S>, reference?: number): RawSegment {
  const written = tryEncode(definition, number, value, reference)
  assert(written.ok, written.ok ? '' : `${written.error.segment} forbids its ${written.error.path.join('.')} (${written.error.code})`)
  return written.value
}

/** Writes a value that came from outside, a login name for instance. */
export function tryEncode<S extends Shape>(definition: SegmentDefinition<S>, number: number, value: ShapeValue<S>, reference?: number): Result<RawSegment, SegmentFault> {
  const header = [definition.type, String(number), String(definition.version), ...(reference === undefined ? [] : [String(reference)])]
  return guarded(definition, () => {
    const elements: Component[][] = [header]
    const values: Readonly<Record<string, unknown>> = value
    const fields = Object.entries(definition.fields)
    for (const [index, [name, field]] of fields.entries()) {
      const written = at(name, () => field.write(values[name]))
      elements.push(...written.map(withoutTail))
      // A list keeps its places only where something follows it.
      if (field.isList && fields.slice(index + 1).some(([later]) => values[later] !== undefined)) {
        for (let place = written.length; place < field.slots; place += 1) elements.push([''])
      }
    }
    while (elements.length > 1 && elements.at(-1)?.every(isEmpty) === true) elements.pop()
    return { type: definition.type, number, version: definition.version, reference: reference ?? null, elements }
  })
}

/** Reads a segment. What the declaration does not know is skipped in tolerant reading and refused in strict reading. */
export function decode<S extends Shape>(definition: SegmentDefinition<S>, raw: RawSegment, strictness: Strictness = 'tolerant'): Result<ShapeValue<S>, SegmentFault> {
  return guarded(definition, () => {
    const value: Record<string, unknown> = {}
    let from = 1
    for (const [name, field] of Object.entries(definition.fields)) {
      const part = field.isList ? raw.elements.slice(from, from + field.slots) : [raw.elements[from] ?? []]
      const read = at(name, () => {
        if (strictness === 'strict' && !field.isList && (part[0]?.length ?? 0) > field.width) throw new FieldFault('9110')
        return field.read(part, strictness)
      })
      if (read !== undefined) value[name] = read
      from += field.slots
    }
    if (strictness === 'strict' && raw.elements.length > from) throw new FieldFault('9110')
    // The loop above filled exactly the keys of S.
    return value as ShapeValue<S>
  })
}

/** The segment as a log may show it: no secret, no name, number or text of a person. */
export function toLog<S extends Shape>(definition: SegmentDefinition<S>, value: ShapeValue<S>): Masked {
  const values: Readonly<Record<string, unknown>> = value
  const shown = Object.entries(definition.fields).filter(([name]) => values[name] !== undefined).map(([name, field]) => [name, field.mask(values[name])] as const)
  return { segment: nameOf(definition), ...Object.fromEntries(shown) }
}

function withoutTail(components: readonly Component[]): Component[] {
  const kept = [...components]
  while (kept.length > 1 && isEmpty(kept.at(-1) ?? '')) kept.pop()
  return kept
}

function guarded<T>(definition: { readonly type: string; readonly version: number }, run: () => T): Result<T, SegmentFault> {
  try {
    return ok(run())
  }
  catch (error) {
    if (error instanceof FieldFault) return err({ segment: nameOf(definition), code: error.code, path: error.path })
    throw error
  }
}
