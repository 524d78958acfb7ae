import type { AccountStatus, Connection, ConnectionAccount, ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import type { AccountId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { AccountType } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import { shownAccess } from './access.ts'
import { stored, type ConnectionRow, type Stored } from './row.ts'
import { ACCOUNT_STATUS } from './status.ts'

interface AccountRow {
  readonly key: string
  readonly account_id: AccountId | null
  readonly name: string
  readonly type: AccountType
  readonly currency: Currency | null
  readonly iban: string | null
  readonly number: string | null
  readonly status: AccountStatus | null
  readonly status_error: Stored<AppError> | null
  readonly is_new: 0 | 1
}

const ALL = /* sql */ `SELECT * FROM connection WHERE deleted_at IS NULL ORDER BY id`
const ONE = /* sql */ `SELECT * FROM connection WHERE id = ? AND deleted_at IS NULL`

const ACCOUNTS = /* sql */ `
  SELECT said.key, account.id AS account_id, said.name, said.type, said.currency, said.iban, said.number, said.is_new,
         iif(said.account_id IS NULL, said.status, ${ACCOUNT_STATUS}) AS status,
         iif(said.status = 'DOWNLOAD_FAILED' AND connection.update_status = 'READY', said.status_error, NULL) AS status_error
    FROM connection_account AS said JOIN connection ON connection.id = said.connection_id
    LEFT JOIN account ON account.id = said.account_id AND account.deleted_at IS NULL
   WHERE said.connection_id = ? ORDER BY said.id`

/** Those that are being imported for the first time included. */
export const listConnections = (db: ReadableLedger): Connection[] => db.query<ConnectionRow>(ALL).all().map((row) => toConnection(db, row))

/** In the order asked for; unknown ids are left out. */
export const getConnections = (db: ReadableLedger, ids: readonly ConnectionId[]): Connection[] =>
  [...new Set(ids)].flatMap((id) => {
    const row = db.query<ConnectionRow>(ONE).get([id])
    return row ? [toConnection(db, row)] : []
  })

export function connectionRow(db: ReadableLedger, id: ConnectionId): ConnectionRow {
  const row = db.query<ConnectionRow>(ONE).get([id])
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'connection' })
  return row
}

export const findConnection = (db: ReadableLedger, id: ConnectionId): Connection => toConnection(db, connectionRow(db, id))

/** Nothing may be changed while data comes in or its categories are still due. */
const isBusy = ({ update_status: update, categorization_status: categorization }: ConnectionRow): boolean => update === 'IN_PROGRESS' || categorization !== 'READY'

export function refuseBusy(row: ConnectionRow): void {
  if (isBusy(row)) throw new AppFailure({ kind: 'connection_busy', name: row.name })
}

function toConnection(db: ReadableLedger, row: ConnectionRow): Connection {
  const accounts = db.query<AccountRow>(ACCOUNTS).all([row.id]).map(toAccount)
  const access = shownAccess(row)
  return {
    id: row.id,
    bank: bankOf(row),
    name: row.name,
    userId: row.user_id,
    customerId: row.customer_id,
    pinStored: row.sealed_pin !== null,
    updateStatus: row.update_status,
    categorizationStatus: row.categorization_status,
    lastManualUpdate: stored(row.last_manual_update),
    lastAutoUpdate: stored(row.last_auto_update),
    lastSuccessAt: row.last_success_at,
    tanMethods: stored(row.tan_methods),
    defaultTanMethod: row.default_tan_method,
    userActionRequired: row.user_action_required === 1,
    consentUntil: row.consent_until,
    asksEachTime: row.asks_each_time === 1,
    schedule: stored(row.schedule),
    positions: hasPositions(db, row.id) ? 'fetched' : row.skip_positions === 1 ? 'skipped' : 'wanted',
    ...(row.login_labels === null ? {} : { loginLabels: stored(row.login_labels) }),
    ...categoriesDue(db, row),
    ...(access === undefined ? {} : { access }),
    accounts,
    accountIds: accounts.flatMap(({ accountId }) => accountId ?? []),
  }
}

const POSITIONS = /* sql */ `
  SELECT 1 FROM connection_account AS said JOIN holding_snapshot AS held ON held.account_id = said.account_id JOIN import_batch AS batch ON batch.id = held.batch_id
   WHERE said.connection_id = ? AND batch.connection_id = said.connection_id AND batch.reverted_at IS NULL LIMIT 1`

/** The bank has told what a securities account of this connection holds, and the ledger has it. */
export const hasPositions = (db: ReadableLedger, id: ConnectionId): boolean => db.column(POSITIONS).get([id]) !== undefined

const DUE = /* sql */ `SELECT coalesce(sum(last_id - next_id + 1), 0) FROM category_due WHERE connection_id = ?`

function categoriesDue(db: ReadableLedger, { id, categorization_status: status }: ConnectionRow): { categoriesDue?: number } {
  return status === 'READY' ? {} : { categoriesDue: db.column<number>(DUE).get([id]) ?? 0 }
}

export const bankOf = (row: ConnectionRow): Connection['bank'] => ({
  name: row.bank_name, bankCode: row.bank_code, bic: row.bic, country: row.country, protocol: row.protocol, url: row.url,
  ...(row.org === null ? {} : { org: row.org }), ...(row.fid === null ? {} : { fid: row.fid }),
})

const toAccount = (row: AccountRow): ConnectionAccount => ({
  key: row.key,
  accountId: row.account_id,
  name: row.name,
  type: row.type,
  currency: row.currency,
  iban: row.iban,
  number: row.number,
  status: row.status,
  statusError: stored(row.status_error),
  isNew: row.is_new === 1,
})
