import { crc32, inflateRawSync } from 'node:zlib'
import type { AppError } from '#shared/errors.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Reading, ReadingWarning } from '#shared/statement.ts'
import { isZip, readDirectory, type Member } from './directory.ts'
import { isGzip } from './gzip.ts'

const MEMBERS_MAX = 400

type ReadMember = (name: string, bytes: Uint8Array) => Result<Reading, AppError>

/**
 * Reads every statement inside a zip archive as one reading; banks deliver camt so. Members that are no statements (a PDF
 * beside the XML) are named in a warning; a statement that cannot be read refuses the archive, so that none is missed.
 * What it holds together has the bound of a single file, whatever its directory claims.
 */
export function readZip(bytes: Uint8Array, readMember: ReadMember): Result<Reading, AppError> {
  const directory = membersOf(bytes)
  if (!directory.ok) return directory
  const readings: Reading[] = []
  const warnings: ReadingWarning[] = []
  let room = FILE_BYTES_MAX
  for (const member of directory.value) {
    const content = unpack(member, room)
    if (!content.ok) return content
    room -= content.value.length
    const read = isZip(content.value) || isGzip(content.value) ? err<AppError>({ kind: 'unsupported', what: 'format' }) : readMember(member.name, content.value)
    if (read.ok) readings.push(read.value)
    else if (isStatementFault(read.error)) return read
    else warnings.push({ line: null, code: 'archive-member-skipped', detail: extensionOf(member.name) })
  }
  return readings.length === 0 ? err({ kind: 'unsupported', what: 'format' }) : ok(combine(readings, warnings))
}

/** The content of every member, for archives that hold no statements. */
export function unpackedMembers(bytes: Uint8Array): Result<Uint8Array[], AppError> {
  const directory = membersOf(bytes)
  if (!directory.ok) return directory
  const contents: Uint8Array[] = []
  let room = FILE_BYTES_MAX
  for (const member of directory.value) {
    const content = unpack(member, room)
    if (!content.ok) return content
    room -= content.value.length
    contents.push(content.value)
  }
  return ok(contents)
}

function membersOf(bytes: Uint8Array): Result<Member[], AppError> {
  const members = readDirectory(bytes, MEMBERS_MAX)
  if (members === 'too-many') return err({ kind: 'malformed', reason: 'archive_too_large', line: null })
  return members ? ok(members.filter(({ name }) => isContent(name))) : err({ kind: 'malformed', reason: 'broken_archive', line: null })
}

/** Folders and what macOS and Windows leave in archives. */
const isContent = (name: string): boolean => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/.test(name)
const extensionOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''

/** Of no known kind, or a kind that holds no statement, is one thing; a statement that breaks off is another. */
const isStatementFault = (error: AppError): boolean => error.kind !== 'unsupported' && !(error.kind === 'malformed' && ['binary', 'empty', 'no_statement'].includes(error.reason))

function unpack({ method, isEncrypted, data, size, crc32: checksum }: Member, room: number): Result<Uint8Array, AppError> {
  if (isEncrypted) return err({ kind: 'unsupported', what: 'encrypted_file' })
  if (size > room) return err({ kind: 'malformed', reason: 'archive_too_large', line: null })
  const content = method === 0 ? data : method === 8 ? inflate(data, size) : undefined
  if (!content || content.length !== size || crc32(content) !== checksum) return err({ kind: 'malformed', reason: 'broken_archive', line: null })
  return ok(content)
}

/** Never more than the directory says: a member that unpacks to more is no honest one. */
function inflate(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    // What zlib throws for damaged or oversized data carries a code; anything else is a bug.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function combine(readings: readonly Reading[], skipped: readonly ReadingWarning[]): Reading {
  const one = (values: readonly (string | null)[]): string | null => (new Set(values).size === 1 ? values[0] ?? null : null)
  return {
    format: [...new Set(readings.map(({ format }) => format))].join(', '),
    encoding: one(readings.map(({ encoding }) => encoding)),
    statements: readings.flatMap(({ statements }) => statements),
    discovered: readings.flatMap(({ discovered }) => discovered),
    statuses: readings.flatMap(({ statuses }) => statuses),
    warnings: [...readings.flatMap(({ warnings }) => warnings), ...skipped],
    createdAt: null,
  }
}
