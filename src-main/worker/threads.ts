import type { AppError } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { OperationId } from '#shared/model.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { newIncidentId } from '#main/platform/incidents.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'
import type { LedgerClient } from './client.ts'
import { Lane } from './lane.ts'
import { inLanguage } from './language.ts'
import { newFlag, OperationBook } from './operations.ts'
import type { Answer, CancelFlag, JobName, Jobs, LedgerChannel, LedgerEvent, OpenRequest, Role } from './protocol.ts'
import type { NamedBytes } from './named-bytes.ts'
import { READ_CHANNELS } from './read-channels.ts'

export interface ThreadOptions {
  /** `thread.ts` in a checkout, `out/main/ledger.js` in a build. */
  readonly entry: URL | string
  readonly random?: Random
  /** New accounts are named in it, whatever it is at the time. */
  readonly language?: () => Language
}

interface Lanes { readonly writer: Lane; readonly reader: Lane }

/** Two threads over one ledger: one writes, one reads, so that a page is there at once while an import is being stored. */
export function createThreadClient(options: ThreadOptions): LedgerClient {
  return new ThreadClient(options)
}

class ThreadClient implements LedgerClient {
  readonly #entry: URL | string
  readonly #random: Random
  readonly #language: () => Language
  readonly #operations = new OperationBook()
  readonly #listeners = new Set<(event: LedgerEvent) => void>()
  #lanes: Lanes | undefined
  /** Started, and not told yet which ledger they are for. */
  #prepared: Lanes | undefined
  #isOpen = false

  constructor({ entry, random = systemRandom, language = () => 'en' }: ThreadOptions) {
    this.#entry = entry
    this.#random = random
    this.#language = language
  }

