import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Mapping } from '#shared/mapping.ts'
import type { Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'

export interface ReadOptions {
  /** Called at intervals with characters read and in all; false stops the reading, which then answers `cancelled`. */
  readonly onProgress?: ((done: number, total: number) => boolean) | undefined
  /** What a file says of later days is nothing anybody can know. */
  readonly now?: Instant | undefined
  /** Only for formats that may leave something open (CSV, QIF). */
  readonly mappings?: Mappings | undefined
}

/** What people have answered about files like this one. */
export interface Mappings {
  /** For this very file. */
  readonly given?: Mapping | undefined
  /** The bank's layout by its id, where the file alone does not tell it. */
  readonly preset?: string | undefined
  /** The categories of other programs in ours, as answered before. */
  readonly categories?: Mapping['categories'] | undefined
  /** For earlier files with the same columns. */
  remembered(fingerprint: string): Mapping | undefined
}

/** One format. Whatever a file holds, a reader answers; it never throws for it. */
export interface Reader {
  /** `head` is the beginning of the text, at most 64 KiB. */
  recognises(head: string): boolean
  read(bytes: Uint8Array, options: ReadOptions): Result<Reading, AppError>
}
