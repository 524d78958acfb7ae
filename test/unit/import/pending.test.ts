import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reading } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, importReadings, openedInMemory, reading, statement, value, type EntryText } from '../../fixtures/readings.ts'

const HOTEL = { on: '2026-01-05', amount: '-80.00', payee: 'Hotel Post', externalId: 'P1' }
const HOTEL_BOOKED = { on: '2026-01-07', amount: '-80.00', payee: 'HOTEL POST WIEN', externalId: 'B1' }
const TAXI = { on: '2026-01-06', amount: '-12.00', payee: 'Taxi', externalId: 'P2' }

describe('pending entries', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => { await ledger.close() })

  const said = (at: string, { pending = [], entries = [] }: { pending?: readonly EntryText[]; entries?: readonly EntryText[] }): Reading =>
    reading([statement({ pending: pending.map(entry), entries: entries.map(entry) })], `${at}T12:00:00.000Z`)
  const rows = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 100 }))).map(({ status, bookedOn, payee }) => `${status} ${bookedOn} ${payee}`)
  const account = async () => (await value(ledger.call('accounts.list', undefined)))[0]
  const decisions = async (batchId: number) => (await value(ledger.call('imports.receipt', { batchId: batchId as never }))).decisions.map(({ decision, reason }) => `${decision} ${reason}`)

  it('stay out of the balance and stand apart from it', async () => {
    await importReadings(ledger, said('2026-01-05', { pending: [HOTEL], entries: [{ on: '2026-01-02', amount: '100.00' }] }))
    expect(await account()).toMatchObject({ balance: { minor: 10_000 }, pending: { minor: -8_000 }, transactionCount: 2 })
  })

  it('give way to the booked row, which takes over what the user wrote', async () => {
    await importReadings(ledger, said('2026-01-05', { pending: [HOTEL] }))
    const [pending] = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 1 }))
    await value(ledger.call('transactions.edit', { ids: [pending?.id ?? 0 as never], change: { notes: 'Weekend', categoryId: 'travel.lodging' } }))
    const [receipt] = await importReadings(ledger, said('2026-01-08', { entries: [HOTEL_BOOKED] }))
    expect(receipt?.batch).toMatchObject({ rows: 1, added: 0, matched: 1 })
    expect(await decisions(2)).toEqual(['match books-pending'])
    expect(await rows()).toEqual(['booked 2026-01-07 HOTEL POST WIEN'])
    expect((await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 1 })))[0]).toMatchObject({ notes: 'Weekend', categoryId: 'travel.lodging' })
    expect(await account()).toMatchObject({ balance: { minor: -8_000 }, pending: { minor: 0 } })
  })

  it('come back when the import that booked them is reverted', async () => {
    await importReadings(ledger, said('2026-01-05', { pending: [HOTEL] }))
    await importReadings(ledger, said('2026-01-08', { entries: [HOTEL_BOOKED] }))
    expect(await value(ledger.call('imports.revertPreview', { batchId: 2 as never }))).toMatchObject({ removed: 1, restored: 1, kept: 0 })
    await value(ledger.call('imports.revert', { batchId: 2 as never }))
    expect(await rows()).toEqual(['pending 2026-01-05 Hotel Post'])
  })

  it('are replaced by the bank’s newer list: known ones stay, others go', async () => {
    await importReadings(ledger, said('2026-01-06', { pending: [HOTEL, TAXI] }))
    const [receipt] = await importReadings(ledger, said('2026-01-07', { pending: [{ ...TAXI, externalId: 'P9' }, { on: '2026-01-07', amount: '-5.00', payee: 'Kiosk' }] }))
    expect(receipt?.batch).toMatchObject({ added: 1, duplicates: 1 })
    expect(await rows()).toEqual(['pending 2026-01-07 Kiosk', 'pending 2026-01-06 Taxi'])
    await value(ledger.call('imports.revert', { batchId: 2 as never }))
    expect(await rows()).toEqual(['pending 2026-01-06 Taxi', 'pending 2026-01-05 Hotel Post'])
  })

  it('of an older list are not believed after a newer one', async () => {
    await importReadings(ledger, said('2026-01-07', { pending: [TAXI] }))
    await importReadings(ledger, said('2026-01-06', { pending: [HOTEL, TAXI] }))
    expect(await decisions(2)).toEqual(['skip pending-replaced', 'skip pending-replaced'])
    expect(await rows()).toEqual(['pending 2026-01-06 Taxi'])
  })

  it('that arrive after their booking are known as booked', async () => {
    await importReadings(ledger, said('2026-01-08', { entries: [HOTEL_BOOKED] }))
    await importReadings(ledger, said('2026-01-05', { pending: [HOTEL] }))
    expect(await decisions(2)).toEqual(['duplicate pending-known'])
    expect(await rows()).toEqual(['booked 2026-01-07 HOTEL POST WIEN'])
  })

  it('listed beside a booked row of the same price are something else', async () => {
    await importReadings(ledger, said('2026-01-08', { entries: [HOTEL_BOOKED], pending: [{ ...HOTEL, on: '2026-01-07' }] }))
    expect(await rows()).toHaveLength(2)
    await importReadings(ledger, said('2026-01-09', { entries: [HOTEL_BOOKED, { ...HOTEL_BOOKED, on: '2026-01-09', externalId: 'B2' }] }))
    expect(await rows()).toEqual(['booked 2026-01-09 HOTEL POST WIEN', 'booked 2026-01-07 HOTEL POST WIEN'])
  })

  it('do not wait for ever: two weeks of silence end them', async () => {
    await importReadings(ledger, said('2026-01-05', { pending: [HOTEL] }))
    await importReadings(ledger, said('2026-01-18', { entries: [{ on: '2026-01-18', amount: '1.00' }] }))
    expect(await rows()).toHaveLength(2)
    await importReadings(ledger, said('2026-01-20', { entries: [{ on: '2026-01-20', amount: '2.00' }] }))
    expect(await rows()).toEqual(['booked 2026-01-20 ', 'booked 2026-01-18 '])
  })

  it('are counted once when several files of one import list them', async () => {
    await importReadings(ledger, said('2026-01-06', { pending: [HOTEL, TAXI] }), said('2026-01-07', { pending: [TAXI] }), said('2026-01-08', { entries: [{ ...TAXI, on: '2026-01-08', externalId: 'B7' }] }))
    expect(await rows()).toEqual(['booked 2026-01-08 Taxi'])
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })
})
