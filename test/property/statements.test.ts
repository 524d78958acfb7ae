import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAMT_FORMATS, writeCamt, writePendingCamt } from '#main/demo-bank/fints/formats/camt.ts'
import { writeMt940, writeMt942 } from '#main/demo-bank/fints/formats/mt940.ts'
import type { DemoEntry } from '#main/demo-bank/fints/history/entry.ts'
import type { MoneyAccount } from '#main/demo-bank/fints/personas/persona.ts'
import { readCamt } from '#main/importers/camt/read.ts'
import { readMt940 } from '#main/importers/mt940/read.ts'
import { fromDayNumber, localDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { toMinor } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { Reading, StatementEntry } from '#shared/statement.ts'

const ACCOUNT: MoneyAccount = { key: 'checking', number: '1020304050', iban: 'DE02120300000000202051', product: 'Giro', kind: 1, creditLineCents: 0 }
const OWNER = { name: 'Erika Muster', street: 'Weg 1', postal: '12345', city: 'Ort' }
const TODAY = localDate('2026-03-31')
const FIRST = toDayNumber(localDate('2024-11-01'))

const day = fc.integer({ min: 0, max: 500 }).map((days) => fromDayNumber(FIRST + days))
const token = fc.stringMatching(/^[A-Z0-9][A-Z0-9/.]{0,30}[A-Z0-9]$/)
/** Words in a single case, with single spaces: what survives any bank's line breaks. */
const words = fc.array(fc.stringMatching(/^[A-ZÄÖÜ][A-ZÄÖÜ0-9.,]{0,12}$/), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))

const entry: fc.Arbitrary<DemoEntry> = fc.record({
  reference: fc.stringMatching(/^[A-Z][A-Z0-9]{4,14}$/),
  bookedOn: day,
  shift: fc.integer({ min: -3, max: 3 }),
  cents: fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }).filter((cents) => cents !== 0),
  isReversal: fc.boolean(),
  name: words.filter((text) => text.length <= 54),
  purpose: words,
  code: fc.constantFrom('105', '116', '166', '153', '805'),
  counterparty: fc.constantFrom(null, { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' }),
  endToEndId: fc.oneof(fc.constant(''), token),
  mandateReference: fc.oneof(fc.constant(''), token),
}).map(({ shift, ...rest }) => ({ ...rest, valueOn: fromDayNumber(toDayNumber(rest.bookedOn) + shift), boughtOn: rest.bookedOn, text: 'BUCHUNGSTEXT', purposeCode: '', creditorId: isCollected(rest) ? 'DE98ZZZ09999999999' : '' }))

/** Only a collector has a creditor id, and only beside a mandate. */
function isCollected({ cents: amount, isReversal, mandateReference }: Pick<DemoEntry, 'cents' | 'isReversal' | 'mandateReference'>): boolean {
  return mandateReference !== '' && (amount < 0) !== isReversal
}

const history = fc.array(entry, { minLength: 1, maxLength: 30 }).map((entries) => entries.toSorted((left, right) => (left.bookedOn < right.bookedOn ? -1 : Number(left.bookedOn > right.bookedOn))))

const cents = ({ amount }: Pick<StatementEntry, 'amount'>): number => toMinor(amount, 'EUR') ?? Number.NaN
const written = (entries: readonly DemoEntry[]): unknown[] => entries.map(({ reference, bookedOn, valueOn, cents: amount, isReversal, name, purpose, code, counterparty, endToEndId, mandateReference, creditorId }) =>
  ({ externalId: reference, bookedOn, valueOn, amount, isReversal, payee: name, purpose, code, iban: counterparty?.iban ?? '', bic: counterparty?.bic ?? '', endToEndId, mandateReference, creditorId, bookingText: 'BUCHUNGSTEXT' }))
const told = (entries: readonly StatementEntry[]): unknown[] => entries.map((row) => ({
  externalId: row.externalId, bookedOn: row.bookedOn, valueOn: row.valueOn, amount: cents(row), isReversal: row.isReversal, payee: row.payee, purpose: row.purpose, code: row.code,
  iban: row.counterpartyIban, bic: row.counterpartyBic, endToEndId: row.endToEndId, mandateReference: row.mandateReference, creditorId: row.creditorId, bookingText: row.bookingText,
}))

