import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { features, navigation } from './features.ts'

/** Hash history: back and forward of mouse and keyboard work, and the page survives a reload. */
export function createWindowRouter(): Router {
  const routes = features.flatMap((feature) => feature.routes ?? [])
  const [home] = navigation
  return createRouter({
    history: createWebHashHistory(),
    routes: [...routes, ...(home ? [{ path: '/:unknown(.*)*', redirect: home.to }] : [])],
  })
}
