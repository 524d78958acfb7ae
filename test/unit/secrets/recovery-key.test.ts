import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { generateRecoveryKey, parseRecoveryKey } from '#main/secrets/recovery-key.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'

const bytes = fc.uint8Array({ minLength: 23, maxLength: 23 })
const keyOf = (random: Uint8Array): string => {
  const fixed: Random = { bytes: () => random.slice(), uuid: () => '' }
  return generateRecoveryKey(fixed).reveal()
}

describe('a recovery key', () => {
  it('is 8 groups of 5 characters that nobody confuses', () => {
    expect(generateRecoveryKey(systemRandom).reveal()).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('comes back exactly', () => {
    fc.assert(fc.property(bytes, (random) => {
      expect(parseRecoveryKey(new Secret(keyOf(random)))).toEqual(random)
    }))
  })

  it('opens however sloppily it is typed', () => {
    const lookalike: Record<string, string[]> = { 0: ['O', 'o', '0'], 1: ['I', 'l', 'L', 'i', '1'] }
    const gap = fc.constantFrom('', ' ', '-', ' - ', '\u2013', '\u00a0', '\n', '.')
    fc.assert(fc.property(bytes, fc.array(fc.tuple(fc.nat(), fc.boolean(), gap), { minLength: 48, maxLength: 48 }), (random, slips) => {
      const typed = keyOf(random).replaceAll('-', '').split('').map((letter, at) => {
        const [pick, isLower, between] = slips[at] ?? [0, false, '']
        const alike = lookalike[letter] ?? [isLower ? letter.toLowerCase() : letter]
        return `${alike[pick % alike.length] ?? letter}${between}`
      }).join('')
      expect(parseRecoveryKey(new Secret(` ${typed} `))).toEqual(random)
    }))
  })

  it('tells a slip of the pen from the key', () => {
    const key = keyOf(new Uint8Array(23).fill(7))
    const others = Array.from({ length: 5000 }, (_, n) => key.slice(0, n % 46) + 'Z9X4Q'.charAt(n % 5) + key.slice((n % 46) + 1)).filter((typed) => typed.replaceAll('-', '').length === 40 && typed !== key)
    expect(others.filter((typed) => parseRecoveryKey(new Secret(typed)))).toEqual([])
  })

  it('is not what a passphrase looks like', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(parseRecoveryKey(new Secret(text))).toBeUndefined()
    }))
  })
})
