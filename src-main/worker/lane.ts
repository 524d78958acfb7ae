import { Worker } from 'node:worker_threads'
import type { AppError } from '#shared/errors.ts'
import { err } from '#shared/result.ts'
import { raise } from './operations.ts'
import type { Answer, LedgerEvent, ThreadMessage, ThreadRequest } from './protocol.ts'

interface Asked {
  readonly request: ThreadRequest
  readonly transfer: readonly ArrayBuffer[]
  readonly resolve: (answer: Answer) => void
}

export interface LaneOptions {
  readonly entry: URL | string
  readonly onEvent: (event: LedgerEvent) => void
  /** The thread ended although nobody asked it to. Called once. */
  readonly onDeath: (cause: unknown) => void
}

/** Reading a file makes much garbage at once; a small nursery is emptied often and costs a seventh of the memory less at its peak. */
const YOUNG_MIB = 24

/** One thread and the line before it. Only the foremost request is with the thread, so the others can still be called off. */
export class Lane {
  readonly #worker: Worker
  readonly #waiting: Asked[] = []
  #current: Asked | undefined
  #isClosed = false

  constructor({ entry, onEvent, onDeath }: LaneOptions) {
    this.#worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } })
    this.#worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'event') onEvent(message.event)
      else this.#answered(message.answer)
    })
    let cause: unknown
    this.#worker.on('error', (error) => { cause = error })
    this.#worker.on('exit', () => { if (!this.#isClosed) onDeath(cause) })
  }

  ask(request: ThreadRequest, { transfer = [], signal }: { transfer?: readonly ArrayBuffer[]; signal?: AbortSignal | undefined } = {}): Promise<Answer> {
    if (this.#isClosed) return Promise.resolve(err({ kind: 'locked' }))
    if (signal?.aborted === true) return Promise.resolve(err({ kind: 'cancelled' }))
    return new Promise((resolve) => {
      const callOff = (): void => { this.#callOff(asked) }
      const asked: Asked = {
        request, transfer,
        resolve: (answer) => {
          signal?.removeEventListener('abort', callOff)
          resolve(answer)
        },
      }
      signal?.addEventListener('abort', callOff, { once: true })
      this.#waiting.push(asked)
      this.#next()
    })
  }

  /** Still in line: answered at once. With the thread: told to stop, and the thread's own answer counts, because it may have been done. */
  #callOff(asked: Asked): void {
    const place = this.#waiting.indexOf(asked)
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      asked.resolve(err({ kind: 'cancelled' }))
    } else if ('flag' in asked.request) raise(asked.request.flag)
  }

  #next(): void {
    if (this.#current) return
    const asked = this.#waiting.shift()
    if (!asked) return
    this.#current = asked
    this.#worker.postMessage(asked.request, asked.transfer)
  }

  #answered(answer: Answer): void {
    const asked = this.#current
    this.#current = undefined
    asked?.resolve(answer)
    this.#next()
  }

  /** Whatever is not with the thread yet is answered so. */
  drop(error: AppError): void {
    for (const asked of this.#waiting.splice(0)) asked.resolve(err(error))
  }

  /** Ends the thread; what was with it is answered so. */
  async end(error: AppError): Promise<void> {
    this.#isClosed = true
    this.drop(error)
    this.#current?.resolve(err(error))
    this.#current = undefined
    await this.#worker.terminate()
  }
}
