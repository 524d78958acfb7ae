/** Whether Chromium's sandbox can work for an unpackaged app here; a packaged one never runs without it. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/**
 * Why development has to do without the sandbox, or undefined when it need not.
 * @param {string} dist the runtime's folder
 * @returns {string | undefined}
 */
export function sandboxObstacle(dist) {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'Chromium refuses its sandbox to root'
  if (hasSetuidHelper(dist)) return undefined
  const forbidden = setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' || setting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  return forbidden ? 'this system forbids unprivileged user namespaces' : undefined
}

/**
 * The switches that an unpackaged app needs here, for starting it and for its tests.
 * @param {string} dist
 */
export const sandboxArguments = (dist) => (sandboxObstacle(dist) === undefined ? [] : ['--no-sandbox'])

/** @param {string} dist */
function hasSetuidHelper(dist) {
  try {
    const { uid, mode } = statSync(path.join(dist, 'chrome-sandbox'))
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}

/** @param {string} file */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
