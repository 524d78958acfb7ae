import type { ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { LedgerClient } from '#main/worker/client.ts'

/** What came by file, or is due anew because a rule has changed or a choice was taken back. */
const EVERYBODY = null

/** A full disk passes: until a piece has succeeded its connection counts as busy, and nothing else could be done with it. */
const RETRY_MS = 60_000
/** What comes again however often it is tried, or has been called off. */
const LASTING = new Set<AppError['kind']>(['bug', 'cancelled', 'locked', 'not_found'])

export interface Pace {
  readonly timer: Timer
  /** How long what the ledger holds since before it was opened lets the window's first pages go first. */
  readonly restMs: number
}

/**
 * Gives rows their categories, a bounded piece at a time and one connection after the other, so that nobody waits for it. Where
 * none are due, transfers and contracts are brought up to date in the same way.
 */
export class BackgroundCategories {
  readonly #ledger: LedgerClient
  readonly #pace: Pace
  readonly #due = new Set<ConnectionId | typeof EVERYBODY>()
  #working: Promise<void> | null = null
  #isStopped = false
  #resting: Promise<void> = Promise.resolve()
  #rest = new AbortController()

  constructor(ledger: LedgerClient, pace: Pace) {
    this.#ledger = ledger
    this.#pace = pace
    ledger.onEvent((event) => {
      if (event.name !== 'ledger.changed') return
      if (event.value.scopes.some((scope) => scope === 'imports' || scope === 'rules' || scope === 'history')) this.add(EVERYBODY)
      else if (event.value.scopes.some((scope) => scope === 'transactions' || scope === 'accounts' || scope === 'insights' || scope === 'rates')) this.#start()
    })
  }

  add(id: ConnectionId | typeof EVERYBODY): void {
    if (this.#isStopped) return
    this.#due.add(id)
    this.#start()
  }

  /** Transfers and contracts may be behind. */
  follow(): void {
    this.#start()
  }

  /** Settles when nothing is due. */
  async idle(): Promise<void> {
    await this.#resting
    while (this.#working !== null) await this.#working
  }

  /** The piece under way is finished; what is left resumes when the ledger opens again. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#rest.abort()
    this.#due.clear()
    await this.idle()
  }

  /** The ledger is open: what it holds may be due. */
  resume(): void {
    this.#isStopped = false
    const { timer, restMs } = this.#pace
    this.#rest = new AbortController()
    if (restMs === 0) this.add(EVERYBODY)
    else this.#resting = timer.wait(restMs, this.#rest.signal).then(() => { this.add(EVERYBODY) }, () => undefined)
  }

  #start(): void {
    if (!this.#isStopped) this.#working ??= this.#work()
  }

  async #putOff(id: ConnectionId | typeof EVERYBODY, { kind }: AppError): Promise<void> {
    if (!LASTING.has(kind)) this.#pace.timer.wait(RETRY_MS, this.#rest.signal).then(() => { this.add(id) }, () => undefined)
    if (kind === 'bug' && id !== EVERYBODY) await this.#ledger.job('connections.putOffCategories', { id })
  }

  /** One piece of what follows from categories; true while there is more. */
  async #follow(): Promise<boolean> {
    const piece = await this.#ledger.job('insights.next', null)
    return piece.ok && !piece.value.isDone && !this.#isStopped
  }

  async #work(): Promise<void> {
    for (;;) {
      const [id] = this.#due
      if (id === undefined) {
        if ((await this.#follow()) || this.#due.size > 0) continue
        break
      }
      // Taken out first: what becomes due while this piece is worked on is asked for again.
      this.#due.delete(id)
      const piece = id === EVERYBODY ? await this.#ledger.job('categories.next', null) : await this.#ledger.job('connections.categorise', { id })
      if (this.#isStopped) continue
      if (piece.ok && !piece.value.isDone) this.#due.add(id)
      if (!piece.ok) await this.#putOff(id, piece.error)
    }
    this.#working = null
  }
}
