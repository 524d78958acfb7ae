import { basename } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import { FILE_BYTES_MAX, FILES_MAX, HANDED_MAX, UPLOADS_BYTES_MAX } from '#shared/ipc/limits.ts'
import { readFileBounded } from '#main/platform/files.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Operations } from './operations.ts'

const NAME_MAX = 255

/**
 * Files that come from outside the window: a double click, a second start, a drop on the dock. They wait until a ledger is
 * open, then they are staged like any import; the window hears of it by `operation.changed`.
 */
export class Intake {
  readonly #ledger: LedgerClient
  readonly #operations: Operations
  #waiting: string[] = []

  constructor(ledger: LedgerClient, operations: Operations) {
    this.#ledger = ledger
    this.#operations = operations
  }

  receive(paths: readonly string[]): void {
    this.#waiting = [...new Set([...this.#waiting, ...paths])].slice(0, HANDED_MAX)
  }

  /** Call when a ledger is open and the window listens. */
  async stage(): Promise<void> {
    const paths = this.#waiting.slice(0, FILES_MAX)
    if (this.#waiting.length > FILES_MAX) this.#operations.fail('import', { kind: 'malformed', reason: 'too_many_files', line: null })
    this.#waiting = []
    const files = []
    let room = UPLOADS_BYTES_MAX
    for (const path of paths) {
      const read = await readFileBounded(path, Math.min(FILE_BYTES_MAX, room))
      if (read.ok) {
        files.push({ name: basename(path).slice(-NAME_MAX), bytes: read.value })
        room -= read.value.length
      } else this.#operations.fail('import', room < FILE_BYTES_MAX ? besideOthers(read.error) : read.error)
    }
    if (files.length === 0) return
    const staged = await this.#ledger.call('imports.stage', { files })
    if (!staged.ok) this.#operations.fail('import', staged.error)
  }
}

/** Not too large in itself, but for what the others have left of the room. */
const besideOthers = (error: AppError): AppError => (error.kind === 'malformed' && error.reason === 'too_large' ? { ...error, reason: 'too_much_at_once' } : error)
