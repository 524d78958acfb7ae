import type { LocalDate } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import type { AccountProof } from './proof.ts'
import { indexRow } from './transactions/search.ts'

/** What would make an account what its bank says it is. */
interface Adjustment { readonly on: LocalDate; readonly minor: number }

const CONNECTED = /* sql */ `
  SELECT 1 FROM connection_account AS said JOIN connection ON connection.id = said.connection_id
                    JOIN account ON account.id = said.account_id
   WHERE said.account_id = ? AND connection.deleted_at IS NULL AND connection.is_provisional = 0 AND account.deleted_at IS NULL`

/** Only where a bank connection keeps the account: whoever imports files decides alone what is missing. */
function wantedAdjustment(db: ReadableLedger, accountId: AccountId, proof: AccountProof | null): Adjustment | null {
  if (proof === null || proof.bankMinor === proof.ledgerMinor) return null
  return db.column(CONNECTED).get([accountId]) === undefined ? null : { on: proof.asOf, minor: proof.bankMinor - proof.ledgerMinor }
}

interface Row extends Adjustment { readonly id: TransactionId; readonly isAlive: 0 | 1; readonly isRemoved: 0 | 1 }

const ROW = /* sql */ `
  SELECT id, booked_on AS "on", amount_minor AS minor, deleted_at IS NULL AS isAlive, removed_at IS NOT NULL AS isRemoved
    FROM txn INDEXED BY txn_adjusting WHERE is_adjusting = 1 AND account_id = ?`
const INSERT = /* sql */ `
  INSERT INTO txn (account_id, booked_on, value_on, amount_minor, external_id, raw_payee, purpose, is_adjusting) VALUES (:accountId, :on, :on, :minor, '', '', 'Zwischensaldo', 1)`
const UPDATE = /* sql */ `
  UPDATE txn SET booked_on = :on, value_on = :on, amount_minor = :minor, is_split = 0, removed_at = NULL, deleted_at = NULL WHERE id = :id`

/**
 * One row per account at most, and always the same one, so that what its owner wrote on it stays. It lives while the bank's
 * latest balance is not what the rows add up to, and has exactly the difference, on the day of that balance.
 */
export function settleAdjusting(db: WritableLedger, accountId: AccountId, proof: AccountProof | null, at: string): void {
  const wanted = wantedAdjustment(db, accountId, proof)
  const row = db.query<Row>(ROW).get([accountId])
  if (!wanted) {
    if (row?.isAlive === 1) db.command('UPDATE txn SET deleted_at = ? WHERE id = ?').run([at, row.id])
  } else if (!row) {
    indexRow(db, db.command(INSERT).run({ accountId, ...wanted }).lastId as TransactionId)
  } else if (!isAsWanted(row, wanted)) {
    db.command('DELETE FROM split WHERE txn_id = ?').run([row.id])
    db.command(UPDATE).run({ id: row.id, ...wanted })
  }
}

/** One that its owner has removed stays away until the difference is another one. */
const isAsWanted = ({ on, minor, isAlive, isRemoved }: Row, wanted: Adjustment): boolean =>
  on === wanted.on && minor === wanted.minor && (isAlive === 1) === (isRemoved === 0)

/** Accounts whose adjusting entry is not what it must be: for `verify`. */
export function misadjustedAccounts(db: ReadableLedger, proofOf: (db: ReadableLedger, accountId: AccountId) => AccountProof | null): AccountId[] {
  return db.column<AccountId>('SELECT account_id FROM account_state').all().filter((accountId) => {
    const rows = db.query<Row>(ROW).all([accountId])
    const wanted = wantedAdjustment(db, accountId, proofOf(db, accountId))
    return rows.length > 1 || (wanted ? rows[0] === undefined || !isAsWanted(rows[0], wanted) : rows[0]?.isAlive === 1)
  })
}
