import { transact, type WritableLedger } from '#main/ledger/database.ts'
import { applyRefresh } from '#main/ledger/connections/apply.ts'
import { beginRefresh } from '#main/ledger/connections/begin.ts'
import { categoriseConnection } from '#main/ledger/connections/categorise.ts'
import { editConnection } from '#main/ledger/connections/edit.ts'
import { failRefresh, resetConnections } from '#main/ledger/connections/fail.ts'
import { deleteAccount, deleteConnection, deleteConnections } from '#main/ledger/connections/remove.ts'
import type { ConnectionJobs } from './connection-jobs.ts'
import { readOutcome } from './documents.ts'
import type { Scope, WriteContext } from './use-cases.ts'

type Job<J extends keyof ConnectionJobs> = (context: WriteContext, input: ConnectionJobs[J]['input']) => ConnectionJobs[J]['output']

/** Everything that data coming in may change. */
const ALL: readonly Scope[] = ['connections', 'accounts', 'transactions', 'imports', 'history']

/** The life of bank connections: each step is one transaction, told afterwards. */
export const connectionJobs: { readonly [J in keyof ConnectionJobs]: Job<J> } = {
  'connections.begin': (context, input) => stored(context, ['connections'], (db) => beginRefresh(db, input, context.clock.now())),
  'connections.apply': (context, input) => {
    const outcome = readOutcome(input)
    return stored(context, ALL, (db) => applyRefresh(db, outcome, context.clock.now(), () => undefined))
  },
  'connections.fail': (context, input) => stored(context, ['connections'], (db) => ({ refresh: failRefresh(db, input, context.clock.now()) })),
  'connections.edit': (context, input) => stored(context, ['connections'], (db) => editConnection(db, input)),
  'connections.delete': (context, input) => stored(context, ALL, (db) => deleteConnection(db, input, context.clock.now())),
  'connections.deleteAll': (context, input) => stored(context, ALL, (db) => deleteConnections(db, input, context.clock.now())),
  'accounts.delete': (context, input) => stored(context, ALL, (db) => deleteAccount(db, input, context.clock.now())),
  'connections.reset': (context) => stored(context, ['connections'], (db) => resetConnections(db, context.clock.now())),
  'connections.categorise': (context, { id }) => stored(context, ['connections'], (db) => categoriseConnection(db, id)),
}

function stored<T>({ db, changed }: WriteContext, scopes: readonly Scope[], work: (db: WritableLedger) => T): T {
  const value = transact(db, () => work(db))
  changed(...scopes)
  return value
}
