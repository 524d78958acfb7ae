import type { EventOf } from '#shared/ipc/contract.ts'

/** Where to look at what a notification tells. */
export function placeOf({ accountId, connectionId }: EventOf<'notification.opened'>): string {
  if (accountId !== null) return `/accounts/${accountId}`
  return connectionId === null ? '/settings/notifications' : '/connections'
}
