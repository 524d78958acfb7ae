import { FileInput, TableProperties } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import { useImportStore } from '#renderer/stores/imports.ts'
import type { Feature } from '#renderer/ui/feature.ts'
import ImportOverlay from './ImportOverlay.vue'

export const importsFeature: Feature = {
  routes: [{ path: '/imports', component: () => import('./ImportsPage.vue'), meta: { title: 'imports.title' } }],
  nav: [{ title: 'imports.title', icon: FileInput, to: '/imports', order: 80 }],
  settings: [{ name: 'mappings', title: 'imports.mappings.title', icon: TableProperties, order: 46, page: defineAsyncComponent(() => import('./MappingsPage.vue')) }],
  commands: (router) => [
    { id: 'imports.open', title: 'imports.command.open', group: 'shell.group.file', keys: ['Mod+I'], run: () => { useImportStore().open() } },
    { id: 'imports.go', title: 'imports.command.go', group: 'shell.group.go', keys: ['G I'], run: () => router.push('/imports') },
  ],
  overlay: ImportOverlay,
  receiveFiles: (files) => { void useImportStore().stageFiles(files) },
}
