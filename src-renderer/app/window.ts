import { createPinia, disposePinia } from 'pinia'
import { createApp } from 'vue'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import App from './App.vue'
import { watchForIncidents } from './incidents.ts'
import { createTexts } from './messages.ts'
import { createWindowRouter } from './router.ts'

/**
 * Builds the whole window: stores, router, texts, components.
 * SECURITY: on locking it is torn down and built anew, so that nothing of the ledger stays in its memory.
 */
export function startWindow(root: Element): void {
  const pinia = createPinia()
  const app = createApp(App, { onLocked: startAnew })
  const forget = watchForIncidents(app)

  function startAnew(): void {
    app.unmount()
    forget()
    disposePinia(pinia)
    dismissAllToasts()
    // The address may hold a search text; the page itself comes back from the preferences.
    window.history.replaceState(null, '', window.location.pathname)
    startWindow(root)
  }

  app.use(pinia).use(createWindowRouter()).use(createTexts()).mount(root)
}
