import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { stepAside, stepBack } from '#main/platform/thread-priority.ts'
import { Engine } from './engine.ts'
import type { ThreadMessage, ThreadRequest } from './protocol.ts'

/** Entry of both ledger threads; which one this is, `open` says. */
const port = parentPort
assert(port, 'this file is the entry of a worker thread')
const post = (message: ThreadMessage): void => { port.postMessage(message) }
// Whoever shows an answer goes before whoever works on the next one: the page would wait for its own answers.
stepAside()
const engine = new Engine({ clock: systemClock, random: systemRandom, emit: (event) => { post({ kind: 'event', event }) } })

port.on('message', (request: ThreadRequest) => {
  // An import may take the time it needs; the window waits for the reader's pages, so that one keeps its place.
  if (request.kind === 'open' && request.role === 'writer') stepBack()
  post({ kind: 'answer', answer: engine.answer(request) })
})
