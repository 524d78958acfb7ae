/** Builds the app when its sources have changed since the last build. */
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT, inRoot, nodePath, toolScript, withOwnNode } from './house.js'
import { run } from './processes.js'
import { Refusal } from './voice.js'

const SOURCES = ['shared', 'src-main', 'src-renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Lies where every build starts by clearing away, so no build from other sources can keep an old note. */
const NOTE = inRoot('out', 'main', '.built-from')

/**
 * @param {import('./voice.js').Say} say
 * @returns {Promise<boolean>} whether it had to build
 */
export async function ensureBuild(say) {
  const sources = await fingerprint(ROOT, SOURCES)
  if (await readFile(NOTE, 'utf8').catch(() => '') === sources) return false
  say('Building Kontor …')
  const { code, stdout, stderr } = await run(nodePath(), [toolScript('electron-vite'), 'build'], { cwd: ROOT, env: withOwnNode(), output: 'keep' })
  if (code !== 0) throw new Refusal(`${stdout}${stderr}\nThe build failed; the lines above say where.`)
  await writeFile(NOTE, sources)
  return true
}

/**
 * One digest over names and contents; the same on every system.
 * @param {string} root
 * @param {string[]} places files and folders
 */
export async function fingerprint(root, places) {
  const files = (await Promise.all(places.map((place) => filesUnder(root, place)))).flat().sort()
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file}\0`).update(await readFile(path.join(root, file))).update('\0')
  return digest.digest('hex')
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, place) {
  const entries = await readdir(path.join(root, place), { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return [place]
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
