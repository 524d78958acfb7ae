/** What ships, under which licences, and the notices that those licences ask for. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT, inRoot } from './house.js'

/** Licences that let anyone use Kontor for anything, as long as the notices stay. */
export const WELCOME = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0']

/**
 * @typedef {object} Shipped
 * @property {string} place its folder in node_modules, as the lock file writes it
 * @property {string} name
 * @property {string} version
 * @property {string} licence
 */

const ROOMS = ['shared', 'src-main', 'src-renderer']
/** Given by the runtime itself. */
const NOT_PACKAGES = new Set(['electron'])
/** Packages of which only data ship, reduced by a script: their notices go along, what they are built with stays behind. */
const DATA_PACKAGES = ['name-suggestion-index']

/**
 * Every package that our sources import or that ships as it is, and every package those ask for. What a package asks for only to build itself
 * is in here too: better one notice too many.
 * @returns {Shipped[]}
 */
export function shippedPackages() {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
  /** @type {Map<string, Shipped>} */
  const found = new Map()
  const visit = (/** @type {string} */ place) => {
    if (found.has(place)) return
    const entry = lock[place]
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.set(place, { place, name: entry.name ?? name, version: entry.version, licence: entry.license ?? 'unknown' })
    for (const needed of Object.keys(entry.dependencies ?? {})) visit(resolved(lock, place, needed))
  }
  for (const name of new Set([...importedPackages(), ...Object.keys(lock['']?.dependencies ?? {})])) visit(resolved(lock, '', name))
  for (const name of DATA_PACKAGES) {
    const place = `node_modules/${name}`
    found.set(place, { place, name, version: lock[place].version, licence: lock[place].license ?? 'unknown' })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
}

/** @returns {string[]} the packages that our rooms name in an import */
export function importedPackages() {
  const names = new Set()
  for (const file of ROOMS.flatMap((room) => sourceFiles(inRoot(room)))) {
    for (const { fileName } of ts.preProcessFile(scriptOf(file)).importedFiles) {
      const name = fileName.split('/').slice(0, fileName.startsWith('@') ? 2 : 1).join('/')
      if (!/^[.#]|^node:/.test(name) && !NOT_PACKAGES.has(name)) names.add(name)
    }
  }
  return [...names].sort()
}

/** @param {string} file */
function scriptOf(file) {
  const text = readFileSync(file, 'utf8')
  return file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n') : text
}

/** @param {string} folder */
const sourceFiles = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))

/**
 * The way Node looks a package up: from the asking package's folder outwards.
 * @param {Record<string, unknown>} lock
 * @param {string} asking
 * @param {string} name
 * @returns {string}
 */
function resolved(lock, asking, name) {
  const place = `${asking === '' ? '' : `${asking}/`}node_modules/${name}`
  if (lock[place] !== undefined) return place
  if (asking === '') throw new Error(`package-lock.json does not know ${name}`)
  const outside = asking.lastIndexOf('/node_modules/')
  return resolved(lock, outside < 0 ? '' : asking.slice(0, outside), name)
}

/** The text that goes into every package. Electron and Chromium bring theirs as files of their own. */
export function noticesText() {
  const parts = shippedPackages().map((shipped) => [`${shipped.name} ${shipped.version} · ${shipped.licence}`, '', licenceText(shipped.place)].join('\n'))
  const head = [
    'Kontor is made with the following software. Each part stays under its own licence, printed here in full.',
    'SQLite itself is in the public domain. For Electron and Chromium see LICENSE.electron.txt and LICENSES.chromium.html.',
  ].join('\n')
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** @param {string} place */
function licenceText(place) {
  const folder = path.join(ROOT, place)
  const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort()
  if (texts.length > 0) return texts.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n')
  const { author, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return `Published under the ${license} licence${author === undefined ? '' : ` by ${typeof author === 'string' ? author : author.name}`}; the package brings no text of its own.`
}