  prepare(): void {
    if (!this.#lanes) this.#prepared ??= this.#startLanes()
  }

  async open(request: OpenRequest): ReturnType<LedgerClient['open']> {
    if (this.#lanes) return err({ kind: 'busy' })
    const lanes = this.#lanes = this.#prepared ?? this.#startLanes()
    this.#prepared = undefined
    const written = await askToOpen(lanes.writer, request, 'writer')
    const read = written.ok ? await askToOpen(lanes.reader, { ...request, create: false }, 'reader') : written
    if (!read.ok) {
      await this.#endLanes(lanes, { kind: 'locked' }, written.ok)
      return typed(read)
    }
    this.#isOpen = true
    return typed(written)
  }

  async close(): Promise<void> {
    await this.#endPrepared()
    const lanes = this.#lanes
    if (!lanes) return
    this.#isOpen = false
    await this.#endLanes(lanes, { kind: 'locked' }, true)
  }

  call: LedgerClient['call'] = async (channel, input, signal) => typed(await this.#call(channel, input, signal))

  #call(channel: LedgerChannel, input: unknown, signal: AbortSignal | undefined): Promise<Answer> | Answer {
    if (channel === 'operations.list') return ok(this.#operations.list())
    if (channel === 'operations.cancel') {
      this.#operations.cancel((input as Parsed<'operations.cancel'>).operationId)
      return ok(null)
    }
    const lanes = this.#lanes
    if (!lanes || !this.#isOpen) return err({ kind: 'locked' })
    if (channel === 'imports.stage') return this.#stage(lanes.writer, input as Parsed<'imports.stage'>)
    if (channel === 'imports.commit') return this.#during((input as Parsed<'imports.commit'>).operationId, true, (flag) => lanes.writer.ask({ kind: 'call', name: channel, input, flag }, { signal }))
    return READ_CHANNELS.has(channel)
      ? untilAborted(lanes.reader.ask({ kind: 'call', name: channel, input, flag: newFlag() }, { signal }), signal)
      : lanes.writer.ask({ kind: 'call', name: channel, input, flag: newFlag() }, { signal })
  }

  async job<J extends JobName>(name: J, input: Jobs[J]['input'], signal?: AbortSignal): Promise<Result<Jobs[J]['output'], AppError>> {
    const lanes = this.#lanes
    if (!lanes || !this.#isOpen) return err({ kind: 'locked' })
    const operationId = input !== null && 'operationId' in input ? input.operationId : this.#random.uuid() as OperationId
    return typed(await this.#during(operationId, true, (flag) => lanes.writer.ask({ kind: 'job', name, input: inLanguage(name, input, this.#language()), flag }, { signal })))
  }

  onEvent(listener: (event: LedgerEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  /** Answers at once; the rest is told by the operation's events. */
  #stage(writer: Lane, { files }: Parsed<'imports.stage'>): Answer {
    const operationId = this.#random.uuid() as OperationId
    const owned = files.map(ownBytes)
    const transfer = owned.map(({ bytes }) => bytes.buffer)
    void this.#during(operationId, false, (flag) => writer.ask({ kind: 'stage', input: { files: owned, source: 'file', operationId, language: this.#language() }, flag }, { transfer }))
    return ok({ operationId })
  }

  async #during(operationId: OperationId, stores: boolean, work: (flag: CancelFlag) => Promise<Answer>): Promise<Answer> {
    const flag = this.#operations.begin(operationId, stores)
    try {
      return await work(flag)
    } finally {
      this.#operations.end(operationId, flag)
    }
  }

  #startLanes(): Lanes {
    const options = { entry: this.#entry, onEvent: (event: LedgerEvent) => { this.#emit(event) }, onDeath: (cause: unknown) => { this.#died(cause) } }
    return { writer: new Lane(options), reader: new Lane(options) }
  }

  #emit(event: LedgerEvent): void {
    this.#operations.note(event)
    for (const listener of this.#listeners) listener(event)
  }

  /** Reading and comparing is called off, storing is finished; then the file is let go of and the threads end. */
  async #endLanes({ writer, reader }: Lanes, error: AppError, isOpen: boolean): Promise<void> {
    this.#lanes = undefined
    writer.drop(error)
    reader.drop(error)
    this.#operations.clear()
    // The writer last: whoever closes last folds the WAL into the file and removes it, and the reader may not.
    if (isOpen) {
      await reader.ask({ kind: 'close' })
      await writer.ask({ kind: 'close' })
    }
    await Promise.all([reader.end(error), writer.end(error)])
  }

  async #endPrepared(): Promise<void> {
    const prepared = this.#prepared
    this.#prepared = undefined
    if (prepared) await Promise.all([prepared.reader.end({ kind: 'locked' }), prepared.writer.end({ kind: 'locked' })])
  }

  /** One thread without the other is no ledger: both go, every waiting call is answered, and the app may open anew. */
  #died(cause: unknown): void {
    // Nobody waits for threads that were only prepared; the next ones may live.
    void this.#endPrepared()
    const lanes = this.#lanes
    if (!lanes) return
    this.#lanes = undefined
    this.#isOpen = false
    const incidentId = newIncidentId(this.#random)
    const stack = cause instanceof Error ? (cause.stack ?? '').replace(cause.message, '') : ''
    this.#operations.clear()
    this.#emit({ name: 'incident', value: { incidentId, where: 'ledger.thread', error: cause instanceof Error ? cause.name : 'Error', stack } })
    this.#emit({ name: 'died', value: { incidentId } })
    void Promise.all([lanes.writer.end({ kind: 'bug', incidentId }), lanes.reader.end({ kind: 'bug', incidentId })])
  }
}

/** Each thread gets bytes of its own and clears them. */
function askToOpen(lane: Lane, request: OpenRequest, role: Role): Promise<Answer> {
  const key = request.key === null ? null : Uint8Array.from(request.key)
  return lane.ask({ kind: 'open', input: { ...request, key }, role }, { transfer: key === null ? [] : [key.buffer] })
}

/** A view on a part of a larger buffer is copied: handing that buffer over would empty what others see in it. */
function ownBytes({ name, bytes }: NamedBytes): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength
  return { name, bytes: isWhole ? new Uint8Array(buffer) : Uint8Array.from(bytes) }
}

/** Nobody waits for a page that is no longer wanted. */
function untilAborted(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  if (!signal) return answer
  return new Promise((resolve) => {
    const abort = (): void => { resolve(err({ kind: 'cancelled' })) }
    signal.addEventListener('abort', abort, { once: true })
    void answer.then((value) => {
      signal.removeEventListener('abort', abort)
      resolve(value)
    })
  })
}

/** The engine's table types each answer; between the threads it is only `unknown`. */
const typed = <T>(answer: Answer): Result<T, AppError> => answer as Result<T, AppError>
