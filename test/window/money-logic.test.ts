import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { currency, minor } from '#shared/money.ts'
import { numberText } from '#renderer/features/accounts/number-text.ts'
import { differences, toggled } from '#renderer/features/imports/decisions.ts'
import { formatName } from '#renderer/features/imports/formats.ts'
import { flowLines, flowsOf, monthToDate } from '#renderer/features/overview/flow.ts'
import { worthOf } from '#renderer/features/overview/worth.ts'
import type { CashFlowCell } from '#renderer/stores/reports.ts'
import { EUR, eur, reviewRow, transaction } from './rows.ts'

const day = localDate
const cell = (over: Partial<CashFlowCell>): CashFlowCell => ({ month: '2026-03', currency: EUR, categoryId: null, inMinor: minor(0), outMinor: minor(0), count: 1, ...over })

describe('this month so far', () => {
  it('is held against the very same days of the month before', () => {
    expect(monthToDate(day('2026-03-14'))).toEqual({ now: { from: '2026-03-01', to: '2026-03-14' }, before: { from: '2026-02-01', to: '2026-02-14' } })
    expect(monthToDate(day('2026-03-31')).before).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(monthToDate(day('2026-01-05')).before).toEqual({ from: '2025-12-01', to: '2025-12-05' })
  })

  it('counts no transfer between own accounts, in either direction', () => {
    const cells = [
      cell({ categoryId: 'income.salary', inMinor: minor(300_000) }), cell({ categoryId: 'food.groceries', outMinor: minor(-4000), inMinor: minor(500) }),
      cell({ categoryId: 'transfers.internal', inMinor: minor(99_999), outMinor: minor(-99_999) }), cell({ outMinor: minor(-100) }),
    ]
    expect(flowsOf(cells)).toEqual([{ currency: EUR, income: eur(300_500), spending: eur(-4100), count: 3 }])
  })

  it('never adds two currencies', () => {
    const usd = currency('USD')
    expect(flowsOf([cell({ inMinor: minor(1) }), cell({ currency: usd, inMinor: minor(2), count: 9 })]).map(({ currency: code, income }) => [code, income.minor])).toEqual([[usd, 2], [EUR, 1]])
  })

  it('shows each category once, with both months, the largest first', () => {
    const now = [cell({ categoryId: 'food.groceries', outMinor: minor(-4000) }), cell({ categoryId: 'housing.rent', outMinor: minor(-90_000) })]
    const before = [cell({ categoryId: 'food.groceries', outMinor: minor(-3000) }), cell({ categoryId: null, inMinor: minor(50) })]
    expect(flowLines(now, before, EUR)).toEqual([
      { categoryId: 'housing.rent', now: eur(-90_000), before: eur(0) },
      { categoryId: 'food.groceries', now: eur(-4000), before: eur(-3000) },
      { categoryId: null, now: eur(0), before: eur(50) },
    ])
  })
})

describe('net worth', () => {
  const points = [{ on: day('2026-01-01'), minor: minor(100) }, { on: day('2026-03-01'), minor: minor(700) }]

  it('changed by what it is now less what it was', () => {
    expect(worthOf([eur(1000)], [{ currency: EUR, points }], day('2026-03-14'))).toEqual([{ total: eur(1000), since: '2026-02-12', change: eur(900) }])
  })

  it('claims no change where the history does not reach back', () => {
    expect(worthOf([eur(1000)], [{ currency: EUR, points }], day('2026-01-14'))[0]?.change).toBeNull()
    expect(worthOf([eur(1000)], [], day('2026-01-14'))[0]?.change).toBeNull()
  })
})

describe('a row of the review', () => {
  it('is left out or taken in by the same key, as far as it allows', () => {
    expect(toggled(reviewRow({ decision: 'new', choices: ['new', 'skip'] }))).toBe('skip')
    expect(toggled(reviewRow({ decision: 'skip', choices: ['new', 'skip'] }))).toBe('new')
    expect(toggled(reviewRow({ decision: 'duplicate', choices: ['new', 'duplicate', 'skip'] }))).toBe('new')
    expect(toggled(reviewRow({ decision: 'skip', choices: ['match', 'skip'] }))).toBe('match')
    expect(toggled(reviewRow({ decision: 'problem', choices: [] }))).toBeUndefined()
  })

  it('shows where it is not the row it is held against', () => {
    const other = transaction({ payee: 'rewe  markt', bookedOn: day('2026-03-15') })
    const differing = differences(reviewRow({ other })).filter(({ differs }) => differs).map(({ field }) => field)
    expect(differing).toEqual(['bookedOn'])
    expect(differences(reviewRow())).toEqual([])
    expect(differences(reviewRow({ other, amount: null })).find(({ field }) => field === 'amount')?.differs).toBe(true)
  })
})

it('writes formats and numbers as people know them', () => {
  expect(['ofx/102-sgml', 'ofx/211-xml', 'ofx/200', 'camt.053', 'mt940', 'kontor-json'].map(formatName)).toEqual(['OFX 1.0.2', 'OFX 2.1.1', 'OFX 2.0', 'camt.053', 'MT940', 'Kontor JSON'])
  expect(numberText({ iban: 'DE89370400440532013000', number: null })).toBe('DE89 3704 0044 0532 0130 00')
  expect([numberText({ iban: null, number: '42' }), numberText({ iban: null, number: null })]).toEqual(['42', '–'])
})
