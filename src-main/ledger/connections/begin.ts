import type { ConnectionId } from '#shared/connections.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import { CONNECTION_NAME_MAX } from '#shared/ipc/limits.ts'
import type { AccountId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { knownAccess, newAccess } from './access.ts'
import type { Beginning, Begun, KnownAccount, NewConnection } from './jobs.ts'
import { connectionRow, findConnection, refuseBusy } from './read.ts'
import { stored } from './row.ts'
import { createRefresh } from './refreshes.ts'

/** Whether it may run is judged, and that it runs is written down, in one transaction. Call inside `transact`. */
export function beginRefresh(db: WritableLedger, { origin, what }: Beginning, at: Instant): Begun {
  const id = what.kind === 'import' ? createConnection(db, what.connection, at) : what.id
  const row = connectionRow(db, id)
  refuseBusy(row)
  db.command(`UPDATE connection SET update_status = 'IN_PROGRESS' WHERE id = ?`).run([id])
  return {
    refreshId: createRefresh(db, row, what.kind, origin, at),
    connection: findConnection(db, id),
    state: row.state && Uint8Array.from(row.state),
    sealedPin: row.sealed_pin && Uint8Array.from(row.sealed_pin),
    settings: { maxDays: row.max_days, accountTypes: stored(row.account_types), skipPositions: row.skip_positions === 1 },
    accounts: knownAccounts(db, id),
    ...knownAccess(row),
  }
}

const INSERT = /* sql */ `
  INSERT INTO connection (protocol, bank_name, bank_code, bic, country, url, org, fid, bank_key, user_id, customer_id, name, max_days, account_types, skip_positions, access, sealed_proxy, sealed_certificate, is_provisional, created_at)
  VALUES (:protocol, :bankName, :bankCode, :bic, :country, :url, :org, :fid, :bankKey, :userId, :customerId, :name, :maxDays, :accountTypes, :skipPositions, :access, :sealed_proxy, :sealed_certificate, 1, :at)`

function createConnection(db: WritableLedger, { bank, name, userId, customerId, maxDays, accountTypes, skipPositions, access }: NewConnection, at: Instant): ConnectionId {
  const { name: bankName, bankCode, bic, country, protocol, url, org = null, fid = null } = bank
  const bankKey = bankKeyOf(bank)
  refuseKnown(db, { bankKey, userId, customerId, except: null })
  const label = nameFor(db, name.trim() === '' ? bankName : name.trim(), bankName)
  return db.command(INSERT).run({
    protocol, bankName, bankCode, bic, country, url, org, fid, bankKey, userId, customerId, name: label,
    maxDays, accountTypes: accountTypes && JSON.stringify(accountTypes), skipPositions: skipPositions ? 1 : 0, ...newAccess(access), at,
  }).lastId as ConnectionId
}

const NAMES = /* sql */ `SELECT name FROM connection WHERE deleted_at IS NULL`

/** Two logins at one bank are told apart by a number, unless a person has named them. */
function nameFor(db: ReadableLedger, name: string, bankName: string): string {
  const label = name.slice(0, CONNECTION_NAME_MAX)
  if (label !== bankName.slice(0, CONNECTION_NAME_MAX)) return label
  const taken = new Set(db.column<string>(NAMES).all())
  for (let count = 2, free = label; ; count += 1) {
    if (!taken.has(free)) return free
    free = `${label.slice(0, CONNECTION_NAME_MAX - String(count).length - 1)} ${count}`
  }
}

/** A bank is known by its code, and only without one by its address, which may be corrected later. Many OFX banks share an address. */
export const bankKeyOf = ({ protocol, bankCode, url, name, org, fid }: NewConnection['bank']): string =>
  protocol === 'ofx' ? `ofx ${JSON.stringify([url, org ?? '', fid ?? ''])}` : `${protocol} ${bankCode ?? url ?? name}`

export interface Identity { readonly bankKey: string; readonly userId: string; readonly customerId: string; readonly except: ConnectionId | null }

const KNOWN = /* sql */ `
  SELECT 1 FROM connection WHERE bank_key = :bankKey AND user_id = :userId AND customer_id = :customerId AND deleted_at IS NULL AND id IS NOT :except`

/** Bank, user and customer make a connection; there is one of each. */
export function refuseKnown(db: ReadableLedger, { bankKey, userId, customerId, except }: Identity): void {
  if (db.column(KNOWN).get({ bankKey, userId, customerId, except }) !== undefined) throw new AppFailure({ kind: 'exists', what: 'connection' })
}

interface KnownRow { readonly key: string; readonly accountId: AccountId | null; readonly fetchedTo: LocalDate | null; readonly pendingFrom: LocalDate | null; readonly missingFrom: LocalDate | null; readonly isEmptied: 0 | 1 }

/** An account the user has removed counts as not taken; one that is only gone with a reverted import is taken still. */
const ACCOUNTS = /* sql */ `
  SELECT said.key, account.id AS accountId, iif(account.id IS NULL, NULL, said.fetched_to) AS fetchedTo,
         (SELECT min(booked_on) FROM txn INDEXED BY txn_pending WHERE txn.account_id = account.id AND is_pending = 1 AND deleted_at IS NULL) AS pendingFrom,
         (SELECT min(txn.booked_on) FROM import_batch AS batch CROSS JOIN txn NOT INDEXED
           WHERE batch.connection_id = said.connection_id AND batch.reverted_at > said.fetched_at AND txn.batch_id = batch.id AND txn.account_id = account.id AND txn.is_pending = 0 AND txn.deleted_at IS NOT NULL) AS missingFrom,
         EXISTS (SELECT 1 FROM import_batch WHERE connection_id = said.connection_id)
           AND NOT EXISTS (SELECT 1 FROM import_batch WHERE connection_id = said.connection_id AND reverted_at IS NULL) AS isEmptied
    FROM connection_account AS said LEFT JOIN account ON account.id = said.account_id AND account.removed_at IS NULL
   WHERE said.connection_id = ? ORDER BY said.id`

/** What was fetched and then reverted by the user is asked for again. */
function knownAccounts(db: ReadableLedger, id: ConnectionId): KnownAccount[] {
  return db.query<KnownRow>(ACCOUNTS).all([id]).map(({ key, accountId, fetchedTo, pendingFrom, missingFrom, isEmptied }) => ({
    key, accountId, pendingFrom,
    fetchedTo: isEmptied === 1 || fetchedTo === null ? null : missingFrom !== null && missingFrom < fetchedTo ? missingFrom : fetchedTo,
  }))
}
