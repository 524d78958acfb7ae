import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { worthOf } from '#shared/worth.ts'
import type { AccountId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import { transact } from '#main/ledger/database.ts'
import { commitImport } from '#main/ledger/import/commit.ts'
import { stageImport } from '#main/ledger/import/stage.ts'
import { listAccounts } from '#main/ledger/accounts.ts'
import { holdingsHistory, listHoldings } from '#main/ledger/investments/holdings.ts'
import { readLoan } from '#main/ledger/investments/loans.ts'
import { listTrades } from '#main/ledger/investments/trades.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { setReverted } from '#main/ledger/revert.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import { balanceHistory } from '#main/insights/balance-history.ts'
import type { Statement } from '#shared/statement.ts'
import { DEPOT, depot, trade } from '../../fixtures/investments.ts'
import { booked, decimal, entry, OPERATION, reading, statement, steadyClock } from '../../fixtures/readings.ts'

const clock = steadyClock()
const ID = 1 as AccountId
let ledger: OpenLedger
beforeEach(() => { ledger = openLedger({ file: ':memory:', key: null, create: true, baseCurrency: currency('EUR'), now: clock.now() }) })
afterEach(() => { ledger.close() })

function bring(...statements: readonly Statement[]) {
  return statements.map((item) => {
    const staged = stageImport(ledger.db, OPERATION, 'file', [{ name: 'file', reading: { ok: true, value: reading([item]) }, source: null }], () => undefined)
    const [receipt] = transact(ledger.db, () => commitImport(ledger.db, staged, clock.now(), () => undefined))
    return receipt?.batch.id ?? 0 as never
  })
}
const revert = (id: ReturnType<typeof bring>[number] | undefined) => { transact(ledger.db, () => { setReverted(ledger.db, id === undefined ? [] : [id], clock.now(), clock.now()) }) }
const held = () => listHoldings(ledger.db)[0]?.holdings.map(({ security, value }) => [security.id, value?.minor])

describe('what an account holds', () => {
  it('is the bank’s latest statement of it, whatever came first', () => {
    bring(depot('2026-01-20', [{ id: 'DE0001', value: '200.00' }]), depot('2026-01-10', [{ id: 'DE0002', value: '100.00' }]))
    expect(held()).toEqual([['DE0001', 20_000]])
    expect(listAccounts(ledger.db)[0]).toMatchObject({ balance: { minor: 0 }, holdings: { value: { minor: 20_000 }, asOf: '2026-01-20', others: [], unvalued: 0 } })
    expect(verifyLedger(ledger.db)).toEqual([])
  })

  it('is nothing, once the bank says so', () => {
    bring(depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }]), depot('2026-01-20', []))
    expect(listHoldings(ledger.db)).toMatchObject([{ asOf: '2026-01-20', holdings: [], totals: [] }])
    expect(listAccounts(ledger.db)[0]?.holdings).toMatchObject({ value: { minor: 0 } })
  })

  it('is untouched by a statement that says nothing of holdings', () => {
    bring(depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }]), statement({ kind: 'depot', account: DEPOT, entries: [entry({ on: '2026-01-20', amount: '5.00' })] }))
    expect(held()).toEqual([['DE0001', 20_000]])
  })

  it('is what it was before, when an import is reverted', () => {
    const [, second] = bring(depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }]), depot('2026-01-20', [{ id: 'DE0002', value: '300.00' }]))
    revert(second)
    expect(held()).toEqual([['DE0001', 20_000]])
  })

  it('is known for each day from the first statement on', () => {
    bring(depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }]), depot('2026-01-20', [{ id: 'DE0001', value: '300.00' }]))
    expect(holdingsHistory(ledger.db, ID).map(({ asOf, value }) => [asOf, value.minor])).toEqual([['2026-01-10', 20_000], ['2026-01-20', 30_000]])
    expect(balanceHistory(ledger.db, { from: localDate('2026-01-01'), to: localDate('2026-01-31') }, localDate('2026-01-31'))).toEqual([
      { currency: 'EUR', points: [{ on: '2026-01-10', minor: 20_000 }, { on: '2026-01-20', minor: 30_000 }, { on: '2026-01-31', minor: 30_000 }] },
    ])
  })

  it('is valued as the bank says, with interest earned, else by price; gains where a cost is told', () => {
    bring(depot('2026-01-10', [
      { id: 'A', value: '1000.00', accrued: '12.345', cost: '900.00' }, { id: 'B', value: null, units: '3.3333', price: '9.99' }, { id: 'C', value: null },
    ]))
    expect(listHoldings(ledger.db)[0]?.holdings.map(({ security, value, cost, gain }) => [security.id, value?.minor, cost?.minor, gain?.minor])).toEqual([
      ['A', 101_235, 90_000, 10_000], ['B', 3_330, undefined, undefined], ['C', undefined, undefined, undefined],
    ])
    expect(listAccounts(ledger.db)[0]?.holdings).toMatchObject({ value: { minor: 104_565 }, unvalued: 1 })
  })

  it('counts another currency only at the bank’s own rate, and else apart', () => {
    bring(depot('2026-01-10', [{ id: 'A', value: '100.00' }, { id: 'B', value: '100.00', currency: 'USD', rate: '0.9' }, { id: 'C', value: '50.00', currency: 'GBP' }]))
    expect(listAccounts(ledger.db)[0]?.holdings).toMatchObject({ value: { minor: 19_000, currency: 'EUR' }, others: [{ minor: 5_000, currency: 'GBP' }] })
  })

  it('borrows the name of a security from a source that has one', () => {
    bring(depot('2026-01-10', [{ id: 'DE0001', value: '200.00' }]), { ...depot('2026-01-20', [{ id: 'DE0001', value: '200.00' }]), securities: [] })
    expect(listHoldings(ledger.db)[0]?.holdings[0]?.security).toMatchObject({ id: 'DE0001', idType: 'ISIN', name: 'Share DE0001', kind: 'stock' })
  })
})

