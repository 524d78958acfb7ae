import { expect, it } from 'vitest'
import { ibanOf } from '#shared/iban.ts'

it('knows the IBAN of a German account by its bank code and number, and makes none up', () => {
  const named = (bankCode: string | null, number: string | null, iban: string | null = null): string | null => ibanOf({ iban, bankCode, number })
  expect(named('37040044', '0532013000')).toBe('DE89370400440532013000')
  expect(named('370 400 44', '532013000')).toBe('DE89370400440532013000')
  expect(named('12030000', '202051')).toBe('DE02120300000000202051')
  expect(named('37040044', '0532013000', 'GB82WEST12345698765432')).toBe('GB82WEST12345698765432')
  for (const [bankCode, number] of [[null, '532013000'], ['111000025', '987654321'], ['37040044', null], ['37040044', ''], ['37040044', '12345678901'], ['COBADEFF', '1']] as const) expect(named(bankCode, number)).toBeNull()
})
