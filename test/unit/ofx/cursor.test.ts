import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STMTTRN } from '#main/connectors/ofx/aggregates/banking.ts'
import { on, walk } from '#main/connectors/ofx/walk.ts'
import { asUtf8 } from '#main/connectors/text/decode.ts'

interface Said { readonly FITID: string; readonly NAME: string; readonly MEMO: string; readonly line: number }

/** The entries of a text, read as text and as bytes: there is no difference. */
function entries(text: string): { said: Said[]; codes: string[] } {
  const read = (document: string | Uint8Array) => {
    const said: Said[] = []
    const codes: string[] = []
    walk(document, { handlers: [on(STMTTRN, ({ FITID, NAME, MEMO, line }) => { said.push({ FITID, NAME, MEMO, line }) })], warn: (code) => codes.push(code) })
    return { said, codes }
  }
  const byText = read(text)
  expect(read(new TextEncoder().encode(text))).toEqual(byText)
  return byText
}
const memo = (inside: string): string | undefined => entries(`<OFX><STMTTRN><NAME>x</NAME>${inside}</STMTTRN></OFX>`).said[0]?.MEMO

describe('texts are read from bytes', () => {
  it('as they stand, however often they come again and whatever alphabet they have', () => {
    const word = fc.oneof(fc.constantFrom('Bäckerei Müller', 'PAYPAL *STEAM', 'PAYPAL *STEAN', '–', 'Ω', 'Äpfel § 3', 'a', 'ab', 'abc', '日本語の銀行'), fc.stringMatching(/^[A-Za-z0-9äöüß€*.,:/-]([A-Za-z0-9äöüß€*.,:/ -]{0,70}[A-Za-z0-9äöüß€*.,:/-])?$/))
    fc.assert(fc.property(fc.array(fc.record({ FITID: word, NAME: word, MEMO: word }), { maxLength: 40 }), fc.boolean(), fc.constantFrom('\n', '\r\n', ''), (rows, closes, eol) => {
      const leaf = (tag: string, text: string): string => `<${tag}>${text}${closes ? `</${tag}>` : ''}${eol}`
      const { said, codes } = entries(`<OFX>${eol}${rows.map(({ FITID, NAME, MEMO }) => `<STMTTRN>${leaf('FITID', FITID)}${leaf('NAME', NAME)}${leaf('MEMO', MEMO)}</STMTTRN>${eol}`).join('')}</OFX>`)
      expect(said.map(({ FITID, NAME, MEMO }) => ({ FITID, NAME, MEMO }))).toEqual(rows)
      expect(said.map(({ line }) => line)).toEqual(rows.map((_, index) => (eol === '' ? 1 : 2 + index * 4)))
      expect(codes).toEqual([])
    }))
  })

  it.each([
    ['<MEMO>a <![CDATA[b < c]]> d</MEMO>', 'a b < c d'],
    ['<MEMO><![CDATA[ü]]></MEMO>', 'ü'],
    ['<MEMO>a<!-- b --></MEMO>', 'a'],
    ['<MEMO>a <!-- b --> c</MEMO>', 'a c'],
    ['<MEMO>a <b>c</b> d</MEMO>', 'a <b>c</b> d'],
    ['<MEMO>\u00a0 ü\u00a0d \u00a0</MEMO>', 'ü\u00a0d'],
    ['<MEMO>Smith &amp; S&ouml;hne</MEMO>', 'Smith & Söhne'],
    ['<MEMO>one\r\n  two\n\nthree </MEMO>', 'one two three'],
    ['<MEMO/></MEMO>', ''],
    ['<MEMO></MEMO>', ''],
    ['<MEMO> \n </MEMO>', ''],
    ['<MEMO>a</memo>', 'a'],
    ['<memo>a</memo>', 'a'],
  ])('%j says %j', (inside, text) => {
    expect(memo(inside)).toBe(text)
  })

  it('whatever the order of the tags, their letters, and what stands in them', () => {
    const tag = fc.constantFrom('FITID', 'NAME', 'MEMO', 'Memo', 'memo', 'x:MEMO', 'NAM', 'NAMED', 'CHECKNUM', 'UNKNOWN')
    const leaf = fc.tuple(tag, fc.constantFrom('', ' ', ' a="b"', ' /', '/'), fc.stringMatching(/^[a-z]{1,3}$/), fc.boolean())
    fc.assert(fc.property(fc.array(fc.uniqueArray(leaf, { selector: ([name]) => name.replace('x:', '').toUpperCase(), maxLength: 6 }), { maxLength: 12 }), (rows) => {
      const { said } = entries(`<OFX>${rows.map((leaves) => `<STMTTRN>\n${leaves.map(([name, rest, text, closes]) => `<${name}${rest}>${rest.endsWith('/') ? '' : `${text}${closes ? `</${name}>` : ''}`}\n`).join('')}</STMTTRN>`).join('\n')}</OFX>`)
      const expected = (leaves: (typeof rows)[number], field: string) => leaves.flatMap(([name, rest, text]) => (name.replace('x:', '').toUpperCase() === field && !rest.endsWith('/') ? [text] : []))[0] ?? ''
      expect(said.map(({ FITID, NAME, MEMO }) => [FITID, NAME, MEMO])).toEqual(rows.map((leaves) => ['FITID', 'NAME', 'MEMO'].map((field) => expected(leaves, field))))
    }))
  })

  it('and an aggregate that begins with a bare text is not closed by an empty tag behind it', () => {
    const payees: object[] = []
    walk('<OFX><STMTTRN><PAYEE>Smith<ADDR1/><CITY>Kiel</PAYEE></STMTTRN></OFX>', { handlers: [on(STMTTRN, ({ PAYEE }) => { if (PAYEE) payees.push(PAYEE) })], warn: () => undefined })
    expect(payees).toMatchObject([{ NAME: 'Smith', ADDR1: '', CITY: 'Kiel' }])
  })

  it('and what follows a closing tag is not the text’s', () => {
    expect(entries('<OFX><STMTTRN><MEMO>a</MEMO>b<NAME>c</NAME></MEMO></STMTTRN></OFX>').said).toMatchObject([{ NAME: 'c', MEMO: 'a' }])
  })

  it.each(['x', 'ü', '€', '😀', ' ü'])('which are shortened to 10,000 characters, here of %j', (piece) => {
    const long = piece.repeat(50_001).trim()
    const { said, codes } = entries(`<OFX><STMTTRN><MEMO>${long}</MEMO><NAME>n</NAME></STMTTRN></OFX>`)
    expect(said).toMatchObject([{ MEMO: long.slice(0, 10_000), NAME: 'n' }])
    expect(codes).toEqual(['text-shortened'])
  })
})

describe('bytes of another encoding', () => {
  it('become UTF-8; those that are UTF-8 stay the very bytes', () => {
    const utf8 = new TextEncoder().encode('<OFX>ü')
    expect(asUtf8(utf8)).toEqual({ bytes: utf8, encoding: 'utf-8' })
    expect(asUtf8(utf8).bytes).toBe(utf8)
    for (const [bytes, encoding] of [[Buffer.from('<OFX>ü', 'latin1'), 'windows-1252'], [Buffer.from('\ufeff<OFX>ü', 'utf16le'), 'utf-16le']] as const) {
      const read = asUtf8(bytes)
      expect([new TextDecoder().decode(read.bytes), read.encoding]).toEqual(['<OFX>ü', encoding])
    }
  })
})
