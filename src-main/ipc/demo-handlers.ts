import type { AppError } from '#shared/errors.ts'
import type { Currency } from '#shared/money.ts'
import type { OperationId } from '#shared/model.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { MonthsOrder, PersonaId } from '#main/demo-bank/ofx-history.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Operations } from './operations.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

/** The same household for everyone: what someone sees in their demo can be seen, and shown, in any other. */
const SEED = 1
const MONTHS = 36
const FILE_NAME = 'Kontor-Demo.ofx'

export interface DemoParts {
  readonly session: Session
  readonly ledger: LedgerClient
  readonly operations: Operations
  readonly reportBug: ReportBug
  readonly clock: Clock
  /** Takes some 50 ms of computing, so the app has it done in a thread. */
  readonly writeHistory: (order: MonthsOrder) => Promise<Uint8Array>
}

/** A history to look around in. It goes the way of every import, and away again as a whole. */
export function demoHandlers({ session, ledger, operations, reportBug, clock, writeHistory }: DemoParts) {
  async function importHistory(operationId: OperationId): Promise<Result<unknown, AppError>> {
    const settings = await ledger.call('ledger.settings', undefined)
    if (!settings.ok) return settings
    const bytes = await writeHistory({ seed: SEED, today: clock.today(), months: MONTHS, dialect: 'xml', persona: personaFor(settings.value.baseCurrency) })
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
    'demo.load': () => {
      if (!session.isOpen) return Promise.resolve(err({ kind: 'locked' }))
      const operationId = operations.newId()
      void load(operationId)
      return Promise.resolve(ok({ operationId }))
    },
    'demo.remove': (_, { signal }) => ledger.job('removeDemo', null, signal),
  } satisfies SomeHandlers
}

/** A household that pays in the user's own currency, where there is one. */
const personaFor = (baseCurrency: Currency): PersonaId => (baseCurrency === 'EUR' ? 'de' : 'us')
