import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import type { MonthsOrder } from '#main/demo-bank/ofx-history.ts'
import { builtFile } from './built-files.ts'

/** Writes the demo history beside the main thread, which has a window to serve. */
export async function writeDemoHistory(order: MonthsOrder): Promise<Uint8Array> {
  const worker = new Worker(builtFile('main', 'demo.js'), { workerData: order })
  // Rejects with the thread's own error where it has one.
  const message: unknown[] = await once(worker, 'message')
  const [bytes] = message
  assert(bytes instanceof Uint8Array, 'the thread answers with bytes')
  return bytes
}
