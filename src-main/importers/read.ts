import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { err, type Result } from '#shared/result.ts'
import type { Reading } from '#shared/statement.ts'
import { camtReader } from './camt/read.ts'
import { csvReader } from './csv/read.ts'
import { kontorJsonReader } from './kontor-json/read.ts'
import { mt535Reader } from './mt535/read.ts'
import { mt940Reader } from './mt940/read.ts'
import { ofxReader } from './ofx.ts'
import { qifReader } from './qif/read.ts'
import { looksLikeRates } from './rates/ecb.ts'
import type { Reader, ReadOptions } from './reader.ts'
import { looksBinary, refuseContainer } from './refusals.ts'
import { isZip } from './zip/directory.ts'
import { isGzip, unpackGzip } from './zip/gzip.ts'
import { readZip } from './zip/read.ts'

/** Asked in this order: a format that is told by a header stands before one that is told by its looks. */
const READERS: readonly Reader[] = [kontorJsonReader, ofxReader, camtReader, mt535Reader, mt940Reader, qifReader]

const HEAD_BYTES = 65_536

/** Reads any statement file. What it is, its content tells, never its name. */
export function readFile(_name: string, bytes: Uint8Array, options: ReadOptions = {}): Result<Reading, AppError> {
  if (bytes.length > FILE_BYTES_MAX) return err({ kind: 'malformed', reason: 'too_large', line: null })
  if (isGzip(bytes)) return readPacked(bytes, options)
  if (isZip(bytes)) return readZip(bytes, (member, content) => readFile(member, content, options))
  const refusal = refuseContainer(bytes)
  if (refusal) return err(refusal)
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).text
  if (looksLikeRates(head)) return err({ kind: 'unsupported', what: 'rates' })
  const reader = READERS.find((candidate) => candidate.recognises(head))
  if (reader) return reader.read(bytes, options)
  if (head.trim() === '' && bytes.length <= HEAD_BYTES) return err({ kind: 'malformed', reason: 'empty', line: null })
  if (looksBinary(head)) return err({ kind: 'malformed', reason: 'binary', line: null })
  return csvReader.recognises(head) ? csvReader.read(bytes, options) : err({ kind: 'unsupported', what: 'format' })
}

/** A gzip file holds one statement; an archive inside it is no statement. */
function readPacked(bytes: Uint8Array, options: ReadOptions): Result<Reading, AppError> {
  const content = unpackGzip(bytes)
  if (!content.ok) return content
  return isGzip(content.value) || isZip(content.value) ? err({ kind: 'unsupported', what: 'format' }) : readFile('', content.value, options)
}
