import { Cable } from '@lucide/vue'
import { useConnectStore } from '#renderer/stores/connect.ts'
import { useConnectionsStore } from '#renderer/stores/connections.ts'
import { useRefreshesStore } from '#renderer/stores/refreshes.ts'
import type { Feature } from '#renderer/ui/feature.ts'
import ConnectionsOverlay from './ConnectionsOverlay.vue'
import { useRefresh } from './refresh.ts'

export const connectionsFeature: Feature = {
  routes: [{ path: '/connections', component: () => import('./ConnectionsPage.vue'), meta: { title: 'connections.title' } }],
  nav: [{ title: 'connections.title', icon: Cable, to: '/connections', order: 70 }],
  commands: (router) => {
    const { beginAll } = useRefresh()
    const connections = useConnectionsStore()
    const refreshes = useRefreshesStore()
    return [
      { id: 'connections.connect', title: 'connections.command.connect', group: 'shell.group.file', run: () => { useConnectStore().open() } },
      { id: 'connections.refresh-all', title: 'connections.command.refreshAll', group: 'connections.title', keys: ['Mod+Shift+R'], when: () => connections.connections.length > 0, run: beginAll },
      { id: 'connections.answer', title: 'connections.command.answer', group: 'connections.title', when: () => refreshes.waiting.length > 0, run: () => { refreshes.show(refreshes.waiting[0]?.id) } },
      { id: 'connections.go', title: 'connections.command.go', group: 'shell.group.go', keys: ['G B'], run: () => router.push('/connections') },
    ]
  },
  overlay: ConnectionsOverlay,
}
