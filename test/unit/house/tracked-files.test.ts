import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
const isText = (file: string) => !/\.(png|ico|icns|zip|kontor|woff2)$/.test(file)
const read = (file: string) => readFileSync(path.join(root, file), 'latin1')

describe('the tracked files', () => {
  it('name no place of the machine they were written on', () => {
    const homes = new RegExp(`(^|[^.\\w])/(${['wo' + 'rk', 'fa' + 'rm', 'ro' + 'ot'].join('|')})/`, 'm')

    expect(tracked.filter(isText).filter((file) => homes.test(read(file)))).toEqual([])
  })

  it('lock versions and digests, but no download host', () => {
    const locks = tracked.filter((file) => path.basename(file) === 'package-lock.json')

    expect(locks).not.toEqual([])
    expect(locks.filter((file) => read(file).includes('"resolved"'))).toEqual([])
  })

  it('leave out what is made by building', () => {
    expect(tracked.filter((file) => /(^|\/)(node_modules|out|dist|\.cache|coverage|test-results)\//.test(file))).toEqual([])
  })

  it('run every test: none is skipped, focused or left for later', () => {
    const idle = /\b(describe|it|test)\.(skip|only|todo)\b|\b[fx]it\(/
    const tests = tracked.filter((file) => file.startsWith('test/') && file.endsWith('.test.ts') && !file.endsWith('tracked-files.test.ts'))

    expect(tests.filter((file) => idle.test(read(file)))).toEqual([])
  })
})
