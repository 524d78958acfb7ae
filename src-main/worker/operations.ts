import type { Operation } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import type { CancelFlag, LedgerEvent } from './protocol.ts'

interface Run { readonly flag: CancelFlag; readonly stores: boolean }

/** What the client itself knows of long work, so that it can answer for it while the threads are busy. */
export class OperationBook {
  readonly #operations = new Map<OperationId, Operation>()
  readonly #runs = new Map<OperationId, Run>()

  note(event: LedgerEvent): void {
    if (event.name !== 'operation.changed') return
    const { operationId, state } = event.value
    if (state === 'running' || state === 'waiting') this.#operations.set(operationId, event.value)
    else this.#operations.delete(operationId)
  }

  /** Running and waiting ones. */
  list(): Operation[] {
    return [...this.#operations.values()]
  }

  /** A fresh flag for each run: a commit that was stopped can be tried again. */
  begin(operationId: OperationId, stores: boolean): CancelFlag {
    const flag = newFlag()
    this.#runs.set(operationId, { flag, stores })
    return flag
  }

  end(operationId: OperationId, flag: CancelFlag): void {
    if (this.#runs.get(operationId)?.flag === flag) this.#runs.delete(operationId)
  }

  cancel(operationId: OperationId): void {
    const run = this.#runs.get(operationId)
    if (run) raise(run.flag)
  }

  /** The ledger closes: what only reads and compares is called off, what stores may finish. */
  clear(): void {
    for (const { flag, stores } of this.#runs.values()) if (!stores) raise(flag)
    this.#runs.clear()
    this.#operations.clear()
  }
}

export const newFlag = (): CancelFlag => new SharedArrayBuffer(1)

/** Seen by the thread at its next look, however busy it is. */
export function raise(flag: CancelFlag): void {
  Atomics.store(new Uint8Array(flag), 0, 1)
}

export const isRaised = (flag: CancelFlag): boolean => Atomics.load(new Uint8Array(flag), 0) === 1
