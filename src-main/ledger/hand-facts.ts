import type { Instant, LocalDate } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import type { Minor } from '#shared/money.ts'
import type { WritableLedger } from './database.ts'
import { settleAccount } from './settle.ts'
import { indexRow, unindexRow } from './transactions/search.ts'

/** What only the writer of a row may change. */
export interface HandFacts { readonly bookedOn: LocalDate; readonly amountMinor: Minor; readonly payee: string; readonly purpose: string }

const WRITE = /* sql */ `UPDATE txn SET booked_on = :bookedOn, amount_minor = :amountMinor, raw_payee = :payee, purpose = :purpose WHERE id = :id`

/** The one place that changes what a row says; only rows written by hand come here. */
export function writeFacts(db: WritableLedger, id: TransactionId, facts: HandFacts, at: Instant): void {
  unindexRow(db, id)
  db.command(WRITE).run({ id, ...facts })
  indexRow(db, id)
  const accountId = db.column<AccountId>('SELECT account_id FROM txn WHERE id = ?').get([id])
  if (accountId !== undefined) settleAccount(db, accountId, at)
}
