import { PiggyBank } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'

export const budgetsFeature: Feature = {
  routes: [{ path: '/budgets', component: () => import('./BudgetsPage.vue'), meta: { title: 'budgets.title' } }],
  nav: [{ title: 'budgets.title', icon: PiggyBank, to: '/budgets', order: 36 }],
  commands: (router) => [{ id: 'budgets.go', title: 'budgets.command.go', group: 'shell.group.go', keys: ['G U'], run: () => router.push('/budgets') }],
}
