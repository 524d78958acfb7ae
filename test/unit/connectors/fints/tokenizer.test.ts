import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialize } from '#main/connectors/fints/syntax/serializer.ts'
import { tokenize } from '#main/connectors/fints/syntax/tokenizer.ts'
import { escapeText, readText, toBytes, toSegment, unescapeText } from '#main/connectors/fints/syntax/wire.ts'
import { segmentsOf, textOf } from './wire.ts'

const latin1 = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
const component = fc.oneof(latin1.map(escapeText), fc.uint8Array({ maxLength: 40 }))
const element = fc.array(component, { minLength: 1, maxLength: 5 })
const segment = fc.array(element, { maxLength: 6 }).map((elements) => toSegment([['HKXYZ', '3', '1'], ...elements]))

describe('the FinTS syntax', () => {
  it('writes back what it read, byte for byte', () => {
    fc.assert(fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
      const bytes = serialize(segments)
      const read = tokenize(bytes)
      expect(read.ok && serialize(read.value)).toEqual(bytes)
    }))
  })

  it('gives text back whatever characters it holds', () => {
    fc.assert(fc.property(latin1, (text) => {
      expect(unescapeText(escapeText(text))).toBe(text)
    }))
  })

  it('counts binary data in bytes and never looks inside', () => {
    const [first] = segmentsOf('HIKAZ:4:7:3+@9@a+b:c\'@?d+@0@\'')
    expect(first?.elements.slice(1)).toEqual([[toBytes('a+b:c\'@?d')], [new Uint8Array(0)]])
  })

  it('takes an unescaped @ of a careless bank as text', () => {
    const [first] = segmentsOf('HIKIM:4:2+@home+mail@bank.de\'')
    expect(first?.elements.slice(1).map(([text]) => readText(text ?? ''))).toEqual(['@home', 'mail@bank.de'])
  })

  it('knows the header of a segment even with a trailing colon', () => {
    expect(segmentsOf('HIRMG:2:2:+0010::ok\'')[0]).toMatchObject({ type: 'HIRMG', number: 2, version: 2, reference: null })
    expect(segmentsOf('HIRMS:5:2:4+0020::ok\'')[0]).toMatchObject({ reference: 4 })
  })

  it('keeps empty elements at the end of a segment', () => {
    const text = 'HITAB:5:4:3+0+A:1:::::::::::phone::::::::\'HIUPD:6:6:4+++1+++\''
    expect(textOf(segmentsOf(text))).toBe(text)
  })

  it('reads UTF-8 where a bank sends it, and Latin-1 where it belongs', () => {
    const latin = segmentsOf('HIKIM:4:2+Gr\u00fc\u00dfe\'')[0]
    const utf8 = segmentsOf('HIKIM:4:2+Gr\u00c3\u00bc\u00c3\u009fe\'')[0]
    expect(readText(latin?.elements[1]?.[0] ?? '')).toBe('Grüße')
    expect(readText(utf8?.elements[1]?.[0] ?? '')).toBe('Grüße')
  })

  it.each([
    ['HNHBK:1:3+0000', 'truncated'],
    ['HIKAZ:4:7:3+@99@short\'', 'binary_overrun'],
    ['HIKAZ:4:7:3+@3@longer\'', 'binary_misfit'],
    ['HIKAZ:4:7:3+a?', 'truncated'],
  ])('refuses %s rather than guess', (text, reason) => {
    expect(tokenize(toBytes(text))).toMatchObject({ ok: false, error: { reason } })
  })

  it('reads dumps with line ends between segments and without their last character', () => {
    expect(segmentsOf('HNHBK:1:3+1\'\r\nHNHBS:2:1+1').map(({ type }) => type)).toEqual(['HNHBK', 'HNHBS'])
  })

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof tokenize(bytes).ok).toBe('boolean')
    }))
  })
})
