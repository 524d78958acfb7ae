import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchEffect } from 'vue'
import type { Refresh, RefreshId } from '#shared/connections.ts'
import { useRefreshesStore } from '#renderer/stores/refreshes.ts'
import { refresh, tanQuestion } from './banks.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'

let pinia: Pinia
let bridge: FakeBridge
let shown: number
beforeEach(() => {
  setActivePinia(pinia = createPinia())
  bridge = fakeBridge({})
  shown = 0
  const store = useRefreshesStore()
  watchEffect(() => { shown += store.refreshes.size > 0 ? 1 : 0 }, { flush: 'sync' })
})
afterEach(() => { disposePinia(pinia) })

const IDS = Array.from({ length: 20 }, (_, index) => index + 1)
const told = (id: number, over: Partial<Refresh> = {}): void => { bridge.emit('refresh.changed', refresh({ id: id as RefreshId, ...over })) }

it('shows the steps of many refreshes together, and each beginning and end by itself', async () => {
  const { refreshes } = useRefreshesStore()
  expect(refreshes.size).toBe(0)
  for (const id of IDS) told(id)
  expect(shown).toBe(20)
  for (const done of [1, 2, 3]) for (const id of IDS) told(id, { done })
  expect(shown).toBe(20)
  await eventually(() => { expect([...useRefreshesStore().refreshes.values()].map(({ done }) => done)).toEqual(IDS.map(() => 3)) })
  expect(shown).toBe(21)
  told(7, { done: 4 })
  told(7, { done: 4, status: 'FINISHED', step: 'done' })
  expect(shown).toBe(22)
})

it('shows no step after an end, and never waits with a question', async () => {
  const store = useRefreshesStore()
  told(1)
  told(1, { done: 1 })
  told(1, { done: 2, status: 'FINISHED', step: 'done' })
  told(2)
  told(2, { done: 1 })
  told(2, { done: 1, question: tanQuestion() })
  expect(store.waiting.map(({ id }) => id)).toEqual([2])
  told(3)
  told(3, { done: 1 })
  await eventually(() => { expect(store.refreshes.get(3 as RefreshId)?.done).toBe(1) })
  expect([store.refreshes.get(1 as RefreshId)?.status, store.waiting.length]).toEqual(['FINISHED', 1])
})
