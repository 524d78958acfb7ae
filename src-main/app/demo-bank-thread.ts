import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { DemoBankBusy, DemoBranches } from '#main/demo-bank/fints/index.ts'
import { ofxBankInside } from '#main/demo-bank/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { stepBack } from '#main/platform/thread-priority.ts'
import type { DemoAnswer, DemoRequest } from './demo-bank.ts'

const OK_STATUS = 200
const BUSY_STATUS = 503

/** Entry of the thread in which the demo banks live: writing three years of somebody's life takes longer than a window may wait. */
assert(parentPort, 'this file is the entry of a worker thread')
const port = parentPort
// A bank is far away: what it costs to play one must not be taken from the window.
stepBack()
const surroundings = { clock: systemClock, random: systemRandom }
const branches = new DemoBranches(surroundings)
const ofxBank = ofxBankInside(surroundings)

port.on('message', (request: DemoRequest) => {
  void serve(request).then((answer) => { port.postMessage(answer) })
})

async function serve({ id, customer, body }: DemoRequest): Promise<DemoAnswer> {
  if (customer === null) return { id, ...ofxBank(body) }
  try {
    return { id, status: OK_STATUS, body: await branches.bankFor(customer.userId, customer.asks).post(body) }
  } catch (cause) {
    if (cause instanceof DemoBankBusy) return { id, status: BUSY_STATUS, body: new Uint8Array() }
    throw cause
  }
}
