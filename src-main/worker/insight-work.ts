import type { LocalDate } from '#shared/dates.ts'
import type { WritableLedger } from '#main/ledger/database.ts'
import { readInsightState } from '#main/ledger/insights/state.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { Steps } from '#main/insights/steps.ts'
import { insightSteps, type InsightNews } from './insight-steps.ts'

/** What one piece may take, storing it not counted: whoever waits for the writing thread waits no longer than this. */
const PIECE_MS = 10

export interface InsightPiece extends InsightNews { readonly isDone: boolean }
const NOTHING: InsightNews = { transfers: false, contracts: false }

interface Run { readonly changes: number; readonly today: LocalDate; readonly steps: Steps<InsightNews> }

/** Keeps transfers and contracts up with the rows, a bounded piece at a time. Whatever changes in between starts it anew. */
export class InsightWork {
  readonly #db: WritableLedger
  readonly #clock: Clock
  #run: Run | undefined

  constructor({ db, clock }: { db: WritableLedger; clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /** Call inside `transact`. What a piece that fails has read is forgotten: the next one begins again. */
  piece(): InsightPiece {
    const run = this.#current()
    if (!run) return { isDone: true, ...NOTHING }
    this.#run = undefined
    const start = this.#clock.monotonicMs()
    do {
      const step = run.steps.next()
      if (step.done === true) return { isDone: this.#current() === undefined, ...step.value }
      if (step.value === 'written') break
    } while (this.#clock.monotonicMs() - start < PIECE_MS)
    this.#run = run
    return { isDone: false, ...NOTHING }
  }

  /** Undefined where nothing is to be done. Another day is another state of every contract. */
  #current(): Run | undefined {
    const state = readInsightState(this.#db)
    const today = this.#clock.today()
    if (state.done === state.changes && state.asOf === today) return undefined
    if (this.#run?.changes === state.changes && this.#run.today === today) return this.#run
    return { changes: state.changes, today, steps: insightSteps(this.#db, state, today) }
  }
}
