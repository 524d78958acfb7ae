/**
 * `npm test`: everything that must hold, on a fresh machine too. Its last line is `N passed, N failed, N skipped`;
 * types, lint and build count as one check each. With CI=true a skipped test is a failure.
 * Options after `--`: --no-system (installs no system packages).
 */
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { ensureBuild } from './lib/build.js'
import { withVirtualDisplay } from './lib/display.js'
import { MEMORY, ROOT, nodePath, toolScript, withOwnNode } from './lib/house.js'
import { endChildrenWithUs, run } from './lib/processes.js'
import { setUp } from './lib/setup.js'
import { createTally } from './lib/tally.js'
import { runTests } from './lib/vitest.js'
import { Refusal, main, say } from './lib/voice.js'

const isCi = process.env['CI'] === 'true'

/**
 * One of the tools that either pass or print what is wrong.
 * @param {string} title
 * @param {string[]} args
 */
async function check(title, args) {
  const { code, stdout, stderr } = await run(nodePath(), args, { cwd: ROOT, env: withOwnNode(), output: 'keep' })
  if (code !== 0) say(`${title}\n${stdout}${stderr}`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Rooms of pure functions and in-memory ledgers: nothing of a test outlives it, so one process serves all their files. */
const PURE = ['test/golden', ...['shared', 'ofx', 'connectors', 'schedule', 'window', 'import', 'categorise', 'insights', 'statements', 'ledger'].map((room) => `test/unit/${room}`)]
/** What asks this computer for its day or hour. All others are handed theirs, or cannot reach a clock (eslint.config.js). */
const TIMED = ['test/unit/platform', 'test/unit/cli', 'test/unit/ipc', 'test/property/statements']

/** A day that is still yesterday, seen from Greenwich: whatever reads, writes or asks for days once more. */
async function countYesterday() {
  const env = { ...process.env, TZ: 'America/New_York' }
  const pure = await runTests(['unit'], { env, name: 'new-york-pure', filters: PURE.map((folder) => `${folder}/`), isShared: true })
  return sum(pure, await runTests(['unit'], { env, name: 'new-york', filters: TIMED, without: PURE }))
}

/** A day that is already tomorrow: everything. */
async function countTomorrow() {
  const env = { ...process.env, TZ: 'Europe/Berlin' }
  const workers = availableParallelism()
  const pure = await runTests(['unit'], { env, name: 'berlin-pure', filters: PURE.map((folder) => `${folder}/`), isShared: true, workers })
  return sum(pure, await runTests(['unit', 'window', 'process'], { env, name: 'berlin', without: PURE, workers }))
}

/** @param {import('./lib/vitest.js').Counts} one @param {import('./lib/vitest.js').Counts} other */
const sum = (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped })

/** @returns {Promise<import('./lib/vitest.js').Counts>} */
async function build() {
  try {
    await ensureBuild(say)
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    say(fault.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * Types make lint hungry: the heap that a small machine gives by default is too little. Results of a cache could hide
 * that another file's types have changed, so CI lints afresh.
 */
const lintArguments = () => ['--max-old-space-size=6144', toolScript('eslint'), '.', '--max-warnings', '0', ...(isCi ? [] : ['--cache', '--cache-location', `${MEMORY}/eslint/`])]

/** @param {ReturnType<typeof createTally>} tally */
async function typesThenNewYork(tally) {
  await tally.count('types', () => check('Types:', [toolScript('vue-tsc'), '--noEmit']))
  await tally.count('build', build)
  await tally.count('unit, New York', countYesterday)
}

async function test() {
  const tally = createTally()
  try {
    await tally.time('set-up', () => setUp({ mayInstall: !process.argv.includes('--no-system'), forTests: true, say }))
    // Side by side: each keeps one core busy, and for about as long as the other.
    await Promise.all([tally.count('lint', () => check('Lint:', lintArguments())), typesThenNewYork(tally)])
    await tally.count('unit, window and processes, Berlin', countTomorrow)
    await tally.count('e2e', () => withVirtualDisplay((env) => runTests(['e2e'], { env, name: 'e2e' })))
  } catch (fault) {
    tally.fault(fault)
  }
  return tally.close({ maySkip: !isCi })
}

endChildrenWithUs()
await main(test)
