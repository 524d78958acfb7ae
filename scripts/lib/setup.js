/** What both `npm start` and `npm test` do first: everything a fresh machine lacks. */
import { ensureDependencies } from './dependencies.js'
import { hasDisplay } from './display.js'
import { findElectronRuntime } from '../electron-runtime.js'
import { TEST_NEEDS, VIRTUAL_DISPLAY_NEEDS, WINDOW_NEEDS, ensureSystemPackages } from '../system-packages.js'

/**
 * @typedef {object} SetupOptions
 * @property {boolean} mayInstall system packages, that is; `--no-system` forbids it
 * @property {boolean} forTests
 * @property {import('./voice.js').Say} say
 */

/**
 * Cheap when nothing is missing.
 * @param {SetupOptions} options
 */
export async function setUp({ mayInstall, forTests, say }) {
  await ensureDependencies(say)
  await ensureSystemPackages([...WINDOW_NEEDS, ...(forTests ? TEST_NEEDS : hasDisplay() ? [] : VIRTUAL_DISPLAY_NEEDS)], { mayInstall })
  return findElectronRuntime({ say })
}
