import { assert } from '#shared/result.ts'
import { faultOf } from './formats.ts'
import type { AnyAggregate, Draft, Element, Leaf, Of } from './schema.ts'
import { has, type OfxVersion } from './versions.ts'

/** A document between its text and its meaning: elements in wire order. */
export type Node = LeafNode | BranchNode
export interface LeafNode { readonly tag: string; readonly text: string; readonly isSecret: boolean; readonly line: number }
export interface BranchNode { readonly tag: string; readonly children: readonly Node[]; readonly line: number }

export const isLeaf = (node: Node): node is LeafNode => 'text' in node
export const branch = (tag: string, children: readonly Node[]): BranchNode => ({ tag, children, line: 0 })

/** What an element may not hold. Thrown by the writer, caught where drafts are made of what a person or a program gave. */
export class WriteFault extends Error {
  readonly tag: string

  constructor(tag: string, reason: string) {
    super(`${tag} ${reason}`)
    this.tag = tag
  }
}

type Value = string | object | readonly object[] | undefined

/** Lays a draft out in the order of its declaration, strictly: format, presence, number, and what the version has. */
export function toNode<D extends AnyAggregate>(definition: D, draft: Draft<D>, version: OfxVersion): BranchNode {
  return lay(definition, draft, version)
}

function lay(definition: AnyAggregate, draft: object, version: OfxVersion): BranchNode {
  const values: Readonly<Record<string, Value>> = { ...draft }
  const stray = Object.keys(values).find((tag) => !Object.hasOwn(definition.elements, tag))
  assert(stray === undefined || values[stray] === undefined || stray === 'line', `${definition.tag} has no ${stray ?? ''}`)
  const children = Object.entries(definition.elements).flatMap(([tag, element]) => layElement(definition, tag, element, values[tag], version))
  const present = new Set(children.map(({ tag }) => tag))
  for (const tags of definition.exactlyOne) if (tags.filter((tag) => present.has(tag)).length !== 1) throw new WriteFault(definition.tag, `needs one of ${tags.join(', ')}`)
  for (const tags of definition.atMostOne) if (tags.filter((tag) => present.has(tag)).length > 1) throw new WriteFault(definition.tag, `has more than one of ${tags.join(', ')}`)
  return branch(definition.tag, children)
}

function layElement(parent: AnyAggregate, tag: string, element: Element, value: Value, version: OfxVersion): Node[] {
  const isAbsent = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (isAbsent) {
    if (element.isRequired) throw new WriteFault(tag, 'is missing')
    return []
  }
  assert(!parent.tolerated.includes(tag), `${tag} is read in ${parent.tag}, never written`)
  if (element.feature !== null && !has(version, element.feature)) throw new WriteFault(tag, `is not in OFX ${version}`)
  if (element.is === 'leaf') return typeof value === 'string' ? layLeaf(tag, element, value) : []
  if (element.is === 'many') return Array.isArray(value) ? value.map((each: object) => lay(element.definition, each, version)) : []
  return typeof value === 'object' ? [lay(element.definition, value, version)] : []
}

function layLeaf(tag: string, leaf: Leaf, value: string): LeafNode[] {
  return (leaf.isRepeated ? value.split(' ') : [value]).map((text) => {
    const fault = faultOf(leaf.format, text)
    if (fault !== null) throw new WriteFault(tag, fault)
    return { tag, text, isSecret: leaf.isSecret, line: 0 }
  })
}

/** A node's content as its declaration has it. The node has been read by that declaration. */
export function valueOf<D extends AnyAggregate>(definition: D, node: BranchNode): Of<D> {
  return pick(definition, node) as Of<D>
}

function pick(definition: AnyAggregate, { children, line }: BranchNode): object {
  const named = (tag: string): Node[] => children.filter((child) => child.tag === tag)
  const fields = Object.entries(definition.elements).map(([tag, element]): [string, unknown] => {
    const found = named(tag)
    if (element.is === 'leaf') return [tag, found.filter(isLeaf).map(({ text }) => text).join(' ')]
    const branches = found.filter((child): child is BranchNode => !isLeaf(child)).map((child) => pick(element.definition, child))
    return [tag, element.is === 'many' ? branches : branches[0]]
  })
  return Object.fromEntries([['line', line], ...fields])
}
