import type { LedgerChannel } from './protocol.ts'
import type { ReadChannel } from './use-cases.ts'

/** By name alone, so that main can route without loading what answers: SQLite stays in the threads. */
const NAMES: Readonly<Record<ReadChannel, true>> = {
  'accounts.list': true,
  'holdings.list': true,
  'trades.list': true,
  'loans.get': true,
  'transactions.outline': true,
  'transactions.page': true,
  'transactions.get': true,
  'tags.list': true,
  'rules.list': true,
  'reports.balanceHistory': true,
  'reports.run': true,
  'reports.rows': true,
  'rates.list': true,
  'transfers.list': true,
  'contracts.list': true,
  'budgets.list': true,
  'imports.history': true,
  'imports.receipt': true,
  'connections.list': true,
  'connections.get': true,
  'refreshes.list': true,
  'institutions.list': true,
  'notifications.list': true,
  'notifications.recent': true,
  'history.state': true,
  'ledger.settings': true,
}

export const READ_CHANNELS: ReadonlySet<LedgerChannel> = new Set(Object.keys(NAMES) as ReadChannel[])
