import { Worker } from 'node:worker_threads'
import { OFX_DEMO } from '#shared/demo-bank.ts'
import { HttpFailure, type Post } from '#main/platform/http.ts'
import type { DemoDoor } from '#main/sync/index.ts'

/** `customer`: of the FinTS bank; null where the message is for the OFX bank. */
export interface DemoRequest { readonly id: number; readonly customer: { readonly userId: string; readonly asks: boolean } | null; readonly body: Uint8Array }
/** As a server says it; the body counts where the status is 200. */
export interface DemoAnswer { readonly id: number; readonly status: number; readonly body: Uint8Array }

interface Waiting { readonly resolve: (body: Uint8Array) => void; readonly reject: (failure: HttpFailure) => void }

const OK_STATUS = 200

/** The demo banks in a thread of their own, started when somebody first asks them. */
export function demoBankThread(pin: string, entry: string): DemoDoor {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function start(): Worker {
    const started = new Worker(entry)
    started.on('message', ({ id, status, body }: DemoAnswer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (status === OK_STATUS) asked?.resolve(body)
      else asked?.reject(new HttpFailure('status', true, status))
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

  const ask = (customer: DemoRequest['customer']): Post => (_url, body, signal) => new Promise((resolve, reject) => {
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
    worker.postMessage({ id, customer, body } satisfies DemoRequest)
  })

  return { pin, post: (userId, asks) => ask({ userId, asks }), ofx: { url: OFX_DEMO.url, post: ask(null) } }
}
