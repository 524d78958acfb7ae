import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useAppStore } from '#renderer/stores/app.ts'
import { home } from '../features.ts'
import { START } from '../router.ts'

/** What the preferences can keep: our own paths, never a search text. */
const KEPT = /^\/[a-z][a-z/0-9-]{0,62}$/

/** Comes back to the page that was open last, and remembers the one that is. */
export function useLastRoute(): void {
  const app = useAppStore()
  const router = useRouter()
  const route = useRoute()

  onMounted(async () => {
    await router.isReady()
    if (route.path === START) await router.replace(app.preferences.lastRoute || home)
    router.afterEach(remember)
    remember()
  })

  function remember(): void {
    if (KEPT.test(route.path) && route.path !== app.preferences.lastRoute) void app.prefer({ lastRoute: route.path })
  }
}
