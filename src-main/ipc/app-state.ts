import type { AppError } from '#shared/errors.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { Preferences } from '#shared/preferences.ts'
import { ok, type Result } from '#shared/result.ts'
import { changePreferences, writePreferences, type PreferencesChange } from '#main/platform/preferences.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Session } from './session.ts'

/** What does not change while the app runs. */
export type AppFacts = Pick<AppState, 'version' | 'platform' | 'developmentBuild'>

/** The preferences in use; a change counts once it is on the disk. */
export class PreferencesInUse {
  readonly #file: string
  readonly #onChange: (preferences: Preferences) => void
  readonly #inTurn = oneAtATime()
  #current: Preferences

  constructor(file: string, current: Preferences, onChange: (preferences: Preferences) => void) {
    this.#file = file
    this.#current = current
    this.#onChange = onChange
  }

  get current(): Preferences {
    return this.#current
  }

  /** Each builds on the one before, also where the window asks for several at once. */
  change(change: PreferencesChange): Promise<Result<Preferences, AppError>> {
    return this.#inTurn(() => this.#take(change))
  }

  /** Done when nothing is being written. */
  kept(): Promise<void> {
    return this.#inTurn(() => Promise.resolve())
  }

  async #take(change: PreferencesChange): Promise<Result<Preferences, AppError>> {
    const changed = changePreferences(this.#current, change)
    const written = await writePreferences(this.#file, changed)
    if (!written.ok) return written
    this.#current = changed
    this.#onChange(changed)
    return ok(changed)
  }
}

/** What the window is told about the app, before and after a ledger is open. */
export function appState(facts: AppFacts, session: Session, preferences: Preferences): AppState {
  const { state: { phase, problem, encrypted }, canLock, keyringAvailable, keyringUnlock } = session
  return { ...facts, phase, problem, encrypted, canLock, keyringAvailable, keyringUnlock, preferences }
}
