import { describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { axisMoney } from '#renderer/features/charts/axis-money.ts'

const labels = (locale: string, code: string, from: number, step: number): string[] =>
  Array.from({ length: 5 }, (_, index) => axisMoney(locale, currency(code), from + index * step, step).replaceAll('\u00a0', ' '))

describe('the labels of an axis of money', () => {
  it('are whole units, unless the steps are smaller', () => {
    expect(labels('de-DE', 'EUR', 0, 500_00)).toEqual(['0 €', '500 €', '1.000 €', '1.500 €', '2.000 €'])
    expect(labels('en-US', 'USD', 0, 50)).toEqual(['$0.00', '$0.50', '$1.00', '$1.50', '$2.00'])
  })

  it('are short where numbers are long, with the decimals that the steps need', () => {
    expect(labels('de-DE', 'USD', 850_000_000, 50_000_000)).toEqual(['8,5 Mio. $', '9 Mio. $', '9,5 Mio. $', '10 Mio. $', '10,5 Mio. $'])
    expect(labels('en-US', 'USD', -50_000_000, 25_000_000)).toEqual(['−$500K', '−$250K', '$0', '$250K', '$500K'])
  })

  it.each([[1, 7], [1e6, 1e7], [9e9, 2e7], [9e12, 5e9], [0, 25e6], [98e7, 1e7]])('never say the same twice, from %d in steps of %d', (from, step) => {
    for (const locale of ['de-DE', 'de-AT', 'en-US', 'en-GB']) for (const code of ['EUR', 'JPY', 'KWD']) expect(new Set(labels(locale, code, from, step)).size).toBe(5)
  })
})
