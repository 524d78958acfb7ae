import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { assert, err, ok } from '#shared/result.ts'
import { copyLedger } from '#main/ledger/backup.ts'
import { transact, type LedgerConnection } from '#main/ledger/database.ts'
import { purgeRemoved } from '#main/ledger/connections/purge.ts'
import { exportLedger } from '#main/ledger/export/export-ledger.ts'
import { toLedgerError } from '#main/ledger/failures.ts'
import { openForReading, openLedger } from '#main/ledger/open.ts'
import { removeDemo } from '#main/ledger/revert-batch.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import type { Clock } from '#main/platform/clock.ts'
import { toStorageError } from '#main/platform/files.ts'
import { newIncidentId } from '#main/platform/incidents.ts'
import { assertOutsideLedger } from '#main/platform/ledger-place.ts'
import type { Random } from '#main/platform/random.ts'
import { CategoryWork } from './category-work.ts'
import { connectionJobs } from './connection-use-cases.ts'
import { insightJobs } from './insight-jobs.ts'
import { InsightWork } from './insight-work.ts'
import { isRaised, newFlag } from './operations.ts'
import { SLOW_MS, type Answer, type CancelFlag, type JobName, type Jobs, type LedgerEvent, type OpenReport, type OpenRequest, type Role, type ThreadRequest } from './protocol.ts'
import { Staging } from './staging.ts'
import { isRead, reads, writes, type UseCaseChannel } from './use-cases.ts'
import type { WriteContext } from './write-context.ts'

export interface EngineOptions {
  readonly clock: Clock
  readonly random: Random
  readonly emit: (event: LedgerEvent) => void
}

interface Open { readonly context: WriteContext; readonly close: () => void }

/**
 * One thread's share of a ledger. Synchronous throughout: a use-case runs from its first line to its last with nothing in
 * between, so no transaction ever waits for anything. Whatever happens becomes an answer.
 */
export class Engine {
  readonly #options: EngineOptions
  #open: Open | undefined
  #flag: CancelFlag = newFlag()

  constructor(options: EngineOptions) {
    this.#options = options
  }

  answer(request: ThreadRequest): Answer {
    switch (request.kind) {
      case 'open':
        return this.#safely('ledger.open', () => this.#openLedger(request.input, request.role))
      case 'close':
        return this.#safely('ledger.close', () => this.#closeLedger())
      case 'stage':
        return this.#during('imports.stage', request.flag, ({ staging }) => staging.stage(request.input))
      case 'call':
        return this.#timed(request.name, () => this.#unlessCalledOff(request.name, request.flag, (context) => runUseCase(context, request.name as UseCaseChannel, request.input)))
      case 'job':
        return this.#unlessCalledOff(`job.${request.name}`, request.flag, (context) => runJob(context, request.name, request.input))
    }
  }

  #openLedger(request: OpenRequest, role: Role): OpenReport {
    if (this.#open) throw new AppFailure({ kind: 'busy' })
    const { clock } = this.#options
    try {
      if (role === 'reader') {
        const db = openForReading(request.file, request.key)
        this.#open = { context: this.#contextFor(db, request.file), close: () => { db.close() } }
        return { encrypted: request.key !== null, backup: null }
      }
      const ledger = openLedger({ ...request, now: clock.now() })
      purgeRemoved(ledger.db)
      this.#open = { context: this.#contextFor(ledger.db, request.file), close: () => { ledger.close() } }
      return { encrypted: request.key !== null, backup: ledger.backup }
    } finally {
      if (role !== 'both') request.key?.fill(0)
    }
  }

  #contextFor(db: LedgerConnection, ledgerFile: string): WriteContext {
    const { clock, emit } = this.#options
    const changed: WriteContext['changed'] = (...scopes) => { if (scopes.length > 0) emit({ name: 'ledger.changed', value: { scopes } }) }
    const staging = new Staging({
      db, clock, changed,
      isCancelled: () => isRaised(this.#flag),
      report: (operation) => { emit({ name: 'operation.changed', value: operation }) },
    })
    return { db, ledgerFile, clock, staging, changed, categories: new CategoryWork({ db, clock }), insights: new InsightWork({ db, clock }) }
  }

