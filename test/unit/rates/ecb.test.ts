import { deflateRawSync, crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readEcbRates } from '#main/importers/rates/ecb.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const told = (file: Uint8Array) => {
  const read = readEcbRates(file)
  return read.ok ? read.value.map(({ quote, date, rate }) => `${date} ${quote} ${rate}`) : read.error
}
const NOT_RATES = { kind: 'malformed', reason: 'not_rates', line: null }

const HISTORY = 'Date,USD,JPY,BGN,\n2026-11-20,1.0500,162.5,N/A,\n2026-11-19,1.04,161.50,1.9558,\n'
const XML = `<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube><Cube time='2026-11-18'><Cube currency='USD' rate='1.03'/><Cube currency='JPY' rate='160.5'/></Cube></Cube></gesmes:Envelope>`

describe('reference rates of the European Central Bank', () => {
  it('are read from the history as csv; a day without a rate has none', () => {
    expect(told(bytes(HISTORY))).toEqual(['2026-11-20 USD 1.05', '2026-11-20 JPY 162.5', '2026-11-19 USD 1.04', '2026-11-19 JPY 161.5', '2026-11-19 BGN 1.9558'])
    expect(told(bytes('\ufeffDate,USD\r\n2026-11-20,1.05\r\n'))).toEqual(['2026-11-20 USD 1.05'])
  })

  it('are read from the file of one day, which writes it in words', () => {
    expect(told(bytes('Date, USD, CHF, \n20 November 2026, 1.0500, 0.93, \n'))).toEqual(['2026-11-20 USD 1.05', '2026-11-20 CHF 0.93'])
  })

  it('are read from xml and from a zip archive', () => {
    expect(told(bytes(XML))).toEqual(['2026-11-18 USD 1.03', '2026-11-18 JPY 160.5'])
    expect(told(zipOf('eurofxref-hist.csv', bytes(HISTORY)))).toHaveLength(5)
  })

  it('are refused as a whole where the file is another one or breaks off', () => {
    for (const file of ['', 'Datum;Betrag\n1;2', XML.slice(0, -40), XML.replace('<gesmes', '<!DOCTYPE x><gesmes'), 'Date,USD\n2026-11-20,0\n', 'Date,USD\n2026-11-20,-1\n', '\u0000\u0001']) expect(told(bytes(file))).toEqual(NOT_RATES)
    expect(told(zipOf('readme.txt', bytes('hello')))).toEqual(NOT_RATES)
  })
})

/** One member, as every archiver writes it. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content)
  const fields = (buffer: Buffer, at: number): void => {
    buffer.writeUInt16LE(20, at)
    buffer.writeUInt16LE(8, at + 4)
    buffer.writeUInt32LE(crc32(content), at + 10)
    buffer.writeUInt32LE(packed.length, at + 14)
    buffer.writeUInt32LE(content.length, at + 18)
    buffer.writeUInt16LE(name.length, at + 22)
  }
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  fields(local, 4)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  fields(central, 6)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]))
}
