import { defineComponent } from 'vue'
import { createRouter, createWebHashHistory, loadRouteLocation, type Router } from 'vue-router'
import { features, home } from './features.ts'

/** Where a window begins, before it is known which page comes back. */
export const START = '/'
const Nothing = defineComponent({ render: () => null })

/** Hash history: back and forward of mouse and keyboard work, and the page survives a reload. */
export function createWindowRouter(): Router {
  const routes = features.flatMap((feature) => feature.routes ?? [])
  return createRouter({
    history: createWebHashHistory(),
    routes: [...routes, { path: START, component: Nothing }, { path: '/:unknown(.*)*', redirect: home }],
  })
}

/** Fetches the code of a page before somebody goes there. */
export async function fetchPage(router: Router, path: string): Promise<void> {
  const route = router.resolve(path)
  if (route.matched.every(({ redirect }) => redirect === undefined)) await loadRouteLocation(route)
}
