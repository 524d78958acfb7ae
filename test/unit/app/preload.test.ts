import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const BYTES_MAX = 4096
let folder: string
let source: string

/** As electron.vite.config.ts builds it: one CommonJS file, which is all that a sandboxed preload can be. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-preload-'))
  await build({
    configFile: false, root: ROOT, logLevel: 'silent',
    build: { outDir: folder, minify: false, lib: { entry: 'src-main/preload/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' }, rolldownOptions: { external: ['electron'] } },
  })
  source = readFileSync(join(folder, 'preload.cjs'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the preload', () => {
  it('is small enough to read in one go', () => {
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(BYTES_MAX)
  })

  it('needs nothing but Electron', () => {
    expect([...source.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(source).not.toMatch(/(^|[;\n}])\s*import\b|\bimport\(|zod/)
  })
})
