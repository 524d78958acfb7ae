import type { Preferences } from '#shared/preferences.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { Log } from '#main/platform/log.ts'
import type { DataPaths } from '#main/platform/paths.ts'
import type { Random } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'
import type { Making } from '#main/secrets/keys.ts'
import type { ConnectionSurroundings, DemoDoor } from '#main/sync/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { AppFacts } from './app-state.ts'
import type { DemoParts } from './demo-handlers.ts'
import type { Desktop } from './desktop.ts'
import type { Publish } from './events.ts'
import type { SessionState } from './session.ts'

/** Everything the services need from outside, Electron's parts behind interfaces. */
export interface ServiceParts {
  readonly paths: DataPaths
  readonly ledger: LedgerClient
  readonly store: SecretStore
  readonly desktop: Desktop
  readonly clock: Clock
  readonly random: Random
  readonly timer: Timer
  readonly demoBank: DemoDoor
  /** Which proxy the system has for an address. */
  readonly systemProxy?: ConnectionSurroundings['systemProxy']
  /** How long background work lets the first pages of an opened ledger go first. */
  readonly restMs?: number | undefined
  /** Opt-in protocol trace. */
  readonly trace?: ConnectionSurroundings['trace']
  /** What a passphrase slot costs; tests make it cheap. */
  readonly cost?: Making['cost']
  /** Who derives keys from passphrases; the runtime's own where nothing is said. */
  readonly derive?: Making['derive']
  readonly log: Log
  readonly facts: AppFacts
  readonly preferences: Preferences
  readonly writeHistory: DemoParts['writeHistory']
  readonly publish: Publish
  readonly onSession: (state: SessionState) => void
  readonly onPreferences: (preferences: Preferences) => void
  /** This computer's screen is locked: notifications show on it even so. */
  readonly isScreenLocked?: (() => boolean) | undefined
  /** How amounts are written outside the window; the language's own way where nothing is said. */
  readonly locale?: (() => string) | undefined
}
