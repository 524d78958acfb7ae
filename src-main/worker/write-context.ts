import type { LedgerConnection } from '#main/ledger/database.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { CategoryWork } from './category-work.ts'
import type { InsightWork } from './insight-work.ts'
import type { Scope } from './protocol.ts'
import type { Staging } from './staging.ts'

/** What a use-case of the writing thread has at hand. */
export interface WriteContext {
  readonly ledgerFile: string
  readonly db: LedgerConnection
  readonly clock: Clock
  readonly staging: Staging
  readonly categories: CategoryWork
  readonly insights: InsightWork
  /** Called when something has changed for good. */
  readonly changed: (...scopes: Scope[]) => void
}
