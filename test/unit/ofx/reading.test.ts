import { describe, expect, it } from 'vitest'
import { readFile } from '#main/importers/read.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import type { Reading } from '#shared/statement.ts'
import { ofx } from '../../fixtures/statement.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(text: string): Reading {
  const result = readFile('x.ofx', bytes(text))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const refusal = (content: Uint8Array | string) => {
  const result = readFile('x.ofx', typeof content === 'string' ? bytes(content) : content)
  return result.ok ? undefined : result.error
}
const sample = ofx({ lines: [{ id: 'a', on: '2026-01-05', amount: '-12.50' }, { id: 'b', on: '2026-01-06', amount: '3.00' }], balance: { amount: '90.50', asOf: '2026-01-31' } })

describe('rows that cannot be read', () => {
  it('stay in the statement, with what could be read, and are never imported', () => {
    const { statements, warnings } = read(sample.replace('-12.50', '1,250').replace('20260106', '2026'))
    expect(statements[0]).toMatchObject({
      entries: [],
      unreadable: [
        { line: 15, reason: 'bad-amount', isPending: false, bookedOn: '2026-01-05', amount: null, payee: 'Bakery' },
        { line: 16, reason: 'bad-date', isPending: false, bookedOn: null, amount: '3.00', payee: 'Bakery' },
      ],
    })
    expect(warnings).toEqual([{ line: 15, code: 'entry-without-amount', detail: 'TRNAMT' }, { line: 16, code: 'entry-without-date', detail: 'DTPOSTED' }])
  })

  it('borrow the day the user or the bank names instead, and say so', () => {
    const { statements, warnings } = read(sample.replace('<DTPOSTED>20260105', '<DTUSER>20260104'))
    expect(statements[0]?.entries[0]).toMatchObject({ bookedOn: '2026-01-04', valueOn: null })
    expect(warnings).toEqual([{ line: 15, code: 'date-substituted', detail: 'DTUSER' }])
  })

  it('are not booked where the bank takes an entry back', () => {
    const { statements, warnings } = read(sample.replace('<FITID>a', '<FITID>a<CORRECTFITID>z<CORRECTACTION>DELETE').replace('<FITID>b', '<FITID>b<CORRECTFITID>y<CORRECTACTION>REPLACE'))
    expect(statements[0]).toMatchObject({ entries: [{ externalId: 'b' }], unreadable: [{ reason: 'unreadable', amount: '-12.50' }] })
    expect(warnings.map(({ code }) => code)).toEqual(['entry-deletes-another', 'entry-replaces-another'])
  })
})

