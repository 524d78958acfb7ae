import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { EventOf, Reply } from '#shared/ipc/contract.ts'
import type { Notification, NotificationRule, RuleDraft, RuleId } from '#shared/notifications.ts'
import { call, on } from '#renderer/api/client.ts'

/** So much of the past is listed. */
const RECENT_SHOWN = 50

export const useNotificationsStore = defineStore('notifications', () => {
  const rules = shallowRef<readonly NotificationRule[]>([])
  const recent = shallowRef<readonly Notification[]>([])
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)
  /** What a notification was about that a person clicked on the desktop. */
  const opened = shallowRef<EventOf<'notification.opened'>>()

  onScopeDispose(on('notification.opened', (about) => { opened.value = about }))
  // Rules follow the connections and accounts they name.
  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (loaded.value && scopes.some((scope) => scope === 'notifications' || scope === 'connections' || scope === 'accounts')) void load()
  }))

  async function load(): Promise<void> {
    const [listed, told] = await Promise.all([call('notifications.list', undefined), call('notifications.recent', { limit: RECENT_SHOWN })])
    error.value = listed.ok ? (told.ok ? undefined : told.error) : listed.error
    if (listed.ok) rules.value = listed.value
    if (told.ok) recent.value = told.value
    loaded.value = true
  }

  const create = async (draft: RuleDraft) => then(await call('notifications.create', draft))
  const edit = async (id: RuleId, rule: RuleDraft) => then(await call('notifications.edit', { id, rule }))
  const remove = async (id: RuleId): Promise<Reply<'notifications.delete'>> => then(await call('notifications.delete', { id }))

  async function then<R extends { readonly ok: boolean }>(reply: R): Promise<R> {
    if (reply.ok) await load()
    return reply
  }

  return { rules, recent, error, loaded, opened, load, create, edit, remove }
})
