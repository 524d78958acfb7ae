import fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimateStrength } from '#renderer/ui/strength.ts'

const levelOf = (text: string) => estimateStrength(text).level

it('says how many characters are missing', () => {
  expect(estimateStrength('')).toMatchObject({ level: 'empty', bits: 0, missing: 8 })
  expect(estimateStrength('abc12')).toMatchObject({ level: 'short', missing: 3 })
  expect(levelOf('🐘🐘🐘🐘')).toBe('short')
})

it.each(['password', 'Passwort1', 'P@ssw0rd!', 'qwertz123', '12345678', 'aaaaaaaaaaaa', 'abcabcabcabc', 'Sommer2024', 'Schatz1990!', 'hallohallo', 'Berlin2023!', 'sparkasse1', 'a1b2c3d4'])('calls %s weak', (text) => {
  expect(levelOf(text)).toBe('weak')
})

it.each(['sieben lila Elefanten tanzen', 'correct horse battery staple', 'k7$Xw9!pQz2v', 'Tisch Kamel Wolke Nordwind Ziegel'])('calls %s strong', (text) => {
  expect(levelOf(text)).toBe('strong')
})

it('does not count a word twice', () => {
  const once = estimateStrength('Elefanten').bits
  expect(estimateStrength('Elefanten Elefanten').bits).toBeLessThan(once + 3)
})

it('never gives a passphrase more than its characters are worth', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
    const { bits, seconds } = estimateStrength(text)
    expect(Number.isFinite(bits) && bits >= 0 && seconds >= 0).toBe(true)
    expect(bits).toBeLessThanOrEqual(text.normalize('NFKC').length * 7)
  }))
})
