import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import { BLANK_PAYMENT, CONFIDENCE_MIN } from '#main/categorise/payment.ts'
import type { ContractRow } from '#main/insights/contracts/contract.ts'
import { detectContracts } from '#main/insights/contracts/detect.ts'
import { findTransfers } from '#main/insights/transfers/pair.ts'
import type { OwnAccount, TransferRow } from '#main/insights/transfers/transfer.ts'

const START = localDate('2025-01-01')
const words = fc.constantFrom('REWE', 'Miete', 'PayPal', 'SQ *CAFE', 'Umbuchung', 'Lea Hoffmann', 'Stadt Koblenz', '*', '', 'SVWZ+', '\ufffd', '//', 'TRANSFER TO SAVINGS', 'Abschlag Strom', '0012')
const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '))

describe('categorising', () => {
  it('answers any text the same way each time, alone or among others, and never unsure', () => {
    fc.assert(fc.property(fc.array(fc.record({ payee: fc.oneof(text, fc.string()), purpose: fc.oneof(text, fc.string({ maxLength: 120 })), amountMinor: fc.integer({ min: -100_000, max: 100_000 }), currency: fc.constantFrom('EUR', 'USD', 'GBP', 'JPY') }), { maxLength: 12 }), (rows) => {
      const payments = rows.map((row, id) => ({ ...BLANK_PAYMENT, id, accountId: 1, bookedOn: START, ...row }))
      const shared = new Categoriser()
      const together = payments.map((payment) => shared.categorise(payment).answer)
      expect(payments.map((payment) => new Categoriser().categorise(payment).answer)).toEqual(together)
      for (const answer of together) expect(answer === undefined || (answer.confidence >= CONFIDENCE_MIN && answer.reason.evidence !== '')).toBe(true)
    }), { numRuns: 150 })
  })
})

const accounts: readonly OwnAccount[] = [1, 2, 3].map((id) => ({ id, type: id === 3 ? 'credit' : 'checking', currency: 'EUR', name: `${id}`, iban: `DE0${id}`, number: null }))
const transferRows = fc.array(fc.record({ accountId: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 0, max: 15 }), amountMinor: fc.constantFrom(-2000, -1000, 1000, 2000), payee: text, counterpartyIban: fc.constantFrom('', '', 'DE01', 'DE02', 'DE09') }), { maxLength: 25 })
  .map((rows) => rows.map(({ day, ...row }, id): TransferRow => ({ id, bookedOn: addDays(START, day), currency: 'EUR', purpose: '', bookingText: '', counterpartyAccount: '', originalAmount: null, originalCurrency: null, category: null, isSpokenFor: false, ...row })))

describe('transfers', () => {
  it('pair each row once at most, opposite amounts of two accounts, close in time', () => {
    fc.assert(fc.property(transferRows, (rows) => {
      const found = findTransfers(rows, accounts, { rejected: new Set(), names: [] })
      const used = found.flatMap(({ outId, inId }) => [outId, inId])
      expect(new Set(used).size).toBe(used.length)
      for (const { outId, inId } of found) {
        const [out, into] = [rows[outId]!, rows[inId]!]
        expect(out.amountMinor).toBe(-into.amountMinor)
        expect(out.amountMinor).toBeLessThan(0)
        expect(out.accountId).not.toBe(into.accountId)
        expect(Math.abs(Date.parse(out.bookedOn) - Date.parse(into.bookedOn)) / 86_400_000).toBeLessThanOrEqual(7)
      }
    }))
  })

  it('are the same in whatever order rows come, and without those rejected', () => {
    fc.assert(fc.property(transferRows, (rows) => {
      const key = (one: { outId: number; inId: number }): string => `${one.outId}:${one.inId}`
      const found = findTransfers(rows, accounts, { rejected: new Set(), names: [] })
      expect(findTransfers(rows.toReversed(), accounts, { rejected: new Set(), names: [] })).toEqual(found)
      const rejected = new Set(found.map(key))
      expect(findTransfers(rows, accounts, { rejected, names: [] }).filter((one) => rejected.has(key(one)))).toEqual([])
    }))
  })
})

const contractRows = fc.array(fc.record({ gap: fc.constantFrom(0, 7, 14, 28, 30, 31, 61), amountMinor: fc.constantFrom(-1099, -1199, -5000, 200_000), payee: fc.constantFrom('Nordlicht', 'Rosalie', 'PayPal *ROSALIE'), category: fc.constantFrom(null, 'leisure.media_digital', 'food.groceries', 'income.salary') }), { maxLength: 40 })
  .map((rows) => {
    let day = START
    return rows.map(({ gap, ...row }, id): ContractRow => {
      day = addDays(day, gap)
      return { id, accountId: 1, bookedOn: day, currency: 'EUR', purpose: '', bookingText: '', counterpartyIban: '', mandateReference: '', creditorId: '', isTransfer: false, ...row }
    })
  })

describe('contracts', () => {
  it('do not depend on the order of rows', () => {
    fc.assert(fc.property(contractRows, (rows) => {
      const today = localDate('2028-01-01')
      expect(detectContracts(rows.toReversed(), today)).toEqual(detectContracts(rows, today))
    }))
  })

  it('share no row, keep one direction and one merchant, and expect nothing before their last payment', () => {
    fc.assert(fc.property(contractRows, fc.integer({ min: 0, max: 900 }), (rows, days) => {
      const found = detectContracts(rows, addDays(START, days))
      const used = found.flatMap(({ transactionIds }) => transactionIds)
      expect(new Set(used).size).toBe(used.length)
      for (const { transactionIds, nextOn, lastOn, status, nextMinor } of found) {
        expect(new Set(transactionIds.map((id) => Math.sign(rows[id]!.amountMinor))).size).toBe(1)
        expect(nextOn === null).toBe(status === 'ended')
        expect(nextMinor === null).toBe(status === 'ended')
        if (nextOn !== null) expect(nextOn > lastOn).toBe(true)
      }
    }))
  })
})
