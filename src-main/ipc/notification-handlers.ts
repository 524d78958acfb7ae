import type { LedgerClient } from '#main/worker/client.ts'
import type { SomeHandlers } from './router.ts'

/** Rules and what they found live in the ledger; the desktop is told by the notifier. */
export const notificationHandlers = (ledger: LedgerClient) => ({
  'notifications.list': (input, { signal }) => ledger.call('notifications.list', input, signal),
  'notifications.create': (input, { signal }) => ledger.call('notifications.create', input, signal),
  'notifications.edit': (input, { signal }) => ledger.call('notifications.edit', input, signal),
  'notifications.delete': (input, { signal }) => ledger.call('notifications.delete', input, signal),
  'notifications.recent': (input, { signal }) => ledger.call('notifications.recent', input, signal),
}) satisfies SomeHandlers
