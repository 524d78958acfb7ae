import type { DemoMethod } from './methods.ts'
import type { Customer } from './customers.ts'
import type { Outcome } from './orders/order.ts'
import { Touchdowns } from './orders/touchdowns.ts'
import type { Signer } from './request.ts'

/** Something that waits for the customer's approval. */
export interface Waiting {
  readonly orderReference: string
  readonly order: string
  readonly method: DemoMethod
  readonly sinceMs: number
  readonly run: () => Outcome
  polls: number
  lastPollMs: number
}

/** A conversation that has begun (Formals C). */
export interface Dialog {
  readonly id: string
  nextMessage: number
  /** Null in the anonymous dialog. */
  readonly owner: { readonly customer: Customer; readonly signer: Signer } | null
  /** The id of the computer, and after a synchronisation also the one that was just given: programs differ in which they sign the end with. */
  readonly systemIds: readonly string[]
  /** The method of the dialog; null in one step, where nothing may be ordered. */
  readonly method: DemoMethod | null
  /** Opened with HKTAN for HKTAB: only for that. */
  readonly isMediaOnly: boolean
  /** The login itself was approved; then no order needs another TAN. */
  isStrong: boolean
  waiting: Waiting | null
  lastSeenMs: number
  readonly touchdowns: Touchdowns
}

export type NewDialog = Pick<Dialog, 'id' | 'owner' | 'systemIds' | 'method' | 'isMediaOnly'>

export const openDialog = (begun: NewDialog, nowMs: number): Dialog => ({ ...begun, nextMessage: 2, isStrong: false, waiting: null, lastSeenMs: nowMs, touchdowns: new Touchdowns() })
