import { lstat } from 'node:fs/promises'
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
  const refused = found.ok ? inTheWay(found.value.isDirectory(), force === true) : unlessMissing(found.error)
  return refused === undefined ? ok(null) : err({ kind: 'file', file, error: refused })
}

function inTheWay(isFolder: boolean, isForced: boolean): AppError | undefined {
  if (isFolder) return { kind: 'exists', what: 'folder' }
  return isForced ? undefined : { kind: 'exists', what: 'file' }
}

const unlessMissing = (error: AppError): AppError | undefined => (error.kind === 'storage' && error.reason === 'missing' ? undefined : error)
