/** The npm packages, as package-lock.json names them. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { OWN_NODE, ROOT, npmCommand } from './house.js'
import { run } from './processes.js'
import { Refusal } from './voice.js'

/**
 * Only Node's own install script runs. Left to itself `npm ci` would call node-gyp for the ledger's native module, which has
 * a binary for every platform inside: a lock file does not carry the `gypfile: false` that forbids it, and a machine without
 * Python, a compiler or Node's headers fails there.
 */
export const INSTALL_STEPS = [['ci', '--ignore-scripts'], ['rebuild', 'node']]

/**
 * Installs what is missing or of another version than the lock file names; otherwise costs one file comparison.
 * @param {import('./voice.js').Say} say
 */
export async function ensureDependencies(say) {
  const reason = dependencyGap(ROOT) ?? (existsSync(OWN_NODE) ? undefined : 'its own Node is missing')
  if (reason === undefined) return
  say(`Installing the npm packages (${reason}) …`)
  for (const step of INSTALL_STEPS) {
    const npm = npmCommand([...step, '--no-audit', '--no-fund', '--loglevel=error'])
    const { code } = await run(npm.command, npm.args, { shell: npm.shell, cwd: ROOT })
    if (code !== 0) throw new Refusal('npm could not install the packages; its lines above say why. When the network is back, start again.')
  }
  if (!existsSync(OWN_NODE)) throw new Refusal('npm left out the install script of the package "node", which brings the Node that Kontor runs on. Allow it (npm config get ignore-scripts should say false) and start again.')
}

/**
 * npm notes what it installed in node_modules/.package-lock.json. Packages for other systems are optional and rightly
 * absent; anything else must be there in the locked version.
 * @param {string} root
 * @returns {string | undefined} why an install is due
 */
export function dependencyGap(root) {
  const installed = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return 'for the first time'
  const wanted = lockedPackages(path.join(root, 'package-lock.json')) ?? {}
  for (const [place, { version, integrity, optional }] of Object.entries(wanted)) {
    const found = installed[place]
    if (place === '' || (found === undefined && optional === true)) continue
    if (found?.version !== version || found?.integrity !== integrity) return `${place.replace(/^.*node_modules\//, '')} ${found === undefined ? 'is new' : 'has changed'}`
  }
  return undefined
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
