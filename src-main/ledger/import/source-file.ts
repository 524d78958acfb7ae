import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { assert } from '#shared/result.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import type { SourceFile } from './staged.ts'

/** A tenth of the file's size; zstd costs a fifth of deflate's time. A content that is kept already is not packed again. */
export function packSource(db: ReadableLedger, bytes: Uint8Array): SourceFile {
  const sha256 = sha256Of(bytes)
  const isKept = db.column('SELECT 1 FROM import_source WHERE sha256 = ?').get([sha256]) !== undefined
  return { sha256, byteCount: bytes.byteLength, content: isKept ? null : zstdCompressSync(bytes) }
}

/** Once per content. What was kept when the import was staged is still there: sources are never deleted. */
export function storeSource(db: WritableLedger, { sha256, byteCount, content }: SourceFile): void {
  if (content) db.command('INSERT INTO import_source (sha256, byte_count, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run([sha256, byteCount, content])
}

/** The bytes again, from the import under way or from the ledger, which has kept them before. */
export function sourceBytes(db: ReadableLedger, { sha256, content }: SourceFile): Uint8Array {
  const kept = content ?? db.column<Uint8Array>('SELECT content FROM import_source WHERE sha256 = ?').get([sha256])
  assert(kept, 'a source is in the import or in the ledger')
  return zstdDecompressSync(kept)
}

/** Whether the stored bytes are still the ones that came: for `verify`. */
export function isIntactSource(sha256: string, content: Uint8Array): boolean {
  try {
    return sha256Of(zstdDecompressSync(content)) === sha256
  } catch {
    return false
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
