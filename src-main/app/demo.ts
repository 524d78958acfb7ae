import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import type { MonthsOrder } from '#main/demo-bank/ofx-history.ts'

/** Writes the demo history beside the main thread, which has a window to serve. */
export async function writeDemoHistory(order: MonthsOrder): Promise<Uint8Array> {
  const worker = new Worker(path.join(import.meta.dirname, 'demo.js'), { workerData: order })
  // Rejects with the thread's own error where it has one.
  const message: unknown[] = await once(worker, 'message')
  const [bytes] = message
  assert(bytes instanceof Uint8Array, 'the thread answers with bytes')
  return bytes
}
