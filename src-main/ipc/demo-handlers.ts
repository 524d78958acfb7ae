import type { AppError } from '#shared/errors.ts'
import type { OperationId } from '#shared/model.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { MonthsOrder, PersonaId } from '#main/demo-bank/ofx-history.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { Connections } from '#main/sync/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { DEMO_CONNECTION_BANK } from './connection-handlers.ts'
import type { Operations } from './operations.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

/** The same household for everyone: what someone sees in their demo can be seen, and shown, in any other. */
const SEED = 1
const MONTHS = 36
const FILE_NAME = 'Kontor-Demo.ofx'
const HISTORY_PERSONA: PersonaId = 'us'
const DEMO_PERSONA = 'de'

export interface DemoParts {
  readonly session: Session
  readonly ledger: LedgerClient
  readonly operations: Operations
  readonly reportBug: ReportBug
  readonly clock: Clock
  readonly connections: Connections
  /** Takes some 50 ms of computing, so the app has it done in a thread. */
  readonly writeHistory: (order: MonthsOrder) => Promise<Uint8Array>
}

/**
 * A household to look around in: where its money is the user's own, as a connection to the demo bank, which can be
 * refreshed like any other; else as a history that goes the way of every import.
 */
export function demoHandlers({ session, ledger, operations, reportBug, clock, connections, writeHistory }: DemoParts) {
  async function connect(operationId: OperationId): Promise<Result<unknown, AppError>> {
    operations.begin('demo', operationId)
    const started = await connections.import({ bank: DEMO_CONNECTION_BANK, userId: DEMO_PERSONA, storePin: false, maxDays: 0, skipPositions: false, chooseAccounts: false })
    if (!started.ok) return started
    const finished = await connections.finished(started.value.refreshId)
    const error = finished?.refresh.error ?? null
    if (error !== null) return err(error)
    operations.done('demo', operationId)
    return ok(null)
  }

  async function importHistory(operationId: OperationId): Promise<Result<unknown, AppError>> {
    const settings = await ledger.call('ledger.settings', undefined)
    if (!settings.ok) return settings
    if (settings.value.baseCurrency === 'EUR') return await connect(operationId)
    const bytes = await writeHistory({ seed: SEED, today: clock.today(), months: MONTHS, dialect: 'xml', persona: HISTORY_PERSONA })
    return ledger.job('importFiles', { files: [{ name: FILE_NAME, bytes }], source: 'demo', operationId })
  }

  async function load(operationId: OperationId): Promise<void> {
    try {
      const loaded = await importHistory(operationId)
      if (!loaded.ok) operations.fail('demo', loaded.error, operationId)
    } catch (cause) {
      operations.fail('demo', { kind: 'bug', incidentId: reportBug('demo.load', cause) }, operationId)
    }
  }

  return {
    'ledger.settings': (_, { signal }) => settings(ledger, signal),
    'demo.load': () => {
      if (!session.isOpen) return Promise.resolve(err({ kind: 'locked' }))
      const operationId = operations.newId()
      void load(operationId)
      return Promise.resolve(ok({ operationId }))
    },
    'demo.remove': (_, { signal }) => remove(connections, ledger, signal),
  } satisfies SomeHandlers
}

async function remove(connections: Connections, ledger: LedgerClient, signal: AbortSignal): Promise<Result<null, AppError>> {
  const found = await connections.list(signal)
  if (!found.ok) return found
  const demos = found.value.filter(({ bank }) => bank.protocol === 'demo')
  const running = demos.find(({ updateStatus }) => updateStatus !== 'READY')
  if (running !== undefined) return err({ kind: 'connection_busy', name: running.name })
  // The rows are there, and with them the offer to remove them, a moment before their categories are.
  if (demos.some(({ categorizationStatus }) => categorizationStatus !== 'READY')) await connections.categorised()
  for (const { id } of demos) {
    const deleted = await connections.delete({ id, rows: 'delete' })
    if (!deleted.ok) return deleted
  }
  return await ledger.job('removeDemo', null, signal)
}

/** The batch that the window offers to remove: a demo connection's rows are demo data like any other. */
async function settings(ledger: LedgerClient, signal: AbortSignal) {
  const found = await ledger.call('ledger.settings', undefined, signal)
  if (!found.ok || found.value.demoBatchId !== null) return found
  const batches = await ledger.call('imports.history', undefined, signal)
  const newest = batches.ok ? batches.value.filter(({ source, revertedAt }) => source === 'demo' && revertedAt === null).map(({ id }) => id) : []
  return ok({ ...found.value, demoBatchId: newest.sort((a, b) => b - a)[0] ?? null })
}
