import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Connection, ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { useConnectionsStore, type AllLine } from './connections.ts'
import { isRunning, useRefreshesStore } from './refreshes.ts'

/** Refreshing by hand: one connection or all of them, with the PIN where none is stored. */
export const useRefreshingStore = defineStore('refreshing', () => {
  const connections = useConnectionsStore()
  const refreshes = useRefreshesStore()
  /** Whose PIN is asked for, and whether accounts that are new at the bank come along. */
  const asked = shallowRef<{ readonly id: ConnectionId; readonly importNewAccounts: boolean }>()
  const lines = shallowRef<readonly AllLine[]>([])
  const isListOpen = shallowRef(false)

  const askedFor = computed(() => (asked.value ? connections.byId.get(asked.value.id) : undefined))

  /** A refused PIN is not sent a second time: the bank counts. */
  async function begin(connection: Connection, { importNewAccounts = false } = {}): Promise<Result<null, AppError>> {
    const running = refreshes.runningOf.get(connection.id)
    if (running) {
      refreshes.show(running.id)
      return ok(null)
    }
    if (needsPin(connection)) {
      asked.value = { id: connection.id, importNewAccounts }
      return ok(null)
    }
    const reply = await connections.update({ id: connection.id, importNewAccounts })
    if (!reply.ok && reply.error.kind === 'pin_required') asked.value = { id: connection.id, importNewAccounts }
    else if (!reply.ok) return err(reply.error)
    return ok(null)
  }

  async function beginWithPin(pin: string, storePin: boolean): Promise<Result<null, AppError>> {
    const { value: meant } = asked
    if (!meant) return ok(null)
    const reply = await connections.update({ ...meant, pin, ...(storePin ? { storePin } : {}) })
    if (!reply.ok) return err(reply.error)
    lines.value = lines.value.map((line) => (line.connectionId === meant.id ? { ...line, refreshId: reply.value.refreshId, skipped: null } : line))
    asked.value = undefined
    return ok(null)
  }

  const dropPin = (): void => { asked.value = undefined }

  /** The list opens where somebody has to do something; otherwise the tray tells enough. */
  async function all(): Promise<Result<null, AppError>> {
    const only = connections.connections.length === 1 ? connections.connections[0] : undefined
    if (only) return begin(only)
    const reply = await connections.updateAll()
    if (!reply.ok) return err(reply.error)
    lines.value = reply.value
    isListOpen.value = reply.value.some(({ skipped }) => skipped === 'pin_required' || skipped === 'user_action_required')
    return ok(null)
  }

  const isOfAll = (id: RefreshId): boolean => lines.value.some(({ refreshId }) => refreshId === id)
  /** Every refresh of the last "refresh all" once the last of them has ended, and only once. */
  function takeAll(): readonly Refresh[] | undefined {
    const runs = lines.value.flatMap(({ refreshId }) => (refreshId === null ? [] : refreshes.refreshes.get(refreshId) ?? []))
    if (runs.length === 0 || runs.some(isRunning)) return undefined
    if (!isListOpen.value) lines.value = []
    return runs
  }

  function closeList(): void {
    isListOpen.value = false
  }

  return { asked, askedFor, lines, isListOpen, begin, beginWithPin, dropPin, all, isOfAll, takeAll, closeList }
})

/** A demo bank knows its customers; a PIN that was refused has to be typed anew, until one has served again, whoever began that. */
export function needsPin({ bank, pinStored, lastManualUpdate, lastAutoUpdate, lastSuccessAt }: Connection): boolean {
  if (bank.protocol === 'demo' || bank.protocol === 'file') return false
  return !pinStored || [lastManualUpdate, lastAutoUpdate].some((update) => update?.error?.kind === 'pin_wrong' && (lastSuccessAt ?? '') < update.timestamp)
}
