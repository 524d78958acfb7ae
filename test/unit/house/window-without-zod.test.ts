import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** What runs: `import type` and lists of types alone are gone once the page is built. */
const IMPORT = /^(?:import|export) (?!type )(.*?) from '(#shared\/|\.\/|\.\.\/)([^']+)'/gm

/** Files of `shared` that the window loads, with the way there. */
function reached(): Map<string, string> {
  const ways = new Map<string, string>()
  const follow = (file: string, way: string): void => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    for (const [, names = '', door, path = ''] of text.matchAll(IMPORT)) {
      if (/^\{(\s*type \w+,?)+\s*\}$/.test(names)) continue
      const target = door === '#shared/' ? `shared/${path}` : file.startsWith('shared/') ? join(dirname(file), door ?? '', path) : undefined
      if (target === undefined || ways.has(target)) continue
      ways.set(target, `${way} → ${target}`)
      follow(target, `${way} → ${target}`)
    }
  }
  for (const file of globSync('src-renderer/**/*.{ts,vue}', { cwd: ROOT })) follow(file, file)
  return ways
}

it('keeps zod out of the window: it probes for what the content security policy forbids', () => {
  const withZod = [...reached()].filter(([file]) => readFileSync(join(ROOT, file), 'utf8').includes("from 'zod'"))
  expect(withZod.map(([, way]) => way)).toEqual([])
})
