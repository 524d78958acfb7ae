import { ChartNoAxesCombined, Coins } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { Feature } from '#renderer/ui/feature.ts'
import { QUESTIONS } from './questions.ts'

export const insightsFeature: Feature = {
  routes: [
    { path: '/insights', redirect: '/insights/spending' },
    { path: '/insights/:question', component: () => import('./InsightsPage.vue'), meta: { title: 'insights.title', period: 'reports' } },
  ],
  nav: [{ title: 'insights.title', icon: ChartNoAxesCombined, to: '/insights', order: 35 }],
  settings: [{ name: 'rates', title: 'insights.rates.title', icon: Coins, order: 45, page: defineAsyncComponent(async () => (await import('./RatesPage.vue')).default) }],
  commands: (router) => [
    { id: 'insights.go', title: 'insights.command.go', group: 'shell.group.go', keys: ['G R'], run: () => router.push('/insights') },
    ...QUESTIONS.map(({ id, digit }) => ({
      id: `insights.${id}`, title: `insights.question.${id}` as const, group: 'insights.title' as const,
      ...(digit !== undefined && { keys: [digit], when: () => router.currentRoute.value.path.startsWith('/insights') }),
      run: () => router.push(`/insights/${id}`),
    })),
  ],
}
