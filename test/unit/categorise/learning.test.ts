import { describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import { NOBODY } from '#main/categorise/payment.ts'
import { compileRules, fitsCondition, type Condition, type Rule } from '#main/categorise/rules.ts'
import { similarTo } from '#main/categorise/similar.ts'
import { payment } from './payments.ts'

const rule = (id: number, when: Condition, category: string, more: Partial<Rule> = {}): Rule => ({ id, name: `rule ${id}`, isEnabled: true, when, then: [{ kind: 'categorise', category }], stops: false, ...more })
const text = (value: string, test: 'contains' | 'is' | 'has-words' | 'lacks' = 'contains'): Condition => ({ kind: 'text', field: 'any-text', test, value })

describe('rules', () => {
  it('compares folded text', () => {
    expect(fitsCondition(text('müller'), payment({ payee: 'MUELLER GmbH' }))).toBe(true)
    expect(fitsCondition(text('strom abschlag', 'has-words'), payment({ purpose: 'Abschlag  Strom 03/26' }))).toBe(true)
    expect(fitsCondition(text(''), payment({ payee: 'x' }))).toBe(false)
    expect(['Amazon Prime', 'Amazon', ''].map((payee) => fitsCondition(text('prime', 'lacks'), payment({ payee })))).toEqual([false, true, true])
  })

  it('takes amounts without their sign, both ends included', () => {
    const range: Condition = { kind: 'amount', fromMinor: 1000, toMinor: 2000 }
    expect([-999, -1000, 2000, -2001].map((amountMinor) => fitsCondition(range, payment({ amountMinor })))).toEqual([false, true, true, false])
  })

  it('takes as many units of another currency, whatever its decimals', () => {
    const range: Condition = { kind: 'amount', fromMinor: 5000, toMinor: null, currency: currency('EUR') }
    const fits = (amountMinor: number, code: string) => fitsCondition(range, payment({ amountMinor, currency: code }))
    expect([fits(-5000, 'EUR'), fits(-4999, 'USD'), fits(-50, 'JPY'), fits(-49, 'JPY'), fits(-50_000, 'KWD'), fits(-49_999, 'KWD')]).toEqual([true, false, true, false, true, false])
  })

  it('joins conditions; an empty list takes no row', () => {
    const row = payment({ payee: 'Netto', accountId: 7 })
    expect(fitsCondition({ kind: 'all', of: [text('netto'), { kind: 'account', accountIds: [7] }, { kind: 'not', of: { kind: 'sign', sign: 'in' } }] }, row)).toBe(true)
    expect(fitsCondition({ kind: 'all', of: [] }, row)).toBe(false)
    expect(fitsCondition({ kind: 'any', of: [] }, row)).toBe(false)
  })

  it('finds codes however they are spaced', () => {
    expect(fitsCondition({ kind: 'iban', value: 'de02 1203 0000 0000 2020 51' }, payment({ counterpartyIban: 'DE02120300000000202051' }))).toBe(true)
    expect(fitsCondition({ kind: 'creditor', value: '' }, payment({}))).toBe(false)
  })

  it('asks in order: the first category stays, tags add up, and a rule may end it', () => {
    const rules = [
      rule(1, text('kino'), 'leisure.events_culture', { then: [{ kind: 'categorise', category: 'leisure.events_culture' }, { kind: 'tag', tag: 'fun' }] }),
      rule(2, text('kino'), 'food.restaurants', { then: [{ kind: 'categorise', category: 'food.restaurants' }, { kind: 'tag', tag: 'out' }, { kind: 'rename', payee: 'Capitol' }], stops: true }),
      rule(3, text('kino'), 'travel.other', { then: [{ kind: 'tag', tag: 'never' }] }),
    ]
    expect(compileRules(rules)(payment({ payee: 'Kino' }))).toEqual({ category: 'leisure.events_culture', payee: 'Capitol', tags: ['fun', 'out'], ruleIds: [1, 2], categoryRuleId: 1, payeeRuleId: 2 })
    expect(compileRules([{ ...rules[0]!, isEnabled: false }])(payment({ payee: 'Kino' })).category).toBeUndefined()
  })

  it('come before choices and knowledge', () => {
    const categoriser = new Categoriser({ rules: [rule(5, text('rewe'), 'family.childcare_education')], lessons: [], owner: NOBODY })
    categoriser.learn(payment({ payee: 'REWE' }), 'food.restaurants')
    expect(categoriser.categorise(payment({ payee: 'REWE' })).answer).toEqual({ category: 'family.childcare_education', confidence: 1, reason: { kind: 'rule', evidence: '5' } })
  })
})

describe('learning', () => {
  const shop = payment({ payee: 'Quentin & Soehne 0012', creditorId: 'DE98ZZZ09999999999', mandateReference: 'M-1' })

  it('knows a merchant after one choice, also another branch', () => {
    const categoriser = new Categoriser()
    expect(categoriser.categorise(payment({ payee: 'Quentin & Soehne 0012' })).answer).toBeUndefined()
    categoriser.learn(payment({ payee: 'Quentin & Soehne 0012' }), 'food.groceries')
    expect(categoriser.categorise(payment({ payee: 'QUENTIN & SÖHNE 0471' })).answer?.category).toBe('food.groceries')
    expect(categoriser.categorise(payment({ payee: 'QUENTIN & SÖHNE 0471' })).answer?.reason.kind).toBe('learned')
  })

  it('keeps two contracts of one creditor apart by their mandates', () => {
    const categoriser = new Categoriser()
    categoriser.learn(shop, 'insurance.vehicle')
    categoriser.learn({ ...shop, mandateReference: 'M-2' }, 'insurance.other')
    expect(categoriser.categorise(shop).answer?.category).toBe('insurance.vehicle')
    expect(categoriser.categorise({ ...shop, mandateReference: 'M-2' }).answer?.category).toBe('insurance.other')
  })

  it('listens to the majority, and to the latest word of two', () => {
    const categoriser = new Categoriser()
    const row = payment({ payee: 'Quentin' })
    categoriser.learn(row, 'food.groceries')
    categoriser.learn(row, 'food.restaurants')
    expect(categoriser.categorise(row).answer?.category).toBe('food.restaurants')
    categoriser.learn(row, 'food.groceries')
    expect(categoriser.categorise(row).answer?.category).toBe('food.groceries')
  })

  it('takes a choice back', () => {
    const categoriser = new Categoriser()
    const row = payment({ payee: 'Quentin' })
    categoriser.learn(row, 'food.groceries')
    expect(categoriser.forget(row, 'food.groceries')).toEqual([{ kind: 'merchant', key: '-quentin', category: 'food.groceries', count: 0, at: 1 }])
    expect(categoriser.categorise(row).answer).toBeUndefined()
  })

  it('comes back from what was stored', () => {
    const first = new Categoriser()
    const lessons = first.learn(shop, 'food.groceries')
    const second = new Categoriser({ rules: [], lessons, owner: NOBODY })
    expect(second.categorise(shop).answer).toEqual(first.categorise(shop).answer)
  })

  it('learns the merchant behind a service, not the service', () => {
    const categoriser = new Categoriser()
    const paypal = (shopName: string) => payment({ payee: 'PayPal Europe S.a.r.l. et Cie S.C.A', creditorId: 'LU96ZZZ0000000000000000058', purpose: `PP.1.PP . ${shopName}, Ihr Einkauf bei ${shopName}` })
    categoriser.learn(paypal('Quentin'), 'food.groceries')
    expect(categoriser.categorise(paypal('Quentin')).answer?.category).toBe('food.groceries')
    expect(categoriser.categorise(paypal('Xanadu')).answer).toBeUndefined()
  })
})

describe('similar rows', () => {
  const row = payment({ id: 1, payee: 'Quentin 0012', counterpartyIban: 'DE1' })
  const others = [payment({ id: 2, payee: 'Quentin 0471' }), payment({ id: 3, payee: 'Rosalie' }), payment({ id: 4, payee: 'Neuer Name', counterpartyIban: 'DE1' }), payment({ id: 5, payee: 'Quentin', amountMinor: 100 })]

  it('are found by codes first, by name after, and only in the same direction', () => {
    expect(similarTo(row, [row, ...others])).toEqual([{ id: 4, likeness: 'iban' }, { id: 2, likeness: 'merchant' }])
  })
})

it('explains what each source would say', () => {
  const categoriser = new Categoriser()
  const row = payment({ payee: 'REWE Markt 4471' })
  categoriser.learn(row, 'food.restaurants')
  const { answer, merchant, sources } = categoriser.explain(row)
  expect(answer?.category).toBe('food.restaurants')
  expect(merchant).toEqual({ name: 'REWE Markt 4471', key: 'rewe markt', via: '' })
  expect(sources.map(({ source, answer: one }) => [source, one?.category])).toEqual([['rules', undefined], ['learned', 'food.restaurants'], ['knowledge', 'food.groceries']])
})
