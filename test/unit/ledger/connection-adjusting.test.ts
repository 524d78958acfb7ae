import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { localDate } from '#shared/dates.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { connection, fetched, imported, offered, sound, updated, type Found } from '../../fixtures/connections.ts'
import { booked, entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'
import { flowsOf } from '../../fixtures/reports.ts'

const GIRO = offered(0)
const row = (day: number) => entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '-10.00', payee: `Payee ${day}`, externalId: `id-${day}` })
const found = (days: readonly number[], balance: string, on: string): Found => ({ fetched: [fetched(GIRO, { statements: [statement({ entries: days.map(row) })], balances: [booked(balance, on)] })] })

describe('A10 a bank balance that the rows do not add up to', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const account = async () => (await value(ledger.call('accounts.list', undefined)))[0]
  const rows = () => value(ledger.call('transactions.page', { filter: { accountIds: [1 as never] }, after: null, limit: 100 }))
  const adjusting = async () => (await rows()).filter(({ isAdjusting }) => isAdjusting)
  const flow = async () => (await flowsOf(ledger, { from: '2026-01-01', to: '2026-12-31' })).total.sum

  /** The row of the 4th is missing. */
  async function withGap() {
    const { id } = await imported(ledger, found([2, 3], '80.00', '2026-01-03'))
    await updated(ledger, id, found([5], '60.00', '2026-01-05'))
    return id
  }

  it('is made up for by one row of exactly the difference, on the day of the balance', async () => {
    const id = await withGap()
    expect(await adjusting()).toMatchObject([{ amount: { minor: -1000 }, bookedOn: '2026-01-05', purpose: 'Zwischensaldo', batchId: null, isNew: false }])
    expect(await account()).toMatchObject({ status: 'UPDATED_FIXED', balance: { minor: 6000 }, bankBalance: { minor: 6000 }, transactionCount: 4, proof: { difference: { minor: -1000 }, ledger: { minor: 7000 } } })
    expect((await connection(ledger, id)).accounts).toMatchObject([{ status: 'UPDATED_FIXED' }])
    expect((await value(ledger.call('refreshes.list', { limit: 1 })))[0]?.accounts).toMatchObject([{ status: 'UPDATED_FIXED', added: 1 }])
    expect((await rows())[0]?.balanceAfter).toEqual({ minor: 6000, currency: 'EUR' })
  })

  it('is no spending', async () => {
    await withGap()
    expect(await flow()).toMatchObject({ spending: { minor: 3000 }, adjusting: { minor: -1000 }, income: { minor: 0 } })
  })

  it('is shown in the balance over time', async () => {
    await withGap()
    expect((await value(ledger.call('reports.balanceHistory', {})))[0]?.points.at(-1)).toEqual({ on: '2026-01-05', minor: 6000 })
  })

  it('needs nothing once a refresh brings what was missing', async () => {
    const id = await withGap()
    await updated(ledger, id, found([4, 5], '60.00', '2026-01-05'))
    expect(await adjusting()).toEqual([])
    expect(await account()).toMatchObject({ status: 'UPDATED', balance: { minor: 6000 }, proof: { difference: { minor: 0 } } })
  })

  it('needs nothing once a file brings what was missing, and does again when that is reverted', async () => {
    await withGap()
    const [receipt] = await importReadings(ledger, statement({ entries: [row(4)] }))
    expect(await adjusting()).toEqual([])
    await value(ledger.call('imports.revert', { batchId: receipt?.batch.id ?? 0 as never }))
    expect(await adjusting()).toHaveLength(1)
    await value(ledger.call('history.undo', undefined))
    expect(await adjusting()).toEqual([])
  })

  it('moves to the newest balance, as the same row with what its owner wrote on it', async () => {
    const id = await withGap()
    const [before] = await adjusting()
    await value(ledger.call('transactions.edit', { ids: [before?.id ?? 0 as never], change: { notes: 'Nachfragen' } }))
    await updated(ledger, id, found([8], '45.00', '2026-01-08'))
    expect(await adjusting()).toMatchObject([{ id: before?.id, notes: 'Nachfragen', amount: { minor: -1500 }, bookedOn: '2026-01-08' }])
    expect((await value(ledger.call('transactions.page', { filter: { search: 'Nachfragen' }, after: null, limit: 10 })))).toHaveLength(1)
  })

  it('moves to the newest balance also where the difference stays what it was', async () => {
    const id = await withGap()
    await updated(ledger, id, found([8], '50.00', '2026-01-08'))
    expect(await adjusting()).toMatchObject([{ amount: { minor: -1000 }, bookedOn: '2026-01-08' }])
  })

  it('goes with its connection, and comes back with it', async () => {
    const id = await withGap()
    await value(ledger.job('connections.delete', { id, rows: 'keep' }))
    expect(await adjusting()).toEqual([])
    expect(await account()).toMatchObject({ status: null, connectionId: null, balance: { minor: 7000 }, bankBalance: { minor: 6000 } })
    await value(ledger.call('history.undo', undefined))
    expect(await adjusting()).toHaveLength(1)
  })

  it('is none of the business of an account that only files know', async () => {
    await importReadings(ledger, statement({ entries: [row(2)], balances: [booked('80.00', '2026-01-02')] }), statement({ entries: [row(5)], balances: [booked('60.00', '2026-01-05')] }))
    expect(await adjusting()).toEqual([])
    expect((await account())?.proof?.difference.minor).toBe(-1000)
  })

  it('makes up for an account of which the bank only tells the balance', async () => {
    const { id } = await imported(ledger, found([], '100.00', '2026-01-03'))
    await updated(ledger, id, found([], '150.00', '2026-01-10'))
    expect(await account()).toMatchObject({ balance: { minor: 15_000 }, status: 'UPDATED_FIXED' })
  })

  it('is never held against a row that comes in', async () => {
    const id = await withGap()
    await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [statement({ entries: [entry({ on: '2026-01-05', amount: '-10.00', purpose: 'Zwischensaldo' })] })], balances: [booked('60.00', '2026-01-05')] })] })
    expect(await rows()).toHaveLength(4)
    expect(await adjusting()).toEqual([])
  })
})

