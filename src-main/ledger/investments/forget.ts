import type { AccountId, BatchId } from '#shared/model.ts'
import type { WritableLedger } from '../database.ts'

/** Each of these texts ends where the ids belong. Children go before their parents. */
const OF_BATCHES = [
  'DELETE FROM holding WHERE snapshot_id IN (SELECT id FROM holding_snapshot WHERE batch_id IN', 'DELETE FROM holding_snapshot WHERE (batch_id IN',
  'DELETE FROM trade_seen WHERE (batch_id IN', 'DELETE FROM loan_terms WHERE (batch_id IN', 'DELETE FROM loan_payment WHERE (batch_id IN',
]
const OF_ACCOUNTS = [
  'DELETE FROM holding WHERE snapshot_id IN (SELECT id FROM holding_snapshot WHERE account_id IN', 'DELETE FROM holding_snapshot WHERE (account_id IN',
  'DELETE FROM trade_seen WHERE trade_id IN (SELECT id FROM trade WHERE account_id IN', 'DELETE FROM trade WHERE (account_id IN',
  'DELETE FROM loan_terms WHERE (account_id IN', 'DELETE FROM loan_payment WHERE (account_id IN',
]
const UNSEEN = /* sql */ `DELETE FROM trade WHERE id NOT IN (SELECT trade_id FROM trade_seen)`
const UNUSED = /* sql */ `
  DELETE FROM security WHERE id NOT IN (SELECT security_id FROM holding WHERE security_id IS NOT NULL UNION SELECT security_id FROM trade WHERE security_id IS NOT NULL)`

/** What batches and accounts said that are gone for good. Part of a purge. */
export function forgetInvestments(db: WritableLedger, { accounts, batches }: { readonly accounts: readonly AccountId[]; readonly batches: readonly BatchId[] }): void {
  run(db, OF_BATCHES, batches)
  run(db, OF_ACCOUNTS, accounts)
  db.command(UNSEEN).run()
  db.command(UNUSED).run()
}

function run(db: WritableLedger, commands: readonly string[], ids: readonly number[]): void {
  if (ids.length > 0) for (const command of commands) db.command(`${command} (SELECT value FROM json_each(?)))`).run([JSON.stringify(ids)])
}
