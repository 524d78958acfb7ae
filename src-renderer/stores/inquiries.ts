import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Connection, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Finding, Inquiry } from '#shared/inquiries.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { call } from '#renderer/api/client.ts'
import { isRunning, useRefreshesStore } from './refreshes.ts'

/** What a person looks up at a bank: one question at a time, its answer until the next one. */
export const useInquiriesStore = defineStore('inquiries', () => {
  const refreshes = useRefreshesStore()
  const asked = shallowRef<{ readonly id: RefreshId; readonly kind: Inquiry['kind'] }>()
  const findings = shallowRef<readonly Finding[]>()
  const error = shallowRef<AppError>()

  const run = computed(() => (asked.value ? refreshes.refreshes.get(asked.value.id) : undefined))
  const isRunningNow = computed(() => asked.value !== undefined && findings.value === undefined && error.value === undefined)

  async function ask(connection: Connection, inquiry: Inquiry, pin: string): Promise<void> {
    clear()
    const reply = await call('inquiries.start', { id: connection.id, inquiry, ...(pin === '' ? {} : { pin }) })
    error.value = reply.ok ? undefined : reply.error
    if (!reply.ok) return
    const { refreshId: id } = reply.value
    refreshes.hush(id)
    asked.value = { id, kind: inquiry.kind }
    const found = await call('inquiries.findings', { id })
    if (asked.value.id !== id) return
    if (found.ok) findings.value = found.value
    else error.value = found.error
  }

  // The sheet with the bank's question has nothing more to ask; how it ended is told here.
  watch(run, (now) => {
    if (!now || isRunning(now)) return
    error.value ??= now.error ?? undefined
    if (refreshes.shownId === now.id) refreshes.show(undefined)
  })

  function clear(): void {
    asked.value = undefined
    findings.value = undefined
    error.value = undefined
  }

  async function cancel(): Promise<void> {
    if (asked.value) await refreshes.cancel(asked.value.id)
  }

  const saveDocument = (id: RefreshId, account: number, document: number): Promise<Reply<'inquiries.saveDocument'>> => call('inquiries.saveDocument', { id, account, document })

  return { asked, findings, error, run, isRunning: isRunningNow, ask, clear, cancel, saveDocument }
})
