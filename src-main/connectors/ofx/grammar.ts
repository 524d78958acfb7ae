import { assert } from '#shared/result.ts'
import { OFX } from './aggregates/OFX.ts'
import type { AnyAggregate } from './schema.ts'

/** What a reader collects of an open aggregate: `''` for leaves, `undefined` for sub-aggregates, lists for many. */
export type Fields = Record<string, unknown>

/** A declaration made ready for reading: one lookup per tag. */
export interface Rule {
  readonly tag: string
  readonly isOpaque: boolean
  readonly bare: string | null
  /** Has leaves of its own, so that an unknown element inside is worth a warning. */
  readonly hasLeaves: boolean
  readonly elements: ReadonlyMap<string, ElementRule>
  readonly blank: Fields
}

export type ElementRule = LeafRule | { readonly is: 'sub' | 'many'; readonly tag: string; readonly rule: Rule }

export interface LeafRule {
  readonly is: 'leaf'
  readonly tag: string
  readonly isFreeText: boolean
  /** Its own within its aggregate, so that a leaf that comes for the first time need not be looked for; 0 for what has none. */
  readonly bit: number
  /** The values of an enumeration, so that 100,000 entries share one `DEBIT`. */
  readonly values: ReadonlyMap<string, string> | null
}

export interface Grammar {
  /** Stands above `OFX`. */
  readonly document: Rule
  readonly aggregates: ReadonlyMap<string, Rule>
  readonly leaves: ReadonlySet<string>
}

/** What a number's bits are in JavaScript. */
const BITS = 32
const NONE: readonly never[] = Object.freeze([])

function compile(root: AnyAggregate): Grammar {
  const aggregates = new Map<string, Rule>()
  const declared = new Map<string, AnyAggregate>()
  const leaves = new Set<string>()

  const ruleOf = (definition: AnyAggregate): Rule => {
    const known = aggregates.get(definition.tag)
    assert(!known || declared.get(definition.tag) === definition, `${definition.tag} is declared twice`)
    return known ?? makeRule(definition)
  }

  const makeRule = (definition: AnyAggregate): Rule => {
    const entries = Object.entries(definition.elements).map(([tag, element], index): ElementRule => {
      if (element.is !== 'leaf') return { is: element.is, tag, rule: ruleOf(element.definition) }
      leaves.add(tag)
      const values = element.format.name === 'oneOf' ? new Map(element.format.values.map((value) => [value, value])) : null
      return { is: 'leaf', tag, isFreeText: element.format.name === 'text' || element.isRepeated, bit: index < BITS && tag !== definition.bare ? 1 << index : 0, values }
    })
    const blank = Object.fromEntries([['line', 0], ...entries.map(({ is, tag }) => [tag, is === 'leaf' ? '' : is === 'many' ? NONE : undefined])]) as Fields
    const rule: Rule = {
      tag: definition.tag,
      isOpaque: definition.isOpaque,
      bare: definition.bare,
      hasLeaves: entries.some(({ is }) => is === 'leaf'),
      elements: elementsOf(entries),
      blank,
    }
    aggregates.set(definition.tag, rule)
    declared.set(definition.tag, definition)
    return rule
  }

  const top = ruleOf(root)
  const document: Rule = { tag: '', isOpaque: false, bare: null, hasLeaves: false, elements: elementsOf([{ is: 'many', tag: top.tag, rule: top }]), blank: { line: 0, [top.tag]: NONE } }
  return { document, aggregates, leaves }
}

const elementsOf = (entries: readonly ElementRule[]): ReadonlyMap<string, ElementRule> => new Map(entries.map((entry) => [entry.tag, entry]))

/** The grammar of a response, compiled once. */
export const GRAMMAR: Grammar = compile(OFX)
