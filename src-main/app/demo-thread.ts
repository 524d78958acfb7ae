import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { writeOfxHistory, type MonthsOrder } from '#main/demo-bank/ofx-history.ts'

/** Entry of a thread that writes one demo history and ends: half a household's life takes longer than a window may wait. */
assert(parentPort, 'this file is the entry of a worker thread')
const bytes = Uint8Array.from(writeOfxHistory(workerData as MonthsOrder))
parentPort.postMessage(bytes, [bytes.buffer])
