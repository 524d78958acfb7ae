/**
 * `npm run package`: builds the app as a folder that runs by itself, dist/linux-unpacked and its like.
 * Options after `--`: --installers builds what electron-builder.yml lists for this system instead, and insists on the
 * official runtime; --no-system installs no system packages.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { ensureBuild } from './lib/build.js'
import { MEMORY, ROOT, inRoot, isProgram, nodePath, toolScript, withOwnNode } from './lib/house.js'
import { noticesText } from './lib/licences.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { setUp } from './lib/setup.js'
import { Refusal, main, say } from './lib/voice.js'

/** Lies beside app.asar in a build that must not be given away; the app shows it. */
const DEVELOPMENT_MARK = 'development-build.txt'

/**
 * @param {{ installers: boolean, mayInstall: boolean }} options
 * @returns {Promise<string>} the folder that holds the app
 */
export async function packageApp({ installers, mayInstall }) {
  const runtime = await setUp({ mayInstall, forTests: false, say })
  if (installers && runtime.origin === 'development') throw new Refusal('Installers are only built with the official Electron runtime, and it could not be downloaded here.')
  await ensureBuild(say)
  const resources = await writeResources(runtime)
  const config = await writeConfig(runtime, resources)
  say(installers ? 'Building the installers …' : 'Packaging …')
  const { code, stdout, stderr } = await run(nodePath(), [toolScript('electron-builder'), ...(installers ? [] : ['--dir']), '--publish', 'never', '--config', config], {
    cwd: ROOT, env: { ...withOwnNode(), CSC_IDENTITY_AUTO_DISCOVERY: process.env['CSC_IDENTITY_AUTO_DISCOVERY'] ?? 'false' }, output: installers ? 'show' : 'keep',
  })
  if (code !== 0) throw new Refusal(`${stdout}${stderr}\nPackaging failed; the lines above say why.`)
  return appFolder()
}

/** @param {import('./electron-runtime.js').ElectronRuntime} runtime */
async function writeResources(runtime) {
  const folder = path.join(MEMORY, 'package-resources')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesText())
  if (runtime.origin === 'development') {
    await writeFile(path.join(folder, DEVELOPMENT_MARK), `Development build with a repackaged Electron ${runtime.version}. For tests only; do not give it away.\n`)
  }
  return folder
}

/**
 * @param {import('./electron-runtime.js').ElectronRuntime} runtime
 * @param {string} resources
 */
async function writeConfig(runtime, resources) {
  const file = path.join(MEMORY, 'electron-builder.json')
  await writeFile(file, JSON.stringify({
    extends: inRoot('electron-builder.yml'),
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    afterExtract: inRoot('scripts', 'lib', 'after-extract.js'),
    extraResources: [{ from: resources, to: '.' }, { from: inRoot('LICENSE'), to: 'LICENSE.kontor.txt' }],
  }))
  return file
}

async function appFolder() {
  const names = await readdir(inRoot('dist'))
  const name = names.find((entry) => entry.endsWith('-unpacked') || /^mac(-arm64)?$/.test(entry))
  if (name === undefined) throw new Refusal('electron-builder said it was done, but dist/ holds no app.')
  return inRoot('dist', name)
}

if (isProgram(import.meta.url)) {
  endChildrenWithUs()
  await main(async () => {
    const args = process.argv.slice(2)
    const folder = await packageApp({ installers: args.includes('--installers'), mayInstall: !args.includes('--no-system') })
    say(`Packaged into ${path.relative(ROOT, folder)}.`)
  })
}
