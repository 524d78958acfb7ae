/** Adds up stages and prints what they came to. */
import { Refusal, duration, say } from './voice.js'

/**
 * @typedef {import('./vitest.js').Counts} Counts
 * @typedef {{ title: string, ms: number, counts: Counts }} Stage
 */

export function createTally() {
  /** @type {Stage[]} */
  const stages = []

  /**
   * A stage that only takes time.
   * @template T
   * @param {string} title
   * @param {() => Promise<T>} work
   */
  async function time(title, work) {
    const startedAt = performance.now()
    const result = await work()
    stages.push({ title, ms: performance.now() - startedAt, counts: { passed: 0, failed: 0, skipped: 0 } })
    return result
  }

  /**
   * @param {string} title
   * @param {() => Promise<Counts>} work
   */
  async function count(title, work) {
    const startedAt = performance.now()
    const counts = await work()
    stages.push({ title, ms: performance.now() - startedAt, counts })
    say(`${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${title} (${duration(performance.now() - startedAt)})`)
  }

  /** What stopped everything is a failure too. @param {unknown} fault */
  function fault(fault) {
    say(fault instanceof Refusal ? fault.message : fault instanceof Error ? String(fault.stack) : String(fault))
    stages.push({ title: 'stopped', ms: 0, counts: { passed: 0, failed: 1, skipped: 0 } })
  }

  /**
   * Prints the table and, as the very last line, the sum.
   * @param {{ maySkip: boolean }} options
   * @returns {number} the exit code
   */
  function close({ maySkip }) {
    const sum = stages.reduce((all, { counts }) => ({ passed: all.passed + counts.passed, failed: all.failed + counts.failed, skipped: all.skipped + counts.skipped }), { passed: 0, failed: 0, skipped: 0 })
    say('')
    for (const { title, ms, counts } of stages) say(`  ${title.padEnd(26)}${duration(ms).padStart(12)}   ${describe(counts)}`)
    if (!maySkip && sum.skipped > 0) say('CI skips nothing: a skipped test is a failure.')
    say(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
    return sum.failed > 0 || sum.passed === 0 || (!maySkip && sum.skipped > 0) ? 1 : 0
  }

  return { time, count, fault, close }
}

/** @param {Counts} counts */
function describe({ passed, failed, skipped }) {
  return [[passed, 'passed'], [failed, 'failed'], [skipped, 'skipped']].filter(([n]) => Number(n) > 0).map(([n, word]) => `${n} ${word}`).join(', ')
}
