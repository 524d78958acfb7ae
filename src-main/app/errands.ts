import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import type { MonthsOrder } from '#main/demo-bank/ofx-history.ts'
import type { Derive } from '#main/secrets/scrypt.ts'
import { builtFile } from './built-files.ts'

/** Work that takes longer than the main thread's window may wait: each errand has a thread of its own, which ends with it. */
export const writeDemoHistory = (order: MonthsOrder): Promise<Uint8Array> => bytesFrom('demo.js', order)

export const deriveInThread: Derive = (order) => bytesFrom('derive.js', order)

async function bytesFrom(script: string, order: unknown): Promise<Uint8Array> {
  const worker = new Worker(builtFile('main', script), { workerData: order })
  // Rejects with the thread's own error where it has one. One that just ends must not leave the person waiting.
  const message: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  const [bytes] = message
  assert(bytes instanceof Uint8Array, 'the thread answers with bytes')
  return bytes
}
