/**
 * The house plan. A room sees itself, `shared`, and the rooms behind its doors; `outside` lists what it may touch beyond
 * the house. ESLint enforces this table (eslint.config.js); docs/ARCHITECTURE.md explains it.
 */
/** Node without the network, which is platform's, and without its own SQLite. */
const NODE = '^node:(?!(https?|http2|net|tls|dgram|dns|sqlite)(/|$))'
const NETWORK = '^node:(https?|http2|net|tls|dgram|dns)(/|$)'
const ELECTRON = '^electron$'
const SQLITE = '^better-sqlite3$'
const WINDOW = ['^vue$', '^vue-router$', '^vue-i18n$', '^pinia$', '^reka-ui$', '^@lucide/vue$', '^@tanstack/vue-virtual$', '^chart\\.js', '^chartjs-chart-sankey$']

export const rooms = {
  'shared':                   { doors: [], outside: ['^zod$'] },
  'src-main/platform':        { doors: [], outside: [NODE, NETWORK] },
  'src-main/secrets':         { doors: ['src-main/platform'], outside: [NODE, '^zod$', '^hash-wasm$'] },
  'src-main/connectors':      { doors: ['src-main/platform'], outside: [NODE] },
  'src-main/importers':       { doors: ['src-main/connectors'], outside: [NODE, '^saxes$'] },
  'src-main/demo-bank':       { doors: ['src-main/connectors'], outside: [NODE, NETWORK] },
  'src-main/ledger':          { doors: [], outside: [NODE, SQLITE] },
  'src-main/categorise':      { doors: [], outside: [] },
  'src-main/insights':        { doors: ['src-main/ledger', 'src-main/categorise'], outside: [] },
  'src-main/worker':          { doors: ['src-main/ledger', 'src-main/insights', 'src-main/categorise', 'src-main/importers', 'src-main/platform'], outside: [NODE] },
  'src-main/sync':            { doors: ['src-main/connectors', 'src-main/importers', 'src-main/worker', 'src-main/secrets', 'src-main/platform'], outside: [NODE] },
  'src-main/schedule':        { doors: ['src-main/sync', 'src-main/platform'], outside: [] },
  'src-main/ipc':             { doors: ['src-main/sync', 'src-main/schedule', 'src-main/worker', 'src-main/secrets', 'src-main/demo-bank', 'src-main/platform'], outside: [NODE] },
  'src-main/preload':         { doors: [], outside: [ELECTRON] },
  'src-main/cli':             {
    doors: ['platform', 'secrets', 'connectors', 'importers', 'demo-bank', 'ledger', 'categorise', 'insights', 'worker', 'sync', 'schedule'].map((room) => `src-main/${room}`),
    outside: [NODE],
  },
  'src-main/app':             {
    doors: ['platform', 'secrets', 'connectors', 'importers', 'demo-bank', 'ledger', 'categorise', 'insights', 'worker', 'sync', 'schedule', 'ipc', 'cli'].map((room) => `src-main/${room}`),
    outside: [NODE, ELECTRON],
  },
  'src-renderer/ui':          { doors: [], outside: WINDOW },
  'src-renderer/api':         { doors: [], outside: [] },
  'src-renderer/stores':      { doors: ['src-renderer/api'], outside: WINDOW },
  'src-renderer/features':    { doors: ['src-renderer/stores', 'src-renderer/ui'], outside: WINDOW },
  'src-renderer/app':         { doors: ['src-renderer/api', 'src-renderer/stores', 'src-renderer/ui', 'src-renderer/features'], outside: [...WINDOW, '^zod$'] },
}
