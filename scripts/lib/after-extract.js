import { copyFile, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * electron-builder's hook: takes from a copied runtime what only development wants, so that Electron's demo app is not there
 * for a damaged package to fall back to. From a folder electron-builder copies a mac runtime without its licences.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { config: { electronDist: string } } }} context
 */
export async function afterExtract({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin'
  const resources = isMac ? path.join(appOutDir, 'Electron.app', 'Contents', 'Resources') : path.join(appOutDir, 'resources')
  for (const leftover of [path.join(resources, 'default_app.asar'), path.join(appOutDir, 'version'), path.join(appOutDir, 'verified')]) await rm(leftover, { force: true })
  if (!isMac) return
  await copyFile(path.join(packager.config.electronDist, 'LICENSE'), path.join(resources, 'LICENSE.electron.txt'))
  await copyFile(path.join(packager.config.electronDist, 'LICENSES.chromium.html'), path.join(resources, 'LICENSES.chromium.html'))
}
