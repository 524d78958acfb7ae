import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { Operation, Receipt } from '#shared/ipc/import-endpoints.ts'
import type { OperationId } from '#shared/model.ts'
import { transact, type LedgerConnection } from '#main/ledger/database.ts'
import { toLedgerError } from '#main/ledger/failures.ts'
import { commitImport } from '#main/ledger/import/commit.ts'
import { packSource, sourceBytes } from '#main/ledger/import/source-file.ts'
import { stageImport, type ReadSource } from '#main/ledger/import/stage.ts'
import type { BatchSource, StagedImport, Tick } from '#main/ledger/import/staged.ts'
import type { Clock } from '#main/platform/clock.ts'
import { letGo, readSource } from './file-reading.ts'
import type { Jobs, Scope } from './protocol.ts'

/** Each holds whole files in memory until it is committed or discarded. */
const STAGED_MAX = 8
const PROGRESS_STEPS = 100

export interface StagingOptions {
  readonly db: LedgerConnection
  readonly clock: Clock
  readonly isCancelled: () => boolean
  readonly changed: (...scopes: Scope[]) => void
  readonly report: (operation: Operation) => void
}

/** The imports under way: files read and held against the ledger, waiting for the user. They live only in memory. */
export class Staging {
  readonly #options: StagingOptions
  readonly #staged = new Map<OperationId, StagedImport>()

  constructor(options: StagingOptions) {
    this.#options = options
  }

  find(operationId: OperationId): StagedImport {
    const staged = this.#staged.get(operationId)
    if (!staged) throw new AppFailure({ kind: 'not_found', what: 'import' })
    return staged
  }

  /** Reads and compares; afterwards the operation waits for the user. */
  stage({ files, source, operationId, language }: Jobs['importFiles']['input']): null {
    this.#run(source, operationId, (tick) => {
      if (this.#staged.size >= STAGED_MAX) throw new AppFailure({ kind: 'busy' })
      this.#staged.set(operationId, this.#stageFiles({ files, source, operationId, language }, tick))
    }, 'waiting')
    return null
  }

  commit(operationId: OperationId): Receipt[] {
    const staged = this.find(operationId)
    const receipts = this.#run(staged.source, operationId, (tick) => this.#store(staged, tick), 'done', 'waiting')
    this.#staged.delete(operationId)
    return receipts
  }

  discard(operationId: OperationId): null {
    const staged = this.#staged.get(operationId)
    if (staged) {
      this.#staged.delete(operationId)
      this.#options.report({ ...begun(staged.source, operationId), state: 'cancelled' })
    }
    return null
  }

  /** Everything in one go, with the pipeline's own decisions. */
  importFiles({ files, source, operationId, language }: Jobs['importFiles']['input']): Receipt[] {
    return this.#run(source, operationId, (tick) => {
      const staged = this.#stageFiles({ files, source, operationId, language }, tick)
      for (const { error } of staged.files) if (error) throw new AppFailure(error)
      return this.#store(staged, tick)
    }, 'done')
  }

  importReadings({ readings, source, operationId }: Jobs['importReadings']['input']): Receipt[] {
    return this.#run(source, operationId, (tick) => {
      const read = readings.map(({ name, reading }): ReadSource => ({ name, reading: { ok: true, value: reading }, source: null }))
      return this.#store(stageImport(this.#options.db, operationId, source, read, tick), tick)
    }, 'done')
  }

  /** Reads the import's files again, one of them with new answers. What was decided for single rows is decided anew. */
  map({ operationId, file, mapping, preset }: Parsed<'imports.map'>): StagedImport {
    const before = this.find(operationId)
    const answered = before.files[file]
    if (!answered?.mapping) throw new AppFailure({ kind: 'not_found', what: 'statement' })
    const answers = new Map([...before.answers ?? [], [file, { mapping, preset }] as const])
    const { db, clock } = this.#options
    const read = before.files.map(({ name, source, error }, index): ReadSource => {
      if (error || !source) return { name, reading: { ok: false, error: error ?? { kind: 'unsupported', what: 'format' } }, source: null }
      return { name, reading: readSource(name, sourceBytes(db, source), { db, now: clock.now(), answers: answers.get(index), isCancelled: () => false, onShare: () => undefined }), source }
    })
    const refused = read[file]?.reading
    if (refused && !refused.ok) throw new AppFailure(refused.error)
    const staged = { ...stageImport(db, operationId, before.source, read, () => undefined, before.language), answers }
    this.#staged.set(operationId, staged)
    return staged
  }

  #stageFiles({ files, source, operationId, language }: Jobs['importFiles']['input'], tick: Tick): StagedImport {
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    let before = 0
    const read = files.map(({ name, bytes }): ReadSource => {
      const onShare = (share: number): void => { tick('read', before + Math.floor(share * bytes.length), total) }
      const reading = readSource(name, bytes, { db: this.#options.db, now: this.#options.clock.now(), answers: undefined, isCancelled: this.#options.isCancelled, onShare })
      before += bytes.length
      tick('read', before, total)
      const source = reading.ok ? packSource(this.#options.db, bytes) : null
      letGo(bytes)
      return { name, reading, source }
    })
    return stageImport(this.#options.db, operationId, source, read, tick, language)
  }

  #store(staged: StagedImport, tick: Tick): Receipt[] {
    const { db, clock, changed } = this.#options
    const receipts = transact(db, () => commitImport(db, staged, clock.now(), tick))
    const hasWords = staged.files.some(({ words }) => words !== undefined)
    changed('accounts', 'transactions', 'imports', 'history', 'settings', ...(hasWords ? ['rules', 'budgets', 'insights', 'notifications'] as const : []))
    return receipts
  }

  /** Reports the beginning, every percent and the end. A failed commit leaves the import where it was, to be tried again. */
  #run<T>(source: BatchSource, operationId: OperationId, work: (tick: Tick) => T, end: 'waiting' | 'done', afterFailure: 'waiting' | 'failed' = 'failed'): T {
    const { report, isCancelled } = this.#options
    let last: Operation = begun(source, operationId)
    const goOn = (): void => { if (isCancelled()) throw new AppFailure({ kind: 'cancelled' }) }
    const tick: Tick = (phase, done, total) => {
      goOn()
      const isStep = last.phase !== phase || step(done, total) !== step(last.done, last.total)
      if (isStep) report(last = { ...last, phase, done, total })
    }
    report(last)
    try {
      goOn()
      const value = work(tick)
      report({ ...last, state: end, done: last.total })
      return value
    } catch (cause) {
      const error = toLedgerError(cause) ?? null
      const state = afterFailure === 'waiting' ? 'waiting' : error?.kind === 'cancelled' ? 'cancelled' : 'failed'
      report({ ...last, state, error: state === 'failed' ? error : null })
      throw cause
    }
  }
}

const begun = (source: BatchSource, operationId: OperationId): Operation => ({
  operationId, kind: source === 'demo' ? 'demo' : 'import', state: 'running', phase: 'read', done: 0, total: 0, error: null,
})

const step = (done: number, total: number): number => Math.floor((done * PROGRESS_STEPS) / Math.max(1, total))
