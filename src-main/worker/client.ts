import type { AppError } from '#shared/errors.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { JobName, Jobs, LedgerChannel, LedgerEvent, OpenReport, OpenRequest } from './protocol.ts'

/**
 * The one door to an open ledger, whatever thread it lives in. `createThreadClient` (threads.ts) runs two workers for the
 * app; `createDirectClient` (direct.ts) answers from the calling thread for the command line and tests. Same table of
 * use-cases, same answers.
 */
export interface LedgerClient {
  /** An `open` is about to come: what takes its time to start is started. Safe to call at any time. */
  prepare(): void
  /** Starts what is needed and opens the file. A second `open` without `close` is `busy`. */
  open(request: OpenRequest): Promise<Result<OpenReport, AppError>>
  /** Finishes what runs, writes everything down, lets go of the file. Safe to call at any time. */
  close(): Promise<void>
  /**
   * Without an open ledger every call answers `locked`. An aborted one answers `cancelled`. `imports.stage` answers at
   * once; `operation.changed` says when its review is there. Its bytes are handed over: the caller's arrays are empty then.
   */
  call<C extends LedgerChannel>(channel: C, input: Parsed<C>, signal?: AbortSignal): Promise<Result<Output<C>, AppError>>
  /** Work that no window can ask for. */
  job<J extends JobName>(job: J, input: Jobs[J]['input'], signal?: AbortSignal): Promise<Result<Jobs[J]['output'], AppError>>
  /** Returns the way to stop listening. */
  onEvent(listener: (event: LedgerEvent) => void): () => void
}
