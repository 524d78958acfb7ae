import type { AppError } from '#shared/errors.ts'

const UNSUPPORTED: AppError = { kind: 'unsupported', what: 'format' }
const ENCRYPTED: AppError = { kind: 'unsupported', what: 'encrypted_file' }

/** Files that hold something else inside: known by their first bytes, refused by what they are. */
const CONTAINERS: readonly { readonly magic: string; isEncrypted?(bytes: Uint8Array): boolean }[] = [
  { magic: '%PDF-', isEncrypted: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt') },
  // APPNOTE.TXT 4.4.4: bit 0 of the general purpose flag.
  { magic: 'PK\u0003\u0004', isEncrypted: (bytes) => ((bytes[6] ?? 0) & 1) === 1 },
  { magic: '7z\u00bc\u00af\u0027\u001c' },
  { magic: 'Rar!\u001a\u0007' },
  { magic: '\u00d0\u00cf\u0011\u00e0' },
  { magic: '-----BEGIN PGP MESSAGE-----', isEncrypted: () => true },
  { magic: 'SQLite format 3\u0000' },
  { magic: '\u0089PNG' },
  { magic: '\u00ff\u00d8\u00ff' },
]

export function refuseContainer(bytes: Uint8Array): AppError | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 32))
  const container = CONTAINERS.find(({ magic }) => head.startsWith(magic))
  if (!container) return undefined
  return container.isEncrypted?.(bytes) === true ? ENCRYPTED : UNSUPPORTED
}

const HEAD_CHARS = 8192
/** Texts have a stray control character at most. */
const CONTROL_SHARE_MAX = 0.02

/** Control characters that no text file has: zero bytes at once, others by their share. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, HEAD_CHARS)
  let controls = 0
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (code === 0) return true
    if ((code < 32 && !isLayout(code)) || (code >= 0x7f && code <= 0x9f) || code === 0xfffd) controls++
  }
  return controls > head.length * CONTROL_SHARE_MAX
}

/** Tab, line feed, form feed, carriage return, and the end-of-file mark of old systems. */
const isLayout = (code: number): boolean => (code >= 9 && code <= 13) || code === 26
