import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchEffect } from 'vue'
import type { Refresh, RefreshId } from '#shared/connections.ts'
import { ok } from '#shared/result.ts'
import { useRefreshesStore } from '#renderer/stores/refreshes.ts'
import { refresh, tanQuestion } from './banks.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'

let pinia: Pinia
let bridge: FakeBridge
let shown: number
beforeEach(() => {
  setActivePinia(pinia = createPinia())
  bridge = fakeBridge({ 'refreshes.cancel': () => ok(null) })
  shown = 0
  const store = useRefreshesStore()
  watchEffect(() => { shown += store.refreshes.size > 0 ? 1 : 0 }, { flush: 'sync' })
})
afterEach(() => { disposePinia(pinia) })

const IDS = Array.from({ length: 20 }, (_, index) => index + 1)
const tellAll = (ids: readonly number[], over: Partial<Refresh> = {}): void => { bridge.emit('refresh.changed', ids.map((id) => refresh({ id: id as RefreshId, ...over }))) }

it('shows what is told together together', () => {
  const { refreshes } = useRefreshesStore()
  expect(refreshes.size).toBe(0)
  tellAll(IDS)
  expect(shown).toBe(1)
  tellAll(IDS, { done: 3 })
  expect(shown).toBe(2)
  expect([...useRefreshesStore().refreshes.values()].map(({ done }) => done)).toEqual(IDS.map(() => 3))
})

it('shows no step that comes after an end', () => {
  const store = useRefreshesStore()
  tellAll([1], { done: 2, status: 'FINISHED', step: 'done' })
  tellAll([1], { done: 1 })
  expect(store.refreshes.get(1 as RefreshId)).toMatchObject({ status: 'FINISHED', done: 2 })
  expect(store.justEnded.map(({ id }) => id)).toEqual([1])
  tellAll([2], { question: tanQuestion() })
  expect(store.waiting.map(({ id }) => id)).toEqual([2])
})

it('counts those that ended as long as another one that began before is under way', () => {
  const store = useRefreshesStore()
  tellAll([1, 2, 3])
  expect([store.round.size, store.running.length]).toEqual([3, 3])
  tellAll([1], { status: 'FINISHED', step: 'done' })
  tellAll([4])
  expect([store.round.size, store.running.length]).toEqual([4, 3])
  tellAll([2, 3, 4], { status: 'FINISHED', step: 'done' })
  tellAll([5])
  expect(store.round.size).toBe(1)
})

it('calls off what works, and not what waits for a person', async () => {
  const store = useRefreshesStore()
  tellAll([1, 3])
  tellAll([2], { question: tanQuestion() })
  await store.cancelWorking()
  expect(bridge.callsOf('refreshes.cancel')).toEqual([{ id: 3 }, { id: 1 }])
})
