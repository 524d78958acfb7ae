import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

/** The native module stays outside the bundle: it is the one runtime dependency. Everything else is bundled. */
const NATIVE = ['better-sqlite3', 'electron']

/**
 * Main answers for every file of the page, at a time when it has much to do: what the window begins with is one file, what
 * several later pages share is another, and the chart library stands alone.
 */
const FEW_FILES = [{ name: 'first', tags: ['$initial' as const] }, { name: 'shared', minShareCount: 2, test: (id: string) => !id.includes('chart') }]

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: 'src-main/app/main.ts', ledger: 'src-main/worker/thread.ts', demo: 'src-main/app/demo-thread.ts', 'demo-bank': 'src-main/app/demo-bank-thread.ts', derive: 'src-main/app/derive-thread.ts', kontor: 'src-main/cli/main.ts' },
        external: [...NATIVE, /^node:/],
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: { preload: 'src-main/preload/preload.ts' }, external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [vue()],
    // Half the bytes: the page is there sooner at every start.
    build: { rolldownOptions: { input: 'src-renderer/index.html', output: { codeSplitting: { groups: FEW_FILES } } }, assetsInlineLimit: 0, minify: true },
  },
})
