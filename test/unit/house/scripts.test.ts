import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { icnsFile, icoFile } from '../../../scripts/icons.js'
import { fingerprint } from '../../../scripts/lib/build.js'
import { INSTALL_STEPS, dependencyGap } from '../../../scripts/lib/dependencies.js'
import { hasDisplay } from '../../../scripts/lib/display.js'
import { run } from '../../../scripts/lib/processes.js'
import { countTests } from '../../../scripts/lib/vitest.js'

let folder: string
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'kontor-scripts-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

describe('npm packages', () => {
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/for-windows': { version: '1.0.0', optional: true } }
  const write = (file: string, packages: object) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), JSON.stringify({ packages }))
  }

  it('are due on a fresh clone', () => {
    write('package-lock.json', wanted)
    expect(dependencyGap(folder)).toBe('for the first time')
  })

  it('are complete without what belongs to other systems', () => {
    write('package-lock.json', wanted)
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0', integrity: 'x' } })
    expect(dependencyGap(folder)).toBeUndefined()
  })

  it.each([
    ['a has changed', { 'node_modules/a': { version: '0.9.0', integrity: 'x' } }],
    ['a has changed', { 'node_modules/a': { version: '1.0.0', integrity: 'other bytes' } }],
    ['a is new', {}],
  ])('are due again when %s', (reason, installed) => {
    write('package-lock.json', wanted)
    write('node_modules/.package-lock.json', installed)
    expect(dependencyGap(folder)).toBe(reason)
  })

  it('need no compiler: the only install script that runs is the one that brings Node', () => {
    const [install, ...rebuilds] = INSTALL_STEPS
    expect(install).toEqual(['ci', '--ignore-scripts'])
    expect(rebuilds).toEqual([['rebuild', 'node']])
  })
})

describe('counting tests', () => {
  const report = (more: object) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...more })

  it('adds up what ran', () => {
    expect(countTests(report({ numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a file that does not load', () => {
    expect(countTests(report({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1)).toMatchObject({ failed: 1 })
  })

  it('never calls a run green that ended badly', () => {
    expect(countTests(report({}), 1)).toMatchObject({ failed: 1 })
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('a build', () => {
  it('is stale as soon as a source has another name or another text', async () => {
    const write = (file: string, text: string) => { writeFileSync(path.join(folder, 'src', file), text) }
    mkdirSync(path.join(folder, 'src', 'deep'), { recursive: true })
    write('deep/a.ts', '1')
    const first = await fingerprint(folder, ['src'])
    expect(await fingerprint(folder, ['src'])).toBe(first)

    write('deep/a.ts', '2')
    const second = await fingerprint(folder, ['src'])
    rmSync(path.join(folder, 'src', 'deep', 'a.ts'))
    write('deep/b.ts', '2')
    const third = await fingerprint(folder, ['src'])
    expect(new Set([first, second, third]).size).toBe(3)
  })
})

describe('a display', () => {
  it('is there on a desktop, over X11 or Wayland', () => {
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('a command', () => {
  it('tells its exit code, its words, and that it does not exist', async () => {
    expect(await run(process.execPath, ['-e', 'process.stdout.write("a"); process.stderr.write("b"); process.exitCode = 3'], { output: 'keep' })).toEqual({ code: 3, signal: null, stdout: 'a', stderr: 'b', timedOut: false })
    expect(await run('no-such-command-anywhere', [], { output: 'keep' })).toMatchObject({ code: 127 })
  })

  it('is ended when it takes too long', async () => {
    expect(await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { output: 'keep', timeoutMs: 50 })).toMatchObject({ code: 1, signal: 'SIGTERM', timedOut: true })
  })
})

describe('an icon file', () => {
  it('lists where each picture starts', () => {
    const ico = icoFile([{ size: 16, png: Buffer.from('small') }, { size: 256, png: Buffer.from('large') }])

    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0])
    expect([ico[6], ico[22]]).toEqual([16, 0])
    expect(ico.subarray(ico.readUInt32LE(18)).toString()).toBe('smalllarge')
    expect(ico.subarray(ico.readUInt32LE(34)).toString()).toBe('large')
  })

  it('measures itself and each block', () => {
    const icns = icnsFile([{ type: 'ic07', png: Buffer.from('picture') }])

    expect(icns.readUInt32BE(4)).toBe(icns.length)
    expect(icns.subarray(8, 12).toString()).toBe('ic07')
    expect(icns.readUInt32BE(12)).toBe(15)
  })
})
