import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerEvent } from '#main/worker/protocol.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

const ENTRY = new URL('../../../src-main/worker/thread.ts', import.meta.url)
const KEY = new Uint8Array(32).fill(9)

/** The ledger's threads let all others go first: on a machine that others keep busy they may wait long for their turn. */
const PATIENT = { timeout: 240_000 }

describe('the two ledger threads', PATIENT, () => {
  let folder: string
  let ledger: LedgerClient
  let events: LedgerEvent[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-threads-'))
    ledger = createThreadClient({ entry: ENTRY })
    events = []
    ledger.onEvent((event) => { events.push(event) })
  })
  afterEach(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  }, PATIENT.timeout)

  const open = (create = true) => ledger.open({ file: join(folder, 'l.kontor'), key: KEY, create, baseCurrency: currency('EUR') })
  const file = (rows: number) => ({
    name: 'a.ofx',
    bytes: new TextEncoder().encode(ofx({ currency: 'EUR', lines: Array.from({ length: rows }, (_, index) => ({ id: `R${index}`, on: '2026-01-05', amount: '-1.00', name: `Shop ${index}` })) })),
  })

  /** Resolves when the operation has reached one of the states. */
  function reached(operationId: OperationId, ...states: Operation['state'][]): Promise<Operation> {
    return new Promise((resolve) => {
      const seen = (event: LedgerEvent) => {
        if (event.name === 'operation.changed' && event.value.operationId === operationId && states.includes(event.value.state)) {
          stop()
          resolve(event.value)
        }
      }
      const stop = ledger.onEvent(seen)
      events.forEach(seen)
    })
  }

  it('may be started before it is known whether the ledger opens, once or not at all', async () => {
    ledger.prepare()
    ledger.prepare()
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
    await value(open())
    ledger.prepare()
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: true, value: [] })
    await ledger.close()
    ledger.prepare()
    await ledger.close()
    await value(open(false))
    expect(events.filter(({ name }) => name === 'died' || name === 'incident')).toEqual([])
  })

  it('answer nothing before a ledger is open, and after it is closed', async () => {
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
    await value(open())
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: true, value: [] })
    await ledger.close()
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
    expect(await ledger.job('verify', null)).toEqual({ ok: false, error: { kind: 'locked' } })
    expect(readdirSync(folder)).toEqual(['l.kontor'])
  })

  it('stage, review and commit, and the reading thread sees it', async () => {
    await value(open())
    const { operationId } = await value(ledger.call('imports.stage', { files: [file(20)] }))
    expect(await reached(operationId, 'waiting', 'failed')).toMatchObject({ state: 'waiting', error: null })
    expect((await value(ledger.call('imports.review', { operationId }))).counts.new).toBe(20)
    await value(ledger.call('imports.commit', { operationId }))
    expect((await value(ledger.call('transactions.outline', { filter: {} }))).count).toBe(20)
    expect(events).toContainEqual({ name: 'ledger.changed', value: { scopes: ['accounts', 'transactions', 'imports', 'history', 'settings'] } })
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('take over whole arrays and copy parts of larger ones', async () => {
    await value(open())
    const whole = file(1)
    const shared = new Uint8Array(whole.bytes.length + 8)
    shared.set(whole.bytes, 8)
    const part = { name: 'b.ofx', bytes: shared.subarray(8) }
    const { operationId } = await value(ledger.call('imports.stage', { files: [whole, part] }))
    expect([whole.bytes.length, shared.length > 8]).toEqual([0, true])
    await reached(operationId, 'waiting')
    expect((await value(ledger.call('imports.review', { operationId }))).counts).toMatchObject({ new: 1, duplicate: 1 })
  })

  it('read while the other thread writes, and stop when told', async () => {
    await value(open())
    const { operationId } = await value(ledger.call('imports.stage', { files: [file(30_000)] }))
    // Called off in the same breath: on a busy machine the file may be read before this thread gets its next turn.
    const listed = ledger.call('accounts.list', undefined)
    await value(ledger.call('operations.cancel', { operationId }))
    expect(await value(listed)).toEqual([])
    expect(await reached(operationId, 'cancelled', 'waiting')).toMatchObject({ state: 'cancelled' })
    expect(await ledger.call('imports.review', { operationId })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('tell that an import was called off, even one that waited in line and was never begun', async () => {
    await value(open())
    const first = await value(ledger.call('imports.stage', { files: [file(30_000)] }))
    const second = await value(ledger.call('imports.stage', { files: [file(1)] }))
    await value(ledger.call('operations.cancel', second))
    await value(ledger.call('operations.cancel', first))
    expect(await reached(first.operationId, 'cancelled', 'waiting')).toMatchObject({ state: 'cancelled' })
    expect(await reached(second.operationId, 'cancelled', 'waiting')).toMatchObject({ state: 'cancelled', error: null })
    expect(await value(ledger.call('operations.list', undefined))).toEqual([])
  })

  it('never begin what was called off while it waited in line', async () => {
    await value(open())
    const controller = new AbortController()
    const answers = [1, 2, 3].map((index) => ledger.call('accounts.list', undefined, index === 2 ? controller.signal : undefined))
    controller.abort()
    expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, false, true])
    expect(await ledger.call('accounts.list', undefined, controller.signal)).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })

  it('open with the right key only, once at a time, and again afterwards', async () => {
    await value(open())
    expect(await open(false)).toEqual({ ok: false, error: { kind: 'busy' } })
    expect(await createDirectClient().open({ file: join(folder, 'l.kontor'), key: KEY, create: false })).toEqual({ ok: false, error: { kind: 'busy' } })
    await ledger.close()
    expect(await ledger.open({ file: join(folder, 'l.kontor'), key: new Uint8Array(32), create: false })).toEqual({ ok: false, error: { kind: 'malformed', reason: 'ledger_damaged', line: null } })
    expect(await open(false)).toMatchObject({ ok: true, value: { encrypted: true, backup: null } })
    expect(KEY.every((byte) => byte === 9)).toBe(true)
  })

  it('answer a failing disk with a value, and keep going', async () => {
    await value(open())
    expect(await ledger.job('backup', { file: join(folder, 'nowhere', 'x') })).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(await value(ledger.job('backup', { file: join(folder, 'copy') }))).toBeNull()
    expect(readdirSync(folder)).toContain('copy')
  })

  it('finish storing before they close', async () => {
    await value(open())
    const { operationId } = await value(ledger.call('imports.stage', { files: [file(2_000)] }))
    await reached(operationId, 'waiting')
    await value(ledger.call('imports.review', { operationId }))
    const committed = ledger.call('imports.commit', { operationId })
    await ledger.close()
    expect(await committed).toMatchObject({ ok: true })
    await value(open(false))
    expect((await value(ledger.call('transactions.outline', { filter: {} }))).count).toBe(2_000)
  })
})

describe('a thread that dies', PATIENT, () => {
  it('leaves no call without an answer, and the ledger can be opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-death-'))
    const ledger = createThreadClient({ entry: new URL('../../fixtures/dying-thread.ts', import.meta.url) })
    const events: LedgerEvent[] = []
    ledger.onEvent((event) => { events.push(event) })
    await value(ledger.open({ file: join(folder, 'l.kontor'), key: KEY, create: true }))
    const answers = await Promise.all([ledger.call('history.undo', undefined), ledger.call('history.redo', undefined), ledger.job('verify', null)])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.kind))).toEqual(['bug', 'bug', 'bug'])
    expect(events.map(({ name }) => name)).toEqual(['incident', 'died'])
    expect(JSON.stringify(events)).not.toContain('secret words')
    expect(await ledger.call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
    await value(ledger.open({ file: join(folder, 'l.kontor'), key: KEY, create: false }))
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  it('is told when it cannot even begin', async () => {
    const ledger = createThreadClient({ entry: new URL('../../fixtures/no-such-thread.ts', import.meta.url) })
    expect(await ledger.open({ file: join(tmpdir(), 'never'), key: null, create: true })).toMatchObject({ ok: false, error: { kind: 'bug' } })
    await ledger.close()
  })
})
