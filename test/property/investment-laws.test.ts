import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/dates.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import { currency, minor, toDecimal } from '#shared/money.ts'
import { transact } from '#main/ledger/database.ts'
import { commitImport } from '#main/ledger/import/commit.ts'
import { stageImport } from '#main/ledger/import/stage.ts'
import { holdingsHistory, listHoldings } from '#main/ledger/investments/holdings.ts'
import { readPayments, readTerms } from '#main/ledger/investments/loans.ts'
import { listTrades } from '#main/ledger/investments/trades.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { setReverted } from '#main/ledger/revert.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import { DEPOT, depot, trade } from '../fixtures/investments.ts'
import { decimal, OPERATION, reading, statement, steadyClock } from '../fixtures/readings.ts'

/** What a bank says of a depot at one moment: what is in it on a day, some trades, the terms of a loan against it. */
interface Said { readonly day: number; readonly holds: readonly { readonly id: string; readonly cents: number }[] | null; readonly trades: readonly { readonly id: string; readonly day: number; readonly cents: number }[]; readonly rate: number | null }
const said = fc.record<Said>({
  day: fc.integer({ min: 1, max: 28 }),
  holds: fc.option(fc.uniqueArray(fc.record({ id: fc.constantFrom('A', 'B', 'C'), cents: fc.integer({ min: 0, max: 99_999 }) }), { selector: ({ id }) => id, maxLength: 3 })),
  trades: fc.array(fc.record({ id: fc.constantFrom('', 'T1', 'T2'), day: fc.integer({ min: 1, max: 3 }), cents: fc.constantFrom(-100, -200) }), { maxLength: 4 }),
  rate: fc.option(fc.integer({ min: 1, max: 9 })),
})
const sayings = fc.array(said, { minLength: 1, maxLength: 5 })

const EUR = currency('EUR')
const euros = (cents: number): string => toDecimal({ minor: minor(cents), currency: EUR })
const clock = steadyClock()

/** The later in the list, the later it was said. */
function toReading({ day, holds, trades, rate }: Said, moment: number) {
  const on = plainDate(2026, 1, day)
  const loan = rate === null ? null : { principal: null, rate: decimal(String(rate)), nextPaymentOn: null, nextPayment: null, maturesOn: null, payments: [{ line: 1, externalId: 'P', principal: decimal(String(rate)), interest: null }] }
  const base = holds === null ? statement({ kind: 'depot', account: DEPOT, to: on }) : depot(on, holds.map(({ id, cents }) => ({ id, value: euros(cents) })))
  return reading([{ ...base, loan, trades: trades.map((deal) => trade({ id: deal.id, on: plainDate(2026, 1, deal.day), total: euros(deal.cents) })) }], `2026-02-0${moment + 1}T10:00:00.000Z`)
}

function bring({ db }: OpenLedger, item: Said, moment: number): BatchId | undefined {
  const staged = stageImport(db, OPERATION, 'file', [{ name: 'file', reading: { ok: true, value: toReading(item, moment) }, source: null }], () => undefined)
  return transact(db, () => commitImport(db, staged, clock.now(), () => undefined))[0]?.batch.id
}
const revert = ({ db }: OpenLedger, batch: BatchId | undefined, isReverted: boolean) => {
  transact(db, () => { setReverted(db, batch === undefined ? [] : [batch], isReverted ? clock.now() : null, clock.now()) })
}

const seen = ({ db }: OpenLedger) => {
  const id = db.column<AccountId>('SELECT id FROM account WHERE deleted_at IS NULL').get()
  return id === undefined ? null : {
    holdings: listHoldings(db), history: holdingsHistory(db, id), rate: readTerms(db, id)?.rate ?? null, payments: readPayments(db, id),
    trades: listTrades(db, { accountId: id }).map((row) => JSON.stringify({ ...row, id: 0 })).sort(),
  }
}

function withLedger<T>(use: (ledger: OpenLedger) => T): T {
  const ledger = openLedger({ file: ':memory:', key: null, create: true, baseCurrency: EUR, now: clock.now() })
  try {
    return use(ledger)
  } finally {
    expect(verifyLedger(ledger.db)).toEqual([])
    ledger.close()
  }
}

describe('holdings, trades and loan terms', () => {
  it('are what they were once an import is reverted, and what they became once that is undone', () => {
    fc.assert(fc.property(sayings, said, (list, last) => withLedger((ledger) => {
      list.forEach((item, moment) => { bring(ledger, item, moment) })
      const before = seen(ledger)
      const batch = bring(ledger, last, list.length)
      const after = seen(ledger)
      revert(ledger, batch, true)
      expect(seen(ledger)).toEqual(before)
      revert(ledger, batch, false)
      expect(seen(ledger)).toEqual(after)
    })), { numRuns: 12 })
  })

  it('do not depend on the order in which things come, nor on what was reverted in between', () => {
    fc.assert(fc.property(sayings, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (list, isKept) => {
      const direct = withLedger((ledger) => { list.forEach((item, moment) => { if (isKept[moment] === true) bring(ledger, item, moment) }); return seen(ledger) })
      const around = withLedger((ledger) => {
        const batches = list.map((item, moment) => [item, moment] as const).reverse().map(([item, moment]) => [bring(ledger, item, moment), moment] as const)
        batches.forEach(([batch, moment]) => { if (isKept[moment] !== true) revert(ledger, batch, true) })
        return seen(ledger)
      })
      expect(around && { ...around, holdings: around.holdings.map((held) => ({ ...held, accountId: 0 })) }).toEqual(direct && { ...direct, holdings: direct.holdings.map((held) => ({ ...held, accountId: 0 })) })
    }), { numRuns: 12 })
  })
})
