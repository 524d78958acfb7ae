import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { deriveByLibrary } from '#main/secrets/scrypt-library.ts'
import type { ScryptOrder } from '#main/secrets/scrypt.ts'

/** Entry of a thread that derives one key and ends. */
assert(parentPort, 'this file is the entry of a worker thread')
const key = Uint8Array.from(await deriveByLibrary(workerData as ScryptOrder))
parentPort.postMessage(key, [key.buffer])
