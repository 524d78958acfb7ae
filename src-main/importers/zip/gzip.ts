import { gunzipSync } from 'node:zlib'
import type { AppError } from '#shared/errors.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'

/** RFC 1952: the two bytes every member begins with. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The one file in it, never larger than a file may be, whatever it unpacks to; checksum and length are proven by zlib. */
export function unpackGzip(bytes: Uint8Array): Result<Uint8Array, AppError> {
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: FILE_BYTES_MAX }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return err({ kind: 'malformed', reason: error.code === 'ERR_BUFFER_TOO_LARGE' ? 'archive_too_large' : 'broken_archive', line: null })
  }
}
