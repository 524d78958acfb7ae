import { enableAutoUnmount, flushPromises, mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, vi } from 'vitest'
import type { Component } from 'vue'
import { createRouter, createMemoryHistory } from 'vue-router'
import type { Language } from '#shared/preferences.ts'
import { createTexts } from '#renderer/app/messages.ts'
import { SERVICES } from '#renderer/ui/services.ts'
// What the window loads when it is first wanted is there before a test looks for it, however busy the machine.
import '#renderer/features/accounts/AccountPage.vue'
import '#renderer/features/accounts/AccountsPage.vue'
import '#renderer/features/connections/ConnectionsPage.vue'
import '#renderer/features/connections/connect/ConnectSheet.vue'
import '#renderer/features/imports/ImportSheet.vue'
import '#renderer/features/imports/ImportsPage.vue'
import '#renderer/features/overview/OverviewPage.vue'
import '#renderer/features/settings/SettingsScreen.vue'
import '#renderer/features/transactions/TransactionsPage.vue'

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
  await settled()
  return page
}

/** Until what was asked is answered, and the pages and sheets that are loaded when they are first wanted stand. */
export async function settled(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

afterEach(() => { document.body.innerHTML = '' })
enableAutoUnmount(afterEach)
