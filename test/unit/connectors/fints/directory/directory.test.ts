import { describe, expect, it } from 'vitest'
import institutes from 'fints-institute-db/fints-institutes.json' with { type: 'json' }
import { fintsProduct, isProductId, searchBanks } from '#main/connectors/fints/index.ts'
import germany from '#main/connectors/fints/directory/germany.json' with { type: 'json' }
import { reduce } from '../../../../../scripts/bank-directory.js'

const first = (query: string) => searchBanks(query)[0]

describe('the search for a bank', () => {
  it('finds by bank code, beginning of it, BIC and IBAN', () => {
    for (const query of ['12030000', '1203 0000'.replace(' ', ''), 'BYLADEM1001', 'DE02 1203 0000 0000 2020 51', 'de02120300000000202051']) expect(first(query)).toMatchObject({ bankCode: '12030000', country: '280' })
    expect(searchBanks('120300').map(({ bankCode }) => bankCode)).toContain('12030000')
  })

  it('finds by name and city together, with or without umlauts, in any order', () => {
    for (const query of ['Sparkasse KölnBonn', 'koelnbonn sparkasse', 'sparkasse kolnbonn']) expect(first(query)).toMatchObject({ bankCode: '37050198' })
    expect(searchBanks('Volksbank Chemnitz')).toContainEqual(expect.objectContaining({ bankCode: '87096214', bic: 'GENODEF1CH1' }))
    expect(searchBanks('deutsche bank anklam')).toContainEqual(expect.objectContaining({ bankCode: '13070000' }))
  })

  it('knows Austrian banks, whose address the person must bring', () => {
    expect(first('erste bank wien')).toMatchObject({ country: '040', bankCode: '20111', url: null })
    expect(first('AT61 2011 1000 0000 0000')).toMatchObject({ country: '040', bankCode: '20111' })
  })

  it('finds nothing for nothing, nonsense and floods, and no more than was asked for', () => {
    for (const query of ['', '   ', '%%%', 'qqqqzz', 'x'.repeat(100_000)]) expect(searchBanks(query)).toEqual([])
    expect(searchBanks('sparkasse', 7)).toHaveLength(7)
  })

  it('names TLS addresses only, each bank code and address once', () => {
    expect(germany.urls.every((url) => new URL(url).protocol === 'https:')).toBe(true)
    const keys = germany.banks.map((row) => [row.split('\t')[0], row.split('\t')[4]].join(' '))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(1_990)
  })

  it('is made from the public list and nothing else', () => {
    expect(reduce(institutes)).toEqual(germany)
  })
})

describe('the product id', () => {
  it('is the person’s own, else the build’s, else says honestly that there is none', () => {
    expect(fintsProduct('ABCDEF0123456789ABCDEF012').id).toBe('ABCDEF0123456789ABCDEF012')
    expect(fintsProduct(null)).toEqual({ id: 'Kontor', version: expect.stringMatching(/^.{1,5}$/) as string })
    expect(fintsProduct('  ').id).toBe('Kontor')
  })

  it('fits the wire', () => {
    expect(['A', '0123456789ABCDEF012345678'].map(isProductId)).toEqual([true, true])
    expect(['', 'x'.repeat(26), 'a b', 'a\n', '€'].map(isProductId)).toEqual([false, false, false, false, false])
  })
})
