import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import { call, on } from '#renderer/api/client.ts'

/** Ended operations that are remembered, so that one that ends before its caller listens is not lost. */
const ENDED_MAX = 50
const isEnded = ({ state }: Operation): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Long work in main: progress for the tray, and the end of it for whoever started it. */
export const useOperationsStore = defineStore('operations', () => {
  const operations = shallowRef<ReadonlyMap<OperationId, Operation>>(new Map())
  const running = computed(() => [...operations.value.values()].filter(({ state }) => state === 'running'))

  onScopeDispose(on('operation.changed', note))

  function note(operation: Operation): void {
    const next = new Map(operations.value).set(operation.operationId, operation)
    const ended = [...next.values()].filter(isEnded)
    for (const { operationId } of ended.slice(0, Math.max(0, ended.length - ENDED_MAX))) next.delete(operationId)
    operations.value = next
  }

  async function load(): Promise<void> {
    const reply = await call('operations.list', undefined)
    if (reply.ok) reply.value.forEach(note)
  }

  /** Resolves when the operation no longer runs: `waiting` (for the user), `done`, `failed` or `cancelled`. */
  function settled(operationId: OperationId): Promise<Operation> {
    return new Promise((resolve) => {
      const stop = watch(operations, (known) => {
        const operation = known.get(operationId)
        if (!operation || operation.state === 'running') return
        resolve(operation)
        queueMicrotask(() => { stop() })
      }, { immediate: true })
    })
  }

  const cancel = (operationId: OperationId) => call('operations.cancel', { operationId })

  return { operations, running, load, settled, cancel, note }
})
