import { createHash } from 'node:crypto'
import { Secret } from '#shared/secret.ts'
import type { Random } from '#main/platform/random.ts'

/** Crockford's base 32: no I, L, O and U, so that what is read aloud or copied from paper has one spelling. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const LETTERS = 40
const GROUP = 5
const KEY_BYTES = 23
const CHECK_BYTES = 2

/**
 * 8 groups of 5 characters hold 200 bits: 184 random ones and 16 of checksum, which tell a mistyped key from a passphrase.
 * 184 bits cannot be guessed, so the slot needs no slow derivation as a passphrase does.
 */
export function generateRecoveryKey(random: Random): Secret {
  const key = random.bytes(KEY_BYTES)
  const bytes = Buffer.concat([key, checksum(key)])
  const letters = encode(bytes)
  key.fill(0)
  bytes.fill(0)
  return new Secret(letters.match(/.{5}/g)?.join('-') ?? '')
}

/**
 * The key's bytes, however it was typed: any case, spaces, dashes or none, O for 0, I or L for 1. Undefined where the
 * checksum does not agree. The caller clears the bytes after use.
 */
export function parseRecoveryKey(typed: Secret): Uint8Array | undefined {
  const letters = typed.reveal().normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}_.,]/gu, '').replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter)
  if (letters.length !== LETTERS || !Array.from(letters).every((letter) => ALPHABET.includes(letter))) return undefined
  const bytes = decode(letters)
  const key = bytes.slice(0, KEY_BYTES)
  const agrees = checksum(key).equals(bytes.subarray(KEY_BYTES))
  bytes.fill(0)
  return agrees ? key : undefined
}

const checksum = (key: Uint8Array): Buffer => createHash('sha256').update('kontor recovery key').update(key).digest().subarray(0, CHECK_BYTES)

/** Five bytes are exactly eight letters. */
function encode(bytes: Uint8Array): string {
  let letters = ''
  for (let start = 0; start < bytes.length; start += GROUP) {
    let bits = 0n
    for (const byte of bytes.subarray(start, start + GROUP)) bits = (bits << 8n) | BigInt(byte)
    for (let shift = 35n; shift >= 0n; shift -= 5n) letters += ALPHABET.charAt(Number((bits >> shift) & 31n))
  }
  return letters
}

function decode(letters: string): Uint8Array {
  const bytes = new Uint8Array((letters.length * 5) / 8)
  for (let group = 0; group * 8 < letters.length; group += 1) {
    let bits = 0n
    for (const letter of letters.slice(group * 8, group * 8 + 8)) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter))
    for (let index = 0; index < GROUP; index += 1) bytes[group * GROUP + index] = Number((bits >> BigInt(8 * (GROUP - 1 - index))) & 255n)
  }
  return bytes
}
