import type { ConnectionId } from '#shared/connections.ts'
import type { AccountId } from '#shared/model.ts'
import type { RuleScope } from '#shared/notifications.ts'
import type { ReadableLedger } from '../database.ts'

const CONNECTIONS = /* sql */ `SELECT id FROM connection WHERE deleted_at IS NULL AND is_provisional = 0 AND id IN (SELECT value FROM json_each(?)) ORDER BY id`
const ACCOUNTS = /* sql */ `SELECT id FROM account WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id`

/** What of it is there, in order and each once; undefined where nothing is left of a list. */
export function livingScope(db: ReadableLedger, scope: RuleScope): RuleScope | undefined {
  switch (scope.of) {
    case 'all':
      return scope
    case 'connections': {
      const ids = db.column<ConnectionId>(CONNECTIONS).all([JSON.stringify(scope.ids)])
      return ids.length === 0 ? undefined : { of: 'connections', ids }
    }
    case 'accounts': {
      const ids = db.column<AccountId>(ACCOUNTS).all([JSON.stringify(scope.ids)])
      return ids.length === 0 ? undefined : { of: 'accounts', ids }
    }
  }
}

export interface ScopedAccount { readonly id: AccountId; readonly name: string; readonly currency: string; readonly balance: number }

const IN_SCOPE = /* sql */ `
  SELECT account.id, account.name, account.currency, coalesce(state.balance_minor, 0) AS balance
    FROM account LEFT JOIN account_state AS state ON state.account_id = account.id
   WHERE account.deleted_at IS NULL
     AND CASE :of WHEN 'all' THEN 1
                  WHEN 'accounts' THEN account.id IN (SELECT value FROM json_each(:ids))
                  ELSE account.id IN (SELECT account_id FROM connection_account WHERE connection_id IN (SELECT value FROM json_each(:ids))) END
   ORDER BY account.id`

/** The accounts that a scope means right now, with their balances. */
export const accountsIn = (db: ReadableLedger, scope: RuleScope): ScopedAccount[] =>
  db.query<ScopedAccount>(IN_SCOPE).all({ of: scope.of, ids: JSON.stringify(scope.of === 'all' ? [] : scope.ids) })

/** Whether a scope means something of this connection's login. */
export const meansConnection = (scope: RuleScope, id: ConnectionId): boolean => scope.of === 'all' || (scope.of === 'connections' && scope.ids.includes(id))
