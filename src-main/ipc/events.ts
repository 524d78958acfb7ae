import type { EventName } from '#shared/ipc/channels.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import type { Log } from '#main/platform/log.ts'
import type { Incidents } from '#main/platform/incidents.ts'
import type { LedgerClient } from '#main/worker/client.ts'

/** Tells the window. Where there is none, or not yet, an event is lost: the window asks for the state when it opens. */
export type Publish = <E extends EventName>(event: E, payload: EventOf<E>) => void

/** Passes on to the window what happens in the ledger's threads, and writes down what concerns us. */
export function relayLedgerEvents(ledger: LedgerClient, { log, incidents, publish, onDeath }: {
  readonly log: Log
  readonly incidents: Incidents
  readonly publish: Publish
  readonly onDeath: (incidentId: string) => void
}): () => void {
  return ledger.onEvent((event) => {
    if (event.name === 'ledger.changed') publish(event.name, event.value)
    else if (event.name === 'operation.changed') publish(event.name, event.value)
    else if (event.name === 'slow') log.warn('ledger.slow', event.value)
    else if (event.name === 'incident') incidents.recordFromThread(event.value)
    else {
      log.error('ledger.died', event.value)
      onDeath(event.value.incidentId)
    }
  })
}
