import type { AccountStatus, ConnectionId, Refresh } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import type { OfferedAccount, ReadAccount } from './jobs.ts'
import { stored, type Stored } from './row.ts'
import { ACCOUNT_STATUS } from './status.ts'

const TAKEN = /* sql */ `
  SELECT said.key, account.id FROM connection_account AS said JOIN account ON account.id = said.account_id AND account.removed_at IS NULL
   WHERE said.connection_id = ?`

/** The ledger's accounts by the bank's key. One that the user has removed counts as never taken. */
export const takenAccounts = (db: ReadableLedger, id: ConnectionId): Map<string, AccountId> => new Map(db.tuples<[string, AccountId]>(TAKEN).all([id]))

const OFFER = /* sql */ `
  INSERT INTO connection_account (connection_id, key, name, type, currency, iban, number, bank_code, bic, holder)
  VALUES (:id, :key, :name, :type, :currency, :iban, :number, :bankCode, :bic, :holder)
  ON CONFLICT (connection_id, key) DO UPDATE
     SET name = excluded.name, type = excluded.type, currency = coalesce(excluded.currency, currency), iban = excluded.iban, number = excluded.number,
         bank_code = excluded.bank_code, bic = excluded.bic, holder = coalesce(excluded.holder, holder), status = iif(status = 'DEPRECATED', 'UPDATED', status)`
const GONE = /* sql */ `FROM connection_account WHERE connection_id = ? AND key NOT IN (SELECT value FROM json_each(?))`

/** What the bank names now. A taken account it no longer names keeps its rows; one that nobody took is forgotten. */
export function keepOffered(db: WritableLedger, id: ConnectionId, offered: readonly OfferedAccount[]): void {
  const keys = JSON.stringify(offered.map(({ key }) => key))
  db.command(`DELETE ${GONE} AND account_id IS NULL`).run([id, keys])
  db.command(`UPDATE connection_account SET status = 'DEPRECATED', status_error = NULL WHERE id IN (SELECT id ${GONE})`).run([id, keys])
  for (const { key, name, type, currency, iban, number, bankCode, bic, holder = null } of offered) db.command(OFFER).run({ id, key, name, type, currency, iban, number, bankCode, bic, holder })
}

interface FetchedAccounts {
  readonly fetched: readonly ReadAccount[]
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly before: ReadonlyMap<string, AccountId>
  readonly isFirst: boolean
  readonly at: Instant
}

const SUCCEEDED = /* sql */ `
  UPDATE connection_account SET account_id = :accountId, status = 'UPDATED', status_error = NULL, is_new = :isNew, fetched_to = :to, fetched_at = :at
   WHERE connection_id = :id AND key = :key`
const FAILED = /* sql */ `
  UPDATE connection_account SET account_id = coalesce(:accountId, account_id), status = 'DOWNLOAD_FAILED', status_error = :error
   WHERE connection_id = :id AND key = :key`

/** How far an account is known moves only where its download succeeded. */
export function keepFetched(db: WritableLedger, id: ConnectionId, { fetched, accounts, before, isFirst, at }: FetchedAccounts): void {
  for (const { key, error, to } of fetched) {
    const accountId = accounts.get(key) ?? before.get(key) ?? null
    if (error !== null) db.command(FAILED).run({ id, key, accountId, error: JSON.stringify(error) })
    else db.command(SUCCEEDED).run({ id, key, accountId, to, at, isNew: !isFirst && !before.has(key) ? 1 : 0 })
  }
}

interface Ended { readonly key: string; readonly accountId: AccountId | null; readonly name: string; readonly status: AccountStatus | null; readonly error: Stored<AppError> | null; readonly added: number }

const ENDED = /* sql */ `
  SELECT said.key, account.id AS accountId, coalesce(account.name, said.name) AS name, ${ACCOUNT_STATUS} AS status, said.status_error AS error,
         (SELECT coalesce(sum(new_count + match_count), 0) FROM import_statement WHERE batch_id = :batchId AND account_id = account.id) AS added
    FROM connection_account AS said JOIN connection ON connection.id = said.connection_id LEFT JOIN account ON account.id = said.account_id
   WHERE said.connection_id = :id AND said.account_id IS NOT NULL AND said.status IS NOT NULL ORDER BY said.id`

/** How each account came out of the run; those that are deprecated are named too. */
export function refreshAccounts(db: ReadableLedger, id: ConnectionId, { fetched, batchId }: { readonly fetched: readonly ReadAccount[]; readonly batchId: BatchId }): Refresh['accounts'] {
  const asked = new Set(fetched.map(({ key }) => key))
  return db.query<Ended>(ENDED).all({ id, batchId }).flatMap(({ status, error, ...account }) =>
    status !== null && (asked.has(account.key) || status === 'DEPRECATED') ? [{ ...account, status, error: status === 'DOWNLOAD_FAILED' ? stored(error) : null }] : [])
}
