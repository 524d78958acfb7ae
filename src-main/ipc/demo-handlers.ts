import type { OperationId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { NamedBytes } from '#main/worker/protocol.ts'
import type { Operations } from './operations.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

export interface DemoParts {
  readonly session: Session
  readonly ledger: LedgerClient
  readonly operations: Operations
  readonly reportBug: ReportBug
  /** The demo bank's statements up to today, as files that anyone could have downloaded. */
  readonly demoFiles: () => readonly NamedBytes[]
}

/** A history to look around in. It goes the way of every import, and away again as a whole. */
export function demoHandlers({ session, ledger, operations, reportBug, demoFiles }: DemoParts) {
  async function load(operationId: OperationId): Promise<void> {
    try {
      const loaded = await ledger.job('importFiles', { files: demoFiles(), source: 'demo', operationId })
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
