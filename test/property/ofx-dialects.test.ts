import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '#main/importers/read.ts'
import { fromDayNumber, toDayNumber, localDate } from '#shared/dates.ts'
import type { Statement } from '#shared/statement.ts'

interface Row { readonly id: string; readonly day: string; readonly amount: string; readonly name: string; readonly memo: string }

const FIRST = toDayNumber(localDate('1990-01-01'))
const word = fc.stringMatching(/^[A-Za-zÀ-ÿ0-9&<>'"€ .,;:()/*-]{0,30}$/).map((text) => text.replace(/\s+/g, ' ').trim())
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/),
  day: fc.integer({ min: 0, max: 40_000 }).map((days) => fromDayNumber(FIRST + days)),
  amount: fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 1, max: 13 })).map(([units, places]) => spell(units, places)),
  name: word,
  memo: word,
})

function spell(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Every freedom a bank takes that must not change what is read. */
const dialect = fc.record({
  closesLeaves: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', ''),
  indent: fc.constantFrom('', '  ', '\t'),
  isLowerCase: fc.boolean(),
  decimalComma: fc.boolean(),
  zone: fc.constantFrom('', '120000', '000000.000[-5:EST]', '235959[+0:UTC]', '000000[-3:BRT]'),
  isReversed: fc.boolean(),
  closesEntries: fc.boolean(),
  encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
})
type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function write(rows: readonly Row[], style: Dialect): Uint8Array {
  const tag = (name: string): string => (style.isLowerCase ? name.toLowerCase() : name)
  const leaf = (name: string, text: string): string => `<${tag(name)}>${text}${style.closesLeaves ? `</${tag(name)}>` : ''}`
  const entries = rows.map(({ id, day, amount, name, memo }) => {
    // A comma before three digits could be a thousand: no bank can mean that and be understood.
    const written = style.decimalComma && !/^-?[1-9]\d{0,2}\.\d{3}$/.test(amount) ? amount.replace('.', ',') : amount
    const leaves = [leaf('TRNTYPE', 'OTHER'), leaf('DTPOSTED', `${day.replaceAll('-', '')}${style.zone}`), leaf('TRNAMT', written), leaf('FITID', id), leaf('NAME', escape(name)), leaf('MEMO', escape(memo))]
    return [`<${tag('STMTTRN')}>`, ...(style.isReversed ? leaves.reverse() : leaves), ...(style.closesEntries ? [`</${tag('STMTTRN')}>`] : [])]
  })
  const wrap = (name: string, lines: readonly string[]): string[] => [`<${tag(name)}>`, ...lines, `</${tag(name)}>`]
  const body = wrap('OFX', wrap('BANKMSGSRSV1', wrap('STMTTRNRS', wrap('STMTRS', [
    leaf('CURDEF', 'EUR'), ...wrap('BANKACCTFROM', [leaf('BANKID', '1'), leaf('ACCTID', '2')]), ...wrap('BANKTRANLIST', entries.flat()),
  ]))))
  const text = ['OFXHEADER:100', '', ...body].map((line) => `${style.indent}${line}`).join(style.lineEnd)
  return new Uint8Array(Buffer.from(text, style.encoding))
}

function read(bytes: Uint8Array): Statement | undefined {
  const result = readFile('x', bytes)
  return result.ok ? result.value.statements[0] : undefined
}
const gist = (statement: Statement | undefined): Row[] | undefined => statement?.entries.map(({ externalId, bookedOn, amount, payee, purpose }) => ({ id: externalId, day: bookedOn, amount, name: payee, memo: purpose }))

describe('an OFX statement', () => {
  it('reads back exactly, in whatever dialect it is written', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 12 }), dialect, (rows, style) => {
      expect(gist(read(write(rows, style)))).toEqual(rows)
    }), { numRuns: 400 })
  })

  it('says the same in every dialect', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), dialect, dialect, (rows, one, other) => {
      expect(gist(read(write(rows, one)))).toEqual(gist(read(write(rows, other))))
    }))
  })

  it('gives each entry a line of its own, in order, where it is written on one', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), dialect, (rows, style) => {
      const lines = read(write(rows, { ...style, lineEnd: '\n' }))?.entries.map(({ line }) => line) ?? []
      expect(lines).toEqual([...new Set(lines)].toSorted((left, right) => left - right))
      expect(lines).toHaveLength(rows.length)
    }))
  })
})
