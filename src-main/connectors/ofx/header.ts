import { Buffer } from 'node:buffer'

/** What stands before `<OFX>`: version 1 in lines `KEY:VALUE`, version 2 in a processing instruction (OFX 2.3 §2.2). */
export interface Header {
  /** `102`, `230`; null where none is stated. */
  readonly version: string | null
  readonly syntax: 'sgml' | 'xml'
}

/** Headers have a few hundred characters; comments before them some more. */
const HEAD_CHARS = 4096

/** Reads a header in any order, on one line or many, with or without line ends, inside a comment or as tags. `document` is text, or its bytes in UTF-8. */
export function readHeader(document: string | Uint8Array): Header {
  const head = headOf(typeof document === 'string' ? document : beginningOf(document))
  return {
    version: /VERSION\s*(?:[:>]|=\s*["'])\s*(\d{3})(?!\d)/i.exec(head)?.[1] ?? null,
    syntax: /<\?(?:xml|OFX)\s/i.test(head) ? 'xml' : 'sgml',
  }
}

/** The encoding an XML declaration or an OFX header names, as a label browsers know; null where it names none. */
export function declaredEncoding(head: string): string | null {
  const xml = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1]
  if (xml !== undefined) return xml
  const charset = /CHARSET\s*[:>]\s*([\w.-]+?)(?=COMPRESSION|[\s<]|$)/i.exec(headOf(head))?.[1]
  if (charset === undefined || /^none$/i.test(charset)) return null
  if (/^125\d$/.test(charset)) return `windows-${charset}`
  return /^8859-\d+$/.test(charset) ? `iso-${charset}` : charset
}

/** Begins like OFX: a header, or the root within reach. */
export const looksLikeOfx = (head: string): boolean => /OFXHEADER\s*[:=>]|<OFX[\s>]|DATA:OFXSGML/i.test(head)

const beginningOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string => Buffer.from(buffer, byteOffset, byteLength).toString('utf8', 0, HEAD_CHARS)

function headOf(text: string): string {
  const head = text.slice(0, HEAD_CHARS)
  const root = /<OFX[\s>]/i.exec(head)
  return root ? head.slice(0, root.index) : head
}
