import { rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * electron-builder's hook: takes from a copied runtime what only development wants. Electron's demo app must not stay
 * where a damaged package could fall back to it.
 * @param {{ appOutDir: string }} context
 */
export async function afterExtract({ appOutDir }) {
  for (const leftover of ['resources/default_app.asar', 'version', 'verified']) await rm(path.join(appOutDir, leftover), { force: true })
}
