import { Worker } from 'node:worker_threads'
import { HttpFailure } from '#main/platform/http.ts'
import type { DemoDoor } from '#main/sync/index.ts'

export interface DemoRequest { readonly id: number; readonly userId: string; readonly asks: boolean; readonly body: Uint8Array }
/** No body: the bank is busy, as a server says with 503. */
export interface DemoAnswer { readonly id: number; readonly body: Uint8Array | null }

interface Waiting { readonly resolve: (body: Uint8Array) => void; readonly reject: (failure: HttpFailure) => void }

const BUSY_STATUS = 503

/** The demo bank in a thread of its own, started when somebody first asks it. */
export function demoBankThread(pin: string, entry: string): DemoDoor {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function start(): Worker {
    const started = new Worker(entry)
    started.on('message', ({ id, body }: DemoAnswer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (body === null) asked?.reject(new HttpFailure('status', true, BUSY_STATUS))
      else asked?.resolve(body)
    })
    started.on('exit', () => {
      worker = null
      for (const { reject } of waiting.values()) reject(new HttpFailure('reset', true))
      waiting.clear()
    })
    // The exit that follows answers everybody who waits.
    started.on('error', () => undefined)
    started.unref()
    return started
  }

  return {
    pin,
    post: (userId, asks) => (_url, body, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new HttpFailure('cancelled', false))
        return
      }
      const id = last += 1
      signal?.addEventListener('abort', () => {
        if (waiting.delete(id)) reject(new HttpFailure('cancelled', true))
      }, { once: true })
      waiting.set(id, { resolve, reject })
      worker ??= start()
      worker.postMessage({ id, userId, asks, body } satisfies DemoRequest)
    }),
  }
}
