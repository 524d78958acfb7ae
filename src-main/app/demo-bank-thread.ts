import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { DemoBankBusy, DemoBranches } from '#main/demo-bank/fints/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { DemoAnswer, DemoRequest } from './demo-bank.ts'

/** Entry of the thread in which the demo bank lives: writing three years of somebody's life takes longer than a window may wait. */
assert(parentPort, 'this file is the entry of a worker thread')
const port = parentPort
const branches = new DemoBranches({ clock: systemClock, random: systemRandom })

port.on('message', (request: DemoRequest) => {
  void serve(request).then((answer) => { port.postMessage(answer) })
})

async function serve({ id, userId, asks, body }: DemoRequest): Promise<DemoAnswer> {
  try {
    return { id, body: await branches.bankFor(userId, asks).post(body) }
  } catch (cause) {
    if (cause instanceof DemoBankBusy) return { id, body: null }
    throw cause
  }
}
