import { describe, expect, it } from 'vitest'
import { OFX } from '#main/connectors/ofx/aggregates/OFX.ts'
import type { AnyAggregate, Element, Format } from '#main/connectors/ofx/schema.ts'
import { on, walk } from '#main/connectors/ofx/walk.ts'

/** Every aggregate a response can hold, each once. */
function declared(root: AnyAggregate, seen = new Map<string, AnyAggregate>()): AnyAggregate[] {
  if (!seen.has(root.tag)) {
    seen.set(root.tag, root)
    for (const element of Object.values(root.elements)) if (element.is !== 'leaf') declared(element.definition, seen)
  }
  return [...seen.values()]
}
const AGGREGATES = declared(OFX)

function sample(format: Format): string {
  switch (format.name) {
    case 'oneOf': return format.values[0] ?? ''
    case 'amount': case 'rate': return '-1.25'
    case 'datetime': return '20260131120000'
    case 'time': return '170000'
    case 'boolean': return 'Y'
    case 'currency': return 'EUR'
    case 'language': return 'GER'
    case 'digits': return '7'
    case 'chars': case 'text': return 'text'.slice(0, format.max)
  }
}

/** Writes each element of an aggregate, sub-aggregates empty, leaves open or closed. */
function write({ tag, elements }: AnyAggregate, keep: (name: string) => boolean, isClosed: boolean, extra = ''): string {
  const inside = Object.entries(elements).filter(([name]) => keep(name)).map(([name, element]) =>
    element.is === 'leaf' ? `<${name}>${sample(element.format)}${isClosed ? `</${name}>` : ''}` : `<${name}></${name}>`)
  return `<OFX><${tag}>${extra}${inside.join('')}</${tag}></OFX>`
}

function readBack(definition: AnyAggregate, text: string): Record<string, unknown> | undefined {
  let found: Record<string, unknown> | undefined
  walk(text, { handlers: [on(definition, (fields) => { found ??= fields })], warn: () => undefined })
  return found
}
const isRead = (element: Element, value: unknown): boolean => element.is === 'leaf' ? value === sample(element.format) : element.is === 'many' ? Array.isArray(value) && value.length === 1 : value !== undefined
const isAbsent = (element: Element, value: unknown): boolean => element.is === 'leaf' ? value === '' : element.is === 'many' ? Array.isArray(value) && value.length === 0 : value === undefined

describe.each(AGGREGATES.filter(({ tag, isOpaque }) => tag !== 'OFX' && !isOpaque).map((definition) => [definition.tag, definition] as const))('%s', (_, definition) => {
  const names = Object.keys(definition.elements)

  it.each([true, false])('reads every element it declares (leaves closed: %s)', (isClosed) => {
    const fields = readBack(definition, write(definition, () => true, isClosed))
    for (const [name, element] of Object.entries(definition.elements)) expect([name, isRead(element, fields?.[name])]).toEqual([name, true])
  })

  it('reads the rest where one element is missing', () => {
    for (const missing of names) {
      const fields = readBack(definition, write(definition, (name) => name !== missing, false))
      for (const [name, element] of Object.entries(definition.elements)) {
        expect([name, name === missing ? isAbsent(element, fields?.[name]) : isRead(element, fields?.[name])]).toEqual([name, true])
      }
    }
  })

  it('reads on past an element nobody knows', () => {
    const fields = readBack(definition, write(definition, () => true, true, '<X.UNKNOWN>what</X.UNKNOWN><NOVELTY>else'))
    for (const [name, element] of Object.entries(definition.elements)) expect([name, isRead(element, fields?.[name])]).toEqual([name, true])
  })

  it('names only its own elements in its rules, and its chapter', () => {
    expect(names).toEqual(expect.arrayContaining([...definition.atMostOne.flat(), ...definition.tolerated, ...(definition.bare === null ? [] : [definition.bare])]))
    expect(definition.spec).toMatch(/^OFX \d/)
  })
})

describe('the whole grammar', () => {
  it('steps over an opaque aggregate: nothing inside belongs to the one around it', () => {
    for (const outer of AGGREGATES) {
      for (const [name, element] of Object.entries(outer.elements)) {
        if (element.is === 'leaf' || !element.definition.isOpaque || outer.elements['MEMO'] === undefined) continue
        expect(readBack(outer, `<OFX><${outer.tag}><${name}><MEMO>hidden</${name}></${outer.tag}></OFX>`)).toMatchObject({ MEMO: '' })
      }
    }
  })

  it('keeps the keys of a sign-on secret', () => {
    const secrets = AGGREGATES.flatMap(({ elements }) => Object.entries(elements).filter(([, element]) => element.is === 'leaf' && element.isSecret).map(([name]) => name))
    expect(secrets).toEqual(['USERKEY', 'SESSCOOKIE', 'ACCESSKEY'])
  })
})
