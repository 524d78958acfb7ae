import type { AppError } from '#shared/errors.ts'
import type { EventOf, Output } from '#shared/ipc/contract.ts'
import type { insightEndpoints } from '#shared/ipc/insight-endpoints.ts'
import type { budgetEndpoints } from '#shared/ipc/budget-endpoints.ts'
import type { ledgerEndpoints } from '#shared/ipc/ledger-endpoints.ts'
import type { notificationEndpoints } from '#shared/ipc/notification-endpoints.ts'
import type { importEndpoints } from '#shared/ipc/import-endpoints.ts'
import type { rateEndpoints } from '#shared/ipc/rate-endpoints.ts'
import type { reportEndpoints } from '#shared/ipc/report-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'
import type { ExportFormat } from '#shared/ipc/app-endpoints.ts'
import type { BatchSource } from '#main/ledger/import/staged.ts'
import type { ConnectionJobs } from './connection-jobs.ts'
import type { NamedBytes } from './named-bytes.ts'

/** Every channel the ledger answers as a whole use-case. The router hands these straight on. */
export type LedgerChannel = keyof typeof ledgerEndpoints | keyof typeof reportEndpoints | keyof typeof rateEndpoints | keyof typeof importEndpoints | keyof typeof notificationEndpoints | keyof typeof budgetEndpoints | keyof typeof insightEndpoints | ConnectionChannel | 'ledger.settings' | 'ledger.setSettings'
/** What the ledger knows of connections by itself; a refresh that runs is told by main. */
type ConnectionChannel = 'connections.list' | 'connections.get' | 'connections.deletePreview' | 'refreshes.list' | 'institutions.list' | 'institutions.save' | 'institutions.remove'

export interface OpenRequest {
  readonly file: string
  /** 32 raw bytes, or null for a plain ledger. The threads get copies that are zeroed after use; the caller zeroes its own. */
  readonly key: Uint8Array | null
  /** True: the file must not exist yet. False: it must. */
  readonly create: boolean
  /** Only read when a ledger is made. */
  readonly baseCurrency?: Currency
  /** Instead of it, where nobody has chosen one: it holds until there is an account. */
  readonly likelyCurrency?: Currency
}

export interface OpenReport {
  readonly encrypted: boolean
  /** File of the copy made before an older ledger was migrated; null where nothing had to change. */
  readonly backup: string | null
}

/** What main and the command line ask of the ledger beside the channels; nothing here can be reached over IPC. */
export interface Jobs extends ConnectionJobs {
  /** A complete copy under the same key, written beside the target and renamed, so that no half of one is ever seen. */
  readonly backup: { input: { file: string }; output: null }
  /** Sentences about what is wrong, without any private text; empty when everything adds up. */
  readonly verify: { input: null; output: { problems: string[] } }
  readonly export: { input: { file: string; format: ExportFormat }; output: null }
  /** Stage and commit in one go, with the pipeline's own decisions. The bytes are handed over, as they are to a thread. A file that cannot be read fails the whole job. The client says in which language new accounts are named. */
  readonly importFiles: { input: { files: readonly NamedBytes[]; source: BatchSource; operationId: OperationId; language?: Language | undefined }; output: Output<'imports.commit'> }
  /** The same for a source that is no file: what a bank connection fetched. */
  readonly importReadings: { input: { readings: readonly { name: string; reading: Reading }[]; source: BatchSource; operationId: OperationId }; output: Output<'imports.commit'> }
  /** One bounded piece of keeping transfers and contracts up with the rows. Worth asking once categories are done. False: there is more to do. */
  readonly 'insights.next': { input: null; output: { readonly isDone: boolean } }
  /** Reverts every live demo batch in one step. */
  readonly removeDemo: { input: null; output: null }
}
export type JobName = keyof Jobs

export type Scope = EventOf<'ledger.changed'>['scopes'][number]

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

/** The one writing thread, the one reading thread, or both in the calling one. */
export type Role = 'writer' | 'reader' | 'both'

/** Stops long work although its thread is busy: byte 0 turns 1. */
export type CancelFlag = SharedArrayBuffer

/** One question to a thread. Requests go one at a time, so that an aborted one need never be sent. */
export type ThreadRequest =
  | { readonly kind: 'open'; readonly input: OpenRequest; readonly role: Role }
  | { readonly kind: 'close' }
  | { readonly kind: 'call'; readonly name: LedgerChannel; readonly input: unknown; readonly flag: CancelFlag }
  | { readonly kind: 'stage'; readonly input: Jobs['importFiles']['input']; readonly flag: CancelFlag }
  | { readonly kind: 'job'; readonly name: JobName; readonly input: unknown; readonly flag: CancelFlag }

export type Answer = Result<unknown, AppError>

export type ThreadMessage =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'event'; readonly event: LedgerEvent }
