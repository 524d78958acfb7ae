import { describe, expect, it } from 'vitest'
import { decodeEntities } from '#main/connectors/ofx/entities.ts'
import { declaredEncoding, looksLikeOfx, readHeader } from '#main/connectors/ofx/header.ts'
import { decodeText } from '#main/connectors/text/decode.ts'

const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding))

describe('entities', () => {
  it.each([
    ['AT&amp;T', 'AT&T'], ['AT&T', 'AT&T'], ['a &lt; b &gt; c', 'a < b > c'], ['&quot;x&quot; &apos;y&apos; &#39;z&#x27;', '"x" \'y\' \'z\''],
    ['TPAY &amp;lt;DEFTPYMT&amp;gt;', 'TPAY <DEFTPYMT>'], ['Caf&eacute; S&atilde;o Jo&atilde;o &euro;5', 'Café São João €5'], ['&#8364;&#x20AC;', '€€'],
    ['&;', '&;'], ['&unknown;', '&unknown;'], ['&#0;', '&#0;'], ['&#xD800;', '&#xD800;'], ['&#99999999;', '&#99999999;'], ['a&#10;b', 'a b'], ['100% &', '100% &'],
  ])('%s reads %s', (text, plain) => {
    expect(decodeEntities(text)).toBe(plain)
  })
})

describe('the encoding', () => {
  it('is decided on the bytes: UTF-8 under a header that says 1252', () => {
    expect(decodeText(bytes('CHARSET:1252\nMüller', 'utf8'), declaredEncoding)).toEqual({ text: 'CHARSET:1252\nMüller', encoding: 'utf-8' })
  })

  it('falls back to Windows-1252, euro sign and all, under a header that says UTF-8 or nothing', () => {
    for (const head of ['ENCODING:UTF-8\nCHARSET:NONE\n', 'CHARSET:8859-1\n', '']) {
      const latin = Uint8Array.from([...bytes(`${head}M`, 'latin1'), 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80, 0x35])
      expect(decodeText(latin, declaredEncoding)).toEqual({ text: `${head}Müller €5`, encoding: 'windows-1252' })
    }
  })

  it('follows a declaration where the bytes allow it', () => {
    const russian = Uint8Array.from([...bytes('CHARSET:1251\n', 'latin1'), 0xcc, 0xe8, 0xf0])
    expect(decodeText(russian, declaredEncoding)).toEqual({ text: 'CHARSET:1251\nМир', encoding: 'windows-1251' })
  })

  it('honours byte order marks and knows UTF-16 without one', () => {
    expect(decodeText(bytes('\ufeff<OFX>é', 'utf8')).text).toBe('<OFX>é')
    expect(decodeText(bytes('\ufeff<OFX>é', 'utf16le'))).toEqual({ text: '<OFX>é', encoding: 'utf-16le' })
    expect(decodeText(bytes('<OFX>é', 'utf16le'))).toEqual({ text: '<OFX>é', encoding: 'utf-16le' })
    expect(decodeText(Buffer.from(bytes('<OFX>', 'utf16le')).swap16())).toEqual({ text: '<OFX>', encoding: 'utf-16be' })
  })

  it.each([
    ['<?xml version="1.0" encoding="ISO-8859-15"?>', 'ISO-8859-15'], ['CHARSET:NONE', null], ['CHARSET:1252COMPRESSION:NONE', 'windows-1252'], ['CHARSET:8859-1\n', 'iso-8859-1'],
    ['CHARSET:ISO-8859-1\r\n', 'ISO-8859-1'], ['<CHARSET>1252</CHARSET>', 'windows-1252'], ['', null],
  ])('declared by %s is %s', (head, label) => {
    expect(declaredEncoding(head)).toBe(label)
  })
})

describe('a header', () => {
  it.each([
    ['OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX>', '102', 'sgml'],
    ['OFXHEADER:100DATA:OFXSGMLVERSION:102SECURITY:NONE<OFX>', '102', 'sgml'],
    ['VERSION:151\nOFXHEADER:100\n<OFX>', '151', 'sgml'],
    ['<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="230" SECURITY="NONE"?><OFX>', '230', 'xml'],
    ['<?OFX OFXHEADER=\'200\' VERSION=\'211\'?><OFX>', '211', 'xml'],
    ['<START><OFXHEADER>100</OFXHEADER><VERSION>102</VERSION></START><OFX>', '102', 'sgml'],
    ['<!--\nOFXHEADER:100\nVERSION:103\n-->\n<OFX>', '103', 'sgml'],
    ['<OFX><VERSION>999', null, 'sgml'],
    ['DATA:OFXSGML\nENCODING:UTF-8\n<OFX>', null, 'sgml'],
  ])('%j is version %s in %s', (text, version, syntax) => {
    expect(readHeader(text)).toEqual({ version, syntax })
  })

  it('is how OFX is told, not the file’s name', () => {
    expect(looksLikeOfx('OFXHEADER:100')).toBe(true)
    expect(looksLikeOfx('  <ofx>\n')).toBe(true)
    expect(looksLikeOfx('date;amount\n2026-01-01;5')).toBe(false)
    expect(looksLikeOfx('<html><body>OFX is down</body></html>')).toBe(false)
  })
})
