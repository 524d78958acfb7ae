import { readdirSync, readFileSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { helpersStepBack } from '#main/platform/thread-priority.ts'

/** Tries to stand before everybody, as Chromium's threads do, and then makes the step. */
const PROBE = `
  const { parentPort, workerData: { module, step } } = require('node:worker_threads')
  const { getPriority, setPriority } = require('node:os')
  try { setPriority(-8) } catch { /* only some may */ }
  void import(module).then((steps) => {
    const before = getPriority()
    steps[step]()
    parentPort.postMessage({ before, after: getPriority() })
  })
`

it.each([
  ['stepBack', constants.priority.PRIORITY_BELOW_NORMAL],
  ['stepBeside', constants.priority.PRIORITY_NORMAL],
  ['stepAside', 5],
] as const)('%s lets only the thread that asks go no further ahead than its place', async (step, place) => {
  const outside = getPriority()
  const module = new URL('../../../src-main/platform/thread-priority.ts', import.meta.url).href
  // Elsewhere a thread has no priority of its own: trying would move this whole process.
  if (process.platform !== 'linux') return
  const worker = new Worker(PROBE, { eval: true, workerData: { module, step } })
  const { before, after } = await new Promise<{ before: number; after: number }>((resolve, reject) => { worker.once('message', resolve).once('error', reject) })
  await worker.terminate()

  expect(after).toBe(Math.max(before, place))
  expect(getPriority()).toBe(outside)
})

it('helpersStepBack lets every helper of the runtime go behind the page, and nobody else', () => {
  if (process.platform !== 'linux') return
  const outside = getPriority()
  const helpers = namedThreads('V8Worker')
  expect(helpers).not.toEqual([])
  expect(helpersStepBack()).toBe(helpers.length)
  for (const helper of helpers) expect(getPriority(helper)).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL)
  expect(getPriority()).toBe(outside)
})

const namedThreads = (name: string): number[] => readdirSync('/proc/self/task').filter((thread) => nameOf(thread) === name).map(Number)

function nameOf(thread: string): string {
  try {
    return readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').trim()
  } catch {
    // A thread of another kind ended between the two looks.
    return ''
  }
}
