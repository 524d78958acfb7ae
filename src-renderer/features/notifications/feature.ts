import { Bell } from '@lucide/vue'
import { defineAsyncComponent, watch } from 'vue'
import { useNotificationsStore } from '#renderer/stores/notifications.ts'
import type { Feature } from '#renderer/ui/feature.ts'
import { placeOf } from './place.ts'

/** What a person wants to be told of, and what was told. */
export const notificationsFeature: Feature = {
  settings: [{ name: 'notifications', title: 'notifications.title', icon: Bell, order: 35, page: defineAsyncComponent(() => import('./NotificationsPage.vue')) }],
  commands: (router) => {
    const notifications = useNotificationsStore()
    // A click on the desktop leads to the account or the bank it was about.
    watch(() => notifications.opened, (about) => { if (about) void router.push(placeOf(about)) })
    return [{ id: 'settings.notifications', title: 'notifications.command', group: 'settings.title', run: () => router.push('/settings/notifications') }]
  },
}
