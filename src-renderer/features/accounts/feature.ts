import { Landmark } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'
import { AccountCommands } from './account-commands.ts'

export const accountsFeature: Feature = {
  routes: [
    { path: '/accounts', component: () => import('./AccountsPage.vue'), meta: { title: 'accounts.title' } },
    { path: '/accounts/:id(\\d+)', component: () => import('./AccountPage.vue'), meta: { title: 'accounts.account' } },
  ],
  nav: [{ title: 'accounts.title', icon: Landmark, to: '/accounts', order: 30 }],
  commands: (router) => [
    { id: 'accounts.go', title: 'accounts.command.go', group: 'shell.group.go', keys: ['G A'], run: () => router.push('/accounts') },
  ],
  overlay: AccountCommands,
}
