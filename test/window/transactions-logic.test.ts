import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '#shared/categories.ts'
import { localDate } from '#shared/dates.ts'
import { currency, minor } from '#shared/money.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import { bestCategory, categoryName, findCategories } from '#renderer/features/transactions/categories.ts'
import { clampWidth, columnsFor, tracksOf, widthKey } from '#renderer/features/transactions/columns.ts'
import { realChange } from '#renderer/features/transactions/edits.ts'
import { moved, type Move } from '#renderer/features/transactions/moves.ts'
import { fromRoute, hasRunningBalance, NO_QUERY, toFilter, toRoute, type ListQuery } from '#renderer/features/transactions/query.ts'
import { figureWidth } from '#renderer/features/transactions/use-figures.ts'
import { changed } from '#renderer/stores/pending-edits.ts'
import { transaction } from './rows.ts'

describe('the address of a list', () => {
  const query: fc.Arbitrary<ListQuery> = fc.record({
    accounts: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 4 }).map((ids) => ids.map((id) => id as AccountId)),
    category: fc.constantFrom(null, 'none', 'food', ...CATEGORIES.map(({ id }) => id)),
    status: fc.constantFrom(null, 'booked' as const, 'pending' as const),
    batch: fc.option(fc.integer({ min: 1, max: 9999 }).map((id) => id as BatchId)),
    flag: fc.constantFrom(null, 'new' as const, 'duplicate' as const, 'adjusting' as const),
    tag: fc.string({ maxLength: 40 }),
    search: fc.string({ maxLength: 200 }),
  })

  it('says the same after it was written and read', () => {
    fc.assert(fc.property(query, (wanted) => {
      const written = Object.fromEntries(Object.entries(toRoute(wanted)).map(([name, value]) => [name, String(value)]))
      expect(fromRoute(written)).toEqual(wanted)
    }))
  })

  it('leaves out what makes no sense', () => {
    expect(fromRoute({ accounts: '0-x--3', category: 'yachts', status: 'lost', batch: '1.5', search: ['a', 'b'] })).toEqual({ ...NO_QUERY, accounts: [3], search: 'a' })
    expect(fromRoute({})).toEqual(NO_QUERY)
  })

  it('narrows nothing it does not mention', () => {
    expect(toFilter(NO_QUERY, { from: null, to: null })).toEqual({})
    expect(toFilter({ ...NO_QUERY, search: '  rewe ' }, { from: localDate('2026-01-01'), to: null })).toEqual({ search: 'rewe', from: '2026-01-01' })
  })

  it('knows when balances run down the list', () => {
    expect(hasRunningBalance({ accountIds: [1 as AccountId] })).toBe(true)
    expect(hasRunningBalance({ accountIds: [1 as AccountId], search: 'x' })).toBe(false)
    expect(hasRunningBalance({})).toBe(false)
  })
})

describe('columns', () => {
  const names = (available: number, more = {}) => columnsFor({ available, withAccount: true, withBalance: true, widths: {}, ...more }).map(({ name }) => name)

  it('go in the order they are least missed', () => {
    expect(names(1400)).toEqual(['mark', 'date', 'payee', 'account', 'category', 'purpose', 'amount', 'balance'])
    expect(names(900)).not.toContain('purpose')
    expect(names(640)).toEqual(['mark', 'date', 'payee', 'category', 'amount'])
    expect(names(400)).toEqual(['mark', 'date', 'payee', 'amount'])
  })

  it('never make a narrow table wider than it is, as long as date, payee and amount fit', () => {
    fc.assert(fc.property(fc.integer({ min: 390, max: 3000 }), fc.boolean(), fc.boolean(), (available, withAccount, withBalance) => {
      const columns = columnsFor({ available, withAccount, withBalance, widths: {} })
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(available)
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['date', 'payee', 'amount']))
      expect(tracksOf(columns).match(/1fr/g)).toHaveLength(1)
    }))
  })

  it('let figures give way to the payee where it is narrow, unless they were drawn wider', () => {
    const widthOf = (name: string, available: number, widths = {}) => columnsFor({ available, withAccount: true, withBalance: false, widths }).find((column) => column.name === name)?.width
    expect([widthOf('date', 402), widthOf('amount', 402)]).toEqual([92, 118])
    expect([widthOf('date', 1400), widthOf('amount', 1400)]).toEqual([104, 132])
    expect(widthOf('date', 402, { [widthKey('date')]: 120 })).toBe(120)
  })

  it('show every amount whole, however long it is and whatever was chosen', () => {
    const long = figureWidth({ minor: minor(-3_209_874_399), currency: currency('CHF') }, 'de-DE')
    expect(long).toBeGreaterThan(132)
    for (const available of [402, 650, 1400]) for (const widths of [{}, { [widthKey('amount')]: 96 }]) {
      const columns = columnsFor({ available, withAccount: true, withBalance: true, widths, figures: { amount: long, balance: long } })
      for (const { name, width } of columns) if (name === 'amount' || name === 'balance') expect(width).toBeGreaterThanOrEqual(long)
    }
    expect(figureWidth({ minor: minor(12_34), currency: currency('EUR') }, 'de-DE')).toBe(0)
  })

  it('keep a chosen width within reason', () => {
    const [, date] = columnsFor({ available: 1400, withAccount: true, withBalance: false, widths: { [widthKey('date')]: 150 } })
    expect(date).toEqual({ name: 'date', width: 150 })
    expect(clampWidth('amount', 5)).toBe(96)
    expect(clampWidth('amount', 5000)).toBe(240)
  })
})

