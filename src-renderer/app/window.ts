import { createPinia, disposePinia } from 'pinia'
import { createApp } from 'vue'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import App from './App.vue'
import { watchForIncidents } from './incidents.ts'
import { createTexts } from './messages.ts'
import { createWindowRouter } from './router.ts'

/**
 * Builds the whole window: stores, router, texts, components.
 * SECURITY: when the ledger closes it is torn down and built anew, so that nothing of the ledger stays in its memory.
 */
export function startWindow(root: Element): void {
  const pinia = createPinia()
  const app = createApp(App, { onClosed: startAnew })
  const forget = watchForIncidents(app)

  /** Whatever goes wrong on the way out, the new window stands: the old one must not stay on screen. */
  function startAnew(): void {
    try {
      app.unmount()
    } finally {
      forget()
      disposePinia(pinia)
      dismissAllToasts()
      root.replaceChildren()
      for (const layer of [...document.body.children]) if (layer !== root) layer.remove()
      // The address may hold a search text; the page itself comes back from the preferences.
      window.history.replaceState(null, '', window.location.pathname)
      startWindow(root)
    }
  }

  app.use(pinia).use(createWindowRouter()).use(createTexts()).mount(root)
}
