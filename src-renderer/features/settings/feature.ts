import { CircleUserRound, Database, Info, Keyboard, Settings, ShieldCheck, SlidersHorizontal } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { Feature } from '#renderer/ui/feature.ts'
import { settingsCommands } from './commands.ts'

/** Further pages come from other features' `settings`. */
export const settingsFeature: Feature = {
  routes: [
    { path: '/settings', redirect: '/settings/general' },
    { path: '/settings/:page', component: () => import('./SettingsScreen.vue'), props: true, meta: { title: 'settings.title' } },
  ],
  nav: [{ title: 'settings.title', icon: Settings, to: '/settings', order: 900 }],
  settings: [
    { name: 'general', title: 'settings.general.title', icon: SlidersHorizontal, order: 10, page: defineAsyncComponent(() => import('./GeneralPage.vue')) },
    { name: 'security', title: 'settings.security.title', icon: ShieldCheck, order: 20, page: defineAsyncComponent(() => import('./SecurityPage.vue')) },
    { name: 'privacy', title: 'settings.privacy.title', icon: CircleUserRound, order: 30, page: defineAsyncComponent(() => import('./PrivacyPage.vue')) },
    { name: 'data', title: 'settings.files.title', icon: Database, order: 40, page: defineAsyncComponent(() => import('./FilesPage.vue')) },
    { name: 'shortcuts', title: 'settings.shortcuts.title', icon: Keyboard, order: 80, page: defineAsyncComponent(() => import('./ShortcutsPage.vue')) },
    { name: 'about', title: 'settings.about.title', icon: Info, order: 90, page: defineAsyncComponent(() => import('./AboutPage.vue')) },
  ],
  commands: settingsCommands,
}
