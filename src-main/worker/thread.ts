import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { stepBack, stepBeside } from '#main/platform/thread-priority.ts'
import { Engine } from './engine.ts'
import type { ThreadMessage, ThreadRequest } from './protocol.ts'

/** Entry of both ledger threads; which one this is, `open` says. */
const port = parentPort
assert(port, 'this file is the entry of a worker thread')
const post = (message: ThreadMessage): void => { port.postMessage(message) }
// The page has nobody to wait for but itself; a reader that goes before it keeps it waiting for its own answers.
stepBeside()
const engine = new Engine({ clock: systemClock, random: systemRandom, emit: (event) => { post({ kind: 'event', event }) } })

port.on('message', (request: ThreadRequest) => {
  // An import may take the time it needs; the window waits for the reader's pages, so that one keeps its place.
  if (request.kind === 'open' && request.role === 'writer') stepBack()
  post({ kind: 'answer', answer: engine.answer(request) })
})
