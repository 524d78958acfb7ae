import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { readAmount } from '#shared/amount-expression.ts'
import { changeOf, draftOf, newPart, reckon, typedAmount } from '#renderer/features/transactions/split-draft.ts'
import { eur, transaction } from './rows.ts'

const EUR = currency('EUR')

describe('an amount as a person types it', () => {
  it.each([
    ['12,50', 1250], ['12.50', 1250], ['16.99*1.19', 2022], ['16,99 * 1,19', 2022], ['10+2,50-0.25', 1225], ['2+3*4', 1400], ['10/3', 333], ['-4,20', -420], ['1.234,56', 123456], ['0,005*1', 1], ['10*1.195', 1195],
  ])('reads %s', (text, cents) => { expect(readAmount(text, EUR)).toBe(cents) })

  it.each(['', 'abc', '1.000', '-1,000', '12.345', '1.000+500', '500-1,000', '1+', '*3', '5/0', '1..2', '3x4', '9'.repeat(80)])('refuses %s', (text) => { expect(readAmount(text, EUR)).toBeUndefined() })
})

describe('A17 the editor of a split', () => {
  const row = transaction({ amount: eur(-5000), categoryId: 'food.groceries' })

  it('lets one empty line take the rest', () => {
    const parts = [newPart({ text: '12,50', categoryId: 'food.groceries' }), newPart({ categoryId: 'travel.other' })]
    expect(reckon(row, parts)).toEqual({ amounts: [1250, 3750], left: eur(0) })
    expect(changeOf(row, parts)?.splits).toEqual([{ amountMinor: -1250, categoryId: 'food.groceries', notes: '' }, { amountMinor: -3750, categoryId: 'travel.other', notes: '' }])
  })

  it('says what is left, and lets nobody save it', () => {
    const parts = [newPart({ text: '12,50' }), newPart({ text: '30' })]
    expect(reckon(row, parts).left).toEqual(eur(750))
    expect(changeOf(row, parts)).toBeUndefined()
    expect(changeOf(row, [newPart({ text: '50' }), newPart({ text: 'x' })])).toBeUndefined()
    expect(changeOf(row, [newPart({ text: '50' }), newPart({ text: '' })])).toBeUndefined()
  })

  it('begins with what is there already', () => {
    const divided = transaction({ amount: eur(-5000), splits: [{ amount: eur(-1250), categoryId: 'travel.other', notes: 'x' }, { amount: eur(-3750), categoryId: null, notes: '' }] })
    expect(draftOf(divided, (money) => typedAmount(money, 'de-DE')).map(({ text }) => text)).toEqual(['12,50', '37,50'])
  })

  it('only ever sends parts that add up', () => {
    const text = fc.oneof(fc.integer({ min: 1, max: 9000 }).map((cents) => (cents / 100).toFixed(2)), fc.constantFrom('', '10/3', '5*1,19'))
    fc.assert(fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), fc.constantFrom(-5000, 5000, -1, 7), (texts, whole) => {
      const change = changeOf(transaction({ amount: eur(whole) }), texts.map((one) => newPart({ text: one })))
      if (change?.splits) expect(change.splits.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(whole)
    }))
  })
})