describe('A16 rows that look like one that is there under another id', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })
  const flags = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 100 }))).map(({ isPotentialDuplicate }) => isPotentialDuplicate)
  const dinner = (on: string, externalId: string) => entry({ on, amount: '-42.00', payee: 'Trattoria Roma', purpose: 'Kartenzahlung', externalId })

  it('are marked when a refresh brings them, and when a file does', async () => {
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [statement({ entries: [dinner('2026-01-05', 'A')] })] })] })
    await updated(ledger, id, { fetched: [fetched(GIRO, { from: localDate('2026-01-01'), statements: [statement({ entries: [dinner('2026-01-07', 'B')] })] })] })
    expect(await flags()).toEqual([true, false])
    await importReadings(ledger, statement({ entries: [dinner('2026-01-08', '')] }))
    expect(await flags()).toEqual([true, true, false])
  })

  it('are none when the bank names both', async () => {
    const { id } = await imported(ledger, { fetched: [fetched(GIRO, { statements: [statement({ entries: [dinner('2026-01-05', 'A')] })] })] })
    await updated(ledger, id, { fetched: [fetched(GIRO, { statements: [statement({ entries: [dinner('2026-01-05', 'A'), dinner('2026-01-07', 'B')] })] })] })
    expect(await flags()).toEqual([false, false])
  })

  describe('are for a person to judge', () => {
    const page = (filter = {}) => value(ledger.call('transactions.page', { filter, after: null, limit: 100 }))
    const edit = (id: number, change: object) => ledger.call('transactions.edit', { ids: [id as never], change })
    const suspects = () => page({ flag: 'duplicate' })
    let connectionId: ConnectionId
    const again: Found = { fetched: [fetched(GIRO, { from: localDate('2026-01-01'), statements: [statement({ entries: [dinner('2026-01-07', 'B')] })] })] }

    beforeEach(async () => {
      connectionId = (await imported(ledger, { fetched: [fetched(GIRO, { statements: [statement({ entries: [dinner('2026-01-05', 'A')] })] })] })).id
      await updated(ledger, connectionId, again)
    })

    it('and are counted until then', async () => {
      expect((await value(ledger.call('transactions.outline', { filter: { flag: 'duplicate' } }))).count).toBe(1)
      expect(await value(edit(2, { isPotentialDuplicate: false, isNew: false }))).toEqual({ changed: 1 })
      expect([await suspects(), (await page()).map(({ isNew }) => isNew)]).toEqual([[], [false, false]])
      await value(ledger.call('history.undo', undefined))
      expect((await suspects()).map(({ isNew }) => isNew)).toEqual([true])
    })

    it('and go for good where it says so, but for an undo', async () => {
      expect(await value(edit(2, { isRemoved: true }))).toEqual({ changed: 1 })
      await updated(ledger, connectionId, again)
      expect((await page()).map(({ externalId }) => externalId)).toEqual(['A'])
      expect((await value(ledger.call('accounts.list', undefined)))[0]).toMatchObject({ transactionCount: 1, balance: { minor: -4200 } })
      await value(ledger.call('history.undo', undefined))
      expect((await page()).map(({ externalId }) => externalId)).toEqual(['B', 'A'])
    })

    it('while what the bank has said for sure cannot go', async () => {
      expect(await edit(1, { isRemoved: true })).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'isRemoved' } })
      expect(await edit(2, { isRemoved: true, notes: 'x' })).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'isRemoved' } })
      expect(await edit(99, { isRemoved: true })).toEqual({ ok: false, error: { kind: 'not_found', what: 'transaction' } })
    })
  })
})

describe('A12 rows of a demo and adjusting entries can be deleted', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })
  const remove = (id: number) => value(ledger.call('transactions.edit', { ids: [id as never], change: { isRemoved: true } }))
  const page = () => value(ledger.call('transactions.page', { filter: {}, after: null, limit: 100 }))

  it('each by itself, and stay away', async () => {
    const demo = { bank: { name: 'Demobank', bankCode: '00000000', bic: null, country: '280', protocol: 'demo' as const, url: null } }
    const { id } = await imported(ledger, found([2, 3], '80.00', '2026-01-03'), demo)
    await remove(1)
    expect((await page()).map(({ id: row, isAdjusting }) => [row, isAdjusting])).toEqual([[2, false]])
    await updated(ledger, id, found([2, 3, 5], '60.00', '2026-01-05'))
    const adjusting = (await page()).find(({ isAdjusting }) => isAdjusting)
    expect(adjusting?.amount.minor).toBe(-1000)
    await remove(adjusting?.id ?? 0)
    await updated(ledger, id, found([5], '60.00', '2026-01-05'))
    expect((await page()).filter(({ isAdjusting }) => isAdjusting)).toEqual([])
    await updated(ledger, id, found([8], '45.00', '2026-01-08'))
    expect((await page()).filter(({ isAdjusting }) => isAdjusting)).toHaveLength(1)
  })

  it('the demo data that was loaded go without touching a demo connection', async () => {
    await imported(ledger, found([2, 3], '80.00', '2026-01-03'), { bank: { name: 'Demobank', bankCode: '00000000', bic: null, country: '280', protocol: 'demo', url: null } })
    expect((await value(ledger.call('ledger.settings', undefined))).demoBatchId).toBeNull()
    await value(ledger.job('removeDemo', null))
    expect(await page()).toHaveLength(2)
  })
})
