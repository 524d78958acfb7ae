import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFile } from '#main/importers/read.ts'

interface Member { readonly name: string; readonly text: string; readonly flags?: number; readonly size?: number; readonly stored?: boolean; readonly crc?: number }

const u16 = (value: number): Buffer => { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes }
const u32 = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes }

/** A zip archive by hand (APPNOTE.TXT 4.3), honest or not. */
function zip(members: readonly Member[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, flags = 0, stored = false, size = Buffer.byteLength(text), crc = crc32(text) } of members) {
    const data = stored ? Buffer.from(text) : deflateRawSync(text)
    const common = Buffer.concat([u16(20), u16(flags), u16(stored ? 0 : 8), u32(0), u32(crc), u32(data.length), u32(size), u16(name.length), u16(0)])
    const file = Buffer.concat([u32(0x04034b50), common, Buffer.from(name), data])
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]))
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...files, list, u32(0x06054b50), u32(0), u16(members.length), u16(members.length), u32(list.length), u32(offset), u16(0)])
}

const camt = (amount: string): string => `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2024-01-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`
const outcome = (archive: Uint8Array): unknown => {
  const reading = readFile('export.zip', archive)
  return reading.ok ? [reading.value.statements.flatMap(({ entries }) => entries.map(({ amount }) => amount)), reading.value.warnings] : reading.error
}

describe('a zip archive', () => {
  it('is read as the statements inside it', () => {
    expect(outcome(zip([{ name: 'a/', text: '' }, { name: 'a/1.xml', text: camt('1') }, { name: 'a/2.xml', text: camt('2'), stored: true }, { name: '__MACOSX/a/._1.xml', text: 'x' }]))).toEqual([['1', '2'], []])
  })

  it('says what in it is no statement', () => {
    expect(outcome(zip([{ name: '1.xml', text: camt('1') }, { name: 'Auszug.pdf', text: '%PDF-1.7' }]))).toEqual([['1'], [{ line: null, code: 'archive-member-skipped', detail: '.pdf' }]])
  })

  it.each([
    ['without a statement', zip([{ name: '[Content_Types].xml', text: '<Types/>' }]), { kind: 'unsupported', what: 'format' }],
    ['with a statement that breaks off', zip([{ name: '1.xml', text: camt('1') }, { name: '2.xml', text: camt('2').slice(0, -20) }]), { kind: 'malformed', reason: 'truncated' }],
    ['that is encrypted', zip([{ name: '1.xml', text: camt('1'), flags: 1 }]), { kind: 'unsupported', what: 'encrypted_file' }],
    ['that is cut', zip([{ name: '1.xml', text: camt('1') }]).subarray(0, -30), { kind: 'malformed', reason: 'broken_archive' }],
    ['with a wrong checksum', zip([{ name: '1.xml', text: camt('1'), crc: 7 }]), { kind: 'malformed', reason: 'broken_archive' }],
    ['that unpacks to more than it says', zip([{ name: '1.xml', text: ' '.repeat(1_000_000), size: 10 }]), { kind: 'malformed', reason: 'broken_archive' }],
    ['that claims more than a file may have', zip([{ name: '1.xml', text: camt('1'), size: 0x7fff_ffff }]), { kind: 'malformed', reason: 'archive_too_large' }],
    ['of too many files', zip(Array.from({ length: 401 }, (_, index) => ({ name: `${index}.xml`, text: '' }))), { kind: 'malformed', reason: 'archive_too_large' }],
    ['inside another', zip([{ name: 'inner.zip', text: 'PK\u0003\u0004' }]), { kind: 'unsupported', what: 'format' }],
  ])('%s is refused', (_, archive, error) => {
    expect(outcome(archive)).toMatchObject(error)
  })
})

describe('a gzip file', () => {
  it('is read as the statement inside it', () => {
    expect(outcome(gzipSync(camt('1')))).toEqual([['1'], []])
  })

  it('is refused where it is damaged or holds an archive', () => {
    const whole = gzipSync(camt('1'))
    expect(outcome(whole.subarray(0, -9))).toEqual({ kind: 'malformed', reason: 'broken_archive', line: null })
    expect(outcome(Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]))).toEqual({ kind: 'malformed', reason: 'broken_archive', line: null })
    expect(outcome(gzipSync(whole))).toEqual({ kind: 'unsupported', what: 'format' })
    expect(outcome(gzipSync(zip([{ name: '1.xml', text: camt('1') }])))).toEqual({ kind: 'unsupported', what: 'format' })
  })
})
