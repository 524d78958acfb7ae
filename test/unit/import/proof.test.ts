import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { proveAccount, type BankBalance } from '#main/ledger/proof.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { booked, entry, GIRO, importReadings, openedInMemory, reading, statement, value, type EntryText } from '../../fixtures/readings.ts'

const day = localDate
const bank = (asOf: string, minor: number, dayMinor: number | null = null): BankBalance => ({ asOf: day(asOf), minor, dayMinor })

describe('the bank’s balances against the ledger', () => {
  it('proves nothing where the bank says nothing', () => {
    expect(proveAccount([[day('2026-01-01'), 5]], [])).toBeNull()
  })

  it('fixes the opening balance by the earliest one', () => {
    expect(proveAccount([[day('2026-01-10'), -30], [day('2026-02-01'), 7]], [bank('2026-01-31', 70)])).toEqual({ openingMinor: 100, bankMinor: 70, ledgerMinor: 70, asOf: '2026-01-31', divergingOn: null })
  })

  it('names the first balance from which on the bank disagrees', () => {
    const days = [[day('2026-01-10'), -30], [day('2026-03-10'), -5]] as const
    const proof = proveAccount(days, [bank('2026-01-31', 70), bank('2026-02-28', 70), bank('2026-03-31', 60), bank('2026-04-30', 60)])
    expect(proof).toEqual({ openingMinor: 100, bankMinor: 60, ledgerMinor: 65, asOf: '2026-04-30', divergingOn: '2026-03-31' })
  })

  it('forgives a disagreement that has healed', () => {
    const days = [[day('2026-01-10'), -30], [day('2026-03-10'), -5]] as const
    expect(proveAccount(days, [bank('2026-01-31', 70), bank('2026-02-10', 65), bank('2026-03-31', 65)])).toMatchObject({ ledgerMinor: 65, divergingOn: null })
  })

  it('takes the bank’s last word about a day, for the opening as for the proof', () => {
    const days = [[day('2026-01-10'), -30]] as const
    expect(proveAccount(days, [bank('2026-01-10', 70), bank('2026-01-10', 65)])).toEqual({ openingMinor: 95, bankMinor: 65, ledgerMinor: 65, asOf: '2026-01-10', divergingOn: null })
  })

  it('knows that a morning’s balance lacks the afternoon', () => {
    const days = [[day('2026-01-31'), -30], [day('2026-02-28'), -1]] as const
    const morning = bank('2026-01-31', 90, -10)
    expect(proveAccount(days, [morning, bank('2026-02-28', 69)])).toMatchObject({ openingMinor: 100, ledgerMinor: 69, divergingOn: null })
    expect(proveAccount(days, [bank('2026-01-10', 100), morning])).toMatchObject({ bankMinor: 90, ledgerMinor: 90, divergingOn: null })
  })
})