describe('what the bank leaves out or adds', () => {
  it('has no balance rather than a balance of nothing', () => {
    expect(read(ofx({ lines: [] })).statements[0]).toMatchObject({ entries: [], balances: [] })
  })

  it('keeps every statement, also an empty one', () => {
    expect(read(ofx({ lines: [], balance: { amount: '6.03', asOf: '2026-01-31' } })).statements).toMatchObject([{ account: { number: '1001', bankCode: '121000358' }, balances: [{ amount: '6.03' }] }])
  })

  it('takes the bank’s reference where there is no FITID', () => {
    expect(read(sample.replace('<FITID>a', '<REFNUM>R1')).statements[0]?.entries[0]).toMatchObject({ externalId: 'R1', bankReference: 'R1' })
    expect(read(sample.replace('<FITID>a', '<FITID>')).statements[0]?.entries[0]?.externalId).toBe('')
  })

  it('keeps identical lines and repeated ids apart', () => {
    const line = { id: 'same', on: '2026-01-05', amount: '-1.00' }
    expect(read(ofx({ lines: [line, line] })).statements[0]?.entries).toHaveLength(2)
  })

  it('tells a currency only where it is not the statement’s', () => {
    const inDollars = read(sample.replace('<NAME>Bakery', '<NAME>Bakery<CURRENCY><CURRATE>1<CURSYM>USD</CURRENCY>')).statements[0]?.entries[0]
    const inFrancs = read(sample.replace('<NAME>Bakery', '<NAME>Bakery<CURRENCY><CURRATE>1.07<CURSYM>chf</CURRENCY>')).statements[0]?.entries[0]
    const converted = read(sample.replace('<NAME>Bakery', '<NAME>Bakery<ORIGCURRENCY><CURRATE>0.93<CURSYM>EUR</ORIGCURRENCY>')).statements[0]?.entries[0]
    const bare = read(sample.replace('<NAME>Bakery', '<CURRENCY>GBP</CURRENCY><NAME>Bakery')).statements[0]?.entries[0]
    expect(inDollars).toMatchObject({ currency: null, exchangeRate: null, originalCurrency: null })
    expect(inFrancs).toMatchObject({ currency: 'CHF', exchangeRate: '1.07', originalCurrency: null })
    expect(converted).toMatchObject({ currency: null, exchangeRate: '0.93', originalCurrency: 'EUR' })
    expect(bare).toMatchObject({ currency: 'GBP', payee: 'Bakery' })
  })

  it('refuses a currency that is none', () => {
    const { statements, warnings } = read(ofx({ currency: '$', lines: [] }))
    expect(statements[0]?.currency).toBeNull()
    expect(warnings.map(({ code }) => code)).toEqual(['bad-currency'])
  })

  it('sees an IBAN and a BIC where they stand for number and bank', () => {
    expect(read(ofx({ account: 'DE89370400440532013000', bank: 'COBADEFFXXX', lines: [] })).statements[0]?.account).toMatchObject({ number: 'DE89370400440532013000', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' })
    expect(read(ofx({ account: 'DE88370400440532013000', lines: [] })).statements[0]?.account.iban).toBeNull()
  })

  it('reports the bank’s own words, and no account for an error', () => {
    const error = '<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1><PROFMSGSRSV1><PROFTRNRS><STATUS><CODE>2000<SEVERITY>Error</STATUS></PROFTRNRS></PROFMSGSRSV1></OFX>'
    expect(read(error)).toMatchObject({ statements: [], statuses: [{ code: '15500', severity: 'error', message: 'Signon invalid' }, { code: '2000', severity: 'error', message: '' }] })
  })

  it('knows when the answer was made', () => {
    expect(read(sample).createdAt).toBe('2026-03-01T00:00:00.000Z')
  })

  it('reads requests and profiles as files without statements', () => {
    expect(read('<OFX><SIGNONMSGSRQV1><SONRQ><USERID>me<USERPASS>x</SONRQ></SIGNONMSGSRQV1></OFX>')).toMatchObject({ statements: [], discovered: [], statuses: [], warnings: [] })
  })
})

describe('refusals', () => {
  it.each([
    ['an empty file', '', { kind: 'malformed', reason: 'empty', line: null }],
    ['blank lines', ' \r\n\t\n', { kind: 'malformed', reason: 'empty', line: null }],
    ['prose', 'Dear customer, your statement is ready.', { kind: 'unsupported', what: 'format' }],
    ['a web page', '<!DOCTYPE html><html><body>Please sign in</body></html>', { kind: 'unsupported', what: 'format' }],
    ['a header alone', 'OFXHEADER:100\nDATA:OFXSGML\n', { kind: 'malformed', reason: 'not_ofx', line: null }],
    ['a PDF', '%PDF-1.7\n1 0 obj', { kind: 'unsupported', what: 'format' }],
    ['a PDF with a password', '%PDF-1.7\ntrailer << /Encrypt 5 0 R >>', { kind: 'unsupported', what: 'encrypted_file' }],
    ['exchange rates as a table', '\ufeffDate,USD,JPY,\n2026-10-30,1.0900,160.10,\n', { kind: 'unsupported', what: 'rates' }],
    ['the exchange rates of one day', 'Date, USD, JPY, \n30 October 2026, 1.0900, 160.10, \n', { kind: 'unsupported', what: 'rates' }],
    ['exchange rates as XML', '<?xml version="1.0"?><gesmes:Envelope xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube/></gesmes:Envelope>', { kind: 'unsupported', what: 'rates' }],
    ['a PGP message', '-----BEGIN PGP MESSAGE-----\n\nhQEMA', { kind: 'unsupported', what: 'encrypted_file' }],
  ])('%s', (_, text, error) => {
    expect(refusal(text)).toEqual(error)
  })

  it('refuses bytes that are no text', () => {
    expect(refusal(Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256))).toEqual({ kind: 'malformed', reason: 'binary', line: null })
  })

  it('refuses what is larger than any statement before reading it', () => {
    expect(refusal(new Uint8Array(FILE_BYTES_MAX + 1))).toEqual({ kind: 'malformed', reason: 'too_large', line: null })
  })

  it('refuses a file that ends in the middle, wherever that is', () => {
    const end = sample.indexOf('</BANKMSGSRSV1>')
    for (let length = sample.indexOf('</STMTTRN>') + 12; length <= end; length += 7) {
      expect(refusal(sample.slice(0, length))).toEqual({ kind: 'malformed', reason: 'truncated', line: null })
    }
  })

  it('reads on where only the last tag is missing', () => {
    const { statements, warnings } = read(sample.replace('</OFX>', ''))
    expect(statements[0]?.entries).toHaveLength(2)
    expect(warnings).toEqual([{ line: null, code: 'end-missing', detail: 'OFX' }])
  })
})

describe('a long reading', () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => ({ id: String(index), on: '2026-01-05', amount: '1.00' }))
  const long = bytes(ofx({ lines }))

  it('tells how far it is', () => {
    const seen: number[] = []
    expect(readFile('x', long, { onProgress: (done, total) => { seen.push(done / total); return true } }).ok).toBe(true)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen).toEqual(seen.toSorted((left, right) => left - right))
  })

  it('stops when told to', () => {
    expect(readFile('x', long, { onProgress: () => false })).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })

  it('lets an exception of the caller through', () => {
    expect(() => readFile('x', long, { onProgress: () => { throw new Error('stop') } })).toThrow('stop')
  })
})
