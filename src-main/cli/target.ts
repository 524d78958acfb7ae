import { lstat, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { fileResult } from '#main/platform/files.ts'
import type { Arguments, FileFailure } from './command.ts'

/**
 * A file that is about to be written: what is there already stays, whoever made it, unless `--force` gives it up. Asked
 * before anything else, so that nobody types a passphrase in vain.
 */
export async function freeTarget(file: string, { force }: Arguments['values']): Promise<Result<null, FileFailure>> {
  const found = await fileResult(() => lstat(file))
  const refused = found.ok ? inTheWay(found.value.isDirectory(), force === true) : isMissing(found.error) ? await missingFolder(file) : found.error
  return refused === undefined ? ok(null) : err({ kind: 'file', file, error: refused })
}

function inTheWay(isFolder: boolean, isForced: boolean): AppError | undefined {
  if (isFolder) return { kind: 'exists', what: 'folder' }
  return isForced ? undefined : { kind: 'exists', what: 'file' }
}

const isMissing = (error: AppError): boolean => error.kind === 'storage' && error.reason === 'missing'

/** To someone who names a new file, that it does not exist would say nothing: its folder is what is missing. */
export async function missingFolder(file: string): Promise<AppError | undefined> {
  const found = await fileResult(() => stat(dirname(file)))
  if (found.ok) return found.value.isDirectory() ? undefined : { kind: 'not_found', what: 'folder' }
  return isMissing(found.error) ? { kind: 'not_found', what: 'folder' } : found.error
}
