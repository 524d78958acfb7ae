/**
 * `node scripts/icons.js`: draws build/icon.svg into what each system wants. Only needed after the SVG has changed;
 * the results are committed. A mac icon keeps the margin of Apple's grid, the others fill their square.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { findElectronRuntime } from './electron-runtime.js'
import { withVirtualDisplay } from './lib/display.js'
import { inRoot, isProgram } from './lib/house.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { sandboxArguments } from './lib/sandbox.js'
import { Refusal, main, say } from './lib/voice.js'

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 256]
/** Apple's icon types that hold a PNG, each with its size in pixels. */
const MAC_TYPES = /** @type {const} */ ([['icp4', 16], ['icp5', 32], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]])
const MARGIN = 72

/**
 * ICO: a directory of 16 bytes per picture, then the pictures; since Windows Vista they may be PNG.
 * @param {{ size: number, png: Buffer }[]} pictures
 */
export function icoFile(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // A byte has no room for 256; zero stands for it.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/**
 * ICNS: blocks of type, length and picture.
 * @param {{ type: string, png: Buffer }[]} pictures
 */
export function icnsFile(pictures) {
  const blocks = pictures.map(({ type, png }) => Buffer.concat([tag(type, png.length + 8), png]))
  return Buffer.concat([tag('icns', 8 + blocks.reduce((sum, { length }) => sum + length, 0)), ...blocks])
}

/**
 * @param {string} type
 * @param {number} length
 */
function tag(type, length) {
  const bytes = Buffer.alloc(8)
  bytes.write(type, 'latin1')
  bytes.writeUInt32BE(length, 4)
  return bytes
}

/**
 * @param {string} folder
 * @param {{ file: string, size: number, crop: number }[]} jobs
 */
async function draw(folder, jobs) {
  const { executable, dist } = await findElectronRuntime()
  const { code, stderr } = await withVirtualDisplay((env) => run(executable, [...sandboxArguments(dist), inRoot('scripts', 'lib', 'rasterise.js')], {
    env: { ...env, KONTOR_DRAW: JSON.stringify({ svg: inRoot('build', 'icon.svg'), jobs }) }, cwd: folder, output: 'keep', timeoutMs: 60_000,
  }))
  if (code !== 0) throw new Refusal(`The icons could not be drawn.\n${stderr}`)
}

async function icons() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kontor-icons-'))
  try {
    const file = (/** @type {string} */ kind, /** @type {number} */ size) => path.join(folder, `${kind}-${size}.png`)
    const sizes = (/** @type {readonly number[]} */ all) => [...new Set(all)]
    await draw(folder, [
      ...sizes([...LINUX_SIZES, ...WINDOWS_SIZES]).map((size) => ({ file: file('full', size), size, crop: MARGIN })),
      ...sizes(MAC_TYPES.map(([, size]) => size)).map((size) => ({ file: file('mac', size), size, crop: 0 })),
    ])
    const full = (/** @type {number} */ size) => readFile(file('full', size))
    await mkdir(inRoot('build', 'icons'), { recursive: true })
    for (const size of LINUX_SIZES) await writeFile(inRoot('build', 'icons', `${size}x${size}.png`), await full(size))
    await writeFile(inRoot('build', 'icon.ico'), icoFile(await Promise.all(WINDOWS_SIZES.map(async (size) => ({ size, png: await full(size) })))))
    await writeFile(inRoot('build', 'icon.icns'), icnsFile(await Promise.all(MAC_TYPES.map(async ([type, size]) => ({ type, png: await readFile(file('mac', size)) })))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  say('Drew build/icons, build/icon.ico and build/icon.icns from build/icon.svg.')
}

if (isProgram(import.meta.url)) {
  endChildrenWithUs()
  await main(icons)
}
