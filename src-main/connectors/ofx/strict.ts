import { err, ok, type Result } from '#shared/result.ts'
import { decodeEntities } from './entities.ts'
import { faultOf } from './formats.ts'
import { isLeaf, type BranchNode, type Node } from './node.ts'
import type { AnyAggregate, Element, Leaf } from './schema.ts'
import { has, isVersion, isXml, type OfxVersion } from './versions.ts'

/** A document read by the letter: what a program writes must pass here, what a bank writes need not. */
export interface StrictDocument {
  readonly version: OfxVersion
  readonly root: BranchNode
  /** Leaves had closing tags. */
  readonly closesLeaves: boolean
  readonly newFileUid: string
}
export interface StrictFault {
  /** `header`: what is before `<OFX>`; `version`: a version nobody speaks; `syntax` and `grammar`: what is in it. */
  readonly kind: 'header' | 'version' | 'syntax' | 'grammar'
  readonly reason: string
  readonly line: number
}

const DEPTH_MAX = 24

class Fault extends Error {
  readonly kind: StrictFault['kind']
  readonly at: number

  constructor(kind: StrictFault['kind'], reason: string, at: number) {
    super(reason)
    this.kind = kind
    this.at = at
  }
}

/** Reads a whole document by the first of the roots that it fits. */
export function readStrictly(text: string, roots: readonly AnyAggregate[]): Result<StrictDocument, StrictFault> {
  let first: StrictFault | undefined
  for (const root of roots) {
    const read = attempt(text, root)
    if (read.ok) return read
    first ??= read.error
  }
  return err(first ?? { kind: 'grammar', reason: 'nothing is expected', line: 1 })
}

function attempt(text: string, root: AnyAggregate): Result<StrictDocument, StrictFault> {
  try {
    return ok(new StrictReader(text).read(root))
  }
  catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    return err({ kind: cause.kind, reason: cause.message, line: text.slice(0, cause.at).split('\n').length })
  }
}

const SGML_KEYS = ['OFXHEADER', 'DATA', 'VERSION', 'SECURITY', 'ENCODING', 'CHARSET', 'COMPRESSION', 'OLDFILEUID', 'NEWFILEUID']

class StrictReader {
  readonly #text: string
  #at = 0
  #version: OfxVersion = '102'
  #closesLeaves = false
  #line = 1

  constructor(text: string) {
    this.#text = text
  }

