import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveByLibrary } from '#main/secrets/scrypt-library.ts'
import { deriveKey, type Derive } from '#main/secrets/scrypt.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const salted = (text: string): Uint8Array => new TextEncoder().encode(text)

const DERIVERS: readonly [string, Derive][] = [['the runtime', deriveKey], ['the library that the app derives with', deriveByLibrary]]

describe('scrypt', () => {
  it.each(DERIVERS)('by %s gives the key of RFC 7914 §12', async (_, derive) => {
    const key = await derive({ passphrase: 'pleaseletmein', salt: salted('SodiumChloride'), keyBytes: 64, cost: { N: 16_384, r: 8, p: 1 } })
    expect(hex(key)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887')
  })

  it('opens in the app what the command line has sealed, and the other way round, whatever the passphrase, salt and cost', async () => {
    const order = fc.record({
      passphrase: fc.string({ unit: 'grapheme' }),
      salt: fc.uint8Array({ minLength: 8, maxLength: 40 }),
      keyBytes: fc.constant(32),
      cost: fc.record({ N: fc.integer({ min: 1, max: 9 }).map((power) => 2 ** power), r: fc.integer({ min: 1, max: 9 }), p: fc.integer({ min: 1, max: 3 }) }),
    })
    await fc.assert(fc.asyncProperty(order, async (asked) => {
      expect(hex(await deriveByLibrary(asked))).toBe(hex(await deriveKey(asked)))
    }), { numRuns: 40 })
  })
})
