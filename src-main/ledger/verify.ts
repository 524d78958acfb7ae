import { staleAccounts } from './accounts.ts'
import { misadjustedAccounts } from './adjusting.ts'
import type { ReadableLedger } from './database.ts'
import { rowsAstray } from './import/runs.ts'
import { isIntactSource } from './import/source-file.ts'
import { proofOf } from './settle.ts'

/**
 * Everything that must be true of a ledger, asked the long way round. One English sentence per kind of fault, with counts
 * and ids alone: it may be copied into a report.
 */
export function verifyLedger(db: ReadableLedger): string[] {
  return [structure, foreignKeys, balances, adjustments, splits, livingRows, statements, investments, pairs, contracts, runs, sources].flatMap((check) => check(db))
}

const structure = (db: ReadableLedger): string[] => db.column<string>('PRAGMA integrity_check(20)').all().filter((line) => line !== 'ok').map((line) => `SQLite: ${line}.`)

const foreignKeys = (db: ReadableLedger): string[] => found(db.tuples('PRAGMA foreign_key_check').all().length, 'rows refer to something that is not there')

const balances = (db: ReadableLedger): string[] => found(staleAccounts(db).length, 'accounts have a balance that is not the sum of their rows')

const adjustments = (db: ReadableLedger): string[] => found(misadjustedAccounts(db, proofOf).length, 'accounts have an adjusting entry that is not what their bank balance says')

const SPLITS = /* sql */ `
  SELECT count(*) FROM txn
   WHERE is_split = 1 AND amount_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM split WHERE split.txn_id = txn.id)
      OR is_split = 0 AND EXISTS (SELECT 1 FROM split WHERE split.txn_id = txn.id)`
const splits = (db: ReadableLedger): string[] => found(count(db, SPLITS), 'transactions are not the sum of their parts')

/** A booked row without a living source must be gone, and one whose own batch lives must be there. */
const ROWS = /* sql */ `
  SELECT count(*) FROM txn JOIN import_batch AS batch ON batch.id = txn.batch_id JOIN account ON account.id = txn.account_id
   WHERE txn.is_pending = 0 AND (
         batch.reverted_at IS NULL AND txn.deleted_at IS NOT NULL AND txn.removed_at IS NULL AND account.removed_at IS NULL
      OR txn.deleted_at IS NULL AND (txn.removed_at IS NOT NULL OR account.removed_at IS NOT NULL)
      OR batch.reverted_at IS NOT NULL AND txn.deleted_at IS NULL AND txn.id NOT IN (
           SELECT seen.id FROM import_row AS held JOIN import_batch AS witness ON witness.id = held.batch_id
             JOIN txn AS seen ON seen.id BETWEEN held.txn_id AND held.txn_id + held.row_count - 1
            WHERE held.decision = 'duplicate' AND witness.reverted_at IS NULL))`
const livingRows = (db: ReadableLedger): string[] => found(count(db, ROWS), 'transactions do not follow the imports they came with')

const STATEMENTS = /* sql */ `
  SELECT count(*) FROM import_batch AS batch
   WHERE batch.removed_at IS NULL AND (
         (SELECT count(*) FROM txn WHERE txn.batch_id = batch.id)
           <> (SELECT coalesce(sum(new_count + match_count), 0) FROM import_statement WHERE batch_id = batch.id)
      OR (SELECT coalesce(sum(row_count), 0) FROM import_row WHERE batch_id = batch.id)
           <> (SELECT coalesce(sum(duplicate_count + match_count + skip_count + problem_count), 0) FROM import_statement WHERE batch_id = batch.id))`
const statements = (db: ReadableLedger): string[] => found(count(db, STATEMENTS), 'imports do not have the rows their receipts name')

/** In one currency a holding is worth the same twice, and a trade is there because some batch has seen it. */
const INVESTMENTS = /* sql */ `
  SELECT (SELECT count(*) FROM holding JOIN holding_snapshot AS snapshot ON snapshot.id = holding.snapshot_id JOIN account ON account.id = snapshot.account_id
           WHERE holding.currency = account.currency AND holding.own_minor IS NOT holding.value_minor)
       + (SELECT count(*) FROM trade WHERE id NOT IN (SELECT trade_id FROM trade_seen))`
const investments = (db: ReadableLedger): string[] => found(count(db, INVESTMENTS), 'holdings or trades are not what their imports said')

/** Each row is in one pair alone; and once the background has caught up, a pair is two living rows of two accounts, one out and one in. */
const PAIRS = /* sql */ `
  SELECT (SELECT count(*) FROM transfer AS pair JOIN txn AS out ON out.id = pair.out_id JOIN txn AS into_ ON into_.id = pair.in_id
           WHERE (out.deleted_at IS NOT NULL OR into_.deleted_at IS NOT NULL OR out.amount_minor >= 0 OR into_.amount_minor <= 0 OR out.account_id = into_.account_id)
             AND (SELECT done = changes FROM insight_state))
       + (SELECT count(*) FROM transfer WHERE in_id IN (SELECT out_id FROM transfer))
       + (SELECT count(*) FROM transfer_leg WHERE txn_id NOT IN (SELECT out_id FROM transfer WHERE state = 'confirmed' UNION ALL SELECT in_id FROM transfer WHERE state = 'confirmed'))`
const pairs = (db: ReadableLedger): string[] => found(count(db, PAIRS), 'transfers are not two rows of two accounts, one out and one in')

/** Rows of a contract that is there; and once the background has caught up, living ones. */
const CONTRACTS = /* sql */ `
  SELECT count(*) FROM contract_row AS held LEFT JOIN txn ON txn.id = held.txn_id
   WHERE held.contract_id NOT IN (SELECT id FROM contract)
      OR (txn.id IS NULL OR txn.deleted_at IS NOT NULL) AND (SELECT done = changes FROM insight_state)`
const contracts = (db: ReadableLedger): string[] => found(count(db, CONTRACTS), 'transactions belong to contracts that do not have them')

const runs = (db: ReadableLedger): string[] => found(rowsAstray(db), 'transactions are where no import would look for them')

function sources(db: ReadableLedger): string[] {
  let broken = 0
  for (const [sha256, content] of db.tuples<[string, Uint8Array]>('SELECT sha256, content FROM import_source').iterate()) if (!isIntactSource(sha256, content)) broken += 1
  return found(broken, 'stored files are not what was imported')
}

const count = (db: ReadableLedger, sql: string): number => db.column<number>(sql).get() ?? 0
const found = (faults: number, what: string): string[] => (faults === 0 ? [] : [`${faults} ${what}.`])
