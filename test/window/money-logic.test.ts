import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { numberText } from '#renderer/features/accounts/number-text.ts'
import { differences, toggled } from '#renderer/features/imports/decisions.ts'
import { formatName } from '#renderer/features/imports/formats.ts'
import { monthsUntil } from '#renderer/features/overview/asked.ts'
import { worthChange } from '#renderer/features/overview/worth.ts'
import { household } from '../fixtures/household.ts'
import { eur, reviewRow, transaction } from './rows.ts'

const day = localDate

it('begins a month on its own day, also when that lies in the month before', () => {
  expect(monthsUntil(day('2026-03-14'), 1, { monthStart: 1 })).toEqual({ from: '2026-03-01', to: '2026-03-14' })
  expect(monthsUntil(day('2026-03-25'), 1, { monthStart: 25 }).from).toBe('2026-03-25')
  expect(monthsUntil(day('2026-01-24'), 1, { monthStart: 25 }).from).toBe('2025-12-25')
  expect(monthsUntil(day('2026-01-24'), 12, { monthStart: 25 }).from).toBe('2025-01-25')
})

it('begins a month where a weekend moves its first day', () => {
  // The 25th of July 2026 is a Saturday.
  expect(monthsUntil(day('2026-07-24'), 1, { monthStart: 25, monthShift: 'before' }).from).toBe('2026-07-24')
  expect(monthsUntil(day('2026-07-26'), 1, { monthStart: 25, monthShift: 'after' }).from).toBe('2026-06-25')
  expect(monthsUntil(day('2026-09-25'), 3, { monthStart: 25, monthShift: 'after' }).from).toBe('2026-07-27')
})

describe('net worth', () => {
  it('changed by what the accounts hold now less what they held', () => {
    const house = household('2026-03-14')
    house.row('2026-01-02', 50_000, null)
    house.row('2026-03-01', 25_000, null)
    house.knownUntil('2026-03-14')
    expect(worthChange(house.run('balances', { days: 31, compare: 'previous' }))).toEqual({ since: '2026-02-11', change: eur(25_000), isPartial: false })
    house.close()
  })

  it('claims no change where nothing was known, and grows by no account that becomes known', () => {
    const house = household('2026-03-14', [['checking', 'EUR'], ['savings', 'EUR']])
    house.row('2026-03-01', 25_000, null, { account: 2 })
    house.knownUntil('2026-03-14', 2)
    expect(worthChange(house.run('balances', { days: 31, compare: 'previous' }))).toBeUndefined()
    house.row('2026-01-02', 100, null)
    house.row('2026-03-02', 100, null)
    house.knownUntil('2026-03-14')
    expect(worthChange(house.run('balances', { days: 31, compare: 'previous' }))).toEqual({ since: '2026-02-11', change: eur(100), isPartial: true })
    house.close()
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
