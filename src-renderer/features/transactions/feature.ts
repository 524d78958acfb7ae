import { ReceiptText } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'
import AlikeOverlay from './AlikeOverlay.vue'

export const transactionsFeature: Feature = {
  routes: [{ path: '/transactions', component: () => import('./TransactionsPage.vue'), meta: { title: 'transactions.title', period: 'lists' } }],
  nav: [{ title: 'transactions.title', icon: ReceiptText, to: '/transactions', order: 20 }],
  overlay: AlikeOverlay,
  commands: (router) => [
    { id: 'transactions.go', title: 'transactions.command.go', group: 'shell.group.go', keys: ['G T'], run: () => router.push('/transactions') },
  ],
}
