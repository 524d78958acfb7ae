import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** `| 3 | Context isolation | on | `src-main/app/window.ts` |` */
const rows = [...read('docs/SECURITY.md').matchAll(/^\| (\d+) \|[^|]+\|[^|]+\| `([^`]+)` \|$/gm)].map(([, number, file]) => `${number} in ${file}`)

const sources = ['src-main', 'src-renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|vue)$/.test(name)).map((name) => join(folder, name).replaceAll('\\', '/')))
const marks = ['electron-builder.yml', ...sources].flatMap((file) => [...read(file).matchAll(/SECURITY: (\d+) /g)].map(([, number]) => `${number} in ${file}`))

it('has Electron’s twenty points, each once', () => {
  expect(rows.map((row) => Number.parseInt(row, 10))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

it('keeps table and marked lines together', () => {
  expect(marks.toSorted()).toEqual(rows.toSorted())
})