describe('the proof of an account', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => { await ledger.close() })

  const month = (number: number, balance: string, ...entries: readonly EntryText[]) => statement({ entries: entries.map(entry), balances: [booked(balance, `2026-0${number}-28`)] })
  const account = async () => (await value(ledger.call('accounts.list', undefined)))[0]
  const JANUARY = month(1, '70.00', { on: '2026-01-10', amount: '-30.00' })
  const FEBRUARY = month(2, '65.00', { on: '2026-02-10', amount: '-5.00' })
  const MARCH = month(3, '85.00', { on: '2026-03-10', amount: '20.00' })

  it('adds up where a history starts late', async () => {
    await importReadings(ledger, FEBRUARY)
    expect(await account()).toMatchObject({ balance: { minor: 6_500 }, proof: { difference: { minor: 0 }, asOf: '2026-02-28', firstDivergingDay: null } })
    await importReadings(ledger, JANUARY)
    expect(await account()).toMatchObject({ balance: { minor: 6_500 }, proof: { difference: { minor: 0 } }, firstOn: '2026-01-10' })
  })

  it('finds the month that is missing, and heals when it comes', async () => {
    await importReadings(ledger, JANUARY)
    const [receipt] = await importReadings(ledger, MARCH)
    const found = { bank: { minor: 8_500 }, ledger: { minor: 9_000 }, difference: { minor: -500 }, firstDivergingDay: '2026-03-28' }
    expect(receipt?.accounts[0]?.proof).toMatchObject(found)
    expect((await account())?.proof).toMatchObject(found)
    await importReadings(ledger, FEBRUARY)
    expect((await account())?.proof).toMatchObject({ difference: { minor: 0 }, firstDivergingDay: null })
    expect((await value(ledger.call('imports.receipt', { batchId: 2 as never }))).accounts[0]?.proof).toMatchObject(found)
  })

  it('stands as it stood when a file comes again', async () => {
    await importReadings(ledger, JANUARY, MARCH)
    const before = await account()
    const [receipt] = await importReadings(ledger, MARCH)
    expect(receipt).toMatchObject({ batch: { added: 0 }, accounts: [{ proof: { bank: { minor: 8_500 }, firstDivergingDay: '2026-03-28' } }] })
    expect(await account()).toEqual(before)
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('follows a balance that comes with no new row', async () => {
    await importReadings(ledger, JANUARY, FEBRUARY)
    await importReadings(ledger, month(2, '60.00', { on: '2026-02-10', amount: '-5.00' }))
    expect(await account()).toMatchObject({ proof: { bank: { minor: 6_000 }, firstDivergingDay: '2026-02-28' } })
    await importReadings(ledger, statement({ balances: [booked('65.00', '2026-03-28')] }))
    expect(await account()).toMatchObject({ proof: { bank: { minor: 6_500 }, difference: { minor: 0 }, asOf: '2026-03-28' } })
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('forgets the balance of an import that is reverted', async () => {
    await importReadings(ledger, JANUARY)
    await importReadings(ledger, MARCH)
    await value(ledger.call('imports.revert', { batchId: 2 as never }))
    expect(await account()).toMatchObject({ balance: { minor: 7_000 }, proof: { asOf: '2026-01-28', difference: { minor: 0 } } })
  })

  it('takes an opening balance as the booked one of the day before, where there is no other', async () => {
    await importReadings(ledger, statement({ entries: [entry({ on: '2026-01-10', amount: '-30.00' })], balances: [booked('100.00', '2026-01-10', 'opening')] }))
    expect(await account()).toMatchObject({ balance: { minor: 7_000 }, asOf: '2026-01-09' })
  })

  it('sees a loan’s principal as what is owed', async () => {
    const loan = { principal: '250000.00' as never, rate: null, nextPaymentOn: null, nextPayment: null, maturesOn: null, payments: [] }
    await importReadings(ledger, statement({ kind: 'loan', account: { ...GIRO, type: 'loan' }, to: day('2026-01-31'), loan }))
    expect(await account()).toMatchObject({ type: 'loan', balance: { minor: -25_000_000 } })
  })

  it('tells a balance it cannot read', async () => {
    const [receipt] = await importReadings(ledger, statement({ balances: [booked('1.234', '2026-01-31')] }))
    expect(receipt?.warnings).toEqual([{ line: 1, code: 'balance-unreadable', detail: 'booked' }])
    expect((await account())?.proof).toBeNull()
  })

  it('follows several statements of one day in one file', async () => {
    const first = statement({ entries: [entry({ on: '2026-01-10', amount: '-30.00', externalId: 'A' })], balances: [booked('70.00', '2026-01-10')] })
    const second = statement({ entries: [entry({ on: '2026-01-10', amount: '-5.00', externalId: 'B' })], balances: [booked('65.00', '2026-01-10')] })
    await importReadings(ledger, reading([first, second]))
    expect(await account()).toMatchObject({ balance: { minor: 6_500 }, proof: { bank: { minor: 6_500 }, difference: { minor: 0 }, firstDivergingDay: null } })
  })

  it('follows the newer of two files that disagree about a day, whichever comes first', async () => {
    const [early, late] = ([['70.00', '08:00'], ['65.00', '18:00']] as const).map(([balance, time]) => reading([month(1, balance, { on: '2026-01-10', amount: '-30.00' })], `2026-01-28T${time}:00.000Z`))
    for (const files of [[early, late], [late, early]]) {
      const other = await openedInMemory()
      for (const file of files) if (file) await importReadings(other, file)
      expect((await value(other.call('accounts.list', undefined)))[0]).toMatchObject({ balance: { minor: 6_500 }, bankBalance: { minor: 6_500 }, proof: { difference: { minor: 0 } } })
      await other.close()
    }
  })
})
