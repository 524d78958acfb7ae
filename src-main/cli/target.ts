import type { Stats } from 'node:fs'
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
  const found = await fileResult(() => look(file))
  const refused = found.ok ? inTheWay(found.value, force === true) : isMissing(found.error) ? await missingFolder(file) : found.error
  return refused === undefined ? ok(null) : err({ kind: 'file', file, error: refused })
}

/** What a link leads to, as far as it leads anywhere: /dev/stdout is one. */
async function look(file: string): Promise<Stats> {
  const itself = await lstat(file)
  return itself.isSymbolicLink() ? await stat(file).catch(() => itself) : itself
}

/** A device or a pipe would be replaced by the file, not written to: nothing gives that up. */
function inTheWay(found: Stats, isForced: boolean): AppError | undefined {
  if (found.isDirectory()) return { kind: 'exists', what: 'folder' }
  if (!found.isFile() && !found.isSymbolicLink()) return { kind: 'exists', what: 'device' }
  return isForced ? undefined : { kind: 'exists', what: 'file' }
}

const isMissing = (error: AppError): boolean => error.kind === 'storage' && error.reason === 'missing'

/** To someone who names a new file, that it does not exist would say nothing: its folder is what is missing. */
export async function missingFolder(file: string): Promise<AppError | undefined> {
  const found = await fileResult(() => stat(dirname(file)))
  if (found.ok) return found.value.isDirectory() ? undefined : { kind: 'not_found', what: 'folder' }
  return isMissing(found.error) ? { kind: 'not_found', what: 'folder' } : found.error
}
