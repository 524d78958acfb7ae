import type { AppError } from '#shared/errors.ts'
import type { EventOf, Output, Parsed } from '#shared/ipc/contract.ts'
import type { ledgerEndpoints } from '#shared/ipc/ledger-endpoints.ts'
import type { importEndpoints } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { Reading } from '#shared/statement.ts'

/** Every channel the ledger answers as a whole use-case. The router hands these straight on. */
export type LedgerChannel = keyof typeof ledgerEndpoints | keyof typeof importEndpoints | 'ledger.settings' | 'ledger.setSettings'

/** Where a batch came from. `demo` batches go away together (`removeDemo`). */
export type BatchSource = 'file' | 'demo' | 'fints' | 'ofx'

export interface OpenRequest {
  readonly file: string
  /** 32 raw bytes, or null for a plain ledger. The threads get copies that are zeroed after use; the caller zeroes its own. */
  readonly key: Uint8Array | null
  /** True: the file must not exist yet. False: it must. */
  readonly create: boolean
  /** Only read when a ledger is made. */
  readonly baseCurrency?: Currency
}

export interface OpenReport {
  readonly encrypted: boolean
  /** File of the copy made before an older ledger was migrated; null where nothing had to change. */
  readonly backup: string | null
}

export interface NamedBytes { readonly name: string; readonly bytes: Uint8Array }
export type ExportFormat = 'json' | 'csv'

/** What main and the command line ask of the ledger beside the channels; nothing here can be reached over IPC. */
export interface Jobs {
  readonly open: { input: OpenRequest; output: OpenReport }
  readonly close: { input: null; output: null }
  /** A complete copy under the same key, written beside the target and renamed, so that no half of one is ever seen. */
  readonly backup: { input: { file: string }; output: null }
  /** Sentences about what is wrong, without any private text; empty when everything adds up. */
  readonly verify: { input: null; output: { problems: string[] } }
  readonly export: { input: { file: string; format: ExportFormat }; output: null }
  /** Stage and commit in one go, with the pipeline's own decisions. */
  readonly importFiles: { input: { files: readonly NamedBytes[]; source: BatchSource; operationId: OperationId }; output: Output<'imports.commit'> }
  /** The same for a source that is no file: what a bank connection fetched. */
  readonly importReadings: { input: { readings: readonly { name: string; reading: Reading }[]; source: BatchSource; operationId: OperationId }; output: Output<'imports.commit'> }
  /** Reverts every live demo batch in one step. */
  readonly removeDemo: { input: null; output: null }
}
export type JobName = keyof Jobs

/** What happened in the ledger, told to whoever listens. Never carries a name, text or amount. */
export type LedgerEvent =
  | { readonly name: 'ledger.changed'; readonly value: EventOf<'ledger.changed'> }
  | { readonly name: 'operation.changed'; readonly value: EventOf<'operation.changed'> }
  /** A use-case over `SLOW_MS`. */
  | { readonly name: 'slow'; readonly value: { readonly useCase: string; readonly ms: number } }
  /** A bug of ours: `stack` has no message, because a message may quote data. */
  | { readonly name: 'incident'; readonly value: { readonly incidentId: string; readonly where: string; readonly error: string; readonly stack: string } }
  /** A thread is gone. Every waiting call has been answered; `open` starts anew. */
  | { readonly name: 'died'; readonly value: { readonly incidentId: string } }

export const SLOW_MS = 40

/** One question to a thread and its answer. Requests go one at a time, so that an aborted one need never be sent. */
export type ThreadRequest =
  | { readonly id: number; readonly kind: 'call'; readonly channel: LedgerChannel; readonly input: unknown; readonly operationId: OperationId; readonly cancelFlag: SharedArrayBuffer }
  | { readonly id: number; readonly kind: 'job'; readonly job: JobName; readonly input: unknown; readonly operationId: OperationId; readonly cancelFlag: SharedArrayBuffer }

export type ThreadMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: { ok: true; value: unknown } | { ok: false; error: AppError } }
  | { readonly kind: 'event'; readonly event: LedgerEvent }

export type { Output, Parsed }
