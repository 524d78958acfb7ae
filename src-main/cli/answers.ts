import type { AppError } from '#shared/errors.ts'
import type { Review } from '#shared/ipc/import-endpoints.ts'
import { MappingSchema, SharedMappingSchema, type Mapping } from '#shared/mapping.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { readFileBounded } from '#main/platform/files.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Arguments, FileFailure } from './command.ts'

/** What the person answers for files that leave something open. */
export interface FileAnswers { readonly mapping?: Mapping; readonly preset?: string }

const MAPPING_BYTES_MAX = 1_000_000

/** `--mapping` names a file as the window shares it, or the mapping alone. */
export async function readAnswers({ preset, mapping: file }: Arguments['values']): Promise<Result<FileAnswers, FileFailure>> {
  const chosen = typeof preset === 'string' ? { preset } : {}
  if (typeof file !== 'string') return ok(chosen)
  const bytes = await readFileBounded(file, MAPPING_BYTES_MAX)
  if (!bytes.ok) return err({ kind: 'file', file, error: bytes.error })
  const value = parse(new TextDecoder().decode(bytes.value))
  const shared = SharedMappingSchema.safeParse(value)
  const bare = MappingSchema.safeParse(value)
  const mapping = shared.data?.mapping ?? bare.data
  return mapping ? ok({ ...chosen, mapping }) : err({ kind: 'file', file, error: { kind: 'invalid_input', path: 'mapping' } })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Gives the answers for every file that can take them, and refuses the first that leaves something open all the same. */
export async function answerFiles(ledger: LedgerClient, review: Review, answers: FileAnswers, files: readonly string[]): Promise<Result<Review, AppError | FileFailure>> {
  let current = review
  for (const [index, { name, mapping }] of review.files.entries()) {
    if (!mapping) continue
    if (answers.mapping !== undefined || answers.preset !== undefined) {
      const mapped = await ledger.call('imports.map', { operationId: review.operationId, file: index, ...answers, isRemembered: false })
      if (!mapped.ok) return mapped
      current = mapped.value
    }
    const open = current.files[index]?.mapping?.open[0]
    if (open !== undefined) return err({ kind: 'file', file: files[index] ?? name, error: { kind: 'invalid_input', path: `mapping.${open}` } })
  }
  return ok(current)
}
