import type { AppError } from '#shared/errors.ts'
import { FILE_BYTES_MAX, FILES_MAX, UPLOADS_BYTES_MAX } from '#shared/ipc/limits.ts'

export interface StagedFile { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
export interface RefusedFile { readonly name: string; readonly error: AppError }
export interface Intake { readonly files: readonly StagedFile[]; readonly refused: readonly RefusedFile[] }

/**
 * Reads the files a person dropped or chose. Size and number are checked before a byte is read; what cannot be read gets
 * its own sentence and does not hold up its siblings.
 */
export async function readFiles(chosen: readonly File[]): Promise<Intake> {
  const files: StagedFile[] = []
  const refused: RefusedFile[] = []
  let bytes = 0
  for (const file of chosen) {
    const error = refusal(file, files.length, bytes)
    const read = error ? { error } : await readFile(file)
    if ('error' in read) refused.push({ name: file.name, error: read.error })
    else {
      files.push(read)
      bytes += read.bytes.length
    }
  }
  return { files, refused }
}

function refusal(file: File, filesSoFar: number, bytesSoFar: number): AppError | undefined {
  if (filesSoFar >= FILES_MAX) return { kind: 'malformed', reason: 'too_many_files', line: null }
  if (file.size > FILE_BYTES_MAX) return { kind: 'malformed', reason: 'too_large', line: null }
  if (bytesSoFar + file.size > UPLOADS_BYTES_MAX) return { kind: 'malformed', reason: 'too_much_at_once', line: null }
  return undefined
}

async function readFile(file: File): Promise<StagedFile | { error: AppError }> {
  try {
    return { name: file.name.slice(-255) || '?', bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (reason) {
    return { error: readError(file, reason) }
  }
}

/** File API §6.1: NotFoundError where the file is gone, NotReadableError where it may not be read, as a folder may not. */
function readError(file: File, reason: unknown): AppError {
  const name = reason instanceof DOMException ? reason.name : ''
  if (name === 'NotFoundError') return { kind: 'storage', reason: looksLikeFolder(file) ? 'is_folder' : 'missing' }
  if (name === 'NotReadableError' || name === 'SecurityError') return { kind: 'storage', reason: looksLikeFolder(file) ? 'is_folder' : 'no_permission' }
  return { kind: 'storage', reason: 'failed' }
}

/** A dropped folder arrives as a file without a type whose name has no ending. */
const looksLikeFolder = ({ type, name }: File): boolean => type === '' && !/\.[A-Za-z0-9]{1,8}$/.test(name)
