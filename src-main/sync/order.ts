import type { Refresh } from '#shared/connections.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { BatchWish } from '#shared/ofx-batch.ts'
import type { Secret } from '#shared/secret.ts'
import type { Origin } from '#main/worker/connection-jobs.ts'
import type { Finding } from './finding.ts'
import type { InquiryOrder } from './inquiry.ts'
import type { BatchAnswer } from './ofx/batch.ts'
import type { BankSource } from './source.ts'

export interface RunOrder {
  readonly kind: Refresh['kind']
  readonly origin: Origin
  readonly source: BankSource
  readonly pin: Secret | null
  /** Undefined keeps what is stored as it is. */
  readonly storePin: boolean | undefined
  readonly importNewAccounts: boolean
  readonly skipPositions: boolean | undefined
  readonly chooseAccounts: boolean
  /** One of many: it shares the lanes with the others. */
  readonly isBatch: boolean
  /** Looks something up instead of fetching entries; nothing but the connector's state is stored. */
  readonly look?: InquiryOrder | undefined
  /** Sends these instead; nothing but the connector's state is stored. */
  readonly wishes?: readonly BatchWish[] | undefined
}

export interface Finished {
  readonly refresh: Refresh
  readonly receipts: readonly Receipt[]
  /** Of an inquiry, also of one that failed on its way. */
  readonly findings?: readonly Finding[] | undefined
  /** Of a person's own batch, where the bank answered it. */
  readonly batch?: BatchAnswer | undefined
}
