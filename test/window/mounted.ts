import { enableAutoUnmount, flushPromises, mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach } from 'vitest'
import type { Component } from 'vue'
import { createRouter, createMemoryHistory } from 'vue-router'
import type { Language } from '#shared/preferences.ts'
import { createTexts } from '#renderer/app/messages.ts'
import { SERVICES } from '#renderer/ui/services.ts'

/** Mounts a component as it stands in the window: our own stores, texts and a router that goes anywhere. It goes with the test. */
export async function mounted(component: Component, options: ComponentMountingOptions<Record<string, unknown>> & { language?: Language } = {}): Promise<VueWrapper> {
  const { language = 'en', ...rest } = options
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: { template: '<p></p>' } }] })
  const page = mount(component, {
    attachTo: document.body,
    ...rest,
    global: {
      plugins: [createPinia(), createTexts(language), router],
      ...rest.global,
      provide: { [SERVICES as symbol]: { copy: () => Promise.resolve(true), openLogs: () => undefined, version: () => '1.2.3' }, ...rest.global?.provide },
    },
  })
  await flushPromises()
  return page
}

afterEach(() => { document.body.innerHTML = '' })
enableAutoUnmount(afterEach)
