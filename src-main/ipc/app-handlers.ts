import { ok } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import type { Incidents } from '#main/platform/incidents.ts'
import { appState, type AppFacts, type PreferencesInUse } from './app-state.ts'
import type { Desktop } from './desktop.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

export interface AppParts {
  readonly facts: AppFacts
  readonly session: Session
  readonly preferences: PreferencesInUse
  readonly incidents: Incidents
  readonly desktop: Desktop
  readonly logsFolder: string
}

/** The app itself: its state, preferences, logs, clipboard, end. */
export const appHandlers = ({ facts, session, preferences, incidents, desktop, logsFolder }: AppParts) => ({
  'app.state': async () => {
    await session.started
    return ok(appState(facts, session, preferences.current))
  },
  'app.reportIncident': (incident) => Promise.resolve(ok({ incidentId: incidents.reportWindow(incident) })),
  'app.openLogs': async () => {
    await desktop.openFolder(logsFolder)
    return ok(null)
  },
  'app.quit': () => {
    desktop.quit()
    return Promise.resolve(ok(null))
  },
  'preferences.set': (change) => preferences.change(change),
  'clipboard.copySecret': ({ text }) => {
    desktop.copySecret(new Secret(text))
    return Promise.resolve(ok(null))
  },
}) satisfies SomeHandlers
