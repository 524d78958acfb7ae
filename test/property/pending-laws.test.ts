import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/dates.ts'
import type { Reading } from '#shared/statement.ts'
import { transact } from '#main/ledger/database.ts'
import { commitImport } from '#main/ledger/import/commit.ts'
import { stageImport } from '#main/ledger/import/stage.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { setReverted } from '#main/ledger/revert.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import { entry, OPERATION, reading, statement, steadyClock } from '../fixtures/readings.ts'

/**
 * Purchases are reserved on one day and booked some days later, under another id. The bank speaks on some days, each time
 * telling all that is booked and all that is still reserved. Amounts differ, so that what is the same is beyond doubt.
 */
const purchases = fc.array(fc.record({ reserved: fc.integer({ min: 1, max: 20 }), wait: fc.integer({ min: 0, max: 6 }) }), { minLength: 1, maxLength: 8 })
type Purchases = readonly { readonly reserved: number; readonly wait: number }[]
const words = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 })

const dayOf = (number: number) => plainDate(2026, 1, number)
const amountOf = (index: number) => `-${index + 1}.00`

function spoken(bought: Purchases, today: number): Reading {
  const list = bought.map(({ reserved, wait }, index) => ({ reserved, bookedOn: reserved + wait, index }))
  return reading([statement({
    from: dayOf(1), to: dayOf(today),
    entries: list.filter(({ bookedOn }) => bookedOn <= today).map(({ bookedOn, index }) => entry({ on: dayOf(bookedOn), amount: amountOf(index), payee: `Shop ${index}`, externalId: `B${index}` })),
    pending: list.filter(({ reserved, bookedOn }) => reserved <= today && bookedOn > today).map(({ reserved, index }) => entry({ on: dayOf(reserved), amount: amountOf(index), payee: `Shop ${index}`, externalId: `P${index}-${today}` })),
  })], `${dayOf(today)}T20:00:00.000Z`)
}

const clock = steadyClock()

function bring({ db }: OpenLedger, said: Reading) {
  const staged = stageImport(db, OPERATION, 'fints', [{ name: 'bank', reading: { ok: true, value: said }, source: null }], () => undefined)
  return transact(db, () => commitImport(db, staged, clock.now(), () => undefined))
}

const seen = ({ db }: OpenLedger) => db.tuples<unknown[]>('SELECT is_pending, booked_on, amount_minor FROM txn WHERE deleted_at IS NULL ORDER BY 1, 2, 3').all()

function withLedger<T>(use: (ledger: OpenLedger) => T): T {
  const ledger = openLedger({ file: ':memory:', key: null, create: true, now: clock.now() })
  try {
    return use(ledger)
  } finally {
    expect(verifyLedger(ledger.db)).toEqual([])
    ledger.close()
  }
}

/** What the bank's latest word says: all it has booked, and what is still reserved. */
function truth(bought: Purchases, today: number): unknown[][] {
  const rows = bought.map(({ reserved, wait }, index) => ({ reserved, bookedOn: reserved + wait, minor: -100 * (index + 1) }))
  return [
    ...rows.filter(({ bookedOn }) => bookedOn <= today).map(({ bookedOn, minor }) => [0, dayOf(bookedOn), minor]),
    ...rows.filter(({ reserved, bookedOn }) => reserved <= today && bookedOn > today).map(({ reserved, minor }) => [1, dayOf(reserved), minor]),
  ].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
}
const sorted = (rows: unknown[][]) => [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))

describe('the laws of pending entries', () => {
  it('in the order of time the ledger always shows the bank’s latest word', () => {
    fc.assert(fc.property(purchases, words, (bought, days) => withLedger((ledger) => {
      for (const today of [...days].sort((left, right) => left - right)) {
        bring(ledger, spoken(bought, today))
        expect(sorted(seen(ledger))).toEqual(truth(bought, today))
      }
    })), { numRuns: 40 })
  })

  it('in any order it ends with the latest word', () => {
    fc.assert(fc.property(purchases, words, (bought, days) => withLedger((ledger) => {
      days.forEach((today) => { bring(ledger, spoken(bought, today)) })
      const latest = Math.max(...days)
      const rows = sorted(seen(ledger))
      expect(rows.filter(([isPending]) => isPending === 0)).toEqual(truth(bought, latest).filter(([isPending]) => isPending === 0))
      expect(rows).toEqual(truth(bought, latest))
    })), { numRuns: 60 })
  })

  it('taking back the latest word brings back the one before', () => {
    fc.assert(fc.property(purchases, words, (bought, days) => withLedger((ledger) => {
      const inOrder = [...days].sort((left, right) => left - right)
      const batches = inOrder.flatMap((today) => bring(ledger, spoken(bought, today)).map(({ batch }) => batch.id))
      for (let last = batches.length - 1; last > 0; last -= 1) {
        const batch = batches[last]
        if (batch === undefined) return
        transact(ledger.db, () => { setReverted(ledger.db, [batch], clock.now(), clock.now()) })
        expect(sorted(seen(ledger))).toEqual(truth(bought, inOrder[last - 1] ?? 0))
      }
    })), { numRuns: 40 })
  })
})
