import { getPriority } from 'node:os'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const PROBE = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { getPriority } = require('node:os')
  void import(workerData).then(({ stepBack }) => {
    stepBack()
    parentPort.postMessage(getPriority())
  })
`

it('lets only the thread that asks go behind the others', async () => {
  const before = getPriority()
  const worker = new Worker(PROBE, { eval: true, workerData: new URL('../../../src-main/platform/thread-priority.ts', import.meta.url).href })
  const inside = await new Promise((resolve, reject) => { worker.once('message', resolve).once('error', reject) })
  await worker.terminate()

  expect(inside).toBe(process.platform === 'linux' ? Math.max(before, 10) : before)
  expect(getPriority()).toBe(before)
})
