import { createHash } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { fileResult, writeTextAtomic } from '#main/platform/files.ts'

const OWNER_ONLY = 0o600
const FORMAT = 'kontor-keys'
const VERSION = 1

/** Lower-case hex has one spelling per byte; base64 has spare bits that could flip unseen. */
const hex = (bytesMin: number, bytesMax = bytesMin) => z.string().regex(new RegExp(`^(?:[0-9a-f]{2}){${bytesMin},${bytesMax}}$`))

/** The master key under AES-256-GCM. */
const SealedSchema = z.strictObject({ nonce: hex(12), box: hex(32), tag: hex(16) })
/** Bounded, so that a forged file cannot make us fill the memory: 128 · N · r bytes are at most 512 MiB. */
const ScryptSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: z.int().min(2).max(2 ** 19).refine((n) => (n & (n - 1)) === 0),
  r: z.int().min(1).max(8),
  p: z.int().min(1).max(4),
  salt: hex(16),
})
const SlotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), kdf: ScryptSchema, sealed: SealedSchema }),
  z.strictObject({ kind: z.literal('recovery'), kdf: z.strictObject({ name: z.literal('hkdf-sha256'), salt: hex(16) }), sealed: SealedSchema }),
  z.strictObject({ kind: z.literal('keyring'), kdf: z.strictObject({ name: z.literal('keyring'), blob: hex(1, 4096) }), sealed: SealedSchema }),
])
const KeyFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  ledgerId: z.uuid(),
  slots: z.array(SlotSchema).max(8),
})
/** What every later version keeps, so that this one can tell "too new" from "damaged". */
const EnvelopeSchema = z.strictObject({ keys: z.looseObject({ format: z.literal(FORMAT), version: z.int() }), sha256: hex(32) })

export type Sealed = z.infer<typeof SealedSchema>
export type Slot = z.infer<typeof SlotSchema>
export type SlotKind = Slot['kind']
export type KeyFile = z.infer<typeof KeyFileSchema>

export const keyFilePath = (ledger: string): string => `${ledger}.keys`
export const keyFileCopyPath = (ledger: string): string => `${ledger}.keys.copy`

export const newKeyFile = (ledgerId: string): KeyFile => ({ format: FORMAT, version: VERSION, ledgerId, slots: [] })

/** The checksum tells damage from a wrong passphrase. It proves nothing against forgers; the slots' own tags do. */
export function serializeKeyFile(keys: KeyFile): string {
  return `${JSON.stringify({ keys, sha256: checksum(keys) }, null, 2)}\n`
}

export function parseKeyFile(text: string): Result<KeyFile, AppError> {
  const envelope = EnvelopeSchema.safeParse(parseJson(text))
  if (!envelope.success || envelope.data.sha256 !== checksum(envelope.data.keys)) return err(DAMAGED)
  if (envelope.data.keys.version > VERSION) return err({ kind: 'too_new' })
  const keys = KeyFileSchema.safeParse(envelope.data.keys)
  return keys.success ? ok(keys.data) : err(DAMAGED)
}

const DAMAGED: AppError = { kind: 'malformed', reason: 'key_file', line: null }

/** The key file beside a ledger, or its copy where the file itself is gone or damaged. */
export async function readKeyFile(ledger: string): Promise<Result<KeyFile, AppError>> {
  const first = await readOne(keyFilePath(ledger))
  if (first.ok || first.error.kind === 'too_new') return first
  const copy = await readOne(keyFileCopyPath(ledger))
  return copy.ok ? copy : first
}

/** True where a key file, or its copy, lies beside the ledger: then it is encrypted. */
export async function hasKeyFile(ledger: string): Promise<boolean> {
  const found = await Promise.all([keyFilePath(ledger), keyFileCopyPath(ledger)].map(isThere))
  return found.includes(true)
}

/** The key file as a backup carries it: checked, and healed from its copy where need be. */
export async function keyFileText(ledger: string): Promise<Result<string, AppError>> {
  const keys = await readKeyFile(ledger)
  return keys.ok ? ok(serializeKeyFile(keys.value)) : keys
}

async function readOne(path: string): Promise<Result<KeyFile, AppError>> {
  const text = await fileResult(() => readFile(path, 'utf8'))
  if (text.ok) return parseKeyFile(text.value)
  const isMissing = text.error.kind === 'storage' && text.error.reason === 'missing'
  return err(isMissing ? { kind: 'storage', reason: 'key_file_missing' } : text.error)
}

/**
 * Replaces the key file, then its copy once the new one has been read back. So one good file stands at every moment, and
 * when this returns no slot that was taken away opens anything any more.
 */
export async function writeKeyFile(ledger: string, keys: KeyFile): Promise<Result<null, AppError>> {
  const text = serializeKeyFile(keys)
  const written = await writeTextAtomic(keyFilePath(ledger), text)
  if (!written.ok) return written
  const readBack = await readOne(keyFilePath(ledger))
  if (!readBack.ok) return readBack
  return writeTextAtomic(keyFileCopyPath(ledger), text)
}

/** The first key file of a ledger. Of two that are made at the same moment one is refused, and must not touch the other. */
export async function writeFirstKeyFile(ledger: string, keys: KeyFile): Promise<Result<null, AppError>> {
  const claimed = await fileResult(() => claim(keyFilePath(ledger)))
  if (!claimed.ok) return claimed
  const written = await writeKeyFile(ledger, keys)
  if (!written.ok) await removeKeyFile(ledger)
  return written
}

async function claim(path: string): Promise<null> {
  const handle = await open(path, 'wx', OWNER_ONLY).catch((cause: unknown) => {
    throw cause instanceof Error && 'code' in cause && cause.code === 'EEXIST' ? new AppFailure({ kind: 'exists', what: 'ledger' }) : cause
  })
  await handle.close()
  return null
}

/** Keys without their ledger open nothing, but the ledger may come back: they are kept under another name. */
export async function setAsideKeyFile(ledger: string, now: Instant): Promise<void> {
  const stamp = now.replace(/\D/g, '')
  for (const path of [keyFilePath(ledger), keyFileCopyPath(ledger)]) {
    if (await isThere(path)) await rename(path, `${path}.before-${stamp}`)
  }
}

/** For a ledger that could not be made after its keys were. */
export async function removeKeyFile(ledger: string): Promise<void> {
  await rm(keyFilePath(ledger), { force: true })
  await rm(keyFileCopyPath(ledger), { force: true })
}

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

const checksum = (keys: object): string => createHash('sha256').update(JSON.stringify(keys)).digest('hex')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
