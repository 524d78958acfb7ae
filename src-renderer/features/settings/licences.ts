export interface Component { readonly name: string; readonly licence: string }

/** What ships inside Kontor, besides Kontor. test/unit/window/licences.test.ts holds it against the packages themselves. */
export const COMPONENTS: readonly Component[] = [
  { name: '@lucide/vue', licence: 'ISC' },
  { name: '@tanstack/vue-virtual', licence: 'MIT' },
  { name: 'better-sqlite3', licence: 'MIT' },
  { name: 'chart.js', licence: 'MIT' },
  { name: 'chartjs-chart-sankey', licence: 'MIT' },
  { name: 'electron', licence: 'MIT' },
  { name: 'hash-wasm', licence: 'MIT' },
  { name: 'pinia', licence: 'MIT' },
  { name: 'reka-ui', licence: 'MIT' },
  { name: 'saxes', licence: 'ISC' },
  { name: 'vue', licence: 'MIT' },
  { name: 'vue-i18n', licence: 'MIT' },
  { name: 'vue-router', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
]
