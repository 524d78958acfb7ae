import { transact, type WritableLedger } from '#main/ledger/database.ts'
import { knownAccess } from '#main/ledger/connections/access.ts'
import { applyRefresh } from '#main/ledger/connections/apply.ts'
import { beginRefresh } from '#main/ledger/connections/begin.ts'
import { categoriseConnection, putOffCategories } from '#main/ledger/connections/categorise.ts'
import { editConnection } from '#main/ledger/connections/edit.ts'
import { failRefresh, resetConnections } from '#main/ledger/connections/fail.ts'
import { endInquiry } from '#main/ledger/connections/remember.ts'
import { connectionRow } from '#main/ledger/connections/read.ts'
import { deleteAccount, deleteConnection, deleteConnections } from '#main/ledger/connections/remove.ts'
import { afterApply, afterCategories, afterFailure, beforeApply } from '#main/ledger/notifications/evaluate.ts'
import { takeNotifications } from '#main/ledger/notifications/told.ts'
import type { ConnectionId } from '#shared/connections.ts'
import type { ConnectionJobs } from './connection-jobs.ts'
import { readOutcome } from './documents.ts'
import type { Scope } from './protocol.ts'
import type { WriteContext } from './write-context.ts'

type Job<J extends keyof ConnectionJobs> = (context: WriteContext, input: ConnectionJobs[J]['input']) => ConnectionJobs[J]['output']

/** Everything that data coming in may change. */
const ALL: readonly Scope[] = ['connections', 'accounts', 'transactions', 'imports', 'history']

/** The life of bank connections: each step is one transaction, told afterwards. */
export const connectionJobs: { readonly [J in keyof ConnectionJobs]: Job<J> } = {
  'connections.begin': (context, input) => stored(context, ['connections'], (db) => beginRefresh(db, input, context.clock.now())),
  'connections.apply': (context, input) => {
    const outcome = readOutcome(input)
    return told(context, ALL, (db) => {
      const at = context.clock.now()
      const before = beforeApply(db, outcome.connectionId)
      const applied = applyRefresh(db, outcome, at, () => undefined)
      return [applied, afterApply(db, before, applied.refresh, at)]
    })
  },
  'connections.fail': (context, input) => told(context, ['connections'], (db) => {
    const at = context.clock.now()
    const refresh = failRefresh(db, input, at)
    return [{ refresh }, afterFailure(db, refresh, at)]
  }),
  'connections.remember': (context, input) => stored(context, ['connections'], (db) => endInquiry(db, input)),
  'connections.access': ({ db }, { id }) => knownAccess(connectionRow(db, id)),
  'connections.edit': (context, input) => stored(context, ['connections'], (db) => editConnection(db, input)),
  'connections.delete': (context, input) => stored(context, ALL, (db) => deleteConnection(db, input, context.clock.now())),
  'connections.deleteAll': (context, input) => stored(context, ALL, (db) => deleteConnections(db, input, context.clock.now())),
  'accounts.delete': (context, input) => stored(context, ALL, (db) => deleteAccount(db, input, context.clock.now())),
  'connections.reset': (context) => stored(context, ['connections'], (db) => resetConnections(db, context.clock.now())),
  'connections.categorise': categoriseNext,
  'connections.putOffCategories': (context, { id }) => stored(context, ['connections'], (db) => {
    putOffCategories(db, id)
    return null
  }),
  'categories.next': ({ db, changed, categories }) => {
    const { isDone, isNews } = transact(db, () => categories.piece(null))
    if (isNews) changed('transactions')
    return { isDone }
  },
  'notifications.take': ({ db }) => ({ notifications: transact(db, () => takeNotifications(db)) }),
}

/** Told where a status or enough rows have changed: a window that read its lists again after every piece would do nothing else. */
function categoriseNext({ db, clock, changed, categories }: WriteContext, { id }: { id: ConnectionId }): { isDone: boolean } {
  const { isDone, isNews, isStep, happenings } = transact(db, () => {
    const piece = categoriseConnection(db, id, () => categories.piece(id))
    return { ...piece, happenings: piece.isDone ? afterCategories(db, id, clock.now(), clock.today()) : 0 }
  })
  changed(...(isStep ? ['connections' as const] : []), ...(isNews ? ['transactions' as const] : []), ...(happenings > 0 ? ['notifications' as const] : []))
  return { isDone }
}

/** As `stored`, with what there is to tell of it in the same transaction. */
function told<T>(context: WriteContext, scopes: readonly Scope[], work: (db: WritableLedger) => readonly [T, number]): T {
  const [value, happenings] = transact(context.db, () => work(context.db))
  context.changed(...scopes, ...(happenings > 0 ? ['notifications' as const] : []))
  return value
}

function stored<T>({ db, changed }: WriteContext, scopes: readonly Scope[], work: (db: WritableLedger) => T): T {
  const value = transact(db, () => work(db))
  changed(...scopes)
  return value
}
