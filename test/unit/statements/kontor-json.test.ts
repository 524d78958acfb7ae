import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate, type Instant } from '#shared/dates.ts'
import type { Reading } from '#shared/statement.ts'
import { WARNING_CODES } from '#shared/warning-text.ts'
import { readFile } from '#main/importers/read.ts'

const NOW = '2026-03-05T09:00:00.000Z' as Instant

function read(parts: object, now: Instant | undefined = NOW): Reading {
  const file = { format: 'kontor', version: 1, accounts: [{ id: 'a', name: 'Konto', currency: 'EUR' }], transactions: [], ...parts }
  const reading = readFile('', new TextEncoder().encode(JSON.stringify(file)), { now })
  if (!reading.ok) throw new Error(JSON.stringify(reading.error))
  return reading.value
}

const warned = ({ warnings }: Reading): string[] => warnings.map(({ line, code, detail }) => `${line === null ? '' : `${line} `}${code} ${detail}`.trim())
const covering = (covered: unknown, more: object = {}) => ({ accounts: [{ id: 'a', name: 'Konto', currency: 'EUR', covered }], ...more })

describe('days that a foreign file claims to be complete', () => {
  it.each([
    ['a file speaks for no day after it was written', { exportedAt: '2026-03-01T09:00:00.000Z' }, '2026-03-31', '2026-03-01'],
    ['a file from the future speaks for no day after today', { exportedAt: '2099-01-01T00:00:00.000Z' }, '2098-12-31', '2026-03-05'],
    ['neither does one that does not say when it was written', {}, '2030-01-01', '2026-03-05'],
    ['nor one written on a day that there is not', { exportedAt: '2026-13-45T00:00:00.000Z' }, '2030-01-01', '2026-03-05'],
    ['it may have been written where the day had begun already', { exportedAt: '2026-03-01T10:00:00.000Z' }, '2026-03-02', '2026-03-02'],
  ])('%s', (_name, when, to, last) => {
    const reading = read(covering([{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-02-10', to }], when))
    expect(reading.statements[0]?.covered).toEqual([{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-02-10', to: last }])
    expect(warned(reading)).toEqual(to === last ? [] : [`covered-cut ${last}`])
  })

  it('are left out where all of them are still to come', () => {
    const reading = read(covering([{ from: '2030-01-01', to: '2030-12-31' }]))
    expect(reading.statements[0]?.covered).toBeUndefined()
    expect(warned(reading)).toEqual(['covered-cut 2026-03-05'])
  })

  it('are named where they cannot be read', () => {
    expect(warned(read(covering([{ from: '2026-02-01', to: '2026-01-01' }, { from: 'always', to: '2026-01-01' }])))).toEqual(['covered-unreadable', 'covered-unreadable'])
  })

  it('never reach beyond today, whatever the file says', () => {
    const day = fc.integer({ min: 2000, max: 2200 }).map((year) => `${year}-06-15`)
    fc.assert(fc.property(day, day, fc.option(day.map((on) => `${on}T12:00:00.000Z`), { nil: undefined }), (from, to, exportedAt) => {
      const reading = read(covering([{ from, to }], { exportedAt }))
      for (const range of reading.statements[0]?.covered ?? []) expect(range.to <= '2026-03-05' && range.from <= range.to).toBe(true)
      expect(reading.warnings.length > 0).toBe(from > to || to > '2026-03-05' || (exportedAt !== undefined && to > exportedAt.slice(0, 10) && localDate(to) !== '2026-06-16'))
    }))
  })
})

describe('what should be a list and is none', () => {
  it('is named, and all else is read', () => {
    const reading = read({
      accounts: [{ id: 'a', name: 'Konto', currency: 'EUR', covered: 'all', balances: { kind: 'booked' }, holdings: 'none', trades: 5, loan: { payments: {} } }, 'savings'],
      transactions: [{ id: 1, account: 'a', bookedOn: '2026-01-05', amount: '-7.00', tags: 'Urlaub', splits: { amount: '-7.00' }, details: 'two' }],
      transfers: {}, contracts: 'none', rules: { name: 'Kiosk' }, budgets: { monthStart: { day: 1, shift: 'none' }, lines: {} }, mappings: 1, rates: { EUR: 1 },
    })
    expect(reading.statements[0]?.entries).toMatchObject([{ amount: '-7.00' }])
    expect(warned(reading).sort()).toEqual([
      '1 not-a-list details', '1 not-a-list splits', '1 not-a-list tags',
      'not-a-list balances', 'not-a-list lines', 'not-an-object accounts', 'not-a-list contracts', 'not-a-list covered', 'not-a-list holdings', 'not-a-list mappings',
      'not-a-list payments', 'not-a-list rates', 'not-a-list rules', 'not-a-list trades', 'not-a-list transfers',
    ].sort())
  })

  it('says so inside a word, and of a word that is no object', () => {
    const rule = { name: 'Kiosk', isEnabled: true, when: { kind: 'all', of: {} }, then: [{ kind: 'tag', tag: 'Bude' }], stops: false }
    expect(warned(read({ rules: [rule, 'Kiosk'], transfers: [7], rates: [{ base: 'EUR', quote: 'USD', rates: ['1.1'] }, { base: 'EUR', quote: 'USD' }] })).sort())
      .toEqual(['not-an-object rules', 'not-an-object transfers', 'word-unreadable rates', 'word-unreadable rates', 'word-unreadable rules'])
  })

  it('is nothing to speak of where it is left out or empty', () => {
    expect(warned(read({ transfers: null, rules: [], rates: undefined, accounts: [{ id: 'a', name: 'Konto', currency: 'EUR', balances: null }] }))).toEqual([])
  })

  it('tells of parts that do not add up to their row, which is left whole', () => {
    const reading = read({ transactions: [{ account: 'a', bookedOn: '2026-01-05', amount: '-7.00', splits: [{ amount: '-3.00' }, { amount: '-3.00' }] }] })
    expect(reading.statements[0]?.entries[0]?.own?.splits ?? []).toEqual([])
    expect(warned(reading)).toEqual(['1 splits-mismatch'])
  })
})

it('each of these warnings has its sentence', () => {
  expect(WARNING_CODES).toEqual(expect.arrayContaining(['covered-cut', 'covered-unreadable', 'not-a-list', 'not-an-object', 'splits-mismatch']))
})