describe('trades', () => {
  const broker = (parts: Partial<Statement>): Statement => statement({ kind: 'inv', account: DEPOT, to: localDate('2026-01-31'), ...parts })

  it('are there once, however often they come, and equal ones without an id as often as one statement says', () => {
    const twice = [trade({ on: '2026-01-05' }), trade({ on: '2026-01-05' })]
    bring(broker({ trades: [trade({ id: 'T1', on: '2026-01-03' }), ...twice] }), broker({ trades: [...twice, trade({ id: 'T1', on: '2026-01-03' })] }))
    expect(listTrades(ledger.db, { accountId: ID }).map(({ tradedOn }) => tradedOn)).toEqual(['2026-01-05', '2026-01-05', '2026-01-03'])
  })

  it('are corrected by the latest word, and as they were when that is reverted', () => {
    const [, second] = bring(broker({ trades: [trade({ id: 'T1', on: '2026-01-03', total: '-10.00' })] }), { ...broker({ trades: [trade({ id: 'T1', on: '2026-01-03', total: '-11.00' })] }), to: localDate('2026-02-28') })
    expect(listTrades(ledger.db, { accountId: ID }).map(({ total }) => total?.minor)).toEqual([-1_100])
    revert(second)
    expect(listTrades(ledger.db, { accountId: ID }).map(({ total }) => total?.minor)).toEqual([-1_000])
  })

  it('keep an id that a broker uses for two different ones apart', () => {
    bring(broker({ trades: [trade({ id: 'T1', on: '2026-01-03' }), trade({ id: 'T1', on: '2026-01-04' })] }))
    expect(listTrades(ledger.db, { accountId: ID })).toHaveLength(2)
  })

  it('move the account’s money, which the bank’s cash balance proves; its worth counts both', () => {
    const derived = [entry({ on: '2026-01-05', amount: '-400.00', externalId: 'T1', code: 'BUYSTOCK' })]
    const bought = depot('2026-01-31', [{ id: 'DE0001', value: '450.00' }])
    bring({ ...bought, kind: 'inv', trades: [trade({ id: 'T1', on: '2026-01-05', total: '-400.00' })], entries: [entry({ on: '2026-01-02', amount: '1000.00', externalId: 'C1' })], derived, balances: [booked('600.00', '2026-01-31', 'cash')] })
    const [account] = listAccounts(ledger.db)
    expect(account).toMatchObject({ balance: { minor: 60_000 }, bankBalance: { minor: 60_000 }, transactionCount: 2, proof: { difference: { minor: 0 } } })
    expect(account && worthOf(account).minor).toBe(105_000)
  })
})

describe('a loan', () => {
  const terms = { principal: decimal('1000'), rate: decimal('4.5'), nextPaymentOn: localDate('2026-02-15'), nextPayment: decimal('120'), maturesOn: localDate('2030-01-15'), payments: [{ line: 1, externalId: 'L1', principal: decimal('80'), interest: decimal('40') }], lent: decimal('2000') }
  const lent = (parts: Partial<Statement> = {}): Statement => statement({
    kind: 'loan', account: { ...DEPOT, type: 'loan' }, to: localDate('2026-01-31'), loan: terms, entries: [entry({ on: '2026-01-15', amount: '120.00', externalId: 'L1' })],
    derived: [entry({ on: '2026-01-15', amount: '-40.00', externalId: 'L1/LOANINT', code: 'LOANINT' })], balances: [booked('1000.00', '2026-01-31')], ...parts,
  })

  it('is a debt, whichever sign the bank writes, and its payments lower it by their principal', () => {
    bring(lent(), lent({ to: localDate('2026-02-28'), entries: [entry({ on: '2026-02-15', amount: '120.00', externalId: 'L2' })], derived: [entry({ on: '2026-02-15', amount: '-37.00', externalId: 'L2/LOANINT' })], balances: [booked('-917.00', '2026-02-28')] }))
    expect(listAccounts(ledger.db)[0]).toMatchObject({ balance: { minor: -91_700 }, proof: { difference: { minor: 0 } } })
    expect(readLoan(ledger.db, { accountId: ID })).toMatchObject({
      outstanding: { minor: 91_700 }, asOf: '2026-02-28', rate: '4.5', nextPaymentOn: '2026-02-15', nextPayment: { minor: 12_000 }, lent: { minor: 200_000 },
      payments: [{ bookedOn: '2026-01-15', amount: { minor: 12_000 }, principal: { minor: 8_000 }, interest: { minor: 4_000 }, escrow: null }],
    })
  })

  it('has the terms of before when the later word is reverted', () => {
    const [, second] = bring(lent(), lent({ to: localDate('2026-02-28'), loan: { ...terms, rate: decimal('5') } }))
    expect(readLoan(ledger.db, { accountId: ID }).rate).toBe('5')
    revert(second)
    expect(readLoan(ledger.db, { accountId: ID }).rate).toBe('4.5')
  })
})
