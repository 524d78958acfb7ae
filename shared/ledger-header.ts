/** What a file in a ledger's place is, as far as its first bytes tell; `other` is no ledger of ours, plain or encrypted. */
export type LedgerLook = 'plain' | 'encrypted' | 'other'

/** So many bytes are needed to tell. */
export const HEADER_BYTES = 24

/** The first bytes of every unencrypted SQLite file (SQLite file format, §1.3.1). */
const PLAIN_HEADER = 'SQLite format 3\u0000'
/** Page size, versions, reserved bytes and fractions, at offset 16: the cipher leaves them readable (docs/adr/0010). */
const ENCRYPTED_HEADER = /^1000(?:01|02){2}20402020$/

/** Asked by whoever opens a ledger and by whoever keeps its keys; those two rooms have no door between them. */
export function lookOf(head: Uint8Array): LedgerLook {
  if (String.fromCharCode(...head.subarray(0, PLAIN_HEADER.length)) === PLAIN_HEADER) return 'plain'
  const open = Array.from(head.subarray(16, HEADER_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return ENCRYPTED_HEADER.test(open) ? 'encrypted' : 'other'
}
