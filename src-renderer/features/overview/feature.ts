import { LayoutDashboard } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'

export const overviewFeature: Feature = {
  routes: [{ path: '/overview', component: () => import('./OverviewPage.vue'), meta: { title: 'overview.title' } }],
  nav: [{ title: 'overview.title', icon: LayoutDashboard, to: '/overview', order: 10 }],
  commands: (router) => [
    { id: 'overview.go', title: 'overview.command.go', group: 'shell.group.go', keys: ['G O'], run: () => router.push('/overview') },
  ],
}
