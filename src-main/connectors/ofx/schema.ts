/**
 * OFX aggregates as declarations in wire order. The reader takes its grammar from them, the writer its order and limits,
 * the log its secrets, and the tests walk them: each fact of the specification stands once.
 */

/** What the text of an element may be (OFX 2.3 §3.2.8 to §3.2.10). */
export type Format =
  | { readonly name: 'chars' | 'text' | 'digits'; readonly max: number }
  | { readonly name: 'oneOf'; readonly values: readonly string[] }
  | { readonly name: 'amount' | 'rate' | 'datetime' | 'boolean' | 'currency' | 'language' }

/** An element with text and no children. */
export class Leaf {
  readonly is = 'leaf'
  readonly format: Format
  readonly isRequired: boolean
  readonly isSecret: boolean

  constructor(format: Format, isRequired = true, isSecret = false) {
    this.format = format
    this.isRequired = isRequired
    this.isSecret = isSecret
  }

  optional(): Leaf {
    return new Leaf(this.format, false, this.isSecret)
  }

  /** Never shown by a log, an error or a trace. */
  secret(): Leaf {
    return new Leaf(this.format, this.isRequired, true)
  }
}

/** An aggregate inside an aggregate, at most once. */
export class Sub<D extends AnyAggregate> {
  readonly is = 'sub'
  readonly definition: D
  readonly isRequired: boolean

  constructor(definition: D, isRequired = true) {
    this.definition = definition
    this.isRequired = isRequired
  }

  optional(): Sub<D> {
    return new Sub(this.definition, false)
  }
}

/** An aggregate inside an aggregate, any number of times. */
export class Many<D extends AnyAggregate> {
  readonly is = 'many'
  readonly definition: D
  readonly isRequired = false

  constructor(definition: D) {
    this.definition = definition
  }
}

export type Element = Leaf | Sub<AnyAggregate> | Many<AnyAggregate>
type Elements = Readonly<Record<string, Element>>

export interface Aggregate<E extends Elements> {
  readonly tag: string
  /** Chapter of the specification. */
  readonly spec: string
  /** In wire order, which OFX prescribes. */
  readonly elements: E
  readonly atMostOne: readonly (readonly string[])[]
  /** Elements some banks put here against the specification: read, never written. */
  readonly tolerated: readonly string[]
  /** The element that is meant where a bank writes text straight into the aggregate. */
  readonly bare: string | null
  /** Its content is known to exist and not read: nothing inside belongs to an outer aggregate. */
  readonly isOpaque: boolean
}
/** An aggregate of which only the shape matters. */
export type AnyAggregate = Aggregate<Elements>

/** What a reader gets: text as the bank wrote it, decoded and trimmed; empty where there is none. */
export type Of<D> = D extends Aggregate<infer E> ? OfElements<E> & { readonly line: number } : never
type OfElements<E extends Elements> = {
  readonly [K in keyof E]: E[K] extends Leaf ? string : E[K] extends Sub<infer S> ? Of<S> | undefined : E[K] extends Many<infer S> ? readonly Of<S>[] : never
}

interface Rules<E extends Elements> {
  readonly atMostOne?: readonly (readonly (keyof E & string)[])[]
  readonly tolerated?: readonly (keyof E & string)[]
  readonly bare?: keyof E & string
}

export function aggregate<const E extends Elements>(tag: string, spec: string, elements: E, { atMostOne = [], tolerated = [], bare }: Rules<E> = {}): Aggregate<E> {
  return { tag, spec, elements, atMostOne, tolerated, bare: bare ?? null, isOpaque: false }
}

/** An aggregate that is stepped over as a whole. */
export const opaque = (tag: string, spec: string): Aggregate<Record<string, never>> => ({ tag, spec, elements: {}, atMostOne: [], tolerated: [], bare: null, isOpaque: true })

export const chars = (max: number): Leaf => new Leaf({ name: 'chars', max })
/** Prose; some banks send it in two parts. */
export const text = (max: number): Leaf => new Leaf({ name: 'text', max })
export const digits = (max: number): Leaf => new Leaf({ name: 'digits', max })
export const oneOf = (...values: readonly string[]): Leaf => new Leaf({ name: 'oneOf', values })
export const amount = new Leaf({ name: 'amount' })
/** Quantities, prices and rates: decimals like amounts, with any number of places. */
export const rate = new Leaf({ name: 'rate' })
export const datetime = new Leaf({ name: 'datetime' })
export const boolean = new Leaf({ name: 'boolean' })
export const currencySymbol = new Leaf({ name: 'currency' })
export const language = new Leaf({ name: 'language' })
export const sub = <D extends AnyAggregate>(definition: D): Sub<D> => new Sub(definition)
export const many = <D extends AnyAggregate>(definition: D): Many<D> => new Many(definition)
