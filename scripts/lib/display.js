/** Displays: the one a person sits at, or a virtual one for tests. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { Refusal } from './voice.js'

/**
 * Windows and macOS always have one.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export const hasDisplay = (env = process.env, platform = process.platform) => platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])

const START_MAX_MS = 15_000

/**
 * Gives the work a display of its own on Linux, so that tests neither need nor disturb the one a person sits at.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(work, env = process.env) {
  if (process.platform !== 'linux') return work(env)
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-dpi', '96'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  try {
    const { WAYLAND_DISPLAY: _, XAUTHORITY: __, ...rest } = env
    return await work({ ...rest, DISPLAY: `:${await displayNumber(server)}`, XDG_SESSION_TYPE: 'x11' })
  } finally {
    server.kill('SIGTERM')
  }
}

/**
 * The server itself picks a free number and writes it when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Refusal('The virtual display did not come up in time.')) }, START_MAX_MS)
    const fail = () => { clearTimeout(timer); reject(new Refusal('The virtual display could not be started. Is the package xvfb installed?')) }
    let text = ''
    server.once('error', fail).once('exit', fail)
    server.stdio[3]?.on('data', (/** @type {Buffer} */ piece) => {
      text += piece.toString()
      if (!text.endsWith('\n')) return
      clearTimeout(timer)
      resolve(text.trim())
    })
  })
}
