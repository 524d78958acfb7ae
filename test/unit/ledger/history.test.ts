import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId, TransactionId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

const [FIRST, SECOND] = [1 as TransactionId, 2 as TransactionId]
const GIRO_ID = 1 as AccountId

describe('edits, undo and redo', () => {
  let ledger: LedgerClient

  beforeEach(async () => {
    ledger = await openedInMemory()
    await importReadings(ledger, statement({ entries: [entry({ on: '2026-01-02', amount: '-1.00', payee: 'REWE SAGT DANKE 123' }), entry({ on: '2026-01-03', amount: '-2.00', payee: 'EDEKA' })] }))
  })
  afterEach(async () => { await ledger.close() })

  const row = (id: TransactionId) => value(ledger.call('transactions.get', { id }))
  const edit = (change: object, ids: TransactionId[] = [FIRST]) => value(ledger.call('transactions.edit', { ids, change }))
  const undo = () => value(ledger.call('history.undo', undefined))
  const redo = () => value(ledger.call('history.redo', undefined))

  it('leave the bank’s words alone', async () => {
    await edit({ payee: ' Rewe ', notes: 'Party', categoryId: 'food.groceries' })
    expect(await row(FIRST)).toMatchObject({ payee: 'Rewe', rawPayee: 'REWE SAGT DANKE 123', notes: 'Party', categoryId: 'food.groceries' })
    await edit({ payee: '' })
    expect(await row(FIRST)).toMatchObject({ payee: 'REWE SAGT DANKE 123', notes: 'Party' })
  })

  it('count what they changed, and log nothing when nothing did', async () => {
    expect(await edit({ categoryId: 'food.groceries' }, [FIRST, SECOND, FIRST])).toEqual({ changed: 2 })
    expect(await edit({ categoryId: 'food.groceries' }, [FIRST, SECOND])).toEqual({ changed: 0 })
    expect(await value(ledger.call('history.state', undefined))).toEqual({ undo: { label: 'edit-category', count: 2 }, redo: null })
  })

  it('are all or nothing', async () => {
    expect(await ledger.call('transactions.edit', { ids: [FIRST, 99 as TransactionId], change: { notes: 'x' } })).toEqual({ ok: false, error: { kind: 'not_found', what: 'transaction' } })
    expect((await row(FIRST)).notes).toBe('')
  })

  it('go back and forth exactly, step by step', async () => {
    const before = await row(FIRST)
    await edit({ payee: 'Rewe' })
    await edit({ notes: 'Party', categoryId: null })
    const after = await row(FIRST)
    expect((await undo()).undo?.label).toBe('edit-payee')
    expect((await undo()).redo?.label).toBe('edit-payee')
    expect(await row(FIRST)).toEqual(before)
    await redo()
    await redo()
    expect(await row(FIRST)).toEqual(after)
    expect((await value(ledger.call('history.state', undefined))).redo).toBeNull()
  })

  it('forget what was undone once something else is done', async () => {
    await edit({ payee: 'Rewe' })
    await undo()
    await edit({ notes: 'new' })
    expect((await redo()).redo).toBeNull()
    expect(await row(FIRST)).toMatchObject({ payee: 'REWE SAGT DANKE 123', notes: 'new' })
  })

  it('reach accounts too: name, type and closing', async () => {
    await value(ledger.call('accounts.edit', { id: GIRO_ID, name: 'Haushalt', type: 'savings' }))
    expect(await value(ledger.call('accounts.close', { id: GIRO_ID, closed: true }))).toMatchObject({ name: 'Haushalt', type: 'savings', closed: true })
    await undo()
    await undo()
    expect((await value(ledger.call('accounts.list', undefined)))[0]).toMatchObject({ name: 'Checking ··3000', type: 'checking', closed: false })
  })

  it('take back a whole import, and bring it again with its edits', async () => {
    await edit({ notes: 'Party' })
    await undo()
    await undo()
    expect(await value(ledger.call('accounts.list', undefined))).toEqual([])
    await redo()
    await redo()
    expect(await row(FIRST)).toMatchObject({ notes: 'Party' })
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('do nothing at either end', async () => {
    await undo()
    expect((await undo()).undo).toBeNull()
    await redo()
    expect((await redo()).redo).toBeNull()
  })
})
