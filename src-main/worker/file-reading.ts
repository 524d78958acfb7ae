import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Mapping } from '#shared/mapping.ts'
import { err, type Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'
import { readFile } from '#main/importers/read.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { findMapping, foreignCategories } from '#main/ledger/mappings.ts'

/** What somebody has answered about one file. */
export interface Answers { readonly mapping?: Mapping | undefined; readonly preset?: string | undefined }

export interface FileReading {
  readonly db: ReadableLedger
  readonly now: Instant
  readonly answers: Answers | undefined
  readonly isCancelled: () => boolean
  readonly onShare: (share: number) => void
}

/** Reads a file with what is known about its like. A file too large to be held is no bug: V8 says so with a RangeError. */
export function readSource(name: string, bytes: Uint8Array, { db, now, answers, isCancelled, onShare }: FileReading): Result<Reading, AppError> {
  try {
    const reading = readFile(name, bytes, {
      now,
      onProgress: (done, total) => {
        if (isCancelled()) return false
        onShare(total === 0 ? 1 : done / total)
        return true
      },
      mappings: { given: answers?.mapping, preset: answers?.preset, categories: foreignCategories(db), remembered: (fingerprint) => findMapping(db, fingerprint) },
    })
    if (!reading.ok && reading.error.kind === 'cancelled') throw new AppFailure(reading.error)
    return reading
  } catch (cause) {
    if (cause instanceof RangeError && /string length|allocation/i.test(cause.message)) return err({ kind: 'malformed', reason: 'too_large', line: null })
    throw cause
  }
}

/** Smaller ones may lie in a block of memory that they share with others. */
const OWN_BYTES_MIN = 2 ** 20

/**
 * Frees a file's bytes once it is read and packed. The collector would come for them late, and counts them until then: what
 * is stored next would stand beside them, and the next file would set off a collection of everything.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength >= OWN_BYTES_MIN && buffer.byteLength === byteLength) buffer.transfer(0)
}
