import type { Language } from '#shared/preferences.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import { systemZone } from '#main/platform/zone.ts'
import { Scheduler } from '#main/schedule/index.ts'
import { createConnections, type Connections } from '#main/sync/index.ts'
import type { PreferencesInUse } from './app-state.ts'
import { Notifier } from './notifier.ts'
import type { ServiceParts } from './service-parts.ts'
import type { Session } from './session.ts'

export interface ConnectionServices {
  readonly connections: Connections
  readonly scheduler: Scheduler
  readonly notifier: Notifier
  /** The ledger is open, and nobody has been told yet. */
  readonly opened: () => Promise<void>
  /** The ledger is about to close: whoever works with it ends that. */
  readonly closing: () => Promise<void>
  readonly stopListening: () => void
}

/** What goes on with banks while the ledger is open: refreshes, their schedule, and what there is to tell of them. */
export function connectionServices(parts: ServiceParts, { reportBug, session, preferences }: { readonly reportBug: ReportBug; readonly session: () => Session; readonly preferences: () => PreferencesInUse }): ConnectionServices {
  const { ledger, desktop, publish } = parts
  // A locked window hears no more names.
  const connections = createConnections({
    ...parts, reportBug, productId: () => preferences().current.fintsProductId, patienceMs: () => preferences().current.answerMinutes * 60_000, demo: parts.demoBank, vault: () => session().vault, publish: (refresh) => { if (session().isOpen) publish('refresh.changed', [refresh]) },
  })
  const scheduler = new Scheduler({ ...parts, connections, reportBug, zone: systemZone, dayTurned: () => { connections.followDay() } })
  const language = (): Language => preferences().current.language
  const notifier = new Notifier({
    ledger, desktop, publish, language, locale: parts.locale ?? language,
    isWanted: () => preferences().current.desktopNotifications, isPrivate: () => preferences().current.privacyMode,
    isLocked: () => !session().isOpen || parts.isScreenLocked?.() === true,
  })
  const stopListening = ledger.onEvent((event) => {
    if (event.name !== 'ledger.changed') return
    if (event.value.scopes.includes('connections')) scheduler.changed()
    if (event.value.scopes.includes('notifications')) notifier.look()
  })
  return {
    connections, scheduler, notifier, stopListening,
    opened: async () => {
      await connections.opened()
      scheduler.opened()
      notifier.look()
    },
    closing: async () => {
      await Promise.all([scheduler.closing(), connections.closing()])
      await notifier.idle()
    },
  }
}
