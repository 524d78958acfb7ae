import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Rooms of main and shared in Node, the window in happy-dom, the command line as real processes, the real Electron under `e2e`. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/{unit,contract,golden,property,simulation}/**/*.test.ts'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'process', include: ['test/process/**/*.test.ts'], environment: 'node', testTimeout: 240_000 } },
      { plugins: [vue()], test: { name: 'window', include: ['test/window/**/*.test.ts'], environment: 'happy-dom' } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], environment: 'node', testTimeout: 90_000, hookTimeout: 90_000, fileParallelism: false } },
    ],
  },
})
