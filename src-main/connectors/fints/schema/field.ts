import type { Component } from '../syntax/wire.ts'

/** Reading tolerates what banks really send; strict reading is what a bank does with a customer's message. */
export type Strictness = 'tolerant' | 'strict'

/** What a log may show of a value: everything, that it is there, or nothing but bullets. */
export type Visibility = 'open' | 'private' | 'secret'

export type Masked = string | number | boolean | null | readonly Masked[] | { readonly [name: string]: Masked }

export type Kind = 'an' | 'txt' | 'dig' | 'num' | 'code' | 'jn' | 'cur' | 'ctr' | 'tim' | 'dat' | 'wrt' | 'bin' | 'group' | 'list'

/** A data element or group at its place on the wire. From it follow type, codec, masking and tests. */
export interface Field<T, Optional extends boolean = boolean> {
  readonly kind: Kind
  readonly isOptional: Optional
  readonly visibility: Visibility
  /** Longest text or most items. */
  readonly max: number
  /** What a group consists of, in wire order. */
  readonly parts: Shape | null
  /** What a list repeats. */
  readonly item: Field<unknown> | null
  /** Components it takes inside a group; a list takes all that follow. */
  readonly width: number
  readonly isList: boolean
  /** Components of one item of a list; of anything else its width. */
  readonly itemWidth: number
  /** Elements it takes inside a segment; a list in the middle keeps its full number of places. */
  readonly slots: number
  /** Reads components, grouped by element. Throws FieldFault. */
  read(elements: readonly (readonly Component[])[], strictness: Strictness): T
  /** Writes elements of components; throws FieldFault where the declaration forbids the value. */
  write(value: T): Component[][]
  /** The same value as a log may show it. */
  mask(value: T): Masked
}

export type Shape = Readonly<Record<string, Field<unknown>>>

type OptionalKey<S extends Shape> = { [K in keyof S]: S[K]['isOptional'] extends true ? K : never }[keyof S]
type FieldValue<F> = F extends Field<infer T> ? T : never

/** The value that a shape describes: required keys, and optional ones that may be left out. */
export type ShapeValue<S extends Shape> =
  { readonly [K in Exclude<keyof S, OptionalKey<S>>]: FieldValue<S[K]> }
  & { readonly [K in OptionalKey<S>]?: FieldValue<S[K]> | undefined }

/** Codes of the reply with which a bank refuses (Rueckmeldungscodes B.4). */
export type FaultCode = '9110' | '9130' | '9140' | '9145' | '9160' | '9170'

/** A place where a value and its declaration differ. Never carries the value itself. */
export class FieldFault extends Error {
  readonly code: FaultCode
  readonly path: readonly string[]

  constructor(code: FaultCode, path: readonly string[] = []) {
    super(`${code} at ${path.join('.')}`)
    this.code = code
    this.path = path
  }

  /** The same fault seen from the enclosing group or segment. */
  inside(name: string): FieldFault {
    return new FieldFault(this.code, [name, ...this.path])
  }
}

/** Runs a reader or writer of one field and names the place of its fault. */
export function at<T>(name: string, run: () => T): T {
  try {
    return run()
  }
  catch (error) {
    throw error instanceof FieldFault ? error.inside(name) : error
  }
}