describe('moving in the grid', () => {
  const moves: Move[] = ['up', 'down', 'left', 'right', 'page-up', 'page-down', 'first', 'last']

  it('never leaves it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 8 }), fc.array(fc.constantFrom(...moves)), (rows, columns, steps) => {
      let place = { row: 0, column: 0 }
      for (const step of steps) {
        place = moved(place, step, { rows, columns, pageRows: 20 })
        expect(place.row).toBeGreaterThanOrEqual(-1)
        expect(place.row).toBeLessThan(rows)
        expect(place.column).toBeGreaterThanOrEqual(0)
        expect(place.column).toBeLessThan(columns)
      }
    }))
  })

  it('reaches the heading above the first row, and both ends', () => {
    const bounds = { rows: 100, columns: 6, pageRows: 20 }
    expect(moved({ row: 0, column: 2 }, 'up', bounds)).toEqual({ row: -1, column: 2 })
    expect(moved({ row: 50, column: 2 }, 'last', bounds)).toEqual({ row: 99, column: 2 })
    expect(moved({ row: 95, column: 2 }, 'page-down', bounds)).toEqual({ row: 99, column: 2 })
    expect(moved({ row: 5, column: 2 }, 'page-up', bounds)).toEqual({ row: 0, column: 2 })
  })
})

describe('finding a category', () => {
  const found = (text: string, language: 'en' | 'de' = 'en') => findCategories(text, language).flatMap(({ leaves }) => leaves.map(({ id }) => id))

  it('offers all of them in twelve groups', () => {
    expect(findCategories('', 'de')).toHaveLength(12)
    expect(found('')).toEqual(CATEGORIES.map(({ id }) => id))
  })

  it('knows both languages, groups and words without their accents', () => {
    expect(found('miete')).toContain('housing.rent')
    expect(found('mobilitat', 'de')).toContain('transport.fuel')
    expect(found('food groc')).toEqual(['food.groceries'])
    expect(found('yacht')).toEqual([])
  })

  it('puts the highlight where people mean it', () => {
    expect(bestCategory(findCategories('ren', 'en'), 'ren')).toBe('housing.rent')
    expect(bestCategory(findCategories('gym', 'en'), 'gym')).toBe('leisure.fitness_sports')
    expect(bestCategory(findCategories('wages', 'en'), 'wages')).toBe('income.salary')
    expect(bestCategory([], 'x')).toBeUndefined()
  })

  it('names leaves, groups and what it does not know', () => {
    expect([categoryName('housing.rent', 'de'), categoryName('food', 'en'), categoryName('space.moon', 'en')]).toEqual(['Miete', 'Food', 'space.moon'])
  })
})

describe('an edit', () => {
  it('is none where nothing differs', () => {
    const row = transaction({ payee: 'Aldi', notes: 'x', categoryId: 'food.groceries' })
    expect(realChange(row, { payee: 'Aldi', notes: 'x', categoryId: 'food.groceries' })).toEqual({})
    expect(realChange(row, { payee: 'Lidl', notes: 'x' })).toEqual({ payee: 'Lidl' })
    expect(realChange(row, { categoryId: null })).toEqual({ categoryId: null })
  })

  it('leaves alone what it does not mention', () => {
    const row = transaction({ payee: 'Aldi', notes: 'x', categoryId: 'food.groceries' })
    expect(changed(row, { notes: 'y' })).toEqual({ ...row, notes: 'y' })
    expect(changed(row, { categoryId: null })).toEqual({ ...row, categoryId: null })
  })
})
