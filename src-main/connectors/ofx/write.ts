import { isLeaf, WriteFault, type BranchNode, type Node } from './node.ts'
import { isXml, type Dialect } from './versions.ts'

const CRLF = '\r\n'

export interface DocumentHead {
  readonly dialect: Dialect
  /** Names this document, so that an answer can be asked for again (OFX 2.3 §2.2). */
  readonly newFileUid?: string | undefined
  readonly oldFileUid?: string | undefined
}

/** Writes a document as bytes: version 1 in Windows-1252 with its header lines, version 2 as XML in UTF-8. */
export function writeDocument(root: BranchNode, head: DocumentHead): Uint8Array {
  const text = headOf(head) + render(root, head.dialect) + CRLF
  return isXml(head.dialect.version) ? new TextEncoder().encode(text) : toWindows1252(text)
}

function headOf({ dialect: { version }, newFileUid = 'NONE', oldFileUid = 'NONE' }: DocumentHead): string {
  if (isXml(version)) {
    return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>${CRLF}` +
      `<?OFX OFXHEADER="200" VERSION="${version}" SECURITY="NONE" OLDFILEUID="${oldFileUid}" NEWFILEUID="${newFileUid}"?>${CRLF}`
  }
  return ['OFXHEADER:100', 'DATA:OFXSGML', `VERSION:${version}`, 'SECURITY:NONE', 'ENCODING:USASCII', 'CHARSET:1252', 'COMPRESSION:NONE',
    `OLDFILEUID:${oldFileUid}`, `NEWFILEUID:${newFileUid}`, '', ''].join(CRLF)
}

/** One element a line, as servers in use expect it. */
function render(node: Node, dialect: Dialect): string {
  const lines: string[] = []
  append(node, dialect.closesLeaves || isXml(dialect.version), lines)
  return lines.join(CRLF)
}

function append(node: Node, closesLeaves: boolean, lines: string[]): void {
  if (isLeaf(node)) {
    lines.push(`<${node.tag}>${escape(node.text)}${closesLeaves ? `</${node.tag}>` : ''}`)
    return
  }
  lines.push(`<${node.tag}>`)
  for (const child of node.children) append(child, closesLeaves, lines)
  lines.push(`</${node.tag}>`)
}

/** Three characters are markup (OFX 2.3 §2.3.2.1). */
const escape = (text: string): string => /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text

/** What Windows-1252 puts where Latin-1 has control characters, from 0x80 on; five places are empty. */
const ABOVE = new Map(Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ').map((character, index): [string, number] => [character, 0x80 + index]))

function toWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : ABOVE.get(text.charAt(at))
    // Refused rather than sent as a question mark: a password with one is another password.
    if (byte === undefined) throw new WriteFault('OFX', 'has characters that its version cannot write')
    bytes[at] = byte
  }
  return bytes
}