  #closeLedger(): null {
    const open = this.#open
    this.#open = undefined
    open?.close()
    return null
  }

  #during(where: string, flag: CancelFlag, work: (context: WriteContext) => unknown): Answer {
    const open = this.#open
    if (!open) return err({ kind: 'locked' })
    this.#flag = flag
    return this.#safely(where, () => work(open.context))
  }

  /** Only for calls whose answer somebody waits for. What is told by events alone says itself that it was called off. */
  #unlessCalledOff(where: string, flag: CancelFlag, work: (context: WriteContext) => unknown): Answer {
    return this.#open && isRaised(flag) ? err({ kind: 'cancelled' }) : this.#during(where, flag, work)
  }

  #safely(where: string, work: () => unknown): Answer {
    try {
      return ok(work())
    } catch (cause) {
      return err(toLedgerError(cause) ?? toStorageError(cause) ?? this.#incident(where, cause))
    }
  }

  #incident(where: string, cause: unknown): AppError {
    const incidentId = newIncidentId(this.#options.random)
    const error = cause instanceof Error ? cause : new Error('thrown')
    this.#options.emit({ name: 'incident', value: { incidentId, where, error: error.name, stack: framesAlone(error) } })
    return { kind: 'bug', incidentId }
  }

  #timed(useCase: string, work: () => Answer): Answer {
    const { clock, emit } = this.#options
    const start = clock.monotonicMs()
    const answer = work()
    const ms = Math.round(clock.monotonicMs() - start)
    if (ms > SLOW_MS && useCase !== 'imports.commit') emit({ name: 'slow', value: { useCase, ms } })
    return answer
  }
}

/** The table's type says which input belongs to which channel; the router has checked that this one does. */
function runUseCase<C extends UseCaseChannel>(context: WriteContext, channel: C, input: unknown): Output<C> {
  const table: { [K in UseCaseChannel]?: (context: WriteContext, input: Parsed<K>) => Output<K> } = writes
  const useCase = isRead(channel) ? undefined : table[channel]
  if (useCase) return useCase(context, input as Parsed<C>)
  const readTable: { [K in UseCaseChannel]?: (db: LedgerConnection, input: Parsed<K>, clock: Clock) => Output<K> } = reads
  const read = readTable[channel]
  assert(read, `no use-case answers ${channel}`)
  return read(context.db, input as Parsed<C>, context.clock)
}

type JobTable = { readonly [J in JobName]: (context: WriteContext, input: Jobs[J]['input']) => Jobs[J]['output'] }

const jobs: JobTable = {
  ...connectionJobs,
  ...insightJobs,
  backup: ({ db, ledgerFile }, { file }) => {
    assertOutsideLedger(file, ledgerFile)
    copyLedger(db, file)
    return null
  },
  verify: ({ db }) => ({ problems: verifyLedger(db) }),
  export: ({ db, ledgerFile, clock }, { file, format }) => {
    assertOutsideLedger(file, ledgerFile)
    exportLedger(db, file, format, clock.now())
    return null
  },
  importFiles: ({ staging }, input) => ({ receipts: staging.importFiles(input) }),
  importReadings: ({ staging }, input) => ({ receipts: staging.importReadings(input) }),
  removeDemo: ({ db, clock, changed }) => {
    transact(db, () => { removeDemo(db, clock.now()) })
    changed('accounts', 'transactions', 'imports', 'history', 'settings')
    return null
  },
}

const runJob = <J extends JobName>(context: WriteContext, job: J, input: unknown): Jobs[J]['output'] => jobs[job](context, input as Jobs[J]['input'])

/** The message may quote data; the frames name only our own places. */
const framesAlone = ({ stack = '', message }: Error): string => stack.replace(message, '').split('\n').filter((line) => line.trimStart().startsWith('at ')).join('\n')
