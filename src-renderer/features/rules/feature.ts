import { ListFilter } from '@lucide/vue'
import { useRulesStore } from '#renderer/stores/rules.ts'
import type { Feature } from '#renderer/ui/feature.ts'
import RulesOverlay from './RulesOverlay.vue'

/** Rules of a person's own; their sheet opens from anywhere. */
export const rulesFeature: Feature = {
  routes: [{ path: '/rules', component: () => import('./RulesPage.vue'), meta: { title: 'rules.title' } }],
  nav: [{ title: 'rules.title', icon: ListFilter, to: '/rules', order: 38 }],
  commands: (router) => [
    { id: 'rules.go', title: 'rules.command.go', group: 'shell.group.go', keys: ['G L'], run: () => router.push('/rules') },
    { id: 'rules.new', title: 'rules.command.add', group: 'rules.title', run: () => { useRulesStore().open() } },
  ],
  overlay: RulesOverlay,
}