function value(reading: Result<Reading, AppError>): Reading {
  assert(reading.ok, 'what a bank writes is read')
  return reading.value
}

const booked = (reading: Reading): StatementEntry[] => reading.statements.flatMap(({ entries }) => entries)
const pending = (reading: Reading): StatementEntry[] => reading.statements.flatMap((statement) => statement.pending)

describe('what a bank writes', () => {
  it('as MT940 is read back exactly, and its balances close', () => {
    fc.assert(fc.property(history, fc.integer({ min: -1e9, max: 1e9 }), (entries, opening) => {
      const reading = value(readMt940(writeMt940(ACCOUNT, entries, { cents: opening, on: null })))
      expect([reading.warnings, told(booked(reading))]).toEqual([[], written(entries)])
      expect(reading.statements.at(-1)?.balances.filter(({ kind }) => kind === 'booked').map(cents)).toEqual([opening + entries.reduce((sum, row) => sum + row.cents, 0)])
    }), { numRuns: 150 })
  })

  it.each(CAMT_FORMATS)('as %s is read back exactly, and its balances close', (format) => {
    fc.assert(fc.property(history, fc.integer({ min: -1e9, max: 1e9 }), (entries, opening) => {
      const reading = value(readCamt(writeCamt({ account: ACCOUNT, owner: OWNER, format, today: TODAY }, entries, opening)))
      expect([reading.warnings, told(booked(reading))]).toEqual([[], written(entries)])
      expect(reading.statements.at(-1)?.balances.filter(({ kind }) => kind === 'booked').map(cents)).toEqual([opening + entries.reduce((sum, row) => sum + row.cents, 0)])
    }), { numRuns: 100 })
  })

  it('as not yet booked stays apart', () => {
    fc.assert(fc.property(history, (entries) => {
      const readings = [readMt940(writeMt942(ACCOUNT, entries, TODAY)), readCamt(writePendingCamt({ account: ACCOUNT, owner: OWNER, format: CAMT_FORMATS[0] ?? '', today: TODAY }, entries))].map(value)
      expect(readings.map((reading) => [booked(reading), told(pending(reading)), reading.warnings])).toEqual([[[], written(entries), []], [[], written(entries), []]])
    }), { numRuns: 60 })
  })
})

describe('the balances', () => {
  it('never close over an amount that was changed', () => {
    fc.assert(fc.property(history.map((entries) => entries.map((row) => ({ ...row, isReversal: false }))), fc.nat(), fc.integer({ min: 1, max: 1e6 }), (entries, pick, more) => {
      const file = Buffer.from(writeMt940(ACCOUNT, entries, { cents: 0, on: null })).toString('latin1')
      const lines = file.split('\r\n')
      const places = lines.flatMap((line, index) => (line.startsWith(':61:') ? [index] : []))
      const place = places[pick % places.length] ?? 0
      const damaged = (lines[place] ?? '').replace(/(\d+),(\d\d)N/, (_, whole: string, part: string) => { const sum = Number(whole + part) + more; return `${Math.floor(sum / 100)},${String(sum % 100).padStart(2, '0')}N` })
      const reading = value(readMt940(Buffer.from(lines.with(place, damaged).join('\r\n'), 'latin1')))
      expect(reading.warnings.map(({ code }) => code)).toEqual(['balance-mismatch'])
    }), { numRuns: 100 })
  })

  it('tell when a whole statement is missing from the middle', () => {
    fc.assert(fc.property(history, (entries) => {
      const messages = Buffer.from(writeMt940(ACCOUNT, entries, { cents: 0, on: null })).toString('latin1').split(/(?<=\r\n-)/).filter((message) => message.trim() !== '')
      fc.pre(messages.length >= 3 && entries.filter(({ bookedOn }) => bookedOn === distinctDays(entries)[1]).reduce((sum, row) => sum + row.cents, 0) !== 0)
      const reading = value(readMt940(Buffer.from(messages.toSpliced(1, 1).join(''), 'latin1')))
      expect(reading.warnings.map(({ code }) => code)).toEqual(['balance-gap'])
    }), { numRuns: 60 })
  })
})

const distinctDays = (entries: readonly DemoEntry[]): LocalDate[] => [...new Set(entries.map(({ bookedOn }) => bookedOn))]
