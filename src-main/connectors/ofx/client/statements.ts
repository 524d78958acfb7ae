import { unreachable } from '#shared/result.ts'
import type { OfxAccount } from '../batch/account.ts'
import type { OfxItem, Range } from '../batch/items.ts'

/** A statement of one account, whatever its kind. */
export interface StatementRequest { readonly account: OfxAccount; readonly range?: Range | undefined; readonly uid?: string | undefined }

/** Asks for everything an account has: entries, announced entries, balances, positions. */
export function statementItem({ account, range, uid }: StatementRequest): OfxItem {
  switch (account.kind) {
    case 'bank':   return { kind: 'bank-statement', account, range, uid, withPending: true }
    case 'card':   return { kind: 'card-statement', account, range, uid, withPending: true }
    case 'loan':   return { kind: 'loan-statement', account, range, uid }
    case 'broker': return { kind: 'broker-statement', account, range, uid, withPositions: true }
    default:       return unreachable(account)
  }
}
