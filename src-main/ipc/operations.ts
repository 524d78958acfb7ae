import { err, ok, type Result } from '#shared/result.ts'
import type { AppError } from '#shared/errors.ts'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import { OperationIdSchema, type OperationId } from '#shared/model.ts'
import type { Random } from '#main/platform/random.ts'
import type { Publish } from './events.ts'

/** What a piece of long work gets: a signal to end by, and a way to say how far it is. */
export interface Running {
  readonly operationId: OperationId
  readonly signal: AbortSignal
  progress(phase: Operation['phase'], done: number, total: number): void
}

/** Progress is for eyes: more than this many a second only costs. */
const PROGRESS_STEPS = 100

/** The long work that main itself does: backups, restores, exports. What the ledger's threads do they report themselves. */
export class Operations {
  readonly #running = new Map<OperationId, { operation: Operation; controller: AbortController }>()
  readonly #publish: Publish
  readonly #random: Random

  constructor(publish: Publish, random: Random) {
    this.#publish = publish
    this.#random = random
  }

  newId(): OperationId {
    return OperationIdSchema.parse(this.#random.uuid())
  }

  list(): Operation[] {
    return Array.from(this.#running.values(), ({ operation }) => operation)
  }

  /** False where the operation is not main's. */
  cancel(operationId: OperationId): boolean {
    const found = this.#running.get(operationId)
    found?.controller.abort()
    return found !== undefined
  }

  /** The window that asked may call the work off as well, by its own signal. */
  async run<T>(kind: Operation['kind'], asked: AbortSignal, work: (running: Running) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    const operationId = this.newId()
    const controller = new AbortController()
    const signal = AbortSignal.any([asked, controller.signal])
    const begun: Operation = { operationId, kind, state: 'running', phase: 'write', done: 0, total: 0, error: null }
    this.#running.set(operationId, { operation: begun, controller })
    this.#publish('operation.changed', begun)
    const result = await work({ operationId, signal, progress: (phase, done, total) => { this.#progress(operationId, phase, done, total) } }).finally(() => this.#running.delete(operationId))
    this.#publish('operation.changed', { ...begun, ...endOf(result) })
    return result
  }

  /** Long work that is told elsewhere in detail, and here only that it runs and that it is done. */
  begin(kind: Operation['kind'], operationId: OperationId): void {
    this.#publish('operation.changed', { operationId, kind, state: 'running', phase: 'read', done: 0, total: 0, error: null })
  }

  done(kind: Operation['kind'], operationId: OperationId): void {
    this.#publish('operation.changed', { operationId, kind, state: 'done', phase: 'write', done: 1, total: 1, error: null })
  }

  /** An operation that ended before it could begin, such as a file that cannot be opened. */
  fail(kind: Operation['kind'], error: AppError, operationId = this.newId()): void {
    this.#publish('operation.changed', { operationId, kind, state: 'failed', phase: 'read', done: 0, total: 0, error })
  }

  #progress(operationId: OperationId, phase: Operation['phase'], done: number, total: number): void {
    const entry = this.#running.get(operationId)
    if (!entry) return
    const before = entry.operation
    const step = (count: number): number => Math.floor((count * PROGRESS_STEPS) / Math.max(1, total))
    entry.operation = { ...before, phase, done, total }
    if (before.phase !== phase || step(before.done) !== step(done)) this.#publish('operation.changed', entry.operation)
  }
}

function endOf(result: Result<unknown, AppError>): Pick<Operation, 'state' | 'error'> {
  if (result.ok) return { state: 'done', error: null }
  return result.error.kind === 'cancelled' ? { state: 'cancelled', error: null } : { state: 'failed', error: result.error }
}

/** Work whose result nobody needs beyond its having ended. */
export const ended = (result: Result<unknown, AppError>): Result<null, AppError> => (result.ok ? ok(null) : err(result.error))
