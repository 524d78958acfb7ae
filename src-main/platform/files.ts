import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { systemRandom } from './random.ts'

const OWNER_ONLY = 0o600

const REASONS: Readonly<Record<string, AppError>> = {
  ENOENT: { kind: 'storage', reason: 'missing' },
  ENOTDIR: { kind: 'storage', reason: 'missing' },
  EACCES: { kind: 'storage', reason: 'no_permission' },
  EPERM: { kind: 'storage', reason: 'no_permission' },
  EROFS: { kind: 'storage', reason: 'read_only' },
  EISDIR: { kind: 'storage', reason: 'is_folder' },
  ENOSPC: { kind: 'disk_full' },
  EDQUOT: { kind: 'disk_full' },
}

/** What the operating system refused, as a value a person can act on. Undefined: not the disk's doing, so a bug of ours. */
export function toStorageError(cause: unknown): AppError | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code) || code.startsWith('ERR_')) return undefined
  return REASONS[code] ?? { kind: 'storage', reason: 'failed' }
}

/** Runs file work; what the disk refuses and what carries an AppError come back as values, bugs keep flying. */
export async function fileResult<T>(work: () => Promise<T>): Promise<Result<T, AppError>> {
  try {
    return ok(await work())
  } catch (cause) {
    const error = cause instanceof AppFailure ? cause.error : toStorageError(cause)
    if (error === undefined) throw cause
    return err(error)
  }
}

/**
 * The bytes of a regular file, refused before a byte is read when there are more than `bytesMax`. The array owns its whole
 * buffer, so that it can be transferred to a thread without a copy.
 */
export function readFileBounded(path: string, bytesMax: number): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  return fileResult(async () => {
    const facts = await stat(path)
    if (facts.isDirectory()) throw new AppFailure({ kind: 'storage', reason: 'is_folder' })
    // A pipe or device has no size and may never end.
    if (!facts.isFile()) throw new AppFailure({ kind: 'storage', reason: 'failed' })
    if (facts.size > bytesMax) throw new AppFailure({ kind: 'malformed', reason: 'too_large', line: null })
    const handle = await open(path, 'r')
    try {
      return await readAll(handle, facts.size)
    } finally {
      await handle.close()
    }
  })
}

async function readAll(handle: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) return bytes.slice(0, filled)
    filled += bytesRead
  }
  return bytes
}

/**
 * Replaces a file so that a crash at any moment leaves the old or the new one, never a half: written beside it, flushed,
 * renamed. `fill` writes through an open handle, so that large content need not be in memory.
 */
export function writeFileAtomic(path: string, fill: (handle: FileHandle) => Promise<void>): Promise<Result<null, AppError>> {
  return fileResult(async () => {
    const draft = `${path}.${systemRandom.uuid().slice(0, 8)}.draft`
    try {
      const handle = await open(draft, 'wx', OWNER_ONLY)
      try {
        await fill(handle)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, path)
    } catch (cause) {
      await rm(draft, { force: true })
      throw cause
    }
    await syncFolder(dirname(path))
    return null
  })
}

const DRAFT_END = /^\.[0-9a-f]{8}\.draft$/

/** Removes what was left beside a file by a process that was killed while it wrote; only for whoever alone writes the file. */
export async function sweepDrafts(path: string): Promise<void> {
  const folder = dirname(path)
  const name = basename(path)
  // A folder that cannot be listed holds nothing that could be swept.
  const beside = await readdir(folder).catch(() => [])
  await Promise.all(beside
    .filter((other) => other.startsWith(name) && DRAFT_END.test(other.slice(name.length)))
    .map((draft) => rm(join(folder, draft), { force: true }).catch(() => undefined)))
}

/** `writeFileAtomic` for text that is at hand. */
export const writeTextAtomic = (path: string, text: string): Promise<Result<null, AppError>> => writeFileAtomic(path, async (handle) => {
  await handle.writeFile(text, 'utf8')
})

/** A rename lasts only when its folder is flushed. Windows has no such call and some network disks refuse it: then the system decides. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
