import { CircleUserRound, Database, Info, Keyboard, Settings, ShieldCheck, SlidersHorizontal } from '@lucide/vue'
import type { Feature } from '#renderer/ui/feature.ts'
import AboutPage from './AboutPage.vue'
import FilesPage from './FilesPage.vue'
import GeneralPage from './GeneralPage.vue'
import PrivacyPage from './PrivacyPage.vue'
import SecurityPage from './SecurityPage.vue'
import SettingsScreen from './SettingsScreen.vue'
import ShortcutsPage from './ShortcutsPage.vue'
import { settingsCommands } from './commands.ts'

/** Further pages come from other features' `settings`. */
export const settingsFeature: Feature = {
  routes: [
    { path: '/settings', redirect: '/settings/general' },
    { path: '/settings/:page', component: SettingsScreen, props: true, meta: { title: 'settings.title' } },
  ],
  nav: [{ title: 'settings.title', icon: Settings, to: '/settings', order: 900 }],
  settings: [
    { name: 'general', title: 'settings.general.title', icon: SlidersHorizontal, order: 10, page: GeneralPage },
    { name: 'security', title: 'settings.security.title', icon: ShieldCheck, order: 20, page: SecurityPage },
    { name: 'privacy', title: 'settings.privacy.title', icon: CircleUserRound, order: 30, page: PrivacyPage },
    { name: 'data', title: 'settings.files.title', icon: Database, order: 40, page: FilesPage },
    { name: 'shortcuts', title: 'settings.shortcuts.title', icon: Keyboard, order: 80, page: ShortcutsPage },
    { name: 'about', title: 'settings.about.title', icon: Info, order: 90, page: AboutPage },
  ],
  commands: settingsCommands,
}
