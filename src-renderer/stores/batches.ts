import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import type { Batch, BatchId } from '#shared/model.ts'
import { call, on } from '#renderer/api/client.ts'

export type RevertPreview = Output<'imports.revertPreview'>

/** The import history: what each file did to the ledger, and taking it back. */
export const useBatchesStore = defineStore('batches', () => {
  const batches = shallowRef<readonly Batch[]>([])
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (loaded.value && scopes.includes('imports')) void load()
  }))

  async function load(): Promise<void> {
    const reply = await call('imports.history', undefined)
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) batches.value = reply.value
    loaded.value = true
  }

  const receipt = (batchId: BatchId) => call('imports.receipt', { batchId })
  const revertPreview = (batchId: BatchId) => call('imports.revertPreview', { batchId })

  async function revert(batchId: BatchId): Promise<Reply<'imports.revert'>> {
    const reply = await call('imports.revert', { batchId })
    if (reply.ok) await load()
    return reply
  }

  return { batches, error, loaded, load, receipt, revertPreview, revert }
})
