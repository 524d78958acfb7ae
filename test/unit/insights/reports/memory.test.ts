import { afterAll, describe, expect, it } from 'vitest'
import { Memory } from '#main/insights/reports/memory.ts'
import { ask, ledgerOf } from './ledger.ts'

describe('what reports remember', () => {
  const ledger = ledgerOf([{ id: 1, currency: 'EUR' }], [{ account: 1, on: '2026-01-10', minor: -1000, category: 'food.groceries' }])
  afterAll(() => { ledger.close() })

  /** Reads lists of two items, and tells which were read. */
  function reader(itemsMax: number) {
    const memory = new Memory<string>(itemsMax)
    const read: string[] = []
    const recall = (key: string): readonly string[] => memory.of(ledger.db).recall(key, () => {
      read.push(key)
      return [key, key]
    })
    return { recall, read }
  }

  it('is read once, and again after any change', () => {
    const { recall, read } = reader(10)
    expect([recall('a'), recall('a')]).toEqual([['a', 'a'], ['a', 'a']])
    ledger.db.exec(`UPDATE txn SET category_id = 'food.groceries'`)
    recall('a')
    expect(read).toEqual(['a', 'a'])
  })

  it('forgets what was used longest ago, and never keeps a list that is longer than all of it', () => {
    const { recall, read } = reader(6)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) recall(key)
    expect(read).toEqual(['a', 'b', 'c', 'b'])
    const small = reader(2)
    for (const key of ['a', 'a']) small.recall(key)
    expect(small.read).toEqual(['a', 'a'])
  })

  it('lets a report tell a change at once', () => {
    const spent = (): unknown => ask(ledger, { name: 'spending', from: '2026-01-01', to: '2026-01-31' }).categories.map(({ categoryId, sum }) => [categoryId, sum.minor])
    expect(spent()).toEqual([['food.groceries', 1000]])
    ledger.db.exec(`UPDATE txn SET category_id = 'shopping.clothing', amount_minor = -1200`)
    expect(spent()).toEqual([['shopping.clothing', 1200]])
  })
})
