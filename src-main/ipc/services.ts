import { createIncidents, type Incidents } from '#main/platform/incidents.ts'
import { MAKING } from '#main/secrets/keys.ts'
import type { Scheduler } from '#main/schedule/index.ts'
import type { Connections } from '#main/sync/index.ts'
import { appHandlers } from './app-handlers.ts'
import { appState, PreferencesInUse } from './app-state.ts'
import { AutoLock } from './auto-lock.ts'
import { trackCalls, type Calls } from './calls.ts'
import { connectionHandlers } from './connection-handlers.ts'
import { inquiryHandlers } from './inquiry-handlers.ts'
import { connectionServices } from './connection-services.ts'
import { dataHandlers } from './data-handlers.ts'
import { demoHandlers } from './demo-handlers.ts'
import { relayLedgerEvents } from './events.ts'
import { Intake } from './intake.ts'
import { ledgerHandlers } from './ledger-handlers.ts'
import { notificationHandlers } from './notification-handlers.ts'
import type { Notifier } from './notifier.ts'
import { Operations } from './operations.ts'
import { createRouter } from './router.ts'
import { sessionHandlers } from './session-handlers.ts'
import type { ServiceParts } from './service-parts.ts'
import { Session } from './session.ts'
import { uploadHandlers, Uploads } from './uploads.ts'
import { whileOpen } from './while-open.ts'

export interface Services {
  readonly calls: Calls
  readonly session: Session
  readonly connections: Connections
  readonly scheduler: Scheduler
  readonly notifier: Notifier
  readonly preferences: PreferencesInUse
  readonly intake: Intake
  readonly autoLock: AutoLock
  readonly incidents: Incidents
  /** Clears the keys, closes the ledger, and sees what is being written to its end. */
  close(): Promise<void>
}

/** Wires the services to each other; nothing in here knows Electron. */
export function createServices(parts: ServiceParts): Services {
  const { paths, ledger, store, desktop, clock, random, log, facts, publish, writeHistory } = parts
  const incidents = createIncidents(log, random)
  const { reportBug } = incidents
  const operations = new Operations(publish, random)
  const uploads = new Uploads()
  const tell = (): void => { publish('app.changed', appState(facts, session, preferences.current)) }
  const { connections, scheduler, notifier, ...life } = connectionServices(parts, { reportBug, session: () => session, preferences: () => preferences })
  const session = new Session({
    paths, ledger, store, clock, reportBug, making: { random, cost: parts.cost ?? MAKING.cost, derive: parts.derive ?? MAKING.derive },
    afterOpen: life.opened, beforeClose: life.closing,
    onChange: (state) => {
      log.info('session.changed', { reason: state.phase, kind: state.problem?.kind })
      if (state.phase !== 'open') uploads.clear()
      tell()
      parts.onSession(state)
    },
  })
  const preferences = new PreferencesInUse(paths.preferences, parts.preferences, (changed) => {
    parts.onPreferences(changed)
    tell()
  })
  const stopRelay = relayLedgerEvents(ledger, { log, incidents, publish, onDeath: (incidentId) => void session.revive(incidentId) })
  const handlers = {
    ...appHandlers({ facts, session, preferences, incidents, desktop, logsFolder: paths.logs }),
    ...sessionHandlers(session),
    ...uploadHandlers(uploads, session, ledger),
    ...ledgerHandlers(whileOpen(ledger, session), operations),
    ...dataHandlers({ ledgerFile: paths.ledger, ledger, session, operations, desktop, clock }),
    ...connectionHandlers(connections, whileOpen(ledger, session), scheduler), ...inquiryHandlers(connections, desktop),
    ...notificationHandlers(whileOpen(ledger, session)),
    ...demoHandlers({ session, ledger, operations, reportBug, clock, connections, writeHistory }),
  }
  return {
    calls: trackCalls(createRouter(handlers, reportBug)),
    session, connections, scheduler, notifier, preferences, incidents,
    intake: new Intake(ledger, operations),
    autoLock: new AutoLock(clock, () => (session.canLock ? preferences.current.autoLockMinutes : 0), () => void session.lock()),
    close: async () => {
      await Promise.all([session.close(), preferences.kept()])
      stopRelay()
      life.stopListening()
    },
  }
}
