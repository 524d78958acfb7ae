/**
 * `npm start`: installs what is missing, builds what has changed, opens Kontor.
 * Options after `--`: --no-system (installs no system packages); everything else goes to the app.
 */
import process from 'node:process'
import { ensureBuild } from './lib/build.js'
import { hasDisplay } from './lib/display.js'
import { ROOT } from './lib/house.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { sandboxObstacle } from './lib/sandbox.js'
import { setUp } from './lib/setup.js'
import { Refusal, main, say } from './lib/voice.js'

/** Chromium's remarks about a missing D-Bus and its like help nobody; `npm start -- --log-level=0` shows them. */
const QUIET = '--log-level=3'

/** @param {string[]} args */
async function start(args) {
  const runtime = await setUp({ mayInstall: !args.includes('--no-system'), forTests: false, say })
  await ensureBuild(say)
  if (!hasDisplay()) {
    throw new Refusal([
      'Kontor is built, but there is no display here to open its window on.',
      '  in a virtual display:  xvfb-run -a npm start',
      '  without a window:      npx kontor --help',
    ].join('\n'))
  }
  const obstacle = sandboxObstacle(runtime.dist)
  if (obstacle !== undefined) say(`In development only: ${obstacle}, so Kontor starts with --no-sandbox. A packaged Kontor refuses that switch.`)
  say('Opening Kontor …')
  const { code } = await run(runtime.executable, [...(obstacle === undefined ? [] : ['--no-sandbox']), QUIET, ROOT, ...args.filter((arg) => arg !== '--no-system')])
  return code
}

endChildrenWithUs()
await main(() => start(process.argv.slice(2)))
