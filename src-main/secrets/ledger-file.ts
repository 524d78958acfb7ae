import { open } from 'node:fs/promises'
import type { AppError } from '#shared/errors.ts'
import { HEADER_BYTES, lookOf } from '#shared/ledger-header.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileResult } from '#main/platform/files.ts'

export type LedgerFileKind = 'missing' | 'plain' | 'encrypted'

/** What lies in a ledger's place, told from its first bytes. What is not plain may be encrypted; opening it tells. */
export async function kindOfLedgerFile(ledger: string): Promise<Result<LedgerFileKind, AppError>> {
  const head = await fileResult(() => firstBytes(ledger))
  if (head.ok) return ok(lookOf(head.value) === 'plain' ? 'plain' : 'encrypted')
  return head.error.kind === 'storage' && head.error.reason === 'missing' ? ok('missing') : head
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
