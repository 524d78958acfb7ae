import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { ExportFormat } from '#shared/ipc/app-endpoints.ts'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import { currency, type Currency } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { call, on } from '#renderer/api/client.ts'
import { useOperationsStore } from './operations.ts'

/** The ledger as a whole: its settings, its copies, its demo data. Main asks for files, so no path comes here. */
export const useLedgerStore = defineStore('ledger', () => {
  const operations = useOperationsStore()
  const settings = shallowRef<Output<'ledger.settings'>>()

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (scopes.includes('settings') || scopes.includes('imports')) void load()
  }))

  async function load(): Promise<void> {
    take(await call('ledger.settings', undefined))
  }

  async function setBaseCurrency(baseCurrency: Currency): Promise<Reply<'ledger.setSettings'>> {
    return take(await call('ledger.setSettings', { baseCurrency }))
  }

  function take<R extends Reply<'ledger.settings'>>(reply: R): R {
    if (reply.ok) settings.value = reply.value
    return reply
  }

  const loadDemo = () => call('demo.load', undefined)

  /** Loads the demo data and waits until it is in the ledger. */
  async function exploreDemo(): Promise<Result<null, AppError>> {
    const reply = await loadDemo()
    if (!reply.ok) return reply
    const { error } = await operations.settled(reply.value.operationId)
    await load()
    return error ? err(error) : ok(null)
  }

  const removeDemo = () => call('demo.remove', undefined)
  const backup = () => call('data.backup', undefined)
  const restore = () => call('data.restore', undefined)
  const exportAs = (format: ExportFormat) => call('data.export', { format })
  const verify = () => call('data.verify', undefined)

  return { settings, load, setBaseCurrency, loadDemo, exploreDemo, removeDemo, backup, restore, exportAs, verify }
})

/** What totals and limits are told in. */
export function useBaseCurrency(): ComputedRef<Currency> {
  const ledger = useLedgerStore()
  if (ledger.settings === undefined) void ledger.load()
  return computed(() => ledger.settings?.baseCurrency ?? currency('EUR'))
}
