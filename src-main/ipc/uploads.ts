import type { AppError } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import { FILES_MAX, UPLOADS_BYTES_MAX } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

/** A window that stopped in the middle must not hold so much memory for ever. */
const FORGET_AFTER_MS = 60_000

interface Upload { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; filled: number }

/** Files on their way in, piece by piece, each in a buffer of its own that goes on to the ledger's thread without a copy. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>()
  #forget: NodeJS.Timeout | undefined

  add({ uploadId, name, size, offset, bytes }: Parsed<'uploads.add'>): Result<null, AppError> {
    const upload = this.#uploads.get(uploadId) ?? this.#begin(uploadId, name, size)
    if (upload === undefined) return err({ kind: 'malformed', reason: 'too_much_at_once', line: null })
    if (upload.filled !== offset || offset + bytes.length > upload.bytes.length) return err({ kind: 'invalid_input', path: 'offset' })
    upload.bytes.set(bytes, offset)
    upload.filled += bytes.length
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => { this.clear() }, FORGET_AFTER_MS).unref()
    return ok(null)
  }

  /** Undefined where one of them is unknown or not complete. */
  take(uploadIds: readonly string[]): { name: string; bytes: Uint8Array<ArrayBuffer> }[] | undefined {
    const found = uploadIds.flatMap((uploadId) => this.#uploads.get(uploadId) ?? [])
    this.clear()
    const isComplete = found.length === uploadIds.length && found.every(({ bytes, filled }) => filled === bytes.length)
    return isComplete ? found.map(({ name, bytes }) => ({ name, bytes })) : undefined
  }

  clear(): void {
    clearTimeout(this.#forget)
    this.#uploads.clear()
  }

  #begin(uploadId: string, name: string, size: number): Upload | undefined {
    const held = this.#uploads.values().reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (this.#uploads.size >= FILES_MAX || held + size > UPLOADS_BYTES_MAX) return undefined
    const upload = { name, bytes: new Uint8Array(size), filled: 0 }
    this.#uploads.set(uploadId, upload)
    return upload
  }
}

/** The way in for large files. */
export const uploadHandlers = (uploads: Uploads, session: Session, ledger: LedgerClient) => ({
  'uploads.add': (piece) => Promise.resolve(session.isOpen ? uploads.add(piece) : err({ kind: 'locked' })),
  'uploads.stage': ({ uploadIds }, { signal }) => {
    const files = uploads.take(uploadIds)
    return files === undefined ? Promise.resolve(err({ kind: 'not_found', what: 'upload' })) : ledger.call('imports.stage', { files }, signal)
  },
}) satisfies SomeHandlers
