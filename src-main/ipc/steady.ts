import type { Refresh, RefreshId } from '#shared/connections.ts'
import type { EventName } from '#shared/ipc/channels.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Publish } from './events.ts'

type Told = { [E in EventName]: { readonly event: E; readonly payload: EventOf<E> } }[EventName]
type Scope = EventOf<'ledger.changed'>['scopes'][number]

/** As often as an eye follows: a page that draws each of two hundred steps answers nobody meanwhile. */
const PAUSE_MS = 100

/**
 * Tells the window of what comes in bursts, changes of the ledger and steps of refreshes: the first at once, and after each
 * pause what came last in it. Questions, ends and all other events wait for nothing, and what was held back goes before them.
 */
export function steadily(publish: Publish, timer: Timer): Publish {
  const held = new Held(publish)
  let isPausing = false

  async function pause(): Promise<void> {
    isPausing = true
    do await timer.wait(PAUSE_MS)
    while (held.release())
    isPausing = false
  }

  return (event, payload) => {
    // Both have the same E; TypeScript only follows that once they are one value.
    if (!held.take({ event, payload } as Told)) {
      held.release()
      publish(event, payload)
    } else if (!isPausing) {
      held.release()
      void pause()
    }
  }
}

/** What the window has not been told yet. */
class Held {
  readonly #publish: Publish
  readonly #scopes = new Set<Scope>()
  readonly #refreshes = new Map<RefreshId, Refresh>()

  constructor(publish: Publish) {
    this.#publish = publish
  }

  /** False where it may not wait. */
  take(told: Told): boolean {
    if (told.event === 'ledger.changed') {
      for (const scope of told.payload.scopes) this.#scopes.add(scope)
      return true
    }
    if (told.event !== 'refresh.changed' || told.payload.status !== 'PROCESSING' || told.payload.question !== null) return false
    this.#refreshes.set(told.payload.id, told.payload)
    return true
  }

  /** Tells all of it; false where there was nothing. */
  release(): boolean {
    const [scopes, refreshes] = [[...this.#scopes], [...this.#refreshes.values()]]
    this.#scopes.clear()
    this.#refreshes.clear()
    if (scopes.length > 0) this.#publish('ledger.changed', { scopes })
    for (const refresh of refreshes) this.#publish('refresh.changed', refresh)
    return scopes.length > 0 || refreshes.length > 0
  }
}
