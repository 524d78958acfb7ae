import { Buffer, isAscii, isUtf8 } from 'node:buffer'

/** What a text file's bytes say, and how they were read. */
export interface DecodedText {
  readonly text: string
  /** `utf-8`, `utf-16le`, `windows-1252`, what the file declares, or `utf-8, windows-1252` where one file mixes both. */
  readonly encoding: string
}

const HEAD_BYTES = 4096

/** What Windows-1252 puts where Latin-1 has control characters, 0x80 to 0x9f; unused places stay as they are. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
/** A byte sequence that is one character above ASCII in UTF-8, seen as Latin-1 (Unicode 15, table 3-7). */
const UTF8_SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g
/** Labels that say no more than "not UTF-8" to a file whose bytes are not. */
const WESTERN = /^(?:utf-?\d+|us-?ascii|(?:windows-|cp)?1252|(?:iso-?)?8859-1|latin1)$/i

/**
 * Decides the encoding on the bytes, because declarations lie: byte order mark, then valid UTF-8, then what the file
 * declares, then Windows-1252, which reads any byte. `declared` sees the first kilobytes and names an encoding or gives
 * null. Valid UTF-8 inside a Windows-1252 file is read as that: the other reading would be pairs like "Ã¼", which no one writes.
 */
export function decodeText(bytes: Uint8Array, declared: (head: string) => string | null = () => null): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  if (isAscii(bytes)) return { text: latin1(bytes), encoding: 'utf-8' }
  return decodeAs(bytes, 'utf-8') ?? decodeDeclared(bytes, declared) ?? decodeMixed(bytes)
}

/** The same where bytes are wanted: as UTF-8, which nearly every file is already. */
export function asUtf8(bytes: Uint8Array, declared?: (head: string) => string | null): { readonly bytes: Uint8Array; readonly encoding: string } {
  if (wideEncoding(bytes) === null && isUtf8(bytes)) return { bytes, encoding: 'utf-8' }
  const { text, encoding } = decodeText(bytes, declared)
  return { bytes: Buffer.from(text), encoding }
}

function decodeDeclared(bytes: Uint8Array, declared: (head: string) => string | null): DecodedText | undefined {
  const label = declared(latin1(bytes.subarray(0, HEAD_BYTES)))
  return label === null || WESTERN.test(label) ? undefined : decodeAs(bytes, label)
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch (cause) {
    // TypeError: bytes that the encoding does not allow. RangeError: a label nobody knows.
    if (cause instanceof TypeError || cause instanceof RangeError) return undefined
    throw cause
  }
}

function decodeMixed(bytes: Uint8Array): DecodedText {
  let sequences = 0
  const text = latin1(bytes)
    .replace(UTF8_SEQUENCE, (sequence) => {
      sequences += 1
      return Buffer.from(sequence, 'latin1').toString('utf8')
    })
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control)
  return { text, encoding: sequences > 0 ? 'utf-8, windows-1252' : 'windows-1252' }
}

/** UTF-16 by its byte order mark, or by the zero bytes around the first ASCII characters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0 && third !== 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0 && fourth !== 0) ? 'utf-16be' : null
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
