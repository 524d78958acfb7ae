import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecimalText } from '#shared/decimal.ts'
import { plainDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import type { Field, Shape } from '#main/connectors/fints/schema/field.ts'
import { decode, encode, nameOf, toLog, tryEncode, type SegmentDefinition } from '#main/connectors/fints/schema/segment.ts'
import { HNSHA2 } from '#main/connectors/fints/segments/envelope.ts'
import { definitions } from '#main/connectors/fints/segments/registry.ts'
import { HKKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { HIUPD6 } from '#main/connectors/fints/segments/user-parameters.ts'
import { segmentsOf, textOf } from './wire.ts'

/** Words that no log may show; each private or secret element is filled from them. */
const MARK = 'Zz9'
const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${min - 1},${max - 1}}$`))

function valueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  const present = presentValueOf(field)
  return field.isOptional ? fc.option(present, { nil: undefined }) : present
}

function presentValueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  const word = fc.stringMatching(/^[ -~äöüß?+:'@]{1,12}$/).map((text) => `${field.visibility === 'open' ? '' : MARK}${text}`.slice(0, field.max))
  switch (field.kind) {
    case 'an': case 'txt': return field.visibility === 'secret' ? word.map((text) => new Secret(text)) : word
    case 'dig': return digits(field.max === 12 ? 12 : 1, field.max)
    case 'num': return fc.integer({ min: 0, max: Math.min(10 ** field.max - 1, 2 ** 50) })
    case 'code': return fc.stringMatching(new RegExp(`^[A-Z0-9]{1,${field.max}}$`))
    case 'jn': return fc.boolean()
    case 'cur': return fc.constantFrom('EUR', 'USD')
    case 'ctr': return fc.constant('280')
    case 'tim': return fc.constantFrom('00:00:00', '23:59:59')
    case 'dat': return fc.record({ year: fc.integer({ min: 1990, max: 2090 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }).map(({ year, month, day }) => plainDate(year, month, day))
    case 'wrt': return fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}` as DecimalText)
    case 'bin': return fc.uint8Array({ minLength: 0, maxLength: 12 })
    case 'group': return shapeValue(field.parts ?? {}, true)
    case 'list': return fc.array(presentValueOf(field.item!), { minLength: 1, maxLength: Math.min(3, field.max) })
  }
}

/** An optional group that is there holds at least something; an empty one is none. */
function shapeValue(shape: Shape, isInGroup = false): fc.Arbitrary<Record<string, unknown>> {
  const arbitraries = Object.fromEntries(Object.entries(shape).map(([name, field], index) => [name, isInGroup && index === 0 ? presentValueOf(field) : valueOf(field)]))
  return fc.record(arbitraries).map((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)))
}

const plain = (value: unknown): unknown => {
  if (value instanceof Secret) return value.reveal()
  if (value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) : value
}

describe.each(definitions.map((definition) => [nameOf(definition), definition] as const))('%s', (_name, definition: SegmentDefinition) => {
  it('reads back what it wrote, also over the wire and strictly', () => {
    fc.assert(fc.property(shapeValue(definition.fields), (value) => {
      const [read] = segmentsOf(textOf([encode(definition, 7, value, 3)]))
      const decoded = decode(definition, read!, 'strict')
      expect(decoded.ok && plain(decoded.value)).toEqual(plain(value))
    }), { numRuns: 25 })
  })

  it('shows a log nothing that is secret or of a person', () => {
    fc.assert(fc.property(shapeValue(definition.fields), (value) => {
      expect(JSON.stringify(toLog(definition, value))).not.toContain(MARK)
    }), { numRuns: 15 })
  })

  it('needs what is required and does without what is not', () => {
    const [sample] = fc.sample(shapeValue(definition.fields), { numRuns: 1, seed: 42 })
    for (const [name, field] of Object.entries(definition.fields)) {
      if (field.isList) continue
      const rest = Object.fromEntries(Object.entries(sample!).filter(([other]) => other !== name))
      if (field.isOptional) expect(tryEncode(definition, 3, rest).ok).toBe(true)
      else if (field.kind !== 'group') expect(decode(definition, segmentsOf(`${definition.type}:3:${definition.version}'`)[0]!)).toMatchObject({ ok: false })
    }
  })
})

describe('a declaration', () => {
  it('writes its elements in wire order and leaves out the empty tail', () => {
    const account = { iban: 'DE02120300000000202051', bic: 'BYLADEM1001' }
    expect(textOf([encode(HKKAZ7, 3, { account, allAccounts: false, from: plainDate(2026, 1, 1) })])).toBe('HKKAZ:3:7+DE02120300000000202051:BYLADEM1001+N+20260101\'')
  })

  it('never shows a PIN or TAN, whatever they are', () => {
    const secret = fc.stringMatching(/^[0-9A-Z]{6,20}$/)
    fc.assert(fc.property(secret, secret, (pin, tan) => {
      const value = { reference: '1', proof: { pin: new Secret(pin), tan: new Secret(tan) } }
      const shown = JSON.stringify([toLog(HNSHA2, value), value])
      expect(shown).not.toContain(pin)
      expect(shown).not.toContain(tan)
    }))
  })

  it('finds what stands after a list with all its places', () => {
    const orders = Array.from({ length: 999 }, (_, index) => (index < 2 ? `HKSAL:${index}` : '')).join('+')
    const [raw] = segmentsOf(`HIUPD:6:6:4+1234::280:10020030+DE89370400440532013000+1+1+EUR+Muster++Giro++${orders}+{"umsltzt"?:"2026-01-01"}'`)
    const decoded = decode(HIUPD6, raw!)
    expect(decoded).toMatchObject({ ok: true, value: { orders: [{ order: 'HKSAL' }, { order: 'HKSAL' }], extension: '{"umsltzt":"2026-01-01"}' } })
    expect(decoded.ok && textOf([encode(HIUPD6, 6, decoded.value, 4)])).toBe(textOf([raw!]))
  })

  it.each([
    ['longer than allowed', { productId: 'x'.repeat(26) }, '9140'],
    ['outside the character set', { productId: '€' }, '9130'],
    ['with a line end', { productId: 'a\nb' }, '9130'],
    ['a number with a fraction', { bpdVersion: 1.5 }, '9130'],
  ])('refuses to write text %s', (_what, change, code) => {
    const HKVVB3 = definitions.find((definition) => nameOf(definition) === 'HKVVB3')!
    const value = { bpdVersion: 0, updVersion: 0, language: 0, productId: 'Kontor', productVersion: '1', ...change }
    expect(tryEncode(HKVVB3, 3, value)).toMatchObject({ ok: false, error: { code } })
  })

  it('loses only the damaged part of a segment when that part is optional', () => {
    const HISAL5 = definitions.find((definition) => nameOf(definition) === 'HISAL5')!
    const [raw] = segmentsOf('HISAL:7:5:3+1234::280:10020030+Giro+EUR+C:123,45:EUR:20260102+C:x:EUR:20260102+0,:EUR\'')
    expect(decode(HISAL5, raw!)).toMatchObject({ ok: true, value: { booked: { value: '123.45' }, creditLine: { value: '0' } } })
    expect(decode(HISAL5, raw!, 'strict')).toMatchObject({ ok: false, error: { code: '9130', path: ['pending', 'value'] } })
  })
})
