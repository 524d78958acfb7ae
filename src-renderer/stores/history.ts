import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import { call, on } from '#renderer/api/client.ts'

export type HistoryStep = NonNullable<Output<'history.state'>['undo']>

/** What can be taken back and what can be done again; the ledger keeps the steps. */
export const useHistoryStore = defineStore('history', () => {
  const undoStep = shallowRef<HistoryStep | null>(null)
  const redoStep = shallowRef<HistoryStep | null>(null)

  onScopeDispose(on('ledger.changed', () => void load()))

  async function load(): Promise<void> {
    take(await call('history.state', undefined))
  }

  /** The step that was taken back, for the toast; null where there was none. */
  async function undo(): Promise<{ step: HistoryStep | null; reply: Reply<'history.undo'> }> {
    const step = undoStep.value
    return { step, reply: take(await call('history.undo', undefined)) }
  }

  async function redo(): Promise<{ step: HistoryStep | null; reply: Reply<'history.redo'> }> {
    const step = redoStep.value
    return { step, reply: take(await call('history.redo', undefined)) }
  }

  function take(reply: Reply<'history.state'>): Reply<'history.state'> {
    if (reply.ok) {
      undoStep.value = reply.value.undo
      redoStep.value = reply.value.redo
    }
    return reply
  }

  return { undoStep, redoStep, load, undo, redo }
})
