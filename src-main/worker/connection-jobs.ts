import type { Connection, ConnectionId, Refresh } from '#shared/connections.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { Beginning, Begun, Edited, Failed, KnownAccess, Outcome, ReadAccount, Remembered } from '#main/ledger/connections/jobs.ts'
import type { Notification } from '#shared/notifications.ts'
import type { NamedBytes } from './named-bytes.ts'

export type { AccessEdit, Begun, Edited, Failed, KnownAccess, KnownAccount, NewConnection, OfferedAccount, Origin, StoredAccess } from '#main/ledger/connections/jobs.ts'

/** What the bank delivered for one account: documents for the readers, or statements where the connector reads them itself. */
export interface FetchedAccount extends Omit<ReadAccount, 'format' | 'warnings'> {
  /** Read in this order. An empty one says that there is nothing new; one that cannot be read fails its account. */
  readonly documents: readonly NamedBytes[]
}

export type Applied = Outcome<FetchedAccount>

/** What main asks of the ledger about connections, beside the channels. Each is one transaction. */
export interface ConnectionJobs {
  /** Judges and sets busy at once. `exists` · `not_found` · `connection_busy`. */
  readonly 'connections.begin': { input: Beginning; output: Begun }
  /** Rows, balances, statuses, the connector's blob and the refresh's end, all or nothing; afterwards the categories are due. */
  readonly 'connections.apply': { input: Applied; output: { readonly refresh: Refresh; readonly receipts: readonly Receipt[] } }
  /** An import's connection goes with its failure. */
  readonly 'connections.fail': { input: Failed; output: { readonly refresh: Refresh } }
  /** What was looked up is not stored; only the connector's blob is. */
  readonly 'connections.remember': { input: Remembered; output: null }
  /** How its bank is reached, secrets sealed. `not_found`. */
  readonly 'connections.access': { input: { readonly id: ConnectionId }; output: KnownAccess }
  readonly 'connections.edit': { input: Edited; output: Connection }
  readonly 'connections.delete': { input: Parsed<'connections.delete'>; output: Output<'connections.delete'> }
  readonly 'connections.deleteAll': { input: Parsed<'connections.deleteAll'>; output: Output<'connections.deleteAll'> }
  readonly 'accounts.delete': { input: Parsed<'accounts.delete'>; output: Output<'accounts.delete'> }
  /** After the ledger was opened: whatever a crash left busy is reset, provisional connections go. */
  readonly 'connections.reset': { input: null; output: { readonly interrupted: number } }
  /** One bounded piece of the background categories of a connection. False: there is more to do. */
  readonly 'connections.categorise': { input: { readonly id: ConnectionId }; output: { readonly isDone: boolean } }
  /** A bug is in the way of its categories: the connection must not wait for them. */
  readonly 'connections.putOffCategories': { input: { readonly id: ConnectionId }; output: null }
  /** As `connections.categorise` for rows that came by file, and for all rows after a rule has changed. */
  readonly 'categories.next': { input: null; output: { readonly isDone: boolean } }
  /** What nobody has been told yet; whoever takes it tells it, and nobody gets it again. */
  readonly 'notifications.take': { input: null; output: { readonly notifications: readonly Notification[] } }
}
