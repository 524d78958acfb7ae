import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#main/ledger/database.ts'
import { contentOf, refOf, rowOf, tells, TOLD_ROW } from '#main/ledger/import/told-row.ts'
import { fromDayNumber } from '#shared/dates.ts'
import { BLANK_ENTRY, type StatementEntry } from '#shared/statement.ts'
import type { DecimalText } from '#shared/decimal.ts'

const db = connect(':memory:', { key: null })
afterAll(() => { db.close() })

const TOLD = `SELECT ${TOLD_ROW} FROM (SELECT :id AS id, :bookedOn AS booked_on, CAST(:minor AS INTEGER) AS amount_minor, :externalId AS external_id, :payee AS raw_payee, :purpose AS purpose)`

const text = fc.oneof(fc.constantFrom('', ' ', '\n', 'Bäckerei', '12 34', '-5', 'a\nb', 'a\0b', '\0'), fc.string({ maxLength: 12, unit: 'binary' }))
/** To their last digit: the largest amounts leave no room for a figure on the way that is larger still. */
const LARGEST = fc.integer({ min: Number.MAX_SAFE_INTEGER - 200, max: Number.MAX_SAFE_INTEGER })
const row = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }), minor: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.maxSafeInteger(), LARGEST), bookedOn: fc.integer({ min: -20_000, max: 40_000 }).map(fromDayNumber),
  externalId: fc.oneof(fc.constant(''), text), payee: text, purpose: text,
})
const told = (known: { readonly [name: string]: string | number }): string => db.column<string>(TOLD).get(known) ?? ''
const entryOf = ({ externalId, bookedOn, payee, purpose }: Pick<StatementEntry, 'externalId' | 'bookedOn' | 'payee' | 'purpose'>): StatementEntry => ({ ...BLANK_ENTRY, line: 1, amount: '0' as DecimalText, externalId, bookedOn, payee, purpose })

describe('a row of the ledger told in one text', () => {
  it('says what identifies it, whatever its texts hold', () => {
    fc.assert(fc.property(row, (known) => {
      const { id, externalId, bookedOn, minor, payee, purpose } = known
      expect(rowOf(told(known))).toEqual({ ref: id, externalId, bookedOn, minor, content: externalId === '' ? contentOf(payee, purpose) : '' })
      expect(refOf(told(known))).toBe(id)
    }))
  })

  it('is the entry that has the same day and amount, and the same id or, without one, the same words', () => {
    fc.assert(fc.property(row, row, fc.subarray(['minor', 'bookedOn', 'externalId', 'payee', 'purpose']), (known, other, differing) => {
      const entry = { ...known, ...Object.fromEntries(Object.entries(other).filter(([name]) => differing.includes(name))) }
      const isSame = entry.minor === known.minor && entry.bookedOn === known.bookedOn && entry.externalId === known.externalId
        && (known.externalId !== '' || contentOf(entry.payee, entry.purpose) === contentOf(known.payee, known.purpose))
      expect(tells(told(known), entryOf(entry), entry.minor)).toBe(isSame)
    }))
  })
})
