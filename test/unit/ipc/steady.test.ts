import { beforeEach, describe, expect, it } from 'vitest'
import { RefreshSchema, type Refresh } from '#shared/connections.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Publish } from '#main/ipc/events.ts'
import { steadily } from '#main/ipc/steady.ts'

const refresh = (id: number, done: number, told: Partial<Refresh> = {}): Refresh => RefreshSchema.parse({
  id, connectionId: id, connectionName: 'Girokonto', bankName: 'Demobank', kind: 'update', origin: 'manual', status: 'PROCESSING', step: 'fetch', done, total: 9,
  question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: '2026-03-02T08:00:00.000Z', endedAt: null, ...told,
})

let told: string[]
let pauses: (() => void)[]
let publish: Publish

beforeEach(() => {
  told = []
  pauses = []
  const timer: Timer = { wait: () => new Promise<void>((resolve) => { pauses.push(resolve) }) }
  publish = steadily((event, payload) => { told.push(`${event} ${said(payload)}`) }, timer)
})

function said(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return ''
  if ('scopes' in payload) return String(payload.scopes)
  return 'done' in payload && 'id' in payload && 'status' in payload ? `${String(payload.id)} ${String(payload.status)} ${String(payload.done)}` : ''
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

  it('leaves out the steps of a refresh that the next one has outdated, of each by itself', async () => {
    publish('refresh.changed', refresh(1, 0))
    publish('refresh.changed', refresh(1, 1))
    publish('refresh.changed', refresh(2, 1))
    publish('refresh.changed', refresh(1, 2))
    await pauseEnds()
    expect(told).toEqual(['refresh.changed 1 PROCESSING 0', 'refresh.changed 1 PROCESSING 2', 'refresh.changed 2 PROCESSING 1'])
  })

  it('holds back no end and no other event, and tells first what came before them', async () => {
    publish('ledger.changed', { scopes: ['accounts'] })
    publish('ledger.changed', { scopes: ['transactions'] })
    publish('refresh.changed', refresh(1, 8))
    publish('refresh.changed', refresh(1, 9, { status: 'FINISHED' }))
    publish('menu.command', { command: 'help' })
    const all = ['ledger.changed accounts', 'ledger.changed transactions', 'refresh.changed 1 PROCESSING 8', 'refresh.changed 1 FINISHED 9', 'menu.command ']
    expect(told).toEqual(all)

    await pauseEnds()
    expect(told).toEqual(all)
  })
})
