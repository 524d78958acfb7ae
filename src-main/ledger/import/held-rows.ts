import type { BatchId, Decision, Reason } from '#shared/model.ts'
import type { Command, WritableLedger } from '../database.ts'

export interface HeldRow {
  readonly row: number
  readonly line: number | null
  readonly decision: Decision
  readonly reason: Reason
  /** The row of the ledger it is held against, or became. */
  readonly txnId: number | null
}

interface Run extends HeldRow { count: number }

const INSERT = /* sql */ `INSERT INTO import_row (batch_id, position, row_index, row_count, line, decision, reason, txn_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

/** So many rows keep their own line, for the receipt. */
const SINGLE_MAX = 500

/**
 * Writes down what did not become a row of its own. A large file that comes again is one long run of duplicates, row after
 * row against transaction after transaction; it is kept as one.
 */
export class HeldRows {
  readonly #insert: Command
  readonly #place: readonly [BatchId, number]
  #written = 0
  #run: Run | undefined

  constructor(db: WritableLedger, batchId: BatchId, position: number) {
    this.#insert = db.command(INSERT)
    this.#place = [batchId, position]
  }

  add(held: HeldRow): void {
    const run = this.#run
    if (run && this.#written >= SINGLE_MAX && continues(run, held)) {
      run.count += 1
      return
    }
    this.flush()
    this.#run = { ...held, count: 1 }
  }

  flush(): void {
    const run = this.#run
    if (!run) return
    this.#insert.run([...this.#place, run.row, run.count, run.line, run.decision, run.reason, run.txnId])
    this.#written += 1
    this.#run = undefined
  }
}

/** Only duplicates of booked rows: what concerns pending rows is looked up one by one. */
const continues = (run: Run, { row, decision, reason, txnId }: HeldRow): boolean =>
  decision === 'duplicate' && run.decision === 'duplicate' && reason === run.reason && reason !== 'pending-known'
  && run.txnId !== null && row === run.row + run.count && txnId === run.txnId + run.count
