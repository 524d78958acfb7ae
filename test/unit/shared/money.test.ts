import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecimal, normalizeDecimal, sumDecimals, type DecimalText } from '#shared/decimal.ts'
import { addMoney, currency, exponentOf, formatMoney, minor, parseMoney, toDecimal, toMinor } from '#shared/money.ts'

const EUR = currency('EUR')
const decimal = (text: string) => text as DecimalText

describe('decimal text', () => {
  it('is an optional minus, digits, and an optional point with digits behind it', () => {
    const text = fc.oneof(fc.stringMatching(/^-?\d{0,3}\.?\d{0,3}$/), fc.stringMatching(/^[-+.,\d ٣e\n]{0,6}$/))
    fc.assert(fc.property(text, (written) => { expect(isDecimal(written)).toBe(/^-?\d+(?:\.\d+)?$/.test(written)) }), { numRuns: 1_000 })
  })
})

describe('toMinor', () => {
  it.each([
    ['1234.5', 'EUR', 123_450],
    ['-12.50', 'EUR', -1_250],
    ['-0.00', 'EUR', 0],
    ['0.0100000000000', 'USD', 1],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1_234],
  ])('reads %s %s as %i', (text, code, units) => {
    expect(toMinor(decimal(text), code)).toBe(units)
  })

  it.each([['12.345', 'EUR'], ['0.5', 'JPY'], ['90071992547409.92', 'EUR'], ['-9007199254740992', 'JPY'], ['9007199254740993', 'JPY'], ['9'.repeat(400), 'JPY']])('refuses %s %s rather than round', (text, code) => {
    expect(toMinor(decimal(text), code)).toBeUndefined()
  })

  it('inverts toDecimal for every representable amount in every exponent', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (units, code) => {
      const money = { minor: minor(units), currency: currency(code) }
      expect(toMinor(toDecimal(money), code)).toBe(money.minor)
    }))
  })

  it('knows that yen have no cents and dinars have a thousand', () => {
    expect([exponentOf('JPY'), exponentOf('EUR'), exponentOf('KWD')]).toEqual([0, 2, 3])
  })
})

describe('parseMoney', () => {
  it.each([
    ['1234,5', 123_450],
    ['-12.50', -1_250],
    ['\u221212,50', -1_250],
    ['1.234,56', 123_456],
    ['1,234,567.89', 123_456_789],
    ['1 234,56', 123_456],
    ['0,', 0],
    ['+7', 700],
  ])('reads %j as %i cents', (text, cents) => {
    expect(parseMoney(text, EUR)?.minor).toBe(cents)
  })

  it('refuses three digits behind the only mark, which are thousands to one and decimals to another', () => {
    expect(['1.000', '1,000', '-12.340', '999,900'].map((text) => parseMoney(text, EUR))).toEqual([undefined, undefined, undefined, undefined])
    expect(parseMoney('1.000', currency('JPY'))).toBeUndefined()
    // No thousands begin with nothing; and dinars have a thousand parts.
    expect(parseMoney('0.500', EUR)?.minor).toBe(50)
    expect(parseMoney('1.234', currency('KWD'))?.minor).toBe(1234)
  })

  it.each(['', '12,345', '1e3', 'NaN', '1.2.3', '1,23,456.00', '--1', '12..5'])('refuses %j rather than guess', (text) => {
    expect(parseMoney(text, EUR)).toBeUndefined()
  })
})

describe('formatMoney', () => {
  it('formats the largest amount exactly', () => {
    expect(formatMoney({ minor: minor(Number.MAX_SAFE_INTEGER), currency: EUR }, 'en-US')).toBe('€90,071,992,547,409.91')
  })

  it('writes a true minus and the locale’s separators', () => {
    expect(formatMoney({ minor: minor(-123_456), currency: EUR }, 'de-DE')).toBe('\u22121.234,56\u00a0€')
  })
})

describe('exact sums', () => {
  it('adds what doubles cannot', () => {
    expect(sumDecimals(['0.1', '0.2'].map(decimal))).toBe('0.3')
    expect(sumDecimals(['0.0000000000000001', '90071992547409.93'].map(decimal))).toBe('90071992547409.9300000000000001')
  })

  it('has one spelling for each value', () => {
    expect(['-0.10', '-0.0', '7.', '100'].filter((text) => !text.endsWith('.')).map((text) => normalizeDecimal(decimal(text)))).toEqual(['-0.1', '0', '100'])
  })

  it('does not care about order', () => {
    const value = fc.tuple(fc.integer(), fc.nat({ max: 9999 })).map(([whole, part]) => decimal(`${whole}.${part}`))
    fc.assert(fc.property(fc.array(value), (values) => {
      expect(sumDecimals(values)).toBe(sumDecimals(values.toReversed()))
    }))
  })

  it('never mixes currencies', () => {
    expect(() => addMoney({ minor: minor(1), currency: EUR }, { minor: minor(1), currency: currency('USD') })).toThrow('cannot add')
  })
})
