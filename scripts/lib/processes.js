/** Child processes that end when we do. */
import { spawn } from 'node:child_process'
import process from 'node:process'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let isStopping = false

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [shell]
 * @property {'show' | 'keep'} [output] show it as it comes (the default), or keep it for the caller
 * @property {string} [input] what it reads; without it standard input is closed
 * @property {boolean} [terminal] leaves it the terminal's input
 * @property {number} [timeoutMs]
 * @property {AbortSignal} [signal]
 */

/**
 * @typedef {object} Ended
 * @property {number} code a signal's death counts as failure
 * @property {string} stdout
 * @property {string} stderr
 * @property {NodeJS.Signals | null} signal what killed it
 * @property {boolean} timedOut
 */

/**
 * Runs a command to its end. A command that cannot be started ends with 127, as in a shell.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, options = {}) {
  const keep = options.output === 'keep'
  const stdin = options.input !== undefined ? 'pipe' : options.terminal === true ? 'inherit' : 'ignore'
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    cwd: options.cwd,
    shell: options.shell ?? false,
    windowsHide: true,
    stdio: [stdin, keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'],
  })
  running.add(child)
  child.stdin?.on('error', () => { /* it ended without reading everything */ })
  child.stdin?.end(options.input)
  return ending(child, options)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RunOptions} options
 * @returns {Promise<Ended>}
 */
function ending(child, options) {
  const text = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ piece) => { text.stdout += piece })
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ piece) => { text.stderr += piece })
  let timedOut = false
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(() => { timedOut = true; stop(child) }, options.timeoutMs)
  const abort = () => { stop(child) }
  options.signal?.addEventListener('abort', abort, { once: true })
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code, /** @type {NodeJS.Signals | null} */ signal) => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
      running.delete(child)
      resolve({ code, signal, ...text, timedOut })
    }
    child.once('error', (fault) => { text.stderr += fault.message; end(127, null) })
    child.once('close', (code, signal) => { end(code ?? 1, signal) })
  })
}

/**
 * Asks first, insists after three seconds.
 * @param {import('node:child_process').ChildProcess} child
 */
function stop(child) {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 3000).unref()
}

/**
 * Ctrl+C reaches every process of the terminal at once; a plain SIGTERM reaches only us, so it is passed on.
 * The exit waits until the children are gone.
 */
export function endChildrenWithUs() {
  /** @type {['SIGINT', 'SIGTERM', 'SIGHUP']} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach((signal, index) => process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    const code = [130, 143, 129][index]
    if (running.size === 0) process.exit(code)
    let left = running.size
    for (const child of running) {
      child.once('close', () => { if (--left === 0) process.exit(code) })
      if (signal === 'SIGINT') setTimeout(() => { stop(child) }, 2000).unref()
      else stop(child)
    }
  }))
}
