import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RefreshSchema, type Refresh } from '#shared/connections.ts'
import { OperationSchema, type Operation } from '#shared/ipc/import-endpoints.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Publish } from '#main/ipc/events.ts'
import { steadily } from '#main/ipc/steady.ts'

const refresh = (id: number, done: number, told: Partial<Refresh> = {}): Refresh => RefreshSchema.parse({
  id, connectionId: id, connectionName: 'Girokonto', bankName: 'Demobank', kind: 'update', origin: 'manual', status: 'PROCESSING', step: 'fetch', done, total: 9,
  question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: '2026-03-02T08:00:00.000Z', endedAt: null, ...told,
})

const operation = (state: Operation['state']): Operation => OperationSchema.parse({ operationId: '3f1c2a44-7d0e-4a5b-9c1d-0b6f6f2f9a10', kind: 'import', state, phase: 'store', done: 1, total: 2, error: null })

let told: string[]
let pauses: (() => void)[]
let waited: number[]
let publish: Publish

beforeEach(() => {
  told = []
  pauses = []
  waited = []
  const timer: Timer = { wait: (milliseconds) => new Promise<void>((resolve) => {
    waited.push(milliseconds)
    pauses.push(resolve)
  }) }
  publish = steadily((event, payload) => { told.push(`${event} ${said(payload)}`) }, timer)
})

function said(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return ''
  if ('scopes' in payload) return String(payload.scopes)
  return Array.isArray(payload) ? z.array(RefreshSchema).parse(payload).map(({ id, status, done }) => `${id} ${status} ${done}`).join(', ') : ''
}

async function pauseEnds(): Promise<void> {
  pauses.shift()?.()
  await Promise.resolve()
  await Promise.resolve()
}

describe('what the window is told in a burst', () => {
  it('begins at once', () => {
    publish('ledger.changed', { scopes: ['accounts'] })
    expect(told).toEqual(['ledger.changed accounts'])
  })

  it('goes on with one change after each pause, of everything that changed in it', async () => {
    publish('ledger.changed', { scopes: ['accounts'] })
    publish('ledger.changed', { scopes: ['accounts'] })
    publish('ledger.changed', { scopes: ['transactions'] })
    expect(told).toHaveLength(1)

    await pauseEnds()
    expect(told.slice(1)).toEqual(['ledger.changed accounts,transactions'])
    publish('ledger.changed', { scopes: ['rules'] })
    expect(told).toHaveLength(2)
    await pauseEnds()
    expect(told.slice(2)).toEqual(['ledger.changed rules'])
  })

  it('begins at once again after a pause in which nothing happened', async () => {
    publish('ledger.changed', { scopes: ['accounts'] })
    await pauseEnds()
    publish('ledger.changed', { scopes: ['rates'] })
    expect(told).toEqual(['ledger.changed accounts', 'ledger.changed rates'])
  })

  it('tells what several refreshes did in a pause together, and of each only how it stands', async () => {
    publish('refresh.changed', [refresh(1, 0)])
    publish('refresh.changed', [refresh(1, 1)])
    publish('refresh.changed', [refresh(2, 1)])
    publish('refresh.changed', [refresh(1, 2)])
    await pauseEnds()
    expect(told).toEqual(['refresh.changed 1 PROCESSING 0', 'refresh.changed 1 PROCESSING 2, 2 PROCESSING 1'])
  })

  it('pauses longer the longer changes go on, and no longer than 400 ms', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      publish('ledger.changed', { scopes: ['accounts'] })
      await pauseEnds()
    }
    publish('ledger.changed', { scopes: ['accounts'] })
    await pauseEnds()
    expect(waited).toEqual([100, 100, 100, 100, 100, 100])

    publish('ledger.changed', { scopes: ['accounts'] })
    for (let turn = 0; turn < 4; turn += 1) {
      publish('ledger.changed', { scopes: ['accounts'] })
      await pauseEnds()
    }
    expect(waited.slice(6)).toEqual([100, 200, 400, 400, 400])
  })

  it('tells of no step after the end', async () => {
    publish('refresh.changed', [refresh(1, 7)])
    publish('refresh.changed', [refresh(1, 8)])
    publish('refresh.changed', [refresh(1, 9, { status: 'FINISHED' })])
    await pauseEnds()
    expect(told).toEqual(['refresh.changed 1 PROCESSING 7', 'refresh.changed 1 FINISHED 9'])
  })

  it('makes one change and one message of many ends', async () => {
    for (const id of [1, 2, 3]) {
      publish('ledger.changed', { scopes: ['transactions'] })
      publish('refresh.changed', [refresh(id, 9, { status: 'FINISHED' })])
    }
    await pauseEnds()
    await pauseEnds()
    expect(told).toEqual(['ledger.changed transactions', 'refresh.changed 1 FINISHED 9', 'ledger.changed transactions', 'refresh.changed 2 FINISHED 9, 3 FINISHED 9'])
  })

  it('holds back no other event, and tells before the end of an import what came of it', () => {
    publish('ledger.changed', { scopes: ['accounts'] })
    publish('ledger.changed', { scopes: ['imports'] })
    publish('menu.command', { command: 'help' })
    publish('operation.changed', operation('running'))
    expect(told.map((line) => line.trim())).toEqual(['ledger.changed accounts', 'menu.command', 'operation.changed'])
    publish('operation.changed', operation('done'))
    expect(told.slice(3).map((line) => line.trim())).toEqual(['ledger.changed imports', 'operation.changed'])
  })
})
