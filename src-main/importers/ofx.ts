import { PROFMSGSRSV1 } from '#main/connectors/ofx/aggregates/profile.ts'
import { looksLikeOfx, declaredEncoding, readHeader } from '#main/connectors/ofx/header.ts'
import { walk } from '#main/connectors/ofx/walk.ts'
import { asUtf8 } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'
import { OfxReading } from './ofx/reading.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** OFX 1.0.2 to 2.3, SGML and XML, and its dialects QFX and QBO (docs/protocols/ofx.md). */
export const ofxReader: Reader = { recognises: looksLikeOfx, read: readOfx }

export function readOfx(bytes: Uint8Array, { onProgress }: ReadOptions = {}): Result<Reading, AppError> {
  const { bytes: document, encoding } = asUtf8(bytes, declaredEncoding)
  const reading = new OfxReading()
  const end = walk(document, { handlers: reading.handlers, warn: (code, line, detail) => reading.warn(code, line, detail), proceed: onProgress })
  if (end.isCancelled) return err({ kind: 'cancelled' })
  // What a bank can do holds no entries: nothing is lost with its end.
  if (end.isTruncated && end.endsIn !== PROFMSGSRSV1.tag) return err({ kind: 'malformed', reason: 'truncated', line: null })
  if (end.lacksEnd || end.isTruncated) reading.warn('end-missing', null, 'OFX')
  const { version, syntax } = readHeader(document)
  const result = reading.finish(version === null ? `ofx/${syntax}` : `ofx/${version}-${syntax}`, encoding)
  return end.hasRoot || result.statements.length > 0 ? ok(result) : err({ kind: 'malformed', reason: 'not_ofx', line: null })
}
