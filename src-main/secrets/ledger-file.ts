import { open } from 'node:fs/promises'
import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileResult } from '#main/platform/files.ts'

export type LedgerFileKind = 'missing' | 'plain' | 'encrypted'

/** An unencrypted ledger begins like any SQLite file (file format, 1.3.1); an encrypted one like noise. */
const SQLITE_MAGIC = Buffer.from('SQLite format 3\0')

/** What lies in a ledger's place, told from its first bytes. */
export async function kindOfLedgerFile(ledger: string): Promise<Result<LedgerFileKind, AppError>> {
  const head = await fileResult(() => firstBytes(ledger))
  if (head.ok) return ok(head.value.equals(SQLITE_MAGIC) ? 'plain' : 'encrypted')
  return head.error.kind === 'storage' && head.error.reason === 'missing' ? ok('missing') : head
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SQLITE_MAGIC.length), 0, SQLITE_MAGIC.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
