import type { Decision, Reason } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { Statement, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { entryAmount } from './amounts.ts'

export const DECISIONS = ['new', 'duplicate', 'match', 'skip', 'problem'] as const satisfies readonly Decision[]
const REASONS = [
  'not-in-ledger', 'same-id', 'same-content', 'conflicting-id', 'similar-row', 'books-pending', 'pending-known', 'pending-replaced',
  'advice', 'user', 'bad-amount', 'bad-date', 'bad-currency', 'too-precise', 'unreadable',
] as const satisfies readonly Reason[]

const NEW = DECISIONS.indexOf('new')
const IS_IN_LEDGER = DECISIONS.map((decision) => decision === 'new' || decision === 'match' || decision === 'duplicate')

/** A row of the ledger (its id), or a new row of this very import (minus its number in it, from 1). 0: none. */
export type Ref = number

/**
 * The rows of one statement in columns: booked entries, then pending ones, then what cannot be read. Columns instead of
 * objects, because a large import would otherwise hold everything twice.
 */
export class StagedRows {
  readonly booked: readonly StatementEntry[]
  readonly pending: readonly StatementEntry[]
  readonly unreadable: readonly UnreadableEntry[]
  readonly length: number
  /** Number of the first row within the whole import, from 1. */
  readonly offset: number
  readonly #minor: Float64Array
  readonly #problem: Uint8Array
  readonly #converted = new Set<number>()
  readonly #decision: Uint8Array
  readonly #reason: Uint8Array
  readonly #other: Float64Array
  /** The user's own decision, counted from 1; 0 where there is none. */
  readonly #chosen: Uint8Array
  #chosenCount = 0
  #total = 0

  constructor(statement: Statement, currency: Currency, offset: number) {
    this.booked = statement.entries
    this.pending = statement.pending
    this.unreadable = statement.unreadable
    this.offset = offset
    this.length = this.booked.length + this.pending.length + this.unreadable.length
    this.#minor = new Float64Array(this.length)
    this.#problem = new Uint8Array(this.length)
    this.#decision = new Uint8Array(this.length)
    this.#reason = new Uint8Array(this.length)
    this.#other = new Float64Array(this.length)
    this.#chosen = new Uint8Array(this.length)
    this.readAmounts(currency)
  }

  /** In the currency of the account that the rows go into. */
  readAmounts(currency: Currency): void {
    this.#problem.fill(0)
    this.#converted.clear()
    this.#total = 0
    for (let row = 0; row < this.length; row += 1) {
      const entry = this.entry(row)
      const amount = entry ? entryAmount(entry, currency) : { problem: this.unreadableAt(row)?.reason ?? 'unreadable' }
      if ('problem' in amount) this.#problem[row] = REASONS.indexOf(amount.problem) + 1
      else {
        this.#minor[row] = amount.minor
        this.#total += Math.abs(amount.minor)
        if (amount.isConverted) this.#converted.add(row)
      }
    }
  }

  /** Undefined for a row that cannot be read. */
  entry(row: number): StatementEntry | undefined {
    return row < this.booked.length ? this.booked[row] : this.pending[row - this.booked.length]
  }

  unreadableAt(row: number): UnreadableEntry | undefined {
    return this.unreadable[row - this.booked.length - this.pending.length]
  }

  isPending(row: number): boolean {
    return row >= this.booked.length && (row < this.booked.length + this.pending.length || this.unreadableAt(row)?.isPending === true)
  }

  minor(row: number): number {
    return this.#minor[row] ?? 0
  }

  /** What all amounts come to, whatever their signs. */
  get total(): number {
    return this.#total
  }

  /** Rows whose amount the bank's rate brought into the account's currency. */
  get converted(): ReadonlySet<number> {
    return this.#converted
  }

  problem(row: number): Reason | undefined {
    const code = this.#problem[row] ?? 0
    return code === 0 ? undefined : REASONS[code - 1]
  }

  /** What the pipeline decided. */
  planned(row: number): Decision {
    return DECISIONS[this.#decision[row] ?? 0] ?? 'new'
  }

  plannedReason(row: number): Reason {
    return REASONS[this.#reason[row] ?? 0] ?? 'not-in-ledger'
  }

  /** What holds: the user's word before the pipeline's. */
  decision(row: number): Decision {
    return DECISIONS[this.#codeOf(row)] ?? 'new'
  }

  /** The decision's place in `DECISIONS`. */
  #codeOf(row: number): number {
    const chosen = this.#chosen[row] ?? 0
    return chosen === 0 ? this.#decision[row] ?? 0 : chosen - 1
  }

  /** Whether the pipeline takes some booked row for new, so that there is something to say of it. */
  get hasNewBooked(): boolean {
    return this.#decision.subarray(0, this.booked.length).includes(NEW)
  }

  reason(row: number): Reason {
    return this.decision(row) === this.planned(row) ? this.plannedReason(row) : 'user'
  }

  other(row: number): Ref {
    return this.#other[row] ?? 0
  }

  chosen(row: number): Decision | undefined {
    const code = this.#chosen[row] ?? 0
    return code === 0 ? undefined : DECISIONS[code - 1]
  }

  /** The user has decided otherwise about some row. */
  get hasAnyChoice(): boolean {
    return this.#chosenCount > 0
  }

  /** The same of booked rows alone. */
  get hasChoices(): boolean {
    return this.hasAnyChoice && this.#chosen.subarray(0, this.booked.length).some((code) => code !== 0)
  }

  plan(row: number, decision: Decision, reason: Reason, other: Ref = 0): void {
    this.#decision[row] = DECISIONS.indexOf(decision)
    this.#reason[row] = REASONS.indexOf(reason)
    this.#other[row] = other
  }

  choose(row: number, decision: Decision | undefined): void {
    const before = this.#chosen[row] ?? 0
    const after = decision === undefined ? 0 : DECISIONS.indexOf(decision) + 1
    this.#chosen[row] = after
    this.#chosenCount += Math.sign(after) - Math.sign(before)
  }

  /** Becomes or stays a row of the ledger: what a balance may count on. */
  isInLedger(row: number): boolean {
    return IS_IN_LEDGER[this.#codeOf(row)] === true
  }

  counts(): Record<Decision, number> {
    const ofCode = new Uint32Array(DECISIONS.length)
    for (let row = 0; row < this.length; row += 1) {
      const code = this.#codeOf(row)
      ofCode[code] = (ofCode[code] ?? 0) + 1
    }
    const [fresh = 0, duplicate = 0, match = 0, skip = 0, problem = 0] = ofCode
    const counts = { new: fresh, duplicate, match, skip, problem }
    assert(counts.new + counts.duplicate + counts.match + counts.skip + counts.problem === this.length, 'every row has one decision')
    return counts
  }
}
