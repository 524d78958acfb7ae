/**
 * Where things are. The scripts start on whatever Node the machine has (20 or newer) and hand over to the Node that
 * package.json brings along, because the ledger's native module needs it.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(ROOT, ...parts)

/** What the scripts remember between two runs; safe to delete. */
export const MEMORY = inRoot('.cache')

export const OWN_NODE = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The project's own Node once it is installed, this one until then. */
export const nodePath = () => (existsSync(OWN_NODE) ? OWN_NODE : process.execPath)

/**
 * Runs a tool of node_modules under our own Node, without a shell in between.
 * @param {string} name package whose bin it is
 * @param {string} [bin] the bin's name, where the package has several
 * @returns {string} the script to pass to Node
 */
export function toolScript(name, bin = name) {
  const folder = inRoot('node_modules', ...name.split('/'))
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const entry = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[bin]
  if (entry === undefined) throw new Error(`${name} has no command ${bin}`)
  return path.join(folder, entry)
}

/**
 * The npm that runs us, else the one on the PATH. As a script it needs no shell, which Windows asks of `npm.cmd`.
 * @param {string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const script = process.env['npm_execpath']
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return { command: process.execPath, args: [script, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

/**
 * Our Node first on the PATH, so that everything started from here finds it.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function withOwnNode(env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: [path.dirname(OWN_NODE), env[name]].filter(Boolean).join(path.delimiter) }
}

/**
 * Whether Node was asked to run this very file; a folder on the way to it may be a link.
 * @param {string} url the file's `import.meta.url`
 */
export const isProgram = (url) => process.argv[1] !== undefined && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url)
