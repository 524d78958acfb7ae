/**
 * A message as a declaration: tags in the order of the schema, and what to keep of each. What is not named here is skipped.
 * Types follow from it, so a tag is spelled once.
 */
export type Element = 'text' | 'texts' | 'amount' | Group | Repeated
export interface Shape { readonly [tag: string]: Element }
export interface Group { readonly kind: 'one'; readonly shape: Shape }
export interface Repeated { readonly kind: 'many'; readonly shape: Shape }

/** An amount with its currency attribute, as text: nothing is a number before it is money. */
export interface XmlAmount { readonly text: string; readonly currency: string | null }

export type Read<S extends Shape> = { readonly [Tag in keyof S]?: ReadElement<S[Tag]> } & { readonly line: number }
type ReadElement<E extends Element> =
  E extends 'text' ? string
  : E extends 'texts' ? readonly string[]
  : E extends 'amount' ? XmlAmount
  : E extends { readonly kind: 'one'; readonly shape: infer S extends Shape } ? Read<S>
  : E extends { readonly kind: 'many'; readonly shape: infer S extends Shape } ? readonly Read<S>[]
  : never

export const one = <const S extends Shape>(shape: S): { readonly kind: 'one'; readonly shape: S } => ({ kind: 'one', shape })
export const many = <const S extends Shape>(shape: S): { readonly kind: 'many'; readonly shape: S } => ({ kind: 'many', shape })