  read(definition: AnyAggregate): StrictDocument {
    const newFileUid = this.#readHead()
    this.#expectOpening(definition.tag)
    const root = this.#readBranch(definition, 0)
    if (this.#text.slice(this.#at).trim() !== '') this.#fail('syntax', 'something follows the end')
    return { version: this.#version, root, closesLeaves: this.#closesLeaves, newFileUid }
  }

  #fail(kind: StrictFault['kind'], reason: string): never {
    throw new Fault(kind, reason, this.#at)
  }

  #readHead(): string {
    const start = this.#text.search(/<OFX>/)
    if (start < 0) this.#fail('header', 'there is no <OFX>')
    const head = this.#text.slice(0, start).replace(/^\ufeff/, '')
    this.#at = start
    return /^\s*<\?/.test(head) ? this.#readXmlHead(head) : this.#readSgmlHead(head)
  }

  #readSgmlHead(head: string): string {
    const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.trim().split(':'))
    const keys = lines.map(([key]) => key)
    if (keys.join() !== SGML_KEYS.join()) this.#fail('header', `the header of version 1 has the lines ${SGML_KEYS.join(', ')}`)
    const value = (key: string): string => lines.find(([name]) => name === key)?.[1] ?? ''
    if (value('OFXHEADER') !== '100' || value('DATA') !== 'OFXSGML') this.#fail('header', 'version 1 begins OFXHEADER:100, DATA:OFXSGML')
    this.#takeVersion(value('VERSION'), false)
    return value('NEWFILEUID')
  }

  #readXmlHead(head: string): string {
    const [, attributes] = /^\s*(?:<\?xml\s[^>]*\?>\s*)?<\?OFX\s([^>]*)\?>\s*$/.exec(head) ?? []
    if (attributes === undefined) this.#fail('header', 'version 2 has <?xml …?> and <?OFX …?>')
    const value = (key: string): string => new RegExp(`\\b${key}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? ''
    if (value('OFXHEADER') !== '200') this.#fail('header', 'version 2 has OFXHEADER="200"')
    this.#takeVersion(value('VERSION'), true)
    return value('NEWFILEUID')
  }

  #takeVersion(version: string, inXml: boolean): void {
    if (!isVersion(version) || isXml(version) !== inXml) this.#fail('version', `nobody speaks version ${version} here`)
    this.#version = version
    this.#closesLeaves = inXml
  }

  #skipBlank(): void {
    for (;; this.#at += 1) {
      const character = this.#text.charAt(this.#at)
      if (character === '\n') this.#line += 1
      if (!/\s/.test(character)) return
    }
  }

  /** The tag here, without moving. */
  #peek(): { readonly name: string; readonly isClosing: boolean; readonly end: number } {
    this.#skipBlank()
    const tag = /^<(\/?)([A-Z][A-Z0-9.]*)>/.exec(this.#text.slice(this.#at, this.#at + 64))
    if (tag?.[2] === undefined) this.#fail('syntax', 'a tag is expected here')
    return { name: tag[2], isClosing: tag[1] === '/', end: this.#at + tag[0].length }
  }

  #expectOpening(name: string): void {
    const tag = this.#peek()
    if (tag.isClosing || tag.name !== name) this.#fail('syntax', `<${name}> is expected here`)
    this.#at = tag.end
  }

  #readBranch(definition: AnyAggregate, depth: number): BranchNode {
    if (depth > DEPTH_MAX) this.#fail('syntax', 'is nested too deeply')
    const line = this.#line
    const children: Node[] = []
    const places = placesOf(definition)
    let place = 0
    for (let tag = this.#peek(); !tag.isClosing; tag = this.#peek()) {
      const element = definition.elements[tag.name]
      const wanted = places.get(tag.name)
      if (element === undefined || wanted === undefined) this.#fail('grammar', `<${tag.name}> is unknown in <${definition.tag}>`)
      if (wanted < place) this.#fail('grammar', `<${tag.name}> comes too late in <${definition.tag}>`)
      if (!mayRepeat(element) && children.some((child) => child.tag === tag.name)) this.#fail('grammar', `<${tag.name}> stands twice in <${definition.tag}>`)
      if (element.feature !== null && !has(this.#version, element.feature)) this.#fail('grammar', `<${tag.name}> is not in OFX ${this.#version}`)
      place = wanted
      this.#at = tag.end
      children.push(element.is === 'leaf' ? this.#readLeaf(tag.name, element) : this.#readBranch(element.definition, depth + 1))
    }
    this.#close(definition, children)
    return { tag: definition.tag, children, line }
  }

  #close(definition: AnyAggregate, children: readonly Node[]): void {
    const present = new Set(children.map(({ tag }) => tag))
    const missing = Object.entries(definition.elements).find(([tag, { isRequired }]) => isRequired && !present.has(tag))
    if (missing !== undefined) this.#fail('grammar', `<${missing[0]}> is missing in <${definition.tag}>`)
    for (const tags of definition.exactlyOne) if (tags.filter((tag) => present.has(tag)).length !== 1) this.#fail('grammar', `<${definition.tag}> needs one of ${tags.join(', ')}`)
    for (const tags of definition.atMostOne) if (tags.filter((tag) => present.has(tag)).length > 1) this.#fail('grammar', `<${definition.tag}> has more than one of ${tags.join(', ')}`)
    if (children.length === 0 && Object.keys(definition.elements).length > 0) this.#fail('grammar', `<${definition.tag}> is empty`)
    const tag = this.#peek()
    if (tag.name !== definition.tag) this.#fail('syntax', `</${definition.tag}> is expected here, not </${tag.name}>`)
    this.#at = tag.end
  }

  #readLeaf(name: string, leaf: Leaf): Node {
    const line = this.#line
    const end = this.#text.indexOf('<', this.#at)
    if (end < 0) this.#fail('syntax', 'ends in the middle')
    const text = decodeEntities(this.#text.slice(this.#at, end).trim())
    const fault = faultOf(leaf.format, text)
    // The text itself is not repeated: it may be a password.
    if (fault !== null) this.#fail('grammar', `<${name}> ${fault}`)
    this.#at = end
    const closing = `</${name}>`
    const isClosed = this.#text.startsWith(closing, end)
    if (isClosed) this.#at += closing.length
    if (isClosed && !isXml(this.#version)) this.#closesLeaves = true
    if (!isClosed && isXml(this.#version)) this.#fail('syntax', `${closing} is expected here`)
    return { tag: name, text, isSecret: leaf.isSecret, line }
  }
}

const mayRepeat = (element: Element): boolean => element.is === 'many' || (element.is === 'leaf' && element.isRepeated)

/** Where each element stands; mixed ones share a place. */
function placesOf({ elements, isMixed, tolerated }: AnyAggregate): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let place = 0
  let wasMany = false
  for (const [tag, element] of Object.entries(elements)) {
    if (tolerated.includes(tag)) continue
    const isMany = element.is === 'many'
    if (!(isMixed && isMany && wasMany)) place += 1
    wasMany = isMany
    places.set(tag, place)
  }
  return places
}

/** The aggregates in a branch, in their order. */
export const branchesOf = (node: BranchNode): BranchNode[] => node.children.filter((child): child is BranchNode => !isLeaf(child))
