import { scryptSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKey } from '#main/secrets/scrypt.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const salted = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('scrypt, derived in turns', () => {
  it('gives the keys of RFC 7914 §12', async () => {
    expect(hex(await deriveKey('', salted(''), 64, { N: 16, r: 1, p: 1 }))).toBe(
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906')
    expect(hex(await deriveKey('password', salted('NaCl'), 64, { N: 1024, r: 8, p: 16 }))).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640')
  })

  it('opens what another implementation has sealed, whatever the passphrase, salt and cost', async () => {
    await fc.assert(fc.asyncProperty(
      fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }),
      async (passphrase, salt, power, r, p) => {
        const N = 2 ** power
        expect(hex(await deriveKey(passphrase, salt, 32, { N, r, p }))).toBe(hex(scryptSync(passphrase, salt, 32, { N, r, p })))
      },
    ), { numRuns: 40 })
  })

  it('lets others have their turn meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => { turns += 1 })
    await deriveKey('passphrase', salted('salt'), 32, { N: 2 ** 15, r: 8, p: 1 })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(1)
  })
})
