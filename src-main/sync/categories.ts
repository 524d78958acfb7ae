import type { ConnectionId } from '#shared/connections.ts'
import type { LedgerClient } from '#main/worker/client.ts'

/** Gives fetched rows their categories, a bounded piece at a time and one connection after the other, so that nobody waits for it. */
export class BackgroundCategories {
  readonly #ledger: LedgerClient
  readonly #due = new Set<ConnectionId>()
  #working: Promise<void> | null = null
  #isStopped = false

  constructor(ledger: LedgerClient) {
    this.#ledger = ledger
  }

  add(id: ConnectionId): void {
    if (this.#isStopped) return
    this.#due.add(id)
    this.#working ??= this.#work()
  }

  /** Settles when nothing is due. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working
  }

  /** The piece under way is finished; what is left resumes when the ledger opens again. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#due.clear()
    await this.idle()
  }

  resume(): void {
    this.#isStopped = false
  }

  async #work(): Promise<void> {
    for (;;) {
      const [id] = this.#due
      if (id === undefined) break
      const piece = await this.#ledger.job('connections.categorise', { id })
      // A connection that is gone needs nothing more; a ledger that fails says so elsewhere.
      if (!piece.ok || piece.value.isDone) this.#due.delete(id)
    }
    this.#working = null
  }
}
