import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { Chronicle, firstDayKept } from '#main/demo-bank/fints/history/chronicle.ts'
import { holdingsOf } from '#main/demo-bank/fints/formats/mt535.ts'
import { FINTS_PERSONAS } from '#main/demo-bank/fints/index.ts'
import { isIban } from '#main/importers/text/remittance.ts'
import { TODAY } from './kit.ts'

const personas = Object.values(FINTS_PERSONAS)
const at = (persona: (typeof personas)[number], today = TODAY) => new Chronicle(persona, today)
const STEPS = [1, 2, 5, 33, 400]

describe.each(personas)('the past of $id', (persona) => {
  it('never changes as today moves: no entry, no reference, no order', () => {
    const before = at(persona)
    for (const days of STEPS) {
      const after = at(persona, addDays(TODAY, days))
      for (const account of persona.money) {
        const kept = before.ledger(account).booked.filter(({ bookedOn }) => bookedOn >= firstDayKept(after.today))
        expect(after.ledger(account).booked.slice(0, kept.length)).toEqual(kept)
      }
    }
  })

  it('fills the months that are kept, whatever day it is', () => {
    for (const today of [TODAY, localDate('2028-02-29'), localDate('2027-01-01'), localDate('2026-11-21')]) {
      const chronicle = at(persona, today)
      const entries = persona.money.flatMap((account) => chronicle.ledger(account).booked)
      const years = new Set(entries.map(({ bookedOn }) => bookedOn.slice(0, 4)))
      expect(years.size).toBeGreaterThanOrEqual(3)
      expect(entries.every(({ bookedOn }) => bookedOn >= firstDayKept(today) && bookedOn <= today)).toBe(true)
      if (persona.id !== 'small') expect(new Set(entries.map(({ bookedOn }) => bookedOn.slice(0, 7))).size).toBeGreaterThanOrEqual(36)
    }
  })

  it('adds up from the opening to the closing balance, today and later', () => {
    for (const days of [0, ...STEPS]) {
      const chronicle = at(persona, addDays(TODAY, days))
      for (const account of persona.money) {
        const { booked, openingCents, closingCents } = chronicle.ledger(account)
        expect(booked.reduce((sum, { cents }) => sum + cents, openingCents)).toBe(closingCents)
      }
    }
  })

  it('books what it announced, with the same reference and amount', () => {
    const later = at(persona, addDays(TODAY, 7))
    for (const account of persona.money) {
      const booked = new Map(later.ledger(account).booked.map((entry) => [entry.reference, entry]))
      for (const pending of at(persona).ledger(account).pending) expect(booked.get(pending.reference)).toEqual(pending)
    }
  })

  it('gives every entry of an account a reference of its own', () => {
    for (const account of persona.money) {
      const references = at(persona).ledger(account).booked.map(({ reference }) => reference)
      expect(new Set(references).size).toBe(references.length)
    }
  })
})

describe('the personas', () => {
  it('have right IBANs, and stay solvent', () => {
    for (const persona of personas) {
      for (const { iban } of persona.money) expect(iban === null || isIban(iban)).toBe(true)
      for (const entry of persona.money.flatMap((account) => at(persona).ledger(account).booked)) expect(entry.counterparty === null || isIban(entry.counterparty.iban)).toBe(true)
      for (const account of persona.money) expect(at(persona).ledger(account).closingCents).toBeGreaterThan(-account.creditLineCents - 1)
    }
  })

  it('are small and large enough: at most 30 entries, at least 10,000', () => {
    const sizes = (persona: (typeof personas)[number], today: typeof TODAY) => persona.money.map((account) => at(persona, today).ledger(account).booked.length)
    for (let days = 0; days < 400; days += 37) expect(sizes(FINTS_PERSONAS.small, addDays(TODAY, days)).reduce((a, b) => a + b)).toBeLessThanOrEqual(30)
    expect(sizes(FINTS_PERSONAS.large, TODAY)[0]).toBeGreaterThanOrEqual(10_000)
  })

  it('live as people do: refunds, returned debits, price changes, pending entries', () => {
    const [current] = FINTS_PERSONAS.de.money
    if (current === undefined) throw new Error('no current account')
    const { booked } = at(FINTS_PERSONAS.de).ledger(current)
    expect(booked.filter(({ isReversal, cents }) => isReversal && cents > 0).length).toBeGreaterThan(0)
    expect(new Set(booked.filter(({ name }) => name === 'LVB').map(({ cents }) => cents)).size).toBeGreaterThanOrEqual(3)
    const card = FINTS_PERSONAS.de.money.find(({ key }) => key === 'card')
    if (card === undefined) throw new Error('no card')
    expect(at(FINTS_PERSONAS.de).ledger(card).booked.filter(({ text }) => text === 'GUTSCHRIFT').length).toBeGreaterThan(3)
    const days = Array.from({ length: 60 }, (_, day) => at(FINTS_PERSONAS.de, addDays(TODAY, day)))
    const announcing = days.filter((chronicle) => FINTS_PERSONAS.de.money.some((account) => chronicle.ledger(account).pending.length > 0))
    expect(announcing.length).toBeGreaterThan(50)
  })

  it('hold a depot whose prices of the past stay', () => {
    const { depot } = FINTS_PERSONAS.de
    if (depot === null) throw new Error('no depot')
    const today = holdingsOf(FINTS_PERSONAS.de, depot, TODAY)
    expect(holdingsOf(FINTS_PERSONAS.de, depot, TODAY)).toEqual(today)
    expect(today.every(({ valueCents, priceCents }) => valueCents > 100_000 && priceCents > 500)).toBe(true)
  })
})
