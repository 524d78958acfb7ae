import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import type { MonthsOrder } from '#main/demo-bank/ofx-history.ts'
import type { Derive } from '#main/secrets/scrypt.ts'
import { builtFile } from './built-files.ts'

/** Work that takes longer than the main thread's window may wait: each errand has a thread of its own, which ends with it. */
export const writeDemoHistory = (order: MonthsOrder): Promise<Uint8Array> => bytesFrom(new Worker(builtFile('main', 'demo.js'), { workerData: order }))

let waiting: Worker | undefined

/** Somebody is about to type a passphrase: the thread that makes a key of it is there when it comes. */
export function prepareToDerive(): void {
  if (waiting) return
  const worker = deriver()
  worker.unref()
  // Whatever keeps it from waiting will keep the next one from deriving, and be told then.
  for (const end of ['error', 'exit']) worker.once(end, () => { if (waiting === worker) waiting = undefined })
  waiting = worker
}

/** The ledger is open: where a recovery key has done it, nobody will ask the waiting thread. */
export const stopWaiting = (): void => { void waiting?.terminate() }

export const deriveInThread: Derive = (order) => {
  const worker = waiting ?? deriver()
  waiting = undefined
  worker.ref()
  worker.postMessage(order)
  return bytesFrom(worker)
}

const deriver = (): Worker => new Worker(builtFile('main', 'derive.js'))

async function bytesFrom(worker: Worker): Promise<Uint8Array> {
  // Rejects with the thread's own error where it has one. One that just ends must not leave the person waiting.
  const message: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  const [bytes] = message
  assert(bytes instanceof Uint8Array, 'the thread answers with bytes')
  return bytes
}
