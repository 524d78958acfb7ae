/**
 * `npm run e2e`: the end-to-end tests in the real Electron, in a virtual display of their own.
 * Arguments after `--` choose test files by part of their name; --no-system installs no system packages.
 */
import process from 'node:process'
import { ensureBuild } from './lib/build.js'
import { withVirtualDisplay } from './lib/display.js'
import { endChildrenWithUs } from './lib/processes.js'
import { setUp } from './lib/setup.js'
import { createTally } from './lib/tally.js'
import { runTests } from './lib/vitest.js'
import { main, say } from './lib/voice.js'

/** @param {string[]} args */
async function e2e(args) {
  const tally = createTally()
  await setUp({ mayInstall: !args.includes('--no-system'), forTests: true, say })
  await ensureBuild(say)
  await tally.count('e2e', () => withVirtualDisplay((env) => runTests(['e2e'], { env, name: 'e2e', filters: args.filter((arg) => arg !== '--no-system') })))
  return tally.close({ maySkip: process.env['CI'] !== 'true' })
}

endChildrenWithUs()
await main(() => e2e(process.argv.slice(2)))
