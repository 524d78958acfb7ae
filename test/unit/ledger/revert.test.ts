import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchId, TransactionId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { booked, entry, GIRO, importReadings, OPERATION, openedInMemory, reading, statement, value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

const day = (number: number) => ({ on: `2026-01-${String(number).padStart(2, '0')}`, amount: `${number}.00`, externalId: `R${number}` })
const days = (from: number, to: number, balance?: string) => statement({
  entries: Array.from({ length: to - from + 1 }, (_, index) => entry(day(from + index))),
  balances: balance === undefined ? [] : [booked(balance, day(to).on)],
})
const id = (batch: number) => batch as BatchId

describe('reverting an import', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
    await ledger.close()
  })

  const revert = (batch: number) => value(ledger.call('imports.revert', { batchId: id(batch) }))
  const preview = (batch: number) => value(ledger.call('imports.revertPreview', { batchId: id(batch) }))
  const outline = async () => (await value(ledger.call('transactions.outline', { filter: {} }))).count
  const accounts = () => value(ledger.call('accounts.list', undefined))

  it('takes away what it brought, the account too, and the file can come again', async () => {
    await importReadings(ledger, days(1, 5))
    expect(await preview(1)).toEqual({ removed: 5, kept: 0, restored: 0, edited: 0, accountsRemoved: 1, delta: [{ minor: -1_500, currency: 'EUR' }] })
    expect(await outline()).toBe(5)
    expect((await revert(1)).revertedAt).not.toBeNull()
    expect([await outline(), await accounts()]).toEqual([0, []])
    expect((await importReadings(ledger, days(1, 5)))[0]?.batch.added).toBe(5)
  })

  it('says so when it has been done already, and previews nothing', async () => {
    await importReadings(ledger, days(1, 2))
    await revert(1)
    const done = { ok: false, error: { kind: 'exists', what: 'revert' } }
    expect(await ledger.call('imports.revert', { batchId: id(1) })).toEqual(done)
    expect(await ledger.call('imports.revertPreview', { batchId: id(1) })).toEqual(done)
  })

  it('leaves what another import brought too, as if the first had never been', async () => {
    await importReadings(ledger, days(1, 6, '121.00'))
    await importReadings(ledger, days(4, 9, '145.00'))
    expect(await preview(1)).toMatchObject({ removed: 3, kept: 3, accountsRemoved: 0 })
    await revert(1)
    expect(await outline()).toBe(6)
    expect((await accounts())[0]).toMatchObject({ balance: { minor: 14_500 }, firstOn: '2026-01-04', proof: { difference: { minor: 0 } } })
    await revert(2)
    expect(await outline()).toBe(0)
  })

  it('of a file that came twice takes the rows away all the same', async () => {
    const file = { name: 'a.ofx', bytes: new TextEncoder().encode(ofx({ currency: 'EUR', lines: [{ id: 'A', on: '2026-01-02', amount: '-1.00' }, { id: 'B', on: '2026-01-03', amount: '-2.00' }] })) }
    for (const added of [2, 0]) {
      const done = await value(ledger.job('importFiles', { files: [{ ...file, bytes: file.bytes.slice() }], source: 'file', operationId: OPERATION }))
      expect(done.receipts[0]?.batch.added).toBe(added)
    }
    await revert(1)
    expect([await outline(), await accounts()]).toEqual([0, []])
  })

  it('counts the rows that the user has edited, and an undo brings the edits back', async () => {
    await importReadings(ledger, days(1, 3))
    await value(ledger.call('transactions.edit', { ids: [2 as TransactionId], change: { notes: 'mine' } }))
    expect(await preview(1)).toMatchObject({ removed: 3, edited: 1 })
    await revert(1)
    await value(ledger.call('history.undo', undefined))
    expect((await value(ledger.call('transactions.get', { id: 2 as TransactionId }))).notes).toBe('mine')
  })

  it('happens once', async () => {
    await importReadings(ledger, days(1, 2))
    await revert(1)
    expect(await ledger.call('imports.revert', { batchId: id(1) })).toMatchObject({ ok: false })
    expect(await ledger.call('imports.revert', { batchId: id(77) })).toEqual({ ok: false, error: { kind: 'not_found', what: 'batch' } })
  })

  it('keeps an account that a different source still speaks of', async () => {
    await importReadings(ledger, days(1, 2))
    await importReadings(ledger, reading([statement({ balances: [booked('10.00', '2026-02-28')] })]))
    await revert(1)
    expect((await accounts())[0]).toMatchObject({ balance: { minor: 1_000 }, transactionCount: 0 })
  })

  it('removes all demo data in one step, and one undo brings it back', async () => {
    await importReadings(ledger, days(1, 2))
    for (const name of ['demo-1', 'demo-2']) {
      const demo = statement({ account: { ...GIRO, iban: null, number: name, bankCode: null }, entries: [entry(day(9))] })
      await value(ledger.job('importReadings', { readings: [{ name, reading: reading([demo]) }], source: 'demo', operationId: OPERATION }))
    }
    expect((await value(ledger.call('ledger.settings', undefined))).demoBatchId).toBe(3)
    await value(ledger.job('removeDemo', null))
    expect(await outline()).toBe(2)
    expect(await value(ledger.call('ledger.settings', undefined))).toEqual({ baseCurrency: 'EUR', demoBatchId: null })
    await value(ledger.call('history.undo', undefined))
    expect(await outline()).toBe(4)
  })

  it('keeps the history: what came, what of it was reverted', async () => {
    await importReadings(ledger, days(1, 2), days(2, 3))
    await revert(1)
    expect((await value(ledger.call('imports.history', undefined))).map(({ id: batch, added, duplicates, delta, revertedAt }) => [batch, added, duplicates, delta[0]?.minor, revertedAt !== null])).toEqual([
      [2, 1, 1, 300, false],
      [1, 2, 0, 300, true],
    ])
  })
})
