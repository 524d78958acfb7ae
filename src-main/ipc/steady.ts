import type { Refresh, RefreshId } from '#shared/connections.ts'
import type { EventName } from '#shared/ipc/channels.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Publish } from './events.ts'

type Told = { [E in EventName]: { readonly event: E; readonly payload: EventOf<E> } }[EventName]
type Scope = EventOf<'ledger.changed'>['scopes'][number]

/** As often as an eye follows: a page that draws each of two hundred steps answers nobody meanwhile. */
const STEPS_MS = [100]
/** Every change is asked after by all that the window shows; while they go on, it is told less often the longer they do. */
const CHANGES_MS = [100, 200, 400]

/**
 * Tells the window of what comes in bursts, changes of the ledger and steps of refreshes: the first at once, and after each
 * pause what came last in it. Questions, ends and all other events wait for nothing. The steps of a refresh never come after
 * its end; a change may, since twenty refreshes that end one after the other are twenty ends and one burst of changes.
 */
export function steadily(publish: Publish, timer: Timer): Publish {
  const scopes = new Set<Scope>()
  const steps = new Map<RefreshId, Refresh>()
  const changes = new Lane(timer, CHANGES_MS, () => {
    const told = [...scopes]
    scopes.clear()
    if (told.length > 0) publish('ledger.changed', { scopes: told })
    return told.length > 0
  })
  const progress = new Lane(timer, STEPS_MS, () => {
    const told = [...steps.values()]
    steps.clear()
    for (const refresh of told) publish('refresh.changed', refresh)
    return told.length > 0
  })

  function held(told: Told): boolean {
    if (told.event === 'ledger.changed') {
      for (const scope of told.payload.scopes) scopes.add(scope)
      changes.tell()
      return true
    }
    if (told.event === 'refresh.changed') {
      const { payload: refresh } = told
      if (refresh.status !== 'PROCESSING' || refresh.question !== null) {
        steps.delete(refresh.id)
        return false
      }
      steps.set(refresh.id, refresh)
      progress.tell()
      return true
    }
    // Whoever waited for the end of an import looks at what came of it.
    if (told.event === 'operation.changed' && told.payload.state !== 'running') changes.flush()
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
  readonly #release: () => boolean
  #isPausing = false

  constructor(timer: Timer, pauses: readonly number[], release: () => boolean) {
    this.#timer = timer
    this.#pauses = pauses
    this.#release = release
  }

  /** At once, unless the last of its kind was told just now. */
  tell(): void {
    if (!this.#isPausing) void this.#telling()
  }

  /** What waits is told now. */
  flush(): void {
    this.#release()
  }

  async #telling(): Promise<void> {
    this.#isPausing = true
    for (let turn = 0; this.#release(); turn += 1) await this.#timer.wait(this.#pauses[Math.min(turn, this.#pauses.length - 1)] ?? 0)
    this.#isPausing = false
  }
}
