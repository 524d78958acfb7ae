import type { Draft } from '../message/message.ts'
import type { RawSegment } from '../syntax/wire.ts'
import type { AccountInfo, AccountReference } from '../state/user-parameters.ts'
import type { TanMethod } from '../tan/methods.ts'
import { accountList, accountTerms, type AccountTerms } from './accounts.ts'
import { accountBalance, type AccountBalance } from './balances.ts'
import { cardEntries, type CardStatement } from './cards.ts'
import { statementDocuments, type DocumentRequest, type StatementDocument } from './documents.ts'
import { depotHoldings, type DepotHoldings } from './holdings.ts'
import type { Facts, Operation, Plan, Range } from './operation.ts'
import { standingOrderList, type StandingOrder } from './standing-orders.ts'
import { accountStatements, type AccountStatements, type StatementRequest } from './statements.ts'

interface OnAccount {
  readonly account: AccountReference
}

/** What can be asked of a bank. Plain data, so that it survives a pause in the middle. */
export type Job =
  | { readonly kind: 'login' }
  | { readonly kind: 'accounts' }
  | ({ readonly kind: 'balance' } & OnAccount)
  | ({ readonly kind: 'statements' } & StatementRequest)
  | ({ readonly kind: 'holdings' } & OnAccount)
  | ({ readonly kind: 'card-entries' } & Range)
  | ({ readonly kind: 'documents' } & DocumentRequest)
  | ({ readonly kind: 'standing-orders' } & OnAccount)
  | ({ readonly kind: 'terms' } & OnAccount)
export type JobKind = Job['kind']

/** What a login tells about bank and customer. */
export interface LoginReport {
  readonly bankName: string
  /** Null where the customer works in one step. */
  readonly method: TanMethod | null
  readonly methods: readonly TanMethod[]
  readonly medium: string | null
  readonly accounts: readonly AccountInfo[]
}

export type JobResult =
  | ({ readonly kind: 'login' } & LoginReport)
  | { readonly kind: 'accounts'; readonly accounts: readonly AccountInfo[] }
  | { readonly kind: 'balance'; readonly balance: AccountBalance | null }
  | { readonly kind: 'statements'; readonly statements: AccountStatements }
  | { readonly kind: 'holdings'; readonly holdings: DepotHoldings }
  | { readonly kind: 'card-entries'; readonly card: CardStatement }
  | { readonly kind: 'documents'; readonly documents: readonly StatementDocument[] }
  | { readonly kind: 'standing-orders'; readonly orders: readonly StandingOrder[] }
  | { readonly kind: 'terms'; readonly terms: AccountTerms | null }

/** An operation with its input filled in. */
export interface BoundOperation {
  plans(facts: Facts): readonly Plan[]
  draft(plan: Plan, touchdown: string | undefined): Draft
  collect(plan: Plan, pages: readonly (readonly RawSegment[])[]): JobResult
}

function bind<I, T>(operation: Operation<I, T>, input: I, wrap: (value: T) => JobResult): BoundOperation {
  return {
    plans: (facts) => operation.plans(input, facts),
    draft: (plan, touchdown) => operation.draft(plan, input, touchdown),
    collect: (plan, pages) => wrap(operation.collect(plan, input, pages)),
  }
}

/** The operation behind a job. The first login also asks for the accounts, whose BICs the UPD lack. */
export function operationOf(job: Job): BoundOperation {
  switch (job.kind) {
    case 'login':
    case 'accounts': return bind(accountList, {}, (accounts) => ({ kind: 'accounts', accounts }))
    case 'balance': return bind(accountBalance, job, (balance) => ({ kind: 'balance', balance }))
    case 'statements': return bind(accountStatements, job, (statements) => ({ kind: 'statements', statements }))
    case 'holdings': return bind(depotHoldings, job, (holdings) => ({ kind: 'holdings', holdings }))
    case 'card-entries': return bind(cardEntries, job, (card) => ({ kind: 'card-entries', card }))
    case 'documents': return bind(statementDocuments, job, (documents) => ({ kind: 'documents', documents }))
    case 'standing-orders': return bind(standingOrderList, job, (orders) => ({ kind: 'standing-orders', orders }))
    case 'terms': return bind(accountTerms, job, (terms) => ({ kind: 'terms', terms }))
  }
}

/** Whether this bank announces the job, and allows it for the account. */
export const offers = (job: Job, facts: Facts): boolean => job.kind === 'login' || operationOf(job).plans(facts).length > 0
