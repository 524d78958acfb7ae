import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { Preferences } from '#shared/preferences.ts'
import { call, on } from '#renderer/api/client.ts'

/** Before main has answered: what the window may show without knowing anything. */
const UNKNOWN: Preferences = {
  language: 'en', theme: 'system', autoLockMinutes: 10, privacyMode: false, contentProtection: false, desktopNotifications: false, answerMinutes: 5, fintsProductId: '', lastRoute: '', columnWidths: {}, shortcuts: {},
}

/** The app as main tells it: phase, platform, preferences. Opening and locking go through here. */
export const useAppStore = defineStore('app', () => {
  const state = shallowRef<AppState>()
  const error = shallowRef<AppError>()

  const phase = computed(() => state.value?.phase ?? 'starting')
  const preferences = computed(() => state.value?.preferences ?? UNKNOWN)
  const platform = computed(() => state.value?.platform ?? 'linux')
  const canLock = computed(() => state.value?.canLock ?? false)

  onScopeDispose(on('app.changed', (changed) => { state.value = changed }))

  async function load(): Promise<void> {
    const reply = await call('app.state', undefined)
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) state.value = reply.value
  }

  /** Shows the change at once; main's answer is the truth. */
  async function prefer(change: Partial<Preferences>): Promise<Reply<'preferences.set'>> {
    const before = preferences.value
    show({ ...before, ...change })
    const reply = await call('preferences.set', change)
    show(reply.ok ? reply.value : before)
    return reply
  }

  function show(chosen: Preferences): void {
    if (state.value) state.value = { ...state.value, preferences: chosen }
  }

  /** What the ledger's phase becomes arrives here even where the event was missed. */
  async function then<T>(reply: T): Promise<T> {
    await load()
    return reply
  }

  const lock = async () => then(await call('lock.now', undefined))
  const unlock = async (secret?: string) => then(await call('lock.open', secret === undefined ? {} : { secret }))
  const create = (input: Input<'setup.create'>) => call('setup.create', input)
  const quit = () => call('app.quit', undefined)
  const openLogs = () => call('app.openLogs', undefined)
  const copySecret = (text: string) => call('clipboard.copySecret', { text })
  const reportIncident = (input: Input<'app.reportIncident'>) => call('app.reportIncident', input)

  return { state, error, phase, preferences, platform, canLock, load, prefer, lock, unlock, create, quit, openLogs, copySecret, reportIncident }
})
