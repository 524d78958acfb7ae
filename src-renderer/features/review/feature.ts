import { ListChecks } from '@lucide/vue'
import { computed } from 'vue'
import type { Feature } from '#renderer/ui/feature.ts'
import { useReviewStore } from '#renderer/stores/review.ts'

export const reviewFeature: Feature = {
  routes: [{ path: '/review', component: () => import('./ReviewPage.vue'), meta: { title: 'review.title' } }],
  nav: [{
    title: 'review.title', icon: ListChecks, to: '/review', order: 38,
    waiting: () => {
      const store = useReviewStore()
      void store.count()
      return computed(() => store.waiting)
    },
  }],
  commands: (router) => [{ id: 'queue.go', title: 'review.command.go', group: 'shell.group.go', keys: ['G V'], run: () => router.push('/review') }],
}
