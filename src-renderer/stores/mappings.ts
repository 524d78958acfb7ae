import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { SharedMapping } from '#shared/mapping.ts'
import { call } from '#renderer/api/client.ts'

/** How files without a fixed shape are read, kept for the next ones with the same columns. */
export const useMappingsStore = defineStore('mappings', () => {
  const mappings = shallowRef<readonly SharedMapping[]>([])
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  function take(reply: Reply<'mappings.list'>): Reply<'mappings.list'> {
    if (reply.ok) mappings.value = reply.value
    return reply
  }

  async function load(): Promise<void> {
    const reply = take(await call('mappings.list', undefined))
    error.value = reply.ok ? undefined : reply.error
    loaded.value = true
  }

  const keep = async ({ fingerprint, name, mapping }: SharedMapping) => take(await call('mappings.save', { fingerprint, name, mapping }))
  const forget = async ({ fingerprint }: SharedMapping) => take(await call('mappings.forget', { fingerprint }))

  return { mappings, error, loaded, load, keep, forget }
})

/** As it stands in a file, to keep or to pass on. */
export const writeMapping = (mapping: SharedMapping): string => `${JSON.stringify(mapping, null, 2)}\n`

/** What a file says that somebody has passed on; undefined where it is none. Main looks at every part of it before it is used. */
export async function readMapping(file: Blob): Promise<SharedMapping | undefined> {
  if (file.size > FILE_BYTES_MAX) return undefined
  try {
    const read: unknown = JSON.parse(await file.text())
    return isMapping(read) ? read : undefined
  } catch {
    // No JSON: the file is something else.
    return undefined
  }
}

const FILE_BYTES_MAX = 1_000_000

const isMapping = (read: unknown): read is SharedMapping =>
  typeof read === 'object' && read !== null && 'format' in read && read.format === 'kontor-mapping' && 'version' in read && read.version === 1 && 'mapping' in read && 'fingerprint' in read && 'name' in read
