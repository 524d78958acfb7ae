import { describe, expect, it } from 'vitest'
import { PERSONAS, writeOfxHistory, type PersonaId } from '#main/demo-bank/ofx-history.ts'
import { readFile } from '#main/importers/read.ts'
import { addDays, addMonths, localDate } from '#shared/dates.ts'
import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { Statement, StatementEntry } from '#shared/statement.ts'

const TODAY = localDate('2026-03-31')
const personas = Object.keys(PERSONAS) as PersonaId[]

function read(bytes: Uint8Array): readonly Statement[] {
  const result = readFile('demo', bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(result.value.warnings).toEqual([])
  return result.value.statements
}
const demo = (persona: PersonaId, today = TODAY, dialect: 'sgml' | 'xml' = 'xml', months = 36) => read(writeOfxHistory({ seed: 1, today, months, dialect, persona }))
/** The file's line is not part of the entry: another dialect has other lines. */
const bare = (entry: StatementEntry): StatementEntry => ({ ...entry, line: 0 })
const balanceOf = (statement: Statement | undefined): DecimalText => statement?.balances[0]?.amount ?? ('0' as DecimalText)

describe.each(personas)('the household %s', (persona) => {
  it('is the same in both dialects, byte for byte on every call', () => {
    const [sgml, xml] = [demo(persona, TODAY, 'sgml'), demo(persona, TODAY, 'xml')]
    expect(sgml.map(({ entries }) => entries.map(bare))).toEqual(xml.map(({ entries }) => entries.map(bare)))
    expect(writeOfxHistory({ seed: 1, today: TODAY, months: 3, dialect: 'sgml', persona })).toEqual(writeOfxHistory({ seed: 1, today: TODAY, months: 3, dialect: 'sgml', persona }))
  })

  it('fills the last 36 months of every account, and no other day', () => {
    const from = addDays(addMonths(TODAY, -36), 1)
    for (const { entries } of demo(persona)) {
      expect(entries.every(({ bookedOn }) => bookedOn >= from && bookedOn <= TODAY)).toBe(true)
      expect(new Set(entries.map(({ bookedOn }) => bookedOn.slice(0, 7))).size).toBeGreaterThanOrEqual(33)
    }
  })

  it('never changes its past when time goes on', () => {
    const before = demo(persona)
    for (const days of [1, 3, 30, 400]) {
      const after = demo(persona, addDays(TODAY, days))
      before.forEach(({ entries }, index) => {
        const known = new Map(after[index]?.entries.map((entry) => [entry.externalId, bare(entry)]))
        const from = addDays(addMonths(addDays(TODAY, days), -36), 1)
        for (const entry of entries.filter(({ bookedOn }) => bookedOn >= from)) expect(known.get(entry.externalId)).toEqual(bare(entry))
      })
    }
  })

  it('adds up: the balance moves by exactly the entries between two days', () => {
    const [earlier, later] = [demo(persona), demo(persona, addDays(TODAY, 60))]
    later.forEach((statement, index) => {
      const moved = sumDecimals(statement.entries.filter(({ bookedOn }) => bookedOn > TODAY).map(({ amount }) => amount))
      expect(sumDecimals([balanceOf(earlier[index]), moved])).toBe(sumDecimals([balanceOf(statement)]))
    })
  })

  it('gives every entry of an account an id of its own, and books on working days', () => {
    for (const { entries } of demo(persona)) {
      expect(new Set(entries.map(({ externalId }) => externalId)).size).toBe(entries.length)
      expect(entries.filter(({ bookedOn }) => ['2026-03-28', '2026-03-29'].includes(bookedOn))).toEqual([])
    }
  })

  it('moves money between its accounts without losing a cent', () => {
    const [checking, savings, card] = demo(persona)
    const transfers = (statement: Statement | undefined, payees: readonly string[]) => sumDecimals((statement?.entries ?? []).filter(({ payee }) => payees.includes(payee)).map(({ amount }) => amount))
    const { toSavings, fromSavings, cardPaid, cardThanks } = PERSONAS[persona].transfers
    expect(sumDecimals([transfers(checking, [toSavings[0], fromSavings[0]]), transfers(savings, [toSavings[0], fromSavings[0]])])).toBe('0')
    expect(sumDecimals([transfers(checking, [cardPaid[0]]), transfers(card, [cardThanks[0]])])).toBe('0')
  })

  it('never goes deep into the red', () => {
    const [checking, savings] = demo(persona)
    expect(Number(balanceOf(checking))).toBeGreaterThan(0)
    expect(Number(balanceOf(savings))).toBeGreaterThan(0)
  })
})

describe('a bench file', () => {
  it.each([1, 7, 250, 4_000])('has exactly %i rows', (rows) => {
    for (const persona of personas) {
      const statements = read(writeOfxHistory({ seed: 5, today: TODAY, rows, dialect: 'sgml', persona }))
      expect(statements.reduce((count, { entries }) => count + entries.length, 0)).toBe(rows)
    }
  })

  it('is another one for another seed', () => {
    expect(writeOfxHistory({ seed: 1, today: TODAY, rows: 50, dialect: 'sgml' })).not.toEqual(writeOfxHistory({ seed: 2, today: TODAY, rows: 50, dialect: 'sgml' }))
  })
})

describe('the household’s German', () => {
  it('is written in the code page its header names, umlauts and all', () => {
    const [checking] = demo('de', TODAY, 'sgml')
    expect(checking).toMatchObject({ currency: 'EUR', account: { iban: 'DE04999900000004012557' } })
    expect(new Set(checking?.entries.map(({ payee }) => payee))).toContain('Ärzte ohne Grenzen e.V.')
  })
})
