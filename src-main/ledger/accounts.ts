import type { AccountStatus, ConnectionId } from '#shared/connections.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Account, AccountId, Proof } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { AccountType } from '#shared/statement.ts'
import { ACCOUNT_STATUS } from './connections/status.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import { holdingsValue } from './investments/holdings.ts'
import { computeState, type AccountState } from './settle.ts'

interface Row extends AccountState {
  readonly id: AccountId
  readonly name: string
  readonly iban: string | null
  readonly number: string | null
  readonly bank_code: string | null
  readonly institution: string | null
  readonly currency: Currency
  readonly type: AccountType
  readonly closed_at: Instant | null
  readonly connection_id: ConnectionId | null
  readonly status: AccountStatus | null
}

const ACCOUNTS = /* sql */ `
  SELECT account.id, account.name, account.iban, account.number, account.bank_code, account.institution, account.currency, account.type, account.closed_at, state.*,
         connection.id AS connection_id, ${ACCOUNT_STATUS} AS status
    FROM account JOIN account_state AS state ON state.account_id = account.id
    LEFT JOIN connection_account AS said ON said.id = (
      SELECT min(its.id) FROM connection_account AS its JOIN connection AS holder ON holder.id = its.connection_id WHERE its.account_id = account.id AND holder.deleted_at IS NULL)
    LEFT JOIN connection ON connection.id = said.connection_id
   WHERE account.deleted_at IS NULL`

const LIST = `${ACCOUNTS} ORDER BY account.closed_at IS NOT NULL, account.id`
const ONE = `${ACCOUNTS} AND account.id = :id`

/** Open accounts first. Costs the same with ten rows and with a million: what follows from rows is kept (settle.ts). */
export const listAccounts = (db: ReadableLedger): Account[] => db.query<Row>(LIST).all().map((row) => toAccount(db, row))

export function findAccount(db: ReadableLedger, id: AccountId): Account {
  const row = db.query<Row>(ONE).get({ id })
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'account' })
  return toAccount(db, row)
}

function toAccount(db: ReadableLedger, row: Row): Account {
  const money = (value: number): Money => ({ minor: minor(value), currency: row.currency })
  return {
    id: row.id,
    name: row.name,
    iban: row.iban,
    number: row.number,
    bankCode: row.bank_code,
    institution: row.institution,
    currency: row.currency,
    type: row.type,
    balance: money(row.balance_minor),
    holdings: holdingsValue(db, row.id),
    pending: money(row.pending_minor),
    bankBalance: row.bank_minor === null ? null : money(row.bank_minor),
    asOf: row.bank_as_of,
    proof: toProof(row, row.currency),
    transactionCount: row.row_count,
    firstOn: row.first_on,
    lastOn: row.last_on,
    closed: row.closed_at !== null,
    connectionId: row.connection_id,
    status: row.status,
  }
}

export interface ProofColumns {
  readonly bank_minor: number | null
  readonly bank_as_of: LocalDate | null
  readonly proof_minor: number | null
  readonly diverging_on: LocalDate | null
}

/** Null where the bank never stated a balance. */
export function toProof({ bank_minor: bank, bank_as_of: asOf, proof_minor: ledger, diverging_on: firstDivergingDay }: ProofColumns, currency: Currency): Proof | null {
  if (bank === null || asOf === null || ledger === null) return null
  const money = (value: number): Money => ({ minor: minor(value), currency })
  return { bank: money(bank), ledger: money(ledger), difference: money(bank - ledger), asOf, firstDivergingDay }
}

export interface NewAccount {
  readonly name: string
  readonly type: AccountType
  readonly currency: Currency
  readonly iban: string | null
  readonly bic: string | null
  readonly bankCode: string | null
  readonly number: string | null
  readonly createdBy: number | null
  readonly closedAt: Instant | null
}

/** The number of the last account that has gone for good is a setting, because the table forgets it. */
const LAST_GONE = 'last_account_gone'
const INSERT = /* sql */ `
  INSERT INTO account (id, name, type, currency, iban, bic, bank_code, number, created_by, closed_at, created_at)
  SELECT 1 + max(coalesce((SELECT max(id) FROM account), 0), coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = '${LAST_GONE}'), 0)),
         :name, :type, :currency, :iban, :bic, :bankCode, :number, :createdBy, :closedAt, :at`
const KEEP_GONE = /* sql */ `
  INSERT INTO setting (key, value) VALUES ('${LAST_GONE}', :id) ON CONFLICT (key) DO UPDATE SET value = :id WHERE CAST(value AS INTEGER) < CAST(:id AS INTEGER)`

/** An account without rows yet; whoever adds rows settles it. */
export function createAccount(db: WritableLedger, account: NewAccount, at: Instant): AccountId {
  return db.command(INSERT).run({ ...account, at }).lastId as AccountId
}

/** Call before accounts go for good: no later one gets the number of one of them, which rules of the user may still name. */
export function keepAccountIds(db: WritableLedger, gone: readonly AccountId[]): void {
  for (const id of gone) db.command(KEEP_GONE).run({ id: String(id) })
}

/** The user's part of an account, as the undo log keeps it. */
export interface AccountFace { readonly name: string; readonly type: AccountType; readonly closedAt: Instant | null }

export function readFace(db: ReadableLedger, id: AccountId): AccountFace {
  const face = db.query<AccountFace>(`SELECT name, type, closed_at AS closedAt FROM account WHERE id = ? AND deleted_at IS NULL`).get([id])
  if (!face) throw new AppFailure({ kind: 'not_found', what: 'account' })
  return face
}

export function writeFace(db: WritableLedger, id: AccountId, { name, type, closedAt }: AccountFace): void {
  db.command(`UPDATE account SET name = ?, type = ?, closed_at = ? WHERE id = ?`).run([name, type, closedAt, id])
}

/** Where the kept state of an account is not what its rows say: for `verify`. */
export function staleAccounts(db: ReadableLedger): AccountId[] {
  const kept = db.query<AccountState & { account_id: AccountId }>('SELECT * FROM account_state').all()
  return kept.filter(({ account_id: id, ...state }) => JSON.stringify(state) !== JSON.stringify(computeState(db, id))).map(({ account_id: id }) => id)
}
