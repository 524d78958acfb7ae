import { createHash, type Hash } from 'node:crypto'
import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Instant } from '#shared/dates.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileResult, writeFileAtomic } from '#main/platform/files.ts'
import { assertOutsideLedger } from '#main/platform/ledger-place.ts'
import { hasKeyFile, keyFileText, parseKeyFile } from './key-file.ts'

/**
 * A backup is one file that opens on any computer with the passphrase or the recovery key, because it carries the key
 * slots with the ledger:
 *
 *     "KONTORBK" · version (u32) · length of the manifest (u32) · manifest (JSON) · ledger file · SHA-256 of all before it
 *
 * Numbers are big-endian. The ledger is encrypted already, so the hash guards against damage and half copies, not against
 * forgers; those fail at the ledger's own authentication.
 */
const MAGIC = Buffer.from('KONTORBK')
const VERSION = 1
const HEAD_BYTES = 16
const HASH_BYTES = 32
const MANIFEST_BYTES_MAX = 256 * 1024
const CHUNK_BYTES = 1024 * 1024

const ManifestSchema = z.strictObject({
  createdAt: z.iso.datetime(),
  ledgerBytes: z.int().min(1),
  /** The key file as it stood, null for a plain ledger. */
  keys: z.string().nullable(),
})

export interface Progress { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void }

const NOT_BACKUP: AppError = { kind: 'malformed', reason: 'not_backup', line: null }

/** Packs a complete copy of a ledger (not the one in use) with the keys that lie beside the ledger. */
export async function packBackup(target: string, ledgerCopy: string, ledger: string, createdAt: Instant, progress: Progress = {}): Promise<Result<null, AppError>> {
  const keys = await hasKeyFile(ledger) ? await keyFileText(ledger) : ok(null)
  if (!keys.ok) return keys
  return writeFileAtomic(target, async (handle) => {
    assertOutsideLedger(target, ledger)
    const { size } = await stat(ledgerCopy)
    const manifest = Buffer.from(JSON.stringify({ createdAt, ledgerBytes: size, keys: keys.value } satisfies z.infer<typeof ManifestSchema>))
    const head = Buffer.alloc(HEAD_BYTES)
    MAGIC.copy(head)
    head.writeUInt32BE(VERSION, 8)
    head.writeUInt32BE(manifest.length, 12)
    const hash = createHash('sha256').update(head).update(manifest)
    await handle.writeFile(Buffer.concat([head, manifest]))
    const source = await open(ledgerCopy, 'r')
    try {
      await copyBytes(source, handle, { start: 0, length: size }, hash, progress)
    } finally {
      await source.close()
    }
    await handle.writeFile(hash.digest())
  })
}

/** Unpacks into `ledgerCopy` and answers the key file's text. Whatever fails, nothing of the copy is left. */
export async function unpackBackup(backup: string, ledgerCopy: string, progress: Progress = {}): Promise<Result<{ keys: string | null }, AppError>> {
  const unpacked = await fileResult(async () => {
    const source = await open(backup, 'r')
    try {
      return await unpackFrom(source, ledgerCopy, progress)
    } finally {
      await source.close()
    }
  })
  if (!unpacked.ok) await rm(ledgerCopy, { force: true })
  return unpacked
}

async function unpackFrom(source: FileHandle, ledgerCopy: string, progress: Progress): Promise<{ keys: string | null }> {
  const { head, manifest, ledgerBytes, keys } = await readHead(source)
  const start = HEAD_BYTES + manifest.length
  const hash = createHash('sha256').update(head).update(manifest)
  const written = await writeFileAtomic(ledgerCopy, async (target) => {
    await copyBytes(source, target, { start, length: ledgerBytes }, hash, progress)
    const expected = await readExactly(source, start + ledgerBytes, HASH_BYTES)
    if (!hash.digest().equals(expected)) throw new AppFailure(NOT_BACKUP)
  })
  if (!written.ok) throw new AppFailure(written.error)
  return { keys }
}

async function readHead(source: FileHandle): Promise<{ head: Buffer; manifest: Buffer; ledgerBytes: number; keys: string | null }> {
  const { size } = await source.stat()
  const head = await readExactly(source, 0, HEAD_BYTES)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppFailure(NOT_BACKUP)
  if (head.readUInt32BE(8) > VERSION) throw new AppFailure({ kind: 'too_new' })
  const manifest = await readExactly(source, HEAD_BYTES, Math.min(head.readUInt32BE(12), MANIFEST_BYTES_MAX))
  const facts = ManifestSchema.safeParse(parseJson(manifest.toString('utf8')))
  if (!facts.success) throw new AppFailure(NOT_BACKUP)
  const { ledgerBytes, keys } = facts.data
  const isWhole = size === HEAD_BYTES + manifest.length + ledgerBytes + HASH_BYTES
  if (!isWhole || (keys !== null && !parseKeyFile(keys).ok)) throw new AppFailure(NOT_BACKUP)
  return { head, manifest, ledgerBytes, keys }
}

async function readExactly(source: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await source.read(bytes, 0, length, position)
  if (bytesRead < length) throw new AppFailure(NOT_BACKUP)
  return bytes
}

async function copyBytes(source: FileHandle, target: FileHandle, range: { start: number; length: number }, hash: Hash, { signal, onProgress }: Progress): Promise<void> {
  const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, range.length))
  for (let done = 0; done < range.length;) {
    if (signal?.aborted === true) throw new AppFailure({ kind: 'cancelled' })
    const { bytesRead } = await source.read(chunk, 0, Math.min(chunk.length, range.length - done), range.start + done)
    if (bytesRead === 0) throw new AppFailure(NOT_BACKUP)
    const part = chunk.subarray(0, bytesRead)
    hash.update(part)
    await target.writeFile(part)
    done += bytesRead
    onProgress?.(done, range.length)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
