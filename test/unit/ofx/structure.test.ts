import { describe, expect, it } from 'vitest'
import { readFile } from '#main/importers/read.ts'
import type { Reading } from '#shared/statement.ts'

const HEAD = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:NONE\n\n'
const ACCOUNT = '<CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>2<ACCTTYPE>CHECKING</BANKACCTFROM>'
const entry = (id: string, amount = '-1.00', more = ''): string => `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260131<TRNAMT>${amount}<FITID>${id}${more}</STMTTRN>`
const statement = (inside: string): string => `${HEAD}<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS>${ACCOUNT}<BANKTRANLIST>${inside}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

function read(text: string): Reading {
  const result = readFile('any.name', new TextEncoder().encode(text))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const ids = (text: string): string[][] => read(text).statements.map(({ entries }) => entries.map(({ externalId }) => externalId))
const codes = (text: string): string[] => read(text).warnings.map(({ code }) => code)
const only = (text: string) => read(statement(text)).statements[0]?.entries[0]

describe('whatever a bank does to its tags', () => {
  it('closes nothing at all', () => {
    const text = `${HEAD}<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>A<ACCTTYPE>SAVINGS<BANKTRANLIST><DTSTART>20260101<DTEND>20260131`
      + '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260131<TRNAMT>-1<FITID>a<PAYEE><NAME>Baker<CITY>Leipzig<MEMO>rolls<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260131<TRNAMT>-2<FITID>b'
      + '<LEDGERBAL><BALAMT>10<DTASOF>20260131<AVAILBAL><BALAMT>9<DTASOF>20260131<STMTTRNRS><TRNUID>2<STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>B<BANKTRANLIST><STMTTRN><DTPOSTED>20260131<TRNAMT>-3<FITID>c'
    const { statements } = read(text)
    expect(statements.map(({ account, currency, entries, balances }) => [account.number, account.type, currency, entries.map(({ externalId }) => externalId), balances.map(({ amount }) => amount)])).toEqual([
      ['A', 'savings', 'EUR', ['a', 'b'], ['10', '9']],
      ['B', 'checking', 'USD', ['c'], []],
    ])
    expect(statements[0]?.entries[0]).toMatchObject({ payee: 'Baker', purpose: 'rolls' })
  })

  it('forgets to close the list before the balance', () => {
    const text = statement('').replace('</BANKTRANLIST>', `${entry('a')}<LEDGERBAL><BALAMT>5.00<DTASOF>20260131</LEDGERBAL>`)
    expect(read(text).statements[0]).toMatchObject({ entries: [{ externalId: 'a' }], balances: [{ kind: 'booked', amount: '5.00', asOf: '2026-01-31' }] })
  })

  it('writes entries without a list', () => {
    expect(ids(statement(entry('a')).replaceAll(/<\/?BANKTRANLIST>/g, ''))).toEqual([['a']])
  })

  it('writes entries without a statement: each is named, none is guessed into an account', () => {
    const text = `${HEAD}<OFX><BANKMSGSRSV1>\n${entry('a')}\n${entry('b')}</BANKMSGSRSV1></OFX>`
    expect(read(text)).toMatchObject({ statements: [], warnings: [{ line: 7, code: 'entry-without-account' }, { line: 8, code: 'entry-without-account' }] })
  })

  it('names neither account nor currency: its entries are refused, its sister statement is not', () => {
    const nameless = `<STMTTRNRS><STMTRS><BANKTRANLIST>${entry('a')}</BANKTRANLIST></STMTRS></STMTTRNRS>`
    const text = statement(entry('b')).replace('<BANKMSGSRSV1>', `<BANKMSGSRSV1>${nameless}`)
    expect(ids(text)).toEqual([['b']])
    expect(codes(text)).toEqual(['entry-without-account'])
    expect(ids(`${HEAD}<OFX>${nameless.replace('<STMTRS>', '<STMTRS><CURDEF>EUR')}</OFX>`)).toEqual([['a']])
  })

  it('answers one request with two statements', () => {
    expect(ids(statement(entry('a')).replace('</STMTRS>', `</STMTRS><STMTRS>${ACCOUNT}${entry('b')}</STMTRS>`))).toEqual([['a'], ['b']])
  })

  it('closes an aggregate late, after what belongs outside', () => {
    const text = `${HEAD}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO<DTSERVER>20260301</STATUS></SONRS></SIGNONMSGSRSV1><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>`
      + `<BANKACCTFROM><ACCTID>7<ACCTTYPE>CREDITCARD<CURDEF>BRL</BANKACCTFROM><BANKTRANLIST>${entry('a')}</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`
    expect(read(text)).toMatchObject({
      createdAt: '2026-03-01T00:00:00.000Z',
      statements: [{ kind: 'cc', currency: 'BRL', account: { number: '7', type: 'credit' }, entries: [{ externalId: 'a' }] }],
    })
  })

  it('writes tags in lower case, with attributes, prefixes or blanks', () => {
    expect(ids(statement(entry('a')).toLowerCase().replace('ofxheader', 'OFXHEADER'))).toEqual([['a']])
    expect(ids(statement('<STMTTRN id="1" lang=\'de\'><DTPOSTED >20260131</DTPOSTED ><TRNAMT>1</TRNAMT\n><FITID>a</STMTTRN >'))).toEqual([['a']])
    expect(ids(statement('<ofx:STMTTRN><ofx:DTPOSTED>20260131</ofx:DTPOSTED><ofx:TRNAMT>1</ofx:TRNAMT><ofx:FITID>a</ofx:FITID></ofx:STMTTRN>'))).toEqual([['a']])
  })

  it('leaves elements blank, open, closed or self-closed', () => {
    expect(only('<STMTTRN><DTPOSTED>20260131<TRNAMT>1<CHECKNUM></CHECKNUM><REFNUM/><NAME>\n<MEMO>  x </MEMO><FITID>a</STMTTRN>')).toMatchObject({ externalId: 'a', checkNumber: '', payee: '', purpose: 'x' })
    expect(ids(statement('<STMTTRN/>'))).toEqual([[]])
    expect(read(statement('').replace('<BANKTRANLIST></BANKTRANLIST>', '<BANKTRANLIST/><LEDGERBAL><BALAMT/><DTASOF>20260131</LEDGERBAL>')).statements[0]?.balances).toEqual([])
  })

  it('breaks lines anywhere, or nowhere', () => {
    const text = statement(entry('a', '-1.00', '<NAME>Bakery<MEMO>rolls')).replaceAll('>', '>\n').replaceAll(/([a-z0-9])</gi, '$1\n<')
    expect(read(text).statements[0]?.entries[0]).toMatchObject({ externalId: 'a', amount: '-1.00', payee: 'Bakery', purpose: 'rolls' })
    expect(only(entry('a', '1', '<MEMO>first line\r\n   second line\n'))?.purpose).toBe('first line second line')
  })

  it('loses a > now and then', () => {
    const text = statement(`${entry('a').replace('<STMTTRN>', '<STMTTRN\n')}${entry('b').replace('</STMTTRN>', '</STMTTRN\n')}${entry('c')}`)
    expect(ids(text)).toEqual([['a', 'b', 'c']])
    expect(codes(text)).toContain('tag-unfinished')
  })

  it('adds elements of its own', () => {
    const text = statement(entry('a', '-1.00', '<INTU.X>1<CATEGORY>Food<EXT.AGG><FOO>bar</FOO></EXT.AGG><MEMO>kept'))
    expect(read(text).statements[0]?.entries[0]).toMatchObject({ externalId: 'a', purpose: 'kept' })
    expect(read(text).warnings).toEqual([
      { line: 6, code: 'unknown-element', detail: 'CATEGORY' },
      { line: 6, code: 'unknown-element', detail: 'FOO' },
    ])
  })

  it('sends several documents in one file', () => {
    expect(ids(statement(entry('a')) + statement(entry('b')))).toEqual([['a'], ['b']])
  })

  it('nests without end', () => {
    const text = statement(`${'<BANKTRANLIST><INVTRANLIST>'.repeat(500)}${entry('a')}`)
    expect(ids(text).flat()).toEqual(['a'])
  })
})

describe('whatever stands in a text', () => {
  it.each([
    ['AT&T', 'AT&T'], ['a < b > c', 'a < b > c'], ['1<2', '1<2'], ['Tom &amp; Co', 'Tom & Co'], ['<![CDATA[<STRONG> & co]]>', '<STRONG> & co'], ['see <b>bold</b>', 'see <b>bold</b>'],
    ['x <!-- hidden --> y', 'x y'], ['5 > 3 & 2 < 4', '5 > 3 & 2 < 4'], ['\u00a0blank\u00a0', 'blank'], ['"quoted" \'text\'', '"quoted" \'text\''], ['50% <', '50% <'],
  ])('%s is read as %s', (written, text) => {
    expect(only(entry('a', '1', `<MEMO>${written}</MEMO>`))?.purpose).toBe(text)
  })

  it('joins a memo that comes in two parts', () => {
    expect(only(entry('a', '1', '<MEMO>part one<MEMO>part two'))?.purpose).toBe('part one part two')
  })

  it('keeps the first of two different amounts and says so', () => {
    const text = statement(entry('a', '1.00', '<TRNAMT>2.00'))
    expect(read(text).statements[0]?.entries[0]?.amount).toBe('1.00')
    expect(read(text).warnings).toEqual([{ line: 6, code: 'repeated-element', detail: 'TRNAMT' }])
  })

  it('cuts what is longer than any text and says so', () => {
    const text = statement(entry('a', '1', `<MEMO>${'x'.repeat(20_000)}`))
    expect(read(text).statements[0]?.entries[0]?.purpose).toHaveLength(10_000)
    expect(codes(text)).toEqual(['text-shortened'])
  })

  it('reports an entry that stands in a comment', () => {
    const text = statement(`${entry('a')}<!--\n${entry('b')}\n-->${entry('c')}`)
    expect(ids(text)).toEqual([['a', 'c']])
    expect(read(text).warnings).toEqual([{ line: 7, code: 'entry-in-comment', detail: 'STMTTRN' }])
  })

  it('reads on behind a comment that never ends', () => {
    const text = statement(`<!-- ${entry('a')}`)
    expect(ids(text)).toEqual([['a']])
    expect(codes(text)).toEqual(['section-unclosed'])
  })
})

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('are counted from 1 with %j', (end) => {
    const text = statement(`\n\n${entry('a')}\n${entry('b')}`).replaceAll('\n', end)
    expect(read(text).statements[0]).toMatchObject({ line: 6, entries: [{ line: 8 }, { line: 9 }] })
  })
})

it('reads a profile that breaks off, since no entry can be missing from it', () => {
  const reading = read(`${HEAD}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260131<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><PROFMSGSRSV1><PROFTRNRS><TRNUID>1<PROFRS><MSGSETLIST>`)
  expect([reading.statements, reading.warnings.map(({ code }) => code)]).toEqual([[], ['end-missing']])
})
