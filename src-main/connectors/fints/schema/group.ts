import { isEmpty, type Component } from '../syntax/wire.ts'
import { at, FieldFault, type Field, type Masked, type Shape, type ShapeValue, type Strictness } from './field.ts'

/** A data element group (DEG): its elements lie side by side, groups inside it without brackets (Formals B.2). */
export interface Group<S extends Shape> extends Field<ShapeValue<S>, false> {
  optional(): Field<ShapeValue<S> | undefined, true>
}

export function group<const S extends Shape>(shape: S): Group<S> {
  const fields = Object.entries(shape)
  const width = fields.reduce((total, [, field]) => total + field.width, 0)
  const place = { kind: 'group', visibility: 'open', max: 1, parts: shape, item: null, isList: false, width, itemWidth: width, slots: 1 } as const
  const read = (elements: readonly (readonly Component[])[], strictness: Strictness) => readShape<S>(fields, elements[0] ?? [], strictness)
  const write = (value: ShapeValue<S>) => [writeShape(fields, value)]
  const mask = (value: ShapeValue<S>) => maskShape(fields, value)
  return {
    ...place, isOptional: false, read, write, mask,
    optional: () => ({
      ...place, isOptional: true,
      read: (elements, strictness) => ((elements[0] ?? []).every(isEmpty) ? undefined : readOptional(() => read(elements, strictness), strictness)),
      write: (value) => (value === undefined ? [emptyComponents(width)] : write(value)),
      mask: (value) => (value === undefined ? null : mask(value)),
    }),
  }
}

/** Between `min` and `max` of the same; inside a group only at its end. One damaged item of it damages all. */
export const list = <T>(item: Field<T>, min: number, max: number): Field<readonly T[], false> => listOf(item, min, max, false)

/** A list of capabilities, of which a damaged one is left out in tolerant reading. Never for anything that is counted or summed. */
export const options = <T>(item: Field<T>, min: number, max: number): Field<readonly T[], false> => listOf(item, min, max, true)

function listOf<T>(item: Field<T>, min: number, max: number, skipsDamaged: boolean): Field<readonly T[], false> {
  return {
    kind: 'list',
    isOptional: false,
    visibility: 'open',
    max,
    parts: null,
    item,
    isList: true,
    itemWidth: item.width,
    width: Number.POSITIVE_INFINITY,
    slots: max,
    read: (elements, strictness) => {
      const present = elements.filter((components) => !components.every(isEmpty))
      if (present.length < min && strictness === 'strict') throw new FieldFault('9160')
      if (present.length > max && strictness === 'strict') throw new FieldFault('9170')
      return present.flatMap((components, index) => {
        const read = () => at(String(index + 1), () => item.read([components], strictness))
        if (!skipsDamaged) return [read()]
        const value = readOptional(() => ({ read: read() }), strictness)
        return value === undefined ? [] : [value.read]
      })
    },
    write: (values) => {
      if (values.length < min) throw new FieldFault('9160')
      if (values.length > max) throw new FieldFault('9170')
      return values.map((value, index) => at(String(index + 1), () => item.write(value)[0] ?? []))
    },
    mask: (values) => values.map((value) => item.mask(value)),
  }
}

const emptyComponents = (width: number): Component[] => (width > 0 && Number.isFinite(width) ? new Array<Component>(width).fill('') : [])

function readOptional<T>(read: () => T, strictness: Strictness): T | undefined {
  try {
    return read()
  }
  catch (error) {
    if (strictness === 'tolerant' && error instanceof FieldFault) return undefined
    throw error
  }
}

function readShape<S extends Shape>(fields: readonly (readonly [string, Field<unknown>])[], components: readonly Component[], strictness: Strictness): ShapeValue<S> {
  const value: Record<string, unknown> = {}
  let from = 0
  for (const [name, field] of fields) {
    const part = field.isList ? repeated(components.slice(from), field) : [components.slice(from, from + field.width)]
    const read = at(name, () => field.read(part, strictness))
    if (read !== undefined) value[name] = read
    from += field.width
  }
  if (strictness === 'strict' && from < components.length) throw new FieldFault('9110')
  // The loop above filled exactly the keys of S.
  return value as ShapeValue<S>
}

/** Cuts the rest of a group into items of equal width. */
function repeated(components: readonly Component[], field: Field<unknown>): (readonly Component[])[] {
  const width = field.itemWidth
  const items: (readonly Component[])[] = []
  for (let from = 0; from < components.length; from += width) items.push(components.slice(from, from + width))
  return items
}

function writeShape(fields: readonly (readonly [string, Field<unknown>])[], value: Readonly<Record<string, unknown>>): Component[] {
  return fields.flatMap(([name, field]) => {
    const written = at(name, () => field.write(value[name]))
    return field.isList ? written.flatMap((components) => padded(components, field.itemWidth)) : padded(written[0] ?? [], field.width)
  })
}

const padded = (components: readonly Component[], width: number): readonly Component[] =>
  (Number.isFinite(width) && components.length < width ? [...components, ...emptyComponents(width - components.length)] : components)

function maskShape(fields: readonly (readonly [string, Field<unknown>])[], value: Readonly<Record<string, unknown>>): Masked {
  return Object.fromEntries(fields.filter(([name]) => value[name] !== undefined).map(([name, field]) => [name, field.mask(value[name])]))
}
