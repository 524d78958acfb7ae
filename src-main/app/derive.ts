import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import type { Derive } from '#main/secrets/scrypt.ts'
import { builtFile } from './built-files.ts'

/** Derives beside the main thread, whose window must answer. The thread ends with the key, and its memory with it. */
export const deriveInThread: Derive = async (order) => {
  const worker = new Worker(builtFile('main', 'derive.js'), { workerData: order })
  // Rejects with the thread's own error where it has one. One that just ends must not leave the person waiting.
  const message: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  const [key] = message
  assert(key instanceof Uint8Array, 'the thread answers with a key')
  return key
}
