/**
 * OFX aggregates as declarations in wire order. The reader takes its grammar from them, the writer its order and limits,
 * the log its secrets, and the tests walk them: each fact of the specification stands once.
 */
import type { Feature } from './versions.ts'

/** What the text of an element may be (OFX 2.3 §3.2.8 to §3.2.10). */
export type Format =
  | { readonly name: 'chars' | 'text' | 'digits'; readonly max: number }
  | { readonly name: 'oneOf'; readonly values: readonly string[] }
  | { readonly name: 'amount' | 'rate' | 'datetime' | 'time' | 'boolean' | 'currency' | 'language' }

interface LeafTraits { readonly isSecret: boolean; readonly isRepeated: boolean; readonly feature: Feature | null }
const PLAIN: LeafTraits = { isSecret: false, isRepeated: false, feature: null }

/** An element with text and no children. */
export class Leaf<R extends boolean = boolean> {
  readonly is = 'leaf'
  readonly format: Format
  readonly isRequired: R
  readonly isSecret: boolean
  /** May stand several times in a row; its texts then stand in one, divided by blanks. */
  readonly isRepeated: boolean
  /** What a version of OFX must have for this element to be in it. */
  readonly feature: Feature | null

  constructor(format: Format, isRequired: R, { isSecret, isRepeated, feature }: LeafTraits = PLAIN) {
    this.format = format
    this.isRequired = isRequired
    this.isSecret = isSecret
    this.isRepeated = isRepeated
    this.feature = feature
  }

  optional(): Leaf<false> {
    return new Leaf(this.format, false, this)
  }

  /** Never shown by a log, an error or a trace. */
  secret(): Leaf<R> {
    return new Leaf(this.format, this.isRequired, { ...this.#traits, isSecret: true })
  }

  repeated(): Leaf<R> {
    return new Leaf(this.format, this.isRequired, { ...this.#traits, isRepeated: true })
  }

  /** Only in versions that have the feature. */
  with(feature: Feature): Leaf<false> {
    return new Leaf(this.format, false, { ...this.#traits, feature })
  }

  get #traits(): LeafTraits {
    const { isSecret, isRepeated, feature } = this
    return { isSecret, isRepeated, feature }
  }
}

/** An aggregate inside an aggregate, at most once. */
class Sub<D extends AnyAggregate, R extends boolean = boolean> {
  readonly is = 'sub'
  readonly definition: D
  readonly isRequired: R
  readonly feature: Feature | null

  constructor(definition: D, isRequired: R, feature: Feature | null = null) {
    this.definition = definition
    this.isRequired = isRequired
    this.feature = feature
  }

  optional(): Sub<D, false> {
    return new Sub(this.definition, false, this.feature)
  }

  with(feature: Feature): Sub<D, false> {
    return new Sub(this.definition, false, feature)
  }
}

/** An aggregate inside an aggregate, any number of times. */
class Many<D extends AnyAggregate> {
  readonly is = 'many'
  readonly definition: D
  readonly isRequired = false
  readonly feature: Feature | null

  constructor(definition: D, feature: Feature | null = null) {
    this.definition = definition
    this.feature = feature
  }

  with(feature: Feature): Many<D> {
    return new Many(this.definition, feature)
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
  readonly exactlyOne: readonly (readonly string[])[]
  /** Elements some banks put here against the specification: read, never written. */
  readonly tolerated: readonly string[]
  /** The element that is meant where a bank writes text straight into the aggregate. */
  readonly bare: string | null
  /** Elements that may stand several times stand in any order among each other. */
  readonly isMixed: boolean
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

/** What a writer takes: every required element, and of the others what there is; an empty text is none. */
export type Draft<D> = D extends Aggregate<infer E> ? RequiredPart<E> & OptionalPart<E> : never
type RequiredKeys<E extends Elements> = { [K in keyof E]: E[K] extends Leaf<true> | Sub<AnyAggregate, true> ? K : never }[keyof E]
type Written<X> = X extends Leaf ? string : X extends Sub<infer S> ? Draft<S> : X extends Many<infer S> ? readonly Draft<S>[] : never
type RequiredPart<E extends Elements> = { readonly [K in RequiredKeys<E>]: Written<E[K]> }
type OptionalPart<E extends Elements> = { readonly [K in Exclude<keyof E, RequiredKeys<E>>]?: Written<E[K]> | undefined }

interface Rules<E extends Elements> {
  readonly atMostOne?: readonly (readonly (keyof E & string)[])[]
  readonly exactlyOne?: readonly (readonly (keyof E & string)[])[]
  readonly tolerated?: readonly (keyof E & string)[]
  readonly bare?: keyof E & string
  readonly isMixed?: boolean
}

export function aggregate<const E extends Elements>(tag: string, spec: string, elements: E, rules: Rules<E> = {}): Aggregate<E> {
  const { atMostOne = [], exactlyOne = [], tolerated = [], bare, isMixed = false } = rules
  return { tag, spec, elements, atMostOne, exactlyOne, tolerated, bare: bare ?? null, isMixed, isOpaque: false }
}

/** An aggregate that is stepped over as a whole. */
export const opaque = (tag: string, spec: string): Aggregate<Record<string, never>> =>
  ({ tag, spec, elements: {}, atMostOne: [], exactlyOne: [], tolerated: [], bare: null, isMixed: false, isOpaque: true })

export const chars = (max: number): Leaf<true> => new Leaf({ name: 'chars', max }, true)
/** Prose; some banks send it in two parts. */
export const text = (max: number): Leaf<true> => new Leaf({ name: 'text', max }, true)
export const digits = (max: number): Leaf<true> => new Leaf({ name: 'digits', max }, true)
export const oneOf = (...values: readonly string[]): Leaf<true> => new Leaf({ name: 'oneOf', values }, true)
export const amount = new Leaf({ name: 'amount' }, true)
/** Quantities, prices and rates: decimals like amounts, with any number of places. */
export const rate = new Leaf({ name: 'rate' }, true)
export const datetime = new Leaf({ name: 'datetime' }, true)
/** A time of day, with or without its zone. */
export const time = new Leaf({ name: 'time' }, true)
export const boolean = new Leaf({ name: 'boolean' }, true)
export const currencySymbol = new Leaf({ name: 'currency' }, true)
export const language = new Leaf({ name: 'language' }, true)
export const sub = <D extends AnyAggregate>(definition: D): Sub<D, true> => new Sub(definition, true)
export const many = <D extends AnyAggregate>(definition: D): Many<D> => new Many(definition)
