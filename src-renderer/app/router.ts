import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { features } from './features.ts'

const HOME = '/overview'

/** Hash history: back and forward of mouse and keyboard work, and the page survives a reload. */
export function createWindowRouter(): Router {
  const routes = features.flatMap((feature) => feature.routes ?? [])
  return createRouter({
    history: createWebHashHistory(),
    routes: [...routes, { path: '/:unknown(.*)*', redirect: HOME }],
  })
}
