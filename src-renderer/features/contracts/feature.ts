import { Repeat } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'

export const contractsFeature: Feature = {
  routes: [{ path: '/contracts', component: () => import('./ContractsPage.vue'), meta: { title: 'contracts.title' } }],
  nav: [{ title: 'contracts.title', icon: Repeat, to: '/contracts', order: 37 }],
  commands: (router) => [{ id: 'contracts.go', title: 'contracts.command.go', group: 'shell.group.go', keys: ['G C'], run: () => router.push('/contracts') }],
}
