/** Runs Vitest projects and counts from its JSON report, never from its text. */
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { MEMORY, ROOT, nodePath, toolScript, withOwnNode } from './house.js'
import { run } from './processes.js'
import { say } from './voice.js'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @param {string[]} projects
 * @param {{ env: NodeJS.ProcessEnv, name: string, filters?: string[], without?: string[], isShared?: boolean, workers?: number }} options
 *   `name` keeps reports of several runs apart; `isShared`: the files share what they import, which spares most of the time;
 *   `workers`: Vitest itself leaves one core idle, of a small machine's two
 * @returns {Promise<Counts>}
 */
export async function runTests(projects, { env, name, filters = [], without = [], isShared = false, workers }) {
  const report = path.join(MEMORY, 'tests', `${name}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]), ...(isShared ? ['--no-isolate'] : []), ...without.map((folder) => `--exclude=${folder}/**`), ...filters]
  const { code, signal } = await run(nodePath(), [toolScript('vitest'), ...args], { cwd: ROOT, env: withOwnNode(process.stdout.isTTY ? env : { ...env, NO_COLOR: '1' }) })
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) say(`Vitest left no report: it ended with ${signal ?? `exit code ${code}`}.`)
  return countTests(text, code)
}

/**
 * A file that does not load has no tests to fail, and a fault outside any test only shows in the exit code: both count
 * as one failure each, so that nothing broken can look green.
 * @param {string | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report)
  const brokenFiles = testResults.filter((/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
    file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')).length
  const failed = numFailedTests + brokenFiles
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}
