import { UPLOAD_PIECE_BYTES } from '#shared/ipc/limits.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { call } from './client.ts'

interface NamedBytes { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * Hands files over for import. Small ones go in one call; large ones in pieces, because copying a long array to main holds
 * the window as long as it takes.
 */
export async function stageImport(files: readonly NamedBytes[]): Promise<Reply<'imports.stage'>> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= UPLOAD_PIECE_BYTES) return call('imports.stage', { files: [...files] })
  const uploadIds: string[] = []
  for (const file of files) {
    const uploadId = crypto.randomUUID()
    const sent = await upload(uploadId, file)
    if (!sent.ok) return sent
    uploadIds.push(uploadId)
  }
  return call('uploads.stage', { uploadIds })
}

/** One piece at least: an empty file among large ones still has to be told of. */
async function upload(uploadId: string, { name, bytes }: NamedBytes): Promise<Reply<'uploads.add'>> {
  const size = bytes.length
  let offset = 0
  let reply: Reply<'uploads.add'>
  do {
    reply = await call('uploads.add', { uploadId, name, size, offset, bytes: bytes.slice(offset, offset + UPLOAD_PIECE_BYTES) })
    offset += UPLOAD_PIECE_BYTES
  } while (reply.ok && offset < size)
  return reply
}
