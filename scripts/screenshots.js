/**
 * `npm run screenshots`: takes the README's pictures of the built app with a made-up household, in a display of their own.
 */
import process from 'node:process'
import { ensureBuild } from './lib/build.js'
import { withVirtualDisplay } from './lib/display.js'
import { ROOT, inRoot, nodePath, withOwnNode } from './lib/house.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { setUp } from './lib/setup.js'
import { main, say } from './lib/voice.js'

endChildrenWithUs()
await main(async () => {
  await setUp({ mayInstall: !process.argv.includes('--no-system'), forTests: true, say })
  await ensureBuild(say)
  const { code } = await withVirtualDisplay((env) => run(nodePath(), [inRoot('scripts', 'lib', 'photographer.js')], { cwd: ROOT, env: withOwnNode(env) }))
  return code
})
