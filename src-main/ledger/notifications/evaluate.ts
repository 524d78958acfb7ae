import type { ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { AccountId } from '#shared/model.ts'
import type { NotificationRule } from '#shared/notifications.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { accountValue, isReached, monthSum, note, watchedAccounts, watchedMonths } from './observe.ts'
import { listRules } from './rules.ts'
import { accountsIn, meansConnection } from './scope.ts'
import { tell, type Happening } from './told.ts'

/** What a refresh found before it stored anything. */
export interface Before {
  readonly lastRow: number
  /** Accounts whose rows came in before: what is new in them is news. */
  readonly known: ReadonlySet<AccountId>
}

const KNOWN = /* sql */ `
  SELECT said.account_id FROM connection_account AS said
   WHERE said.connection_id = :id AND said.account_id IS NOT NULL AND said.fetched_to IS NOT NULL
     AND EXISTS (SELECT 1 FROM import_batch WHERE connection_id = :id AND reverted_at IS NULL)`

/** Call before the refresh is stored, in the same transaction. */
export const beforeApply = (db: ReadableLedger, id: ConnectionId): Before => ({
  lastRow: db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0,
  known: new Set(db.column<AccountId>(KNOWN).all({ id })),
})

interface NewRow { readonly id: number; readonly accountId: AccountId; readonly accountName: string; readonly amount: number; readonly currency: Currency; readonly payee: string; readonly isForeign: 0 | 1 }

const ROWS = /* sql */ `
  SELECT txn.id, txn.account_id AS accountId, account.name AS accountName, txn.amount_minor AS amount, account.currency, coalesce(txn.payee, txn.raw_payee) AS payee,
         account.iban IS NOT NULL AND txn.counterparty_iban GLOB '[A-Za-z][A-Za-z]*' AND upper(substr(txn.counterparty_iban, 1, 2)) <> upper(substr(account.iban, 1, 2)) AS isForeign
    FROM txn JOIN account ON account.id = txn.account_id
   WHERE txn.id > ? AND txn.is_pending = 0 AND txn.is_adjusting = 0 AND txn.deleted_at IS NULL ORDER BY txn.id`

/** A refresh has come to its end in the ledger. Returns how much there is to tell. Call inside the same `transact`. */
export function afterApply(db: WritableLedger, { lastRow, known }: Before, { id, connectionId, connectionName }: Refresh, at: Instant): number {
  const rules = listRules(db)
  if (rules.length === 0) return 0
  const rows = db.query<NewRow>(ROWS).all([lastRow]).filter(({ accountId }) => known.has(accountId))
  const touched = new Set(accountsIn(db, { of: 'connections', ids: [connectionId] }).map((account) => account.id))
  return tell(db, rules.flatMap((rule) => {
    const meant = new Set(watchedAccounts(db, rule).map((account) => account.id))
    const mine = rows.filter(({ accountId }) => meant.has(accountId))
    return [...ofRows(rule, mine, { id, connectionId, connectionName }), ...ofBalances(db, rule, touched, { id, connectionId })]
  }), at)
}

interface Run { readonly id: RefreshId; readonly connectionId: ConnectionId }

function ofRows(rule: NotificationRule, rows: readonly NewRow[], { id, connectionId, connectionName }: Run & { readonly connectionName: string }): Happening[] {
  const [first] = rows
  if (first === undefined) return []
  const { id: ruleId, trigger, limit } = rule
  const single = (row: NewRow): Happening => ({ event: `rule ${ruleId} row ${row.id}`, trigger, ruleId, connectionId, accountId: row.accountId, subject: row.accountName, amount: moneyOf(row), payee: row.payee, limit })
  if (trigger === 'HIGH_TRANSACTION_AMOUNT') return rows.filter(({ amount }) => limit !== null && Math.abs(amount) >= limit.minor).map(single)
  if (trigger === 'FOREIGN_MONEY_TRANSFER') return rows.filter(({ isForeign }) => isForeign === 1).map(single)
  if (trigger !== 'NEW_TRANSACTIONS') return []
  const isOne = rows.every(({ accountId }) => accountId === first.accountId)
  return [{ event: `rule ${ruleId} refresh ${id}`, trigger, ruleId, connectionId, accountId: isOne ? first.accountId : null, subject: isOne ? first.accountName : connectionName, count: rows.length }]
}

const moneyOf = ({ amount, currency }: NewRow): Money => ({ minor: minor(amount), currency })

/** What a rule sees of an account for the first time is only noted. */
function ofBalances(db: WritableLedger, rule: NotificationRule, touched: ReadonlySet<AccountId>, { id, connectionId }: Run): Happening[] {
  const { id: ruleId, trigger, limit } = rule
  if (trigger !== 'LOW_ACCOUNT_BALANCE' && trigger !== 'NEW_ACCOUNT_BALANCE') return []
  return watchedAccounts(db, rule).filter((account) => touched.has(account.id)).flatMap((account) => {
    const value = accountValue(rule, account)
    const before = note(db, ruleId, `account ${account.id}`, value)
    const isNews = before !== undefined && before !== value && (trigger === 'NEW_ACCOUNT_BALANCE' || value === 1)
    const amount = { minor: minor(account.balance), currency: account.currency as Currency }
    return isNews ? [{ event: `rule ${ruleId} account ${account.id} refresh ${id}`, trigger, ruleId, connectionId, accountId: account.id, subject: account.name, amount, limit }] : []
  })
}

const IS_FIRST = /* sql */ `SELECT count(*) <= 1 FROM refresh WHERE connection_id = ? AND status = 'FINISHED'`

/** A connection's categories are up to date. A month that a first import fills is no news. Call inside the same `transact`. */
export function afterCategories(db: WritableLedger, connectionId: ConnectionId, at: Instant, today: LocalDate): number {
  const isFirst = db.column<0 | 1>(IS_FIRST).get([connectionId]) === 1
  const rules = listRules(db).filter(({ trigger }) => trigger === 'CATEGORY_CASH_FLOW')
  return tell(db, rules.flatMap((rule) => watchedMonths(today).flatMap((month): Happening[] => {
    const { id: ruleId, trigger, limit, categoryId } = rule
    const sum = monthSum(db, rule, month)
    const before = note(db, ruleId, month, Number(isReached(rule, sum))) ?? 0
    if (isFirst || before === 1 || !isReached(rule, sum) || limit === null) return []
    return [{ event: `rule ${ruleId} month ${month} ${at}`, trigger, ruleId, subject: month, amount: { minor: sum, currency: limit.currency }, limit, categoryId }]
  })), at)
}

const WANTS_PERSON = new Set<string>(['user_action_required', 'pin_required'])

/**
 * A refresh has failed. A refused login is told by the rules that ask for it; what an unattended refresh needs a person for
 * is told in any case, once. Call inside the same `transact`.
 */
export function afterFailure(db: WritableLedger, { id, connectionId, connectionName, origin, status, error }: Refresh, at: Instant): number {
  if (status !== 'USER_ACTION_REQUIRED' || error === null) return 0
  const told = { connectionId, subject: connectionName, error }
  const isRefusal = origin === 'auto' || !WANTS_PERSON.has(error.kind)
  const isThere = db.column('SELECT 1 FROM connection WHERE id = ?').get([connectionId]) !== undefined
  const rules = isRefusal && isThere ? listRules(db).filter(({ trigger, scope }) => trigger === 'BANK_LOGIN_ERROR' && meansConnection(scope, connectionId)) : []
  const byRules = rules.map((rule): Happening => ({ ...told, event: `rule ${rule.id} refresh ${id}`, trigger: rule.trigger, ruleId: rule.id }))
  const inAnyCase: Happening[] = origin === 'auto' && byRules.length === 0 ? [{ ...told, event: `refresh ${id}`, trigger: 'USER_ACTION_REQUIRED', ruleId: null }] : []
  return tell(db, [...byRules, ...inAnyCase], at)
}
