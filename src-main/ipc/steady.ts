import type { Refresh, RefreshId } from '#shared/connections.ts'
import type { EventName } from '#shared/ipc/channels.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Publish } from './events.ts'

type Told = { [E in EventName]: { readonly event: E; readonly payload: EventOf<E> } }[EventName]
type Scope = EventOf<'ledger.changed'>['scopes'][number]

/** As often as an eye follows: a page that draws each of two hundred steps answers nobody meanwhile. */
const REFRESHES_MS = [100]
/** Every change is asked after by all that the window shows; while they go on, it is told less often the longer they do. */
const CHANGES_MS = [100, 200, 400]

/**
 * Tells the window of what comes in bursts, changes of the ledger and refreshes under way: the first at once, and after each
 * pause all that came in it together, of each refresh only how it stands now. All other events wait for nothing. A change may
 * come after the end of the refresh that made it.
 */
export function steadily(publish: Publish, timer: Timer): Publish {
  const scopes = new Set<Scope>()
  const refreshes = new Map<RefreshId, Refresh>()
  const changes = new Lane(timer, CHANGES_MS, () => {
    const told = [...scopes]
    scopes.clear()
    if (told.length > 0) publish('ledger.changed', { scopes: told })
    return told.length > 0
  })
  const progress = new Lane(timer, REFRESHES_MS, () => {
    const told = [...refreshes.values()]
    refreshes.clear()
    if (told.length > 0) publish('refresh.changed', told)
    return told.length > 0
  })

  function held(told: Told): boolean {
    if (told.event === 'ledger.changed') {
      for (const scope of told.payload.scopes) scopes.add(scope)
      changes.tell()
      return true
    }
    if (told.event === 'refresh.changed') {
      for (const refresh of told.payload) refreshes.set(refresh.id, refresh)
      progress.tell()
      return true
    }
    // Whoever waited for the end of an import looks at what came of it.
    if (told.event === 'operation.changed' && told.payload.state !== 'running') changes.release()
    return false
  }

  return (event, payload) => {
    // Both have the same E; TypeScript only follows that once they are one value.
    if (!held({ event, payload } as Told)) publish(event, payload)
  }
}

/** One kind of news. `release` tells all that there is of it and says whether there was any. */
class Lane {
  readonly #timer: Timer
  readonly #pauses: readonly number[]
  readonly release: () => boolean
  #isPausing = false

  constructor(timer: Timer, pauses: readonly number[], release: () => boolean) {
    this.#timer = timer
    this.#pauses = pauses
    this.release = release
  }

  /** At once, unless the last of its kind was told just now. */
  tell(): void {
    if (!this.#isPausing) void this.#telling()
  }

  async #telling(): Promise<void> {
    this.#isPausing = true
    for (let turn = 0; this.release(); turn += 1) await this.#timer.wait(this.#pauses[Math.min(turn, this.#pauses.length - 1)] ?? 0)
    this.#isPausing = false
  }
}
