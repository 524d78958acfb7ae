import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract, events as schemas } from '#shared/ipc/contract.ts'
import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerEvent } from '#main/worker/protocol.ts'
import { READ_CHANNELS } from '#main/worker/read-channels.ts'
import { reads } from '#main/worker/use-cases.ts'
import { fetched, imported, offered } from '../../fixtures/connections.ts'
import { booked, entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

describe('the ledger in the calling thread', () => {
  let ledger: LedgerClient
  let events: LedgerEvent[]

  beforeEach(async () => {
    ledger = await openedInMemory()
    events = []
    ledger.onEvent((event) => { events.push(event) })
  })
  afterEach(async () => { await ledger.close() })

  it('answers every channel as the contract says', async () => {
    await importReadings(ledger, statement({ entries: [entry({ on: '2026-01-02', amount: '-1.00', payee: 'A' }), entry({ on: '2026-01-02', amount: '5.555' })], balances: [booked('10.00', '2026-01-31')] }))
    const bytes = new TextEncoder().encode(ofx({ currency: 'EUR', lines: [{ on: '2026-01-09', amount: '1.00' }] }))
    const { operationId } = await value(ledger.call('imports.stage', { files: [{ name: 'a.ofx', bytes }] }))
    const parse = async (channel: keyof typeof contract, answer: Promise<{ ok: boolean }>) => {
      const result = await answer
      expect(result, channel).toMatchObject({ ok: true })
      if ('value' in result) expect(() => contract[channel].output.parse(result.value), channel).not.toThrow()
    }
    const filter = { accountIds: [1 as AccountId] }
    await parse('accounts.list', ledger.call('accounts.list', undefined))
    await parse('accounts.edit', ledger.call('accounts.edit', { id: 1 as AccountId, name: 'Giro' }))
    await parse('accounts.close', ledger.call('accounts.close', { id: 1 as AccountId, closed: true }))
    await parse('transactions.outline', ledger.call('transactions.outline', { filter }))
    await parse('transactions.page', ledger.call('transactions.page', { filter, after: null, limit: 10 }))
    await parse('transactions.get', ledger.call('transactions.get', { id: 1 as TransactionId }))
    await parse('transactions.edit', ledger.call('transactions.edit', { ids: [1 as TransactionId], change: { notes: 'n' } }))
    await parse('reports.balanceHistory', ledger.call('reports.balanceHistory', {}))
    await parse('reports.run', ledger.call('reports.run', ReportRequestSchema.parse({ name: 'cash-flow', from: '2026-01-01', to: '2026-12-31' })))
    await parse('history.state', ledger.call('history.state', undefined))
    await parse('history.undo', ledger.call('history.undo', undefined))
    await parse('history.redo', ledger.call('history.redo', undefined))
    await parse('operations.list', ledger.call('operations.list', undefined))
    await parse('imports.review', ledger.call('imports.review', { operationId }))
    await parse('imports.rows', ledger.call('imports.rows', { operationId, key: '0.0', offset: 0, limit: 10 }))
    await parse('imports.decide', ledger.call('imports.decide', { operationId, key: '0.0', from: 'new', decision: 'new' }))
    await parse('imports.assign', ledger.call('imports.assign', { operationId, key: '0.0', accountId: 1 as AccountId }))
    await parse('imports.commit', ledger.call('imports.commit', { operationId }))
    await parse('imports.discard', ledger.call('imports.discard', { operationId }))
    await parse('imports.history', ledger.call('imports.history', undefined))
    await parse('imports.receipt', ledger.call('imports.receipt', { batchId: 1 as BatchId }))
    await parse('imports.revertPreview', ledger.call('imports.revertPreview', { batchId: 1 as BatchId }))
    await parse('imports.revert', ledger.call('imports.revert', { batchId: 1 as BatchId }))
    const { id } = await imported(ledger, { fetched: [fetched(offered(0), { error: { kind: 'offline' } })] })
    await parse('connections.list', ledger.call('connections.list', undefined))
    await parse('connections.get', ledger.call('connections.get', { ids: [id] }))
    await parse('connections.deletePreview', ledger.call('connections.deletePreview', { id, rows: 'delete' }))
    await parse('refreshes.list', ledger.call('refreshes.list', { connectionId: id, limit: 10 }))
    await parse('connections.edit', ledger.job('connections.edit', { id, sealedPin: undefined, name: 'x' }))
    await parse('connections.delete', ledger.job('connections.delete', { id, rows: 'keep' }))
    await parse('accounts.delete', ledger.job('accounts.delete', { id: 1 as AccountId }))
    await parse('connections.deleteAll', ledger.job('connections.deleteAll', { rows: 'keep' }))
    await parse('ledger.settings', ledger.call('ledger.settings', undefined))
    await parse('ledger.setSettings', ledger.call('ledger.setSettings', { baseCurrency: 'CHF' as never }))
    await parse('operations.cancel', ledger.call('operations.cancel', { operationId }))
    for (const event of events) if (event.name === 'ledger.changed' || event.name === 'operation.changed') expect(() => schemas[event.name].parse(event.value)).not.toThrow()
    expect(events.filter(({ name }) => name === 'incident')).toEqual([])
  })

  it('names what is not there', async () => {
    expect(await ledger.call('transactions.get', { id: 9 as TransactionId })).toEqual({ ok: false, error: { kind: 'not_found', what: 'transaction' } })
    expect(await ledger.call('accounts.edit', { id: 9 as AccountId, name: 'x' })).toEqual({ ok: false, error: { kind: 'not_found', what: 'account' } })
    expect(await ledger.call('imports.receipt', { batchId: 9 as BatchId })).toEqual({ ok: false, error: { kind: 'not_found', what: 'batch' } })
  })

  it('says which file made a whole import fail', async () => {
    const answer = await ledger.job('importFiles', { files: [{ name: 'x', bytes: new Uint8Array() }], source: 'file', operationId: '00000000-0000-4000-8000-000000000001' as never })
    expect(answer).toEqual({ ok: false, error: { kind: 'malformed', reason: 'empty', line: null } })
    expect(events.at(-1)).toMatchObject({ name: 'operation.changed', value: { state: 'failed', error: { kind: 'malformed' } } })
  })

  it('lets a large file go once it is read, and leaves a small one, whose memory others may share', async () => {
    const text = ofx({ lines: [{ on: '2026-01-05', amount: '-1.00' }] })
    const small = new TextEncoder().encode(text)
    const large = new TextEncoder().encode(text + ' '.repeat(2 ** 20))
    for (const bytes of [small, large]) await value(ledger.job('importFiles', { files: [{ name: 'x', bytes }], source: 'file', operationId: '00000000-0000-4000-8000-000000000001' as never }))
    expect([small.length > 0, large.length]).toEqual([true, 0])
  })

  it('turns a bug into an incident without its words, and goes on', async () => {
    const broken = await ledger.call('transactions.page', { filter: null as never, after: null, limit: 1 })
    expect(broken).toMatchObject({ ok: false, error: { kind: 'bug' } })
    expect(events.at(-1)).toMatchObject({ name: 'incident', value: { where: 'transactions.page', error: 'TypeError' } })
    expect(await ledger.call('accounts.list', undefined)).toMatchObject({ ok: true })
  })

  it('is locked without a ledger, and busy with one', async () => {
    expect(await ledger.open({ file: ':memory:', key: null, create: true })).toEqual({ ok: false, error: { kind: 'busy' } })
    expect(await createDirectClient().call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
  })

  it('routes by the same names that the table of reads has', () => {
    expect([...READ_CHANNELS].sort()).toEqual(Object.keys(reads).sort())
  })
})
