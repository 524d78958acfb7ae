/**
 * What Electron needs from a Debian or Ubuntu system: `node scripts/system-packages.js [--no-system]`.
 * It says what is missing and what for, then installs it; with --no-system it only says so and refuses to go on.
 */
import process from 'node:process'
import { isProgram } from './lib/house.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { Refusal, main, say } from './lib/voice.js'

/**
 * Names in the order to prefer: Debian 13 and Ubuntu 24.04 renamed some for their 64-bit time_t.
 * @typedef {{ names: string[], why: string }} Need
 */

/** @type {Need[]} */
export const WINDOW_NEEDS = [
  { names: ['libgtk-3-0t64', 'libgtk-3-0'], why: 'draws menus and file dialogs' },
  { names: ['libnss3'], why: 'holds the certificate store' },
  { names: ['libasound2t64', 'libasound2'], why: 'Electron does not start without it' },
  { names: ['libgbm1'], why: 'draws the window' },
  { names: ['libxss1'], why: 'tells how long nobody has typed, for the automatic lock' },
]

/** @type {Need[]} */
export const VIRTUAL_DISPLAY_NEEDS = [
  { names: ['xvfb'], why: 'a display without a screen, for tests' },
  { names: ['xauth'], why: 'xvfb-run asks for it' },
]

/** @type {Need[]} */
export const TEST_NEEDS = [
  ...VIRTUAL_DISPLAY_NEEDS,
  { names: ['dbus'], why: 'a message bus of their own for the keyring tests' },
  { names: ['gnome-keyring'], why: 'the keyring that they open and lock' },
  { names: ['libsecret-1-0'], why: 'how Electron speaks to a keyring' },
]

/**
 * @typedef {object} System
 * @property {(command: string, args: string[]) => Promise<{ code: number, stdout: string }>} ask
 * @property {(command: string, args: string[]) => Promise<number>} act
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {boolean} hasTerminal
 * @property {import('./lib/voice.js').Say} say
 */

/** @returns {System} */
const thisSystem = () => ({
  // Their answers are read by us, so they come in the language of the manual pages.
  ask: (command, args) => run(command, args, { output: 'keep', env: { ...process.env, LC_ALL: 'C' } }),
  act: (command, args) => run(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, terminal: true }).then(({ code }) => code),
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  hasTerminal: process.stdin.isTTY === true,
  say,
})

/**
 * Leaves silently where nothing is missing, and where packages are not Debian's.
 * @param {Need[]} needs
 * @param {{ mayInstall: boolean, system?: System }} options
 */
export async function ensureSystemPackages(needs, { mayInstall, system = thisSystem() }) {
  if (system.platform !== 'linux') return
  const { code, stdout } = await system.ask('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n'])
  if (code !== 0) return
  const installed = new Set(stdout.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]))
  const missing = needs.filter(({ names }) => !names.some((name) => installed.has(name)))
  if (missing.length > 0) await install(missing, mayInstall, system)
}

/**
 * @param {Need[]} missing
 * @param {boolean} mayInstall
 * @param {System} system
 */
async function install(missing, mayInstall, system) {
  system.say('Kontor needs packages of this system:')
  for (const { names, why } of missing) system.say(`  ${names.at(-1)}: ${why}`)
  const byHand = `apt-get install ${missing.map(({ names }) => names.at(-1)).join(' ')}`
  if (!mayInstall) throw new Refusal(`--no-system was given, so nothing was installed. Install them yourself (${byHand}; newer systems add t64 to some names), then try again.`)
  const apt = await aptGet(system, byHand)
  let chosen = await installable(missing, system)
  if (chosen === undefined) {
    // A fresh machine's package lists are empty or old.
    if (await apt(['update']) !== 0) throw new Refusal('The package lists could not be updated; the lines above say why.')
    chosen = await installable(missing, system)
  }
  if (chosen === undefined) throw new Refusal(`This system offers no such packages. Try: ${byHand}`)
  if (await apt(['install', '-y', '--no-install-recommends', ...chosen]) === 0) return
  // The lists were there, but older than what the archive still holds.
  if (await apt(['update']) === 0 && await apt(['install', '-y', '--no-install-recommends', ...chosen]) === 0) return
  throw new Refusal(`The packages could not be installed; the lines above say why. Try: ${byHand}`)
}

/**
 * The first name of each that the package lists know.
 * @param {Need[]} missing
 * @param {System} system
 */
async function installable(missing, system) {
  const chosen = []
  for (const { names } of missing) {
    const found = await firstKnown(names, system)
    if (found === undefined) return undefined
    chosen.push(found)
  }
  return chosen
}

/**
 * A name kept only as a "virtual" one has no candidate of its own.
 * @param {string[]} names
 * @param {System} system
 */
async function firstKnown(names, system) {
  for (const name of names) {
    const { stdout } = await system.ask('apt-cache', ['policy', name])
    if (/^ {2}Candidate: (?!\(none\))/m.test(stdout)) return name
  }
  return undefined
}

/**
 * @param {System} system
 * @param {string} byHand
 * @returns {Promise<(args: string[]) => Promise<number>>}
 */
async function aptGet(system, byHand) {
  if (system.isRoot) return (args) => system.act('apt-get', args)
  const { code } = await system.ask('sudo', ['--version'])
  if (code !== 0) throw new Refusal(`Installing them takes an administrator. As root: ${byHand}`)
  system.say('sudo may ask for your password.')
  // Without a terminal a password prompt would wait for ever.
  const asking = system.hasTerminal ? [] : ['-n']
  return (args) => system.act('sudo', [...asking, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args])
}

if (isProgram(import.meta.url)) {
  endChildrenWithUs()
  await main(() => ensureSystemPackages([...WINDOW_NEEDS, ...TEST_NEEDS], { mayInstall: !process.argv.includes('--no-system') }))
}
