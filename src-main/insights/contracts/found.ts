import type { Point } from './chains.ts'
import type { Beat, Fit } from './rhythms.ts'

/** A series of payments, before it is told as a contract. */
export interface Found {
  readonly beat: Beat
  readonly fit: Fit
  /** Oldest first. */
  readonly members: readonly Point[]
  readonly confidence: number
  readonly score: number
}
