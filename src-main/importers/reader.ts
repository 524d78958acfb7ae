import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'

export interface ReadOptions {
  /** Called at intervals with characters read and in all; false stops the reading, which then answers `cancelled`. */
  readonly onProgress?: ((done: number, total: number) => boolean) | undefined
}

/** One format. Whatever a file holds, a reader answers; it never throws for it. */
export interface Reader {
  /** `head` is the beginning of the text, at most 64 KiB. */
  recognises(head: string): boolean
  read(bytes: Uint8Array, options: ReadOptions): Result<Reading, AppError>
}
