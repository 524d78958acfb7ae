import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { deriveByLibrary } from '#main/secrets/scrypt-library.ts'
import type { ScryptOrder } from '#main/secrets/scrypt.ts'

/** Entry of a thread that waits for an order, derives one key and ends. */
assert(parentPort, 'this file is the entry of a worker thread')
const [order] = await once(parentPort, 'message') as [ScryptOrder]
const key = Uint8Array.from(await deriveByLibrary(order))
parentPort.postMessage(key, [key.buffer])
